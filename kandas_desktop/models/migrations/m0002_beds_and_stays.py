"""Rooms, beds and stays, and what the database itself forbids about them.

The tables and indexes are spelt so that SQLite and PostgreSQL read them alike; that nobody sleeps where
another does, and nobody in two beds, rests on them alone. The triggers are SQLite's.
"""

TABLES = (
    """
    CREATE TABLE passing_over (
        id INTEGER NOT NULL PRIMARY KEY,
        passed_id INTEGER NOT NULL,
        preferred_id INTEGER NOT NULL,
        number TEXT NOT NULL CHECK (number <> ''),
        decided_on DATE NOT NULL,
        reason TEXT NOT NULL CHECK (reason <> ''),
        recorded_on DATE NOT NULL,
        FOREIGN KEY (passed_id) REFERENCES application (id) ON DELETE RESTRICT,
        FOREIGN KEY (preferred_id) REFERENCES application (id) ON DELETE RESTRICT,
        CHECK (passed_id <> preferred_id),
        CHECK (decided_on <= recorded_on)
    )
    """,
    """
    CREATE TABLE room (
        id INTEGER NOT NULL PRIMARY KEY,
        floor INTEGER NOT NULL,
        name TEXT NOT NULL CHECK (name <> ''),
        kind TEXT NOT NULL CHECK (kind IN ('family', 'women', 'men', 'accessible')),
        retired_on DATE
    )
    """,
    """
    CREATE TABLE bed (
        id INTEGER NOT NULL PRIMARY KEY,
        room_id INTEGER NOT NULL,
        name TEXT NOT NULL CHECK (name <> ''),
        retired_on DATE,
        FOREIGN KEY (room_id) REFERENCES room (id) ON DELETE RESTRICT
    )
    """,
    """
    CREATE TABLE outage (
        id INTEGER NOT NULL PRIMARY KEY,
        bed_id INTEGER NOT NULL,
        began_on DATE NOT NULL,
        expected_until DATE,
        ended_on DATE,
        reason TEXT NOT NULL CHECK (reason <> ''),
        FOREIGN KEY (bed_id) REFERENCES bed (id) ON DELETE RESTRICT,
        CHECK (expected_until >= began_on),
        CHECK (ended_on >= began_on)
    )
    """,
    """
    CREATE TABLE breach (
        id INTEGER NOT NULL PRIMARY KEY,
        household_id INTEGER NOT NULL,
        happened_on DATE NOT NULL,
        facts TEXT NOT NULL CHECK (facts <> ''),
        recorded_on DATE NOT NULL,
        closed_on DATE,
        closed_reason TEXT CHECK (closed_reason <> ''),
        year INTEGER,
        sequence INTEGER CHECK (sequence > 0),
        proposed_on DATE,
        registered_on DATE,
        registered_number TEXT NOT NULL,
        outcome TEXT CHECK (outcome IN ('keep', 'evict')),
        decision_number TEXT NOT NULL,
        decided_on DATE,
        notified_on DATE,
        FOREIGN KEY (household_id) REFERENCES application (id) ON DELETE RESTRICT,
        CHECK (happened_on <= recorded_on),
        CHECK ((closed_on IS NULL) = (closed_reason IS NULL)),
        CHECK (closed_on IS NULL OR decided_on IS NULL),
        CHECK ((proposed_on IS NULL) = (year IS NULL)),
        CHECK ((proposed_on IS NULL) = (sequence IS NULL)),
        CHECK (proposed_on >= happened_on),
        CHECK (registered_on IS NULL OR proposed_on IS NOT NULL AND registered_on >= proposed_on),
        CHECK (decided_on IS NULL OR registered_on IS NOT NULL AND decided_on >= registered_on),
        CHECK ((decided_on IS NULL) = (outcome IS NULL)),
        CHECK ((decided_on IS NULL) = (decision_number = '')),
        CHECK (notified_on IS NULL OR decided_on IS NOT NULL AND notified_on >= decided_on)
    )
    """,
    """
    CREATE TABLE stay (
        id INTEGER NOT NULL PRIMARY KEY,
        person_id INTEGER NOT NULL,
        referral_person_id INTEGER NOT NULL,
        household_id INTEGER NOT NULL,
        moved_in_on DATE NOT NULL,
        rules_signed_on DATE,
        ended_on DATE,
        ended_because TEXT CHECK (ended_because IN ('term', 'freely', 'evicted', 'died')),
        breach_id INTEGER,
        left_on DATE,
        destination TEXT NOT NULL,
        FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT,
        FOREIGN KEY (referral_person_id) REFERENCES referral_person (id) ON DELETE RESTRICT,
        FOREIGN KEY (household_id) REFERENCES application (id) ON DELETE RESTRICT,
        FOREIGN KEY (breach_id) REFERENCES breach (id) ON DELETE RESTRICT,
        CHECK (rules_signed_on >= moved_in_on),
        CHECK (ended_on >= moved_in_on),
        CHECK ((ended_on IS NULL) = (ended_because IS NULL)),
        CHECK (left_on IS NULL OR ended_on IS NOT NULL AND left_on >= ended_on),
        CHECK (ended_because <> 'evicted' OR breach_id IS NOT NULL)
    )
    """,
    """
    CREATE TABLE breach_person (
        id INTEGER NOT NULL PRIMARY KEY,
        breach_id INTEGER NOT NULL,
        stay_id INTEGER NOT NULL,
        is_to_leave INTEGER NOT NULL,
        FOREIGN KEY (breach_id) REFERENCES breach (id) ON DELETE RESTRICT,
        FOREIGN KEY (stay_id) REFERENCES stay (id) ON DELETE RESTRICT
    )
    """,
    """
    CREATE TABLE bed_use (
        id INTEGER NOT NULL PRIMARY KEY,
        bed_id INTEGER NOT NULL,
        referral_person_id INTEGER NOT NULL,
        stay_id INTEGER,
        began_on DATE NOT NULL,
        ended_on DATE,
        ready_on DATE,
        FOREIGN KEY (bed_id) REFERENCES bed (id) ON DELETE RESTRICT,
        FOREIGN KEY (referral_person_id) REFERENCES referral_person (id) ON DELETE RESTRICT,
        FOREIGN KEY (stay_id) REFERENCES stay (id) ON DELETE RESTRICT,
        CHECK (ended_on >= began_on),
        CHECK (ready_on IS NULL OR ended_on IS NOT NULL AND ready_on >= ended_on)
    )
    """,
    """
    CREATE TABLE bedding_change (
        id INTEGER NOT NULL PRIMARY KEY,
        bed_id INTEGER NOT NULL,
        stay_id INTEGER NOT NULL,
        changed_on DATE NOT NULL,
        FOREIGN KEY (bed_id) REFERENCES bed (id) ON DELETE RESTRICT,
        FOREIGN KEY (stay_id) REFERENCES stay (id) ON DELETE RESTRICT
    )
    """,
    """
    CREATE TABLE petition (
        id INTEGER NOT NULL PRIMARY KEY,
        year INTEGER NOT NULL,
        sequence INTEGER NOT NULL CHECK (sequence > 0),
        filed_on DATE NOT NULL,
        stay_id INTEGER NOT NULL,
        request TEXT NOT NULL CHECK (request <> ''),
        answered_on DATE,
        answer TEXT CHECK (answer <> ''),
        FOREIGN KEY (stay_id) REFERENCES stay (id) ON DELETE RESTRICT,
        CHECK ((answered_on IS NULL) = (answer IS NULL)),
        CHECK (answered_on >= filed_on)
    )
    """,
    """
    CREATE TABLE household_contact (
        id INTEGER NOT NULL PRIMARY KEY,
        household_id INTEGER NOT NULL,
        stay_id INTEGER NOT NULL,
        chosen_on DATE NOT NULL,
        FOREIGN KEY (household_id) REFERENCES application (id) ON DELETE RESTRICT,
        FOREIGN KEY (stay_id) REFERENCES stay (id) ON DELETE RESTRICT
    )
    """,
    """
    CREATE TABLE term_notice (
        id INTEGER NOT NULL PRIMARY KEY,
        household_id INTEGER NOT NULL,
        ends_on DATE NOT NULL,
        given_on DATE NOT NULL,
        FOREIGN KEY (household_id) REFERENCES application (id) ON DELETE RESTRICT
    )
    """,
    """
    CREATE TABLE calendar_year (
        id INTEGER NOT NULL PRIMARY KEY,
        year INTEGER NOT NULL,
        confirmed_on DATE NOT NULL,
        source TEXT NOT NULL
    )
    """,
)

