from __future__ import annotations

import re
from pathlib import Path

import pytest

from cieprep_docs.errors import CatalogError
from cieprep_docs.language.catalog import load_catalog, read_catalog

HERE = Path(__file__).parent
HEADER = r"""msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=n > 1;\n"

"""

FAULTS = {
    "byte-order-mark": "1: LNG020 a byte order mark (save the file as UTF-8 without one)",
    "windows-1251": "7: LNG020 bytes that are no UTF-8",
    "conflict": "6: LNG022 an unresolved merge conflict",
    "unclosed": "7: LNG021 a string that does not end in one quotation mark",
    "inner-quote": "7: LNG021 a string that does not end in one quotation mark",
    "keyword": "6: LNG021 an entry without msgstr",
    "stray": "8: LNG021 no PO syntax: просто слова",
    "escape": r"7: LNG021 an unknown escape \q (there are \n \t \r \" \\)",
    "no-msgstr": "6: LNG021 an entry without msgstr",
    "order": "6: LNG021 an entry without msgid",
    "twice": "8: LNG021 msgstr stands where it does not belong",
    "no-header": '1: LNG023 no header (begin with msgid ""',
    "other-charset": "1: LNG023 the header does not say charset=UTF-8",
    "no-plural-forms": "1: LNG023 the header has no Plural-Forms, but messages have plurals",
    "plural-out-of-range": "1: LNG023 Plural-Forms gives form 2, but nplurals is 2",
    "plural-no-expression": "1: LNG023 no valid Plural-Forms: nplurals=2; plural=__import__(1);",
    "plural-by-zero": "1: LNG023 no valid Plural-Forms: nplurals=2; plural=n/0;",
    "duplicate": "13: LNG024 'City' stands twice, first in line 6",
    "two-forms": "6: LNG025 2 plural forms, but Plural-Forms says 3",
    "empty-form": "6: LNG025 some plural forms are empty",
    "forms-without-plural": "6: LNG025 plural forms without msgid_plural",
    "placeholder-lost": "6: LNG026 the translation has %(n)s, its source %(n)s %(total)s",
    "placeholder-unknown": "6: LNG026 the translation has %(число)s, its source %(n)s",
    "placeholder-broken": "6: LNG026 the translation has %(n), its source %(n)s",
    "compiled": "1: LNG020 is a compiled catalog (.mo)",
    "garbage": "1: LNG021 no PO syntax: Dear colleagues",
    "markup-added": "6: LNG027 the translation adds <script>, which its source has not",
    "no-string-at-all": "8: LNG021 no PO syntax: 'City'",
    "placeholder-attribute": "6: LNG026 the translation has %(n.x)s, its source %(n)s",
    "placeholder-width": "6: LNG026 the translation has %(n)5, its source %(n)s",
    "placeholder-invented": "6: LNG026 the translation has %(n)s, its source no placeholder",
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_with_its_line(name: str) -> None:
    path = HERE / "bad" / f"{name}.po"
    with pytest.raises(CatalogError) as error:
        load_catalog(path)
    assert str(error.value).startswith(f"{path}:{FAULTS[name]}")


def test_all_faults_are_told_in_one_pass() -> None:
    with pytest.raises(CatalogError) as error:
        load_catalog(HERE / "bad" / "several.po")
    assert [(each.location.line, each.code) for each in error.value.diagnostics] == [
        (6, "LNG026"),
        (10, "LNG021"),
        (12, "LNG024"),
    ]


def test_every_bad_catalog_is_tested() -> None:
    assert {path.stem for path in (HERE / "bad").glob("*.po")} == FAULTS.keys() | {"several"}


def test_a_missing_file_is_an_empty_catalog(tmp_path: Path) -> None:
    assert load_catalog(tmp_path / "event.po").find("", "City") is None


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "event.po"
    path.write_text(HEADER + 'msgid "City"\nmsgstr "Город"\n', "utf-8")
    first = load_catalog(path)
    assert load_catalog(path) is first
    path.write_text(HEADER + 'msgid "City"\nmsgstr "Городок"\n', "utf-8")
    assert load_catalog(path).find("", "City") == "Городок"


def test_messages_are_found_by_context_and_source() -> None:
    catalog = read_catalog(HEADER + 'msgctxt "city.name"\nmsgid "Harbin"\nmsgstr "Харбин"\n')
    assert catalog.find("city.name", "Harbin") == "Харбин"
    assert catalog.find("", "Harbin") is None


def test_the_header_chooses_the_plural_form() -> None:
    forms = 'msgid "%(n)s event"\nmsgid_plural "%(n)s events"\nmsgstr[0] "%(n)s fois"\nmsgstr[1] "%(n)s fois-s"\n'
    catalog = read_catalog(HEADER + forms)
    assert [catalog.find_plural("", "%(n)s event", n) for n in (0, 1, 2)] == [
        "%(n)s fois",
        "%(n)s fois",
        "%(n)s fois-s",
    ]


@pytest.mark.parametrize(
    "entry",
    [
        '#, fuzzy\nmsgid "City"\nmsgstr "Город"\n',
        '#: event.yaml:4\n#, python-format, fuzzy\n#| msgid "Town"\nmsgid "City"\nmsgstr "Город"\n',
        'msgid "City"\nmsgstr ""\n',
        '#~ msgid "City"\n#~ msgstr "Город"\n',
    ],
)
def test_fuzzy_empty_and_obsolete_entries_are_not_used(entry: str) -> None:
    assert read_catalog(HEADER + entry + '\nmsgid "Venue"\nmsgstr "Место"\n').find("", "City") is None


def test_an_entry_after_a_fuzzy_one_is_used() -> None:
    entries = '#, fuzzy\nmsgid "City"\nmsgstr "Город"\nmsgid "Venue"\nmsgstr "Место"\n'
    assert read_catalog(HEADER + entries).find("", "Venue") == "Место"


def test_long_strings_and_escapes_and_windows_lines_are_read() -> None:
    entry = 'msgid ""\n"A \\"city\\"\\n"\n"and\\tmore"\nmsgstr "Го"\n"род"\n'
    catalog = read_catalog((HEADER + entry).replace("\n", "\r\n"))
    assert catalog.find("", 'A "city"\nand\tmore') == "Город"


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("100% sure", "на все сто"),
        ("%(b)s and %(a)s", "%(a)s и %(b)s"),
        ("50%% of %(n)s", "половина из %(n)s"),
    ],
)
def test_good_placeholders_are_accepted(source: str, translation: str) -> None:
    catalog = read_catalog(f'{HEADER}msgid "{source}"\nmsgstr "{translation}"\n')
    assert catalog.find("", source) == translation


def test_a_singular_may_leave_out_its_number() -> None:
    entry = 'msgid "one event"\nmsgid_plural "%(n)s events"\nmsgstr[0] "un"\nmsgstr[1] "%(n)s"\n'
    assert read_catalog(HEADER + entry).find_plural("", "one event", 1) == "un"


@pytest.mark.parametrize("path", sorted(HERE.parents[1].glob("**/LC_MESSAGES/*.po")), ids=lambda path: str(path)[-40:])
def test_our_own_catalogs_are_read(path: Path) -> None:
    if not re.search(r"/\.venv/|/build/|/bad/", str(path)):
        assert load_catalog(path).messages is not None
