"""The first tables, with what the database itself forbids."""

TABLES = (
    """
    CREATE TABLE office (
        id INTEGER NOT NULL PRIMARY KEY,
        center_name_kk TEXT NOT NULL,
        center_name_ru TEXT NOT NULL,
        bin TEXT NOT NULL,
        address TEXT NOT NULL,
        director TEXT NOT NULL,
        local_body_name TEXT NOT NULL,
        local_body_head TEXT NOT NULL,
        application_pattern TEXT NOT NULL,
        referral_pattern TEXT NOT NULL,
        bedding_days INTEGER NOT NULL CHECK (bedding_days > 0),
        last_day_moves INTEGER NOT NULL,
        set_up_on DATE NOT NULL,
        applications_before INTEGER NOT NULL CHECK (applications_before >= 0),
        referrals_before INTEGER NOT NULL CHECK (referrals_before >= 0),
        CHECK (id = 1)
    )
    """,
    """
    CREATE TABLE calendar_day (
        id INTEGER NOT NULL PRIMARY KEY,
        day DATE NOT NULL,
        is_working INTEGER NOT NULL,
        source TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE volume (
        id INTEGER NOT NULL PRIMARY KEY,
        year INTEGER NOT NULL,
        number INTEGER NOT NULL CHECK (number > 0),
        begun_on DATE NOT NULL,
        ended_on DATE,
        CHECK (ended_on IS NULL OR ended_on >= begun_on)
    )
    """,
    """
    CREATE TABLE person (
        id INTEGER NOT NULL PRIMARY KEY,
        surname TEXT NOT NULL,
        given_name TEXT NOT NULL,
        patronymic TEXT NOT NULL,
        latin_name TEXT NOT NULL,
        native_name TEXT NOT NULL,
        sex TEXT CHECK (sex IN ('male', 'female')),
        birth_year INTEGER NOT NULL CHECK (birth_year BETWEEN 1850 AND 2200),
        birth_month INTEGER CHECK (birth_month BETWEEN 1 AND 12),
        birth_day INTEGER CHECK (birth_day BETWEEN 1 AND 31),
        birth_place TEXT NOT NULL,
        origin_country TEXT NOT NULL,
        citizenship TEXT NOT NULL,
        iin TEXT NOT NULL,
        certificate_number TEXT NOT NULL,
        certificate_issued_on DATE,
        status_given_on DATE,
        status_extended_until DATE,
        status_ended_on DATE,
        status_ended_because TEXT
            CHECK (status_ended_because IN ('citizenship', 'permit refused', 'permit withdrawn')),
        sort_key TEXT NOT NULL,
        CHECK (surname <> '' OR given_name <> ''),
        CHECK ((birth_month IS NULL) = (birth_day IS NULL)),
        CHECK (status_extended_until > status_given_on),
        CHECK (status_ended_on >= status_given_on),
        CHECK ((status_ended_on IS NULL) = (status_ended_because IS NULL))
    )
    """,
    """
    CREATE TABLE application (
        id INTEGER NOT NULL PRIMARY KEY,
        volume_id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        sequence INTEGER NOT NULL CHECK (sequence > 0),
        number TEXT NOT NULL,
        arrived_at DATETIME NOT NULL,
        registered_on DATE NOT NULL,
        people INTEGER NOT NULL CHECK (people > 0),
        sort_key TEXT NOT NULL,
        previous_id INTEGER,
        joins_id INTEGER,
        considered_on DATE,
        reopened_on DATE,
        returned_on DATE,
        returned_reason TEXT CHECK (returned_reason <> ''),
        struck_out_on DATE,
        struck_out_reason TEXT,
        FOREIGN KEY (volume_id) REFERENCES volume (id) ON DELETE RESTRICT,
        FOREIGN KEY (previous_id) REFERENCES application (id) ON DELETE RESTRICT,
        FOREIGN KEY (joins_id) REFERENCES application (id) ON DELETE RESTRICT,
        CHECK ((struck_out_on IS NULL) = (struck_out_reason IS NULL)),
        CHECK (struck_out_reason <> ''),
        CHECK (returned_reason IS NULL OR considered_on IS NOT NULL),
        CHECK ((returned_on IS NULL) = (returned_reason IS NULL)),
        CHECK (returned_on >= registered_on),
        CHECK (reopened_on >= registered_on)
    )
    """,
    """
    CREATE TABLE application_person (
        id INTEGER NOT NULL PRIMARY KEY,
        application_id INTEGER NOT NULL,
        person_id INTEGER NOT NULL,
        position INTEGER NOT NULL CHECK (position >= 0),
        kinship TEXT NOT NULL,
        document_kind TEXT CHECK (document_kind IN ('slip', 'permit')),
        document_number TEXT NOT NULL,
        document_issued_on DATE,
        document_issued_by TEXT NOT NULL,
        needs_accessible INTEGER NOT NULL,
        FOREIGN KEY (application_id) REFERENCES application (id) ON DELETE RESTRICT,
        FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT,
        CHECK (position = 0 OR kinship <> '')
    )
    """,
    """
    CREATE TABLE reserve_entry (
        id INTEGER NOT NULL PRIMARY KEY,
        application_id INTEGER NOT NULL,
        entered_on DATE NOT NULL,
        left_on DATE,
        left_because TEXT CHECK (left_because IN ('referred', 'returned', 'struck out')),
        FOREIGN KEY (application_id) REFERENCES application (id) ON DELETE RESTRICT,
        CHECK ((left_on IS NULL) = (left_because IS NULL))
    )
    """,
    """
    CREATE TABLE referral (
        id INTEGER NOT NULL PRIMARY KEY,
        application_id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        sequence INTEGER NOT NULL CHECK (sequence > 0),
        number TEXT NOT NULL,
        issued_on DATE NOT NULL,
        people INTEGER NOT NULL CHECK (people > 0),
        local_body_name TEXT NOT NULL,
        local_body_head TEXT NOT NULL,
        received_on DATE,
        lapsed_on DATE,
        struck_out_on DATE,
        struck_out_reason TEXT,
        FOREIGN KEY (application_id) REFERENCES application (id) ON DELETE RESTRICT,
        CHECK (received_on IS NULL OR received_on >= issued_on),
        CHECK (lapsed_on IS NULL OR received_on IS NOT NULL AND lapsed_on > received_on),
        CHECK ((struck_out_on IS NULL) = (struck_out_reason IS NULL)),
        CHECK (struck_out_reason <> '')
    )
    """,
    """
    CREATE TABLE referral_person (
        id INTEGER NOT NULL PRIMARY KEY,
        referral_id INTEGER NOT NULL,
        application_person_id INTEGER NOT NULL,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        born TEXT NOT NULL,
        kinship TEXT NOT NULL,
        shares_bed INTEGER NOT NULL,
        FOREIGN KEY (referral_id) REFERENCES referral (id) ON DELETE RESTRICT,
        FOREIGN KEY (application_person_id) REFERENCES application_person (id) ON DELETE RESTRICT
    )
    """,
    """
    CREATE TABLE paper (
        id INTEGER NOT NULL PRIMARY KEY,
        application_id INTEGER,
        referral_id INTEGER,
        content BLOB NOT NULL,
        made_at DATETIME NOT NULL,
        FOREIGN KEY (application_id) REFERENCES application (id) ON DELETE RESTRICT,
        FOREIGN KEY (referral_id) REFERENCES referral (id) ON DELETE RESTRICT,
        CHECK (application_id IS NULL OR referral_id IS NULL)
    )
    """,
    """
    CREATE TABLE paper_issue (
        id INTEGER NOT NULL PRIMARY KEY,
        paper_id INTEGER NOT NULL,
        copy_number INTEGER NOT NULL CHECK (copy_number >= 0),
        left_by TEXT NOT NULL CHECK (left_by IN ('printer', 'file')),
        left_at DATETIME NOT NULL,
        FOREIGN KEY (paper_id) REFERENCES paper (id) ON DELETE RESTRICT
    )
    """,
    """
    CREATE TABLE draft (
        id INTEGER NOT NULL PRIMARY KEY,
        content TEXT NOT NULL,
        begun_at DATETIME NOT NULL,
        saved_at DATETIME NOT NULL
    )
    """,
    """
    CREATE TABLE audit_line (
        id INTEGER NOT NULL PRIMARY KEY,
        at DATETIME NOT NULL,
        operator TEXT NOT NULL,
        verb TEXT NOT NULL,
        subject TEXT NOT NULL,
        subject_id INTEGER NOT NULL,
        detail TEXT NOT NULL,
        changes TEXT NOT NULL,
        undoes_id INTEGER,
        FOREIGN KEY (undoes_id) REFERENCES audit_line (id) ON DELETE RESTRICT
    )
    """,
)