# Of a breach the proposal and the notice of the decision are kept as they left, like the order's own forms.
PAPERS = (
    "ALTER TABLE paper ADD COLUMN kind TEXT CHECK (kind IN ('proposal', 'decision'))",
    "ALTER TABLE paper ADD COLUMN breach_id INTEGER REFERENCES breach (id) ON DELETE RESTRICT"
    " CHECK ((breach_id IS NULL) = (application_id IS NOT NULL OR referral_id IS NOT NULL))"
    " CHECK ((kind IS NULL) = (breach_id IS NULL))",
    "CREATE UNIQUE INDEX paper_breach_id_kind ON paper (breach_id, kind)",
)

INDEXES = (
    "CREATE UNIQUE INDEX passing_over_passed_id_preferred_id ON passing_over (passed_id, preferred_id)",
    "CREATE INDEX passing_over_preferred_id ON passing_over (preferred_id)",
    "CREATE INDEX bed_room_id ON bed (room_id)",
    "CREATE INDEX outage_bed_id ON outage (bed_id)",
    "CREATE INDEX breach_household_id ON breach (household_id)",
    "CREATE UNIQUE INDEX breach_year_sequence ON breach (year, sequence)",
    "CREATE INDEX stay_person_id ON stay (person_id)",
    "CREATE UNIQUE INDEX stay_referral_person_id ON stay (referral_person_id)",
    "CREATE INDEX stay_household_id ON stay (household_id)",
    "CREATE INDEX stay_breach_id ON stay (breach_id)",
    "CREATE UNIQUE INDEX breach_person_breach_id_stay_id ON breach_person (breach_id, stay_id)",
    "CREATE INDEX breach_person_stay_id ON breach_person (stay_id)",
    "CREATE INDEX bed_use_bed_id_began_on ON bed_use (bed_id, began_on)",
    "CREATE INDEX bed_use_referral_person_id ON bed_use (referral_person_id)",
    "CREATE INDEX bed_use_stay_id ON bed_use (stay_id)",
    "CREATE UNIQUE INDEX bedding_change_bed_id_changed_on ON bedding_change (bed_id, changed_on)",
    "CREATE INDEX bedding_change_stay_id ON bedding_change (stay_id)",
    "CREATE UNIQUE INDEX petition_year_sequence ON petition (year, sequence)",
    "CREATE INDEX petition_stay_id ON petition (stay_id)",
    "CREATE INDEX household_contact_household_id ON household_contact (household_id)",
    "CREATE INDEX household_contact_stay_id ON household_contact (stay_id)",
    "CREATE INDEX audit_line_subject_subject_id ON audit_line (subject, subject_id)",
    "CREATE UNIQUE INDEX term_notice_household_id_ends_on_given_on"
    " ON term_notice (household_id, ends_on, given_on)",
    "CREATE UNIQUE INDEX calendar_year_year ON calendar_year (year)",
)

