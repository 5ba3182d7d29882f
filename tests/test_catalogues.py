"""The tool for the words: what it collects, what it keeps, and the gaps it names."""

import os
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from translations import catalogues

CODE = """
def title(count, name):
    # Translators: on the first page
    return [_("Journal"), ngettext("{count} bed", "{count} beds", count), pgettext("noun", "Issue")]
"""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "program"
    folder.mkdir()
    (folder / "page.py").write_text(CODE, encoding="utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path, package: Path) -> Path:
    """Catalogues that are complete for the package."""
    words = {
        "kk": ("Журнал", ("{count} төсек", "{count} төсек"), "Басылым"),
        "ru": ("Журнал", ("{count} место", "{count} места", "{count} мест"), "Выпуск"),
        "en": ("Journal", ("{count} bed", "{count} beds"), "Issue"),
    }
    folder = tmp_path / "translations"
    for language, (journal, beds, issue) in words.items():
        catalogue = Catalog(locale=language, fuzzy=False)
        catalogue.add("Journal", journal)
        catalogue.add(("{count} bed", "{count} beds"), beds)
        catalogue.add("Issue", issue, context="noun")
        write(catalogue, catalogues.catalogue_path(folder, language))
    return folder


def write(catalogue: Catalog, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalogue)


def change(folder: Path, language: str, message: str, translation: str, context: str | None = None) -> None:
    path = catalogues.catalogue_path(folder, language)
    catalogue = catalogues.read_catalogue(path)
    catalogue.delete(message, context=context)
    catalogue.add(message, translation, context=context)
    write(catalogue, path)


def test_a_complete_catalogue_has_no_fault(folder: Path, package: Path) -> None:
    assert catalogues.faults(folder, package) == []


def test_every_message_of_the_code_is_collected(package: Path) -> None:
    found = {(entry.id, entry.context) for entry in catalogues.messages_of(package) if entry.id}
    assert found == {("Journal", None), (("{count} bed", "{count} beds"), None), ("Issue", "noun")}


def test_a_message_within_an_f_string_is_collected_whatever_the_python(package: Path) -> None:
    code = """
def card(place, count):
    beds = f"{ngettext('{count} chair', '{count} chairs', count).format(count=count)}"
    return f"{place} · {_('expected')}, {beds}, {pgettext('verb', 'Issue')}: {place.strip()}"
"""
    (package / "card.py").write_text(code, encoding="utf-8")
    found = {(entry.id, entry.context) for entry in catalogues.messages_of(package) if entry.id}
    assert {("expected", None), (("{count} chair", "{count} chairs"), None), ("Issue", "verb")} <= found


def test_a_new_message_is_named_in_every_language(folder: Path, package: Path) -> None:
    (package / "new.py").write_text('print(_("Referral"))', encoding="utf-8")
    assert catalogues.faults(folder, package) == [
        f"{language}: not in the catalogue: 'Referral'" for language in ("kk", "ru", "en")
    ]


def test_a_message_nobody_asks_for_any_more_is_named(folder: Path, package: Path) -> None:
    change(folder, "ru", "Slip", "Талон")
    assert catalogues.faults(folder, package) == ["ru: no longer asked for: 'Slip'"]


@pytest.mark.parametrize(
    ("message", "translation", "fault"),
    [
        ("Journal", "", "kk: not translated: 'Journal'"),
        ("Journal", "{name} журналы", "kk: other {placeholders} than in the code's message: 'Journal'"),
    ],
)
def test_a_poor_translation_is_named(
    folder: Path, package: Path, message: str, translation: str, fault: str
) -> None:
    change(folder, "kk", message, translation)
    assert catalogues.faults(folder, package) == [fault]


def test_english_says_what_the_code_says(folder: Path, package: Path) -> None:
    change(folder, "en", "Issue", "Edition", context="noun")
    assert catalogues.faults(folder, package) == ["en: English differs from the code's message: 'Issue'"]


def test_an_update_adds_what_is_new_and_keeps_what_is_translated(folder: Path, package: Path) -> None:
    (package / "new.py").write_text('print(_("Referral"))', encoding="utf-8")
    catalogues.update(folder, package)
    assert catalogues.faults(folder, package) == [
        "kk: not translated: 'Referral'",
        "ru: not translated: 'Referral'",
    ]
    kept = catalogues.read_catalogue(catalogues.catalogue_path(folder, "ru")).get("{count} bed")
    assert kept is not None
    assert kept.string == ("{count} место", "{count} места", "{count} мест")


def test_an_update_drops_what_the_code_no_longer_asks_for(folder: Path, package: Path) -> None:
    change(folder, "kk", "Slip", "Талон")
    catalogues.update(folder, package)
    assert catalogues.faults(folder, package) == []


def test_a_second_update_changes_nothing(folder: Path, package: Path) -> None:
    catalogues.update(folder, package)
    before = {path: path.read_bytes() for path in folder.rglob("*.po*")}
    catalogues.update(folder, package)
    assert {path: path.read_bytes() for path in folder.rglob("*.po*")} == before


def test_a_catalogue_is_compiled_when_it_is_new_or_changed(folder: Path) -> None:
    compiled = catalogues.compile_catalogues(folder)
    assert [path.parent.parent.name for path in compiled] == ["en", "kk", "ru"]
    kk = folder / "kk" / "LC_MESSAGES" / "kandas.mo"
    assert "Журнал".encode() in kk.read_bytes()

    kk.write_bytes(b"fresh")
    catalogues.compile_catalogues(folder)
    assert kk.read_bytes() == b"fresh"

    source = kk.with_suffix(".po")
    later = kk.stat().st_mtime_ns + 1_000_000_000
    os.utime(source, ns=(later, later))
    catalogues.compile_catalogues(folder)
    assert kk.read_bytes() != b"fresh"


def test_a_catalogue_may_have_one_plural_form(folder: Path, package: Path) -> None:
    path = catalogues.catalogue_path(folder, "kk")
    text = path.read_text(encoding="utf-8")
    text = text.replace("nplurals=2; plural=(n != 1);", "nplurals=1; plural=0;")
    path.write_text(text.replace('msgstr[1] "{count} төсек"\n', ""), encoding="utf-8")
    catalogues.update(folder, package)
    assert "nplurals=1" in path.read_text(encoding="utf-8")
    assert "msgstr[1]" not in path.read_text(encoding="utf-8")
    assert catalogues.faults(folder, package) == []