INDEXES = (
    "CREATE UNIQUE INDEX calendar_day_day ON calendar_day (day)",
    "CREATE UNIQUE INDEX volume_year_number ON volume (year, number)",
    "CREATE INDEX application_volume_id ON application (volume_id)",
    "CREATE INDEX application_previous_id ON application (previous_id)",
    "CREATE INDEX application_joins_id ON application (joins_id)",
    "CREATE INDEX application_sort_key ON application (sort_key)",
    "CREATE UNIQUE INDEX application_year_sequence ON application (year, sequence)",
    "CREATE UNIQUE INDEX application_year_number ON application (year, number)",
    "CREATE INDEX application_person_person_id ON application_person (person_id)",
    "CREATE UNIQUE INDEX application_person_application_id_position"
    " ON application_person (application_id, position)",
    "CREATE UNIQUE INDEX application_person_application_id_person_id"
    " ON application_person (application_id, person_id)",
    "CREATE UNIQUE INDEX reserve_entry_application_id ON reserve_entry (application_id)",
    "CREATE INDEX referral_application_id ON referral (application_id)",
    "CREATE UNIQUE INDEX referral_year_sequence ON referral (year, sequence)",
    "CREATE UNIQUE INDEX referral_year_number ON referral (year, number)",
    "CREATE INDEX referral_person_application_person_id ON referral_person (application_person_id)",
    "CREATE UNIQUE INDEX referral_person_referral_id_position ON referral_person (referral_id, position)",
    "CREATE UNIQUE INDEX referral_person_referral_id_application_person_id"
    " ON referral_person (referral_id, application_person_id)",
    "CREATE UNIQUE INDEX paper_application_id ON paper (application_id)",
    "CREATE UNIQUE INDEX paper_referral_id ON paper (referral_id)",
    "CREATE UNIQUE INDEX paper_issue_paper_id_copy_number ON paper_issue (paper_id, copy_number)",
    "CREATE UNIQUE INDEX audit_line_undoes_id ON audit_line (undoes_id)",
)