# A bed has one live use, held or slept in; a person one bed and one stay.
LIVE_INDEXES = (
    "CREATE UNIQUE INDEX room_name_live ON room (name) WHERE retired_on IS NULL",
    "CREATE UNIQUE INDEX bed_name_live ON bed (room_id, name) WHERE retired_on IS NULL",
    "CREATE UNIQUE INDEX outage_live ON outage (bed_id) WHERE ended_on IS NULL",
    "CREATE UNIQUE INDEX stay_live ON stay (person_id) WHERE left_on IS NULL",
    "CREATE INDEX stay_household_live ON stay (household_id) WHERE left_on IS NULL",
    "CREATE INDEX stay_left ON stay (left_on, id) WHERE left_on IS NOT NULL",
    "CREATE UNIQUE INDEX bed_use_live ON bed_use (bed_id) WHERE ended_on IS NULL",
    "CREATE UNIQUE INDEX bed_use_live_person ON bed_use (referral_person_id) WHERE ended_on IS NULL",
    "CREATE INDEX referral_lapsed ON referral (application_id) WHERE lapsed_on IS NOT NULL",
    "CREATE INDEX bed_use_unready ON bed_use (bed_id)"
    " WHERE stay_id IS NOT NULL AND ended_on IS NOT NULL AND ready_on IS NULL",
    "CREATE INDEX breach_open ON breach (household_id) WHERE closed_on IS NULL AND decided_on IS NULL",
    "CREATE INDEX petition_open ON petition (id) WHERE answered_on IS NULL",
)


# What keeps the nights of a bed apart on PostgreSQL, where SQLite has the triggers below: held and let go on
# one day, it was nobody's.
POSTGRESQL = (
    "CREATE EXTENSION IF NOT EXISTS btree_gist",
    "ALTER TABLE bed_use ADD CONSTRAINT bed_use_alone"
    " EXCLUDE USING gist (bed_id WITH =, daterange(began_on, ended_on) WITH &&)",
)


def _forbids(name: str, event: str, table: str, condition: str, words: str) -> str:
    return (
        f"CREATE TRIGGER {name} BEFORE {event} ON {table} WHEN {condition}"
        f" BEGIN SELECT RAISE(ABORT, '{table}: {words}'); END"
    )


def _never_deleted(table: str) -> str:
    return (
        f"CREATE TRIGGER {table}_is_never_deleted BEFORE DELETE ON {table}"
        f" BEGIN SELECT RAISE(ABORT, '{table}: an entry stays'); END"
    )


# What an act of the desk adds can be deleted: so it is undone, and the audit keeps every row it had. Rooms
# and beds are retired, and what has a number keeps it.
_KEPT = ("room", "bed", "petition")
_OVERLAP = (
    "NEW.ended_on IS NOT NEW.began_on AND EXISTS (SELECT 1 FROM bed_use other WHERE other.bed_id = NEW.bed_id"
    " AND other.id IS NOT NEW.id AND other.ended_on IS NOT other.began_on"
    " AND (other.ended_on IS NULL OR other.ended_on > NEW.began_on)"
    " AND (NEW.ended_on IS NULL OR NEW.ended_on > other.began_on))"
)
_OUT_OF_SERVICE = "EXISTS (SELECT 1 FROM outage WHERE outage.bed_id = NEW.bed_id AND outage.ended_on IS NULL)"
_RETIRED = "EXISTS (SELECT 1 FROM bed WHERE bed.id = NEW.bed_id AND bed.retired_on IS NOT NULL)"
_USED = "EXISTS (SELECT 1 FROM bed_use WHERE bed_use.bed_id = NEW.{bed} AND bed_use.ended_on IS NULL)"
_USED_SINCE = (
    "EXISTS (SELECT 1 FROM bed_use later WHERE later.bed_id = NEW.bed_id AND later.id > NEW.id"
    " AND later.ended_on IS NOT later.began_on)"
)
_NOT_DECIDED = (
    "NEW.ended_because = 'evicted' AND NOT EXISTS (SELECT 1 FROM breach JOIN breach_person ON"
    " breach_person.breach_id = breach.id WHERE breach.id = NEW.breach_id AND breach.outcome = 'evict'"
    " AND breach_person.stay_id = NEW.id AND breach_person.is_to_leave)"
)