# What SQLite alone spells so: an index over some of the rows.
PARTIAL_INDEXES = (
    "CREATE UNIQUE INDEX volume_open ON volume ((1)) WHERE ended_on IS NULL",
    "CREATE UNIQUE INDEX referral_live ON referral (application_id) WHERE struck_out_on IS NULL",
    "CREATE INDEX referral_in_force ON referral (received_on) WHERE struck_out_on IS NULL",
    "CREATE INDEX application_due ON application (registered_on)"
    " WHERE considered_on IS NULL AND struck_out_on IS NULL",
    "CREATE INDEX application_returned ON application (id) WHERE returned_reason IS NOT NULL",
    "CREATE INDEX application_struck_out ON application (id) WHERE struck_out_on IS NOT NULL",
    "CREATE INDEX reserve_entry_waiting ON reserve_entry (application_id) WHERE left_on IS NULL",
)


def _never_deleted(table: str) -> str:
    return (
        f"CREATE TRIGGER {table}_is_never_deleted BEFORE DELETE ON {table}"
        f" BEGIN SELECT RAISE(ABORT, '{table}: an entry is struck out, never deleted'); END"
    )


def _numbers_stay(table: str) -> str:
    return (
        f"CREATE TRIGGER {table}_numbers_stay BEFORE UPDATE OF id, year, sequence, number ON {table}"
        f" BEGIN SELECT RAISE(ABORT, '{table}: a number is never changed'); END"
    )


def _no_gaps(table: str) -> str:
    # The first number of a year is free: an office may have begun the year on paper.
    return (
        f"CREATE TRIGGER {table}_numbers_have_no_gaps BEFORE INSERT ON {table}"
        f" WHEN NEW.sequence <> 1 + (SELECT max(sequence) FROM {table} WHERE year = NEW.year)"
        f" BEGIN SELECT RAISE(ABORT, '{table}: numbers have no gaps'); END"
    )


def _stays_struck_out(table: str) -> str:
    return (
        f"CREATE TRIGGER {table}_stays_struck_out BEFORE UPDATE ON {table} WHEN OLD.struck_out_on IS NOT NULL"
        f" BEGIN SELECT RAISE(ABORT, '{table}: what was struck out stays so'); END"
    )


_NUMBERED = ("application", "referral")
_KEPT = (
    *_NUMBERED,
    "volume",
    "application_person",
    "referral_person",
    "reserve_entry",
    "paper",
    "paper_issue",
)

TRIGGERS = (
    *(_never_deleted(table) for table in (*_KEPT, "audit_line")),
    *(_numbers_stay(table) for table in _NUMBERED),
    *(_no_gaps(table) for table in _NUMBERED),
    *(_stays_struck_out(table) for table in _NUMBERED),
    "CREATE TRIGGER application_order_stays BEFORE UPDATE OF arrived_at, registered_on ON application"
    " BEGIN SELECT RAISE(ABORT, 'application: the order of applying is never changed'); END",
    "CREATE TRIGGER audit_line_stays BEFORE UPDATE ON audit_line"
    " BEGIN SELECT RAISE(ABORT, 'audit_line: what was recorded stays'); END",
    "CREATE TRIGGER paper_stays BEFORE UPDATE ON paper"
    " BEGIN SELECT RAISE(ABORT, 'paper: printed again, it is the same'); END",
)

# The words come cut into pieces, one token each (models/search.py); which piece is where is never asked, so
# only the applications are kept. Marks are parts of numbers and dates, "^" is a word's beginning.
SEARCH = (
    "CREATE VIRTUAL TABLE journal_search USING fts5("
    "words, content='', contentless_delete=1, detail=none, tokenize=\"ascii tokenchars './-^'\")",
)

STATEMENTS = (*TABLES, *INDEXES, *PARTIAL_INDEXES, *TRIGGERS, *SEARCH)