TRIGGERS = (
    *(_never_deleted(table) for table in _KEPT),
    _forbids(
        "breach_is_never_deleted", "DELETE", "breach", "OLD.sequence IS NOT NULL", "a numbered file stays"
    ),
    _forbids(
        "breach_number_stays",
        "UPDATE OF year, sequence",
        "breach",
        "OLD.sequence IS NOT NULL",
        "a number is never changed",
    ),
    "DROP TRIGGER paper_stays",
    # The paper of a breach can be made anew until it has left: what it says can be taken back until then.
    _forbids(
        "paper_stays",
        "UPDATE",
        "paper",
        "OLD.breach_id IS NULL OR NEW.breach_id IS NOT OLD.breach_id OR NEW.kind IS NOT OLD.kind"
        " OR EXISTS (SELECT 1 FROM paper_issue WHERE paper_issue.paper_id = OLD.id)",
        "printed again, it is the same",
    ),
    _forbids("bed_use_begins_alone", "INSERT", "bed_use", _OVERLAP, "two people in one bed"),
    _forbids("bed_use_stays_alone", "UPDATE", "bed_use", _OVERLAP, "two people in one bed"),
    _forbids(
        "bed_use_in_service",
        "INSERT",
        "bed_use",
        f"NEW.ended_on IS NULL AND ({_OUT_OF_SERVICE} OR {_RETIRED})",
        "the bed is out of service",
    ),
    _forbids(
        "bed_use_taken_up_in_service",
        "UPDATE OF ended_on",
        "bed_use",
        f"NEW.ended_on IS NULL AND OLD.ended_on IS NOT NULL AND ({_OUT_OF_SERVICE} OR {_RETIRED})",
        "the bed is out of service",
    ),
    _forbids(
        "bed_use_stays_ready",
        "UPDATE OF ready_on",
        "bed_use",
        f"NEW.ready_on IS NULL AND OLD.ready_on IS NOT NULL AND {_USED_SINCE}",
        "somebody has had the bed since",
    ),
    *(
        _forbids(
            name,
            event,
            "outage",
            f"NEW.ended_on IS NULL AND {_USED.format(bed='bed_id')}",
            "somebody has the bed",
        )
        for name, event in (
            ("outage_of_an_empty_bed", "INSERT"),
            ("outage_taken_up_of_an_empty_bed", "UPDATE OF ended_on"),
        )
    ),
    _forbids(
        "bed_retired_empty",
        "UPDATE OF retired_on",
        "bed",
        f"NEW.retired_on IS NOT NULL AND {_USED.format(bed='id')}",
        "somebody has the bed",
    ),
    _forbids("stay_ended_by_decision", "UPDATE", "stay", _NOT_DECIDED, "nobody is put out undecided"),
    _forbids("stay_begun_evicted", "INSERT", "stay", "NEW.ended_because = 'evicted'", "no decision yet"),
    _forbids(
        "petition_has_no_gaps",
        "INSERT",
        "petition",
        "NEW.sequence <> 1 + (SELECT coalesce(max(sequence), 0) FROM petition WHERE year = NEW.year)",
        "numbers have no gaps",
    ),
    _forbids(
        "breach_has_no_gaps",
        "UPDATE OF sequence",
        "breach",
        "NEW.sequence <> 1 + (SELECT coalesce(max(sequence), 0) FROM breach WHERE year = NEW.year)",
        "numbers have no gaps",
    ),
)

STATEMENTS = (*TABLES, *PAPERS, *INDEXES, *LIVE_INDEXES, *TRIGGERS)
