"""What officials do to a review in Word or in a workbook comes back into the catalog, and nothing is lost."""

from __future__ import annotations

import copy
import io
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from lxml import etree
from lxml.etree import _Element as Element
from openxml_audit import FileFormat, OpenXmlValidator

from cieprep_docs.catalogs.checks.catalog import Checker
from cieprep_docs.catalogs.domains import event_domain, status_of_domain
from cieprep_docs.catalogs.entries import PoFile, read_po, write_po
from cieprep_docs.catalogs.messages import Message
from cieprep_docs.catalogs.po import update_po
from cieprep_docs.catalogs.review.answers import read_review
from cieprep_docs.catalogs.review.merge import merge_answers
from cieprep_docs.catalogs.review.merged import Merged
from cieprep_docs.catalogs.review.rows import Answer, proposed_rows, review_rows
from cieprep_docs.catalogs.review.sheet import read_sheet, write_sheet
from cieprep_docs.catalogs.review.where import kind_name, part_name
from cieprep_docs.catalogs.review.word import DOCUMENT, write_review
from cieprep_docs.catalogs.roles import translatable_roles
from cieprep_docs.diagnostics import Location
from cieprep_docs.errors import UsageError
from cieprep_docs.model.event import Event
from cieprep_docs.office.package import read_package, write_package
from cieprep_docs.office.xml import declare, qualified, read_xml
from cieprep_docs.source import load_event
from tests.support.command import EXAMPLE, run, run_program

PLACE = (Location("event.yaml", 3, path="sessions.opening.title"),)
MESSAGES = (
    Message("Opening of the forum", "session.title", comments=("title of a session",), places=PLACE, limit=84),
    Message("Open <b>%(place)s</b> now", places=PLACE),
    Message("%(n)s visit", "unit", "%(n)s visits", places=PLACE),
    Message("Closing of the forum", "session.title", places=PLACE),
)
WORDS = (
    ("Открытие форума",),
    ("Откройте <b>%(place)s</b> сейчас",),
    ("%(n)s посещение", "%(n)s посещения", "%(n)s посещений"),
    ("",),
)
CHECKER = Checker("ru")


def catalog(*words: tuple[str, ...]) -> bytes:
    file = read_po(update_po(MESSAGES, "ru", "forum"))
    header, *entries = file.entries
    filled = [replace(each, forms=forms) for each, forms in zip(entries, words or WORDS, strict=True)]
    return write_po(PoFile((header, *filled)))


def review(po: bytes | None = None) -> bytes:
    rows = review_rows(MESSAGES, po or catalog(), CHECKER)
    return write_review(rows, "forum: ru", "en-GB", "ru-RU")


def edited(edit: Callable[[list[Element]], object], data: bytes | None = None) -> bytes:
    """Return the review after `edit` changed its rows of messages, in the order of the table."""
    package = read_package(data or review())
    root = read_xml(package.read(DOCUMENT))
    edit([each for each in root.iter(qualified("w:tr")) if "cieprep ru" in "".join(map(str, each.itertext()))])
    return write_package(package, {DOCUMENT: etree.tostring(root, xml_declaration=True, encoding="UTF-8")})


def cell(row: Element, place: int = -4) -> Element:
    return row.findall(qualified("w:tc"))[place]


def put(row: Element, *runs: str, place: int = -4) -> None:
    """Replace what a cell says by runs, as Word leaves them."""
    paragraph = cell(row, place).find(qualified("w:p"))
    assert paragraph is not None
    paragraph.clear()
    for each in runs:
        wrapped = each if each.startswith("<w:") else f"<w:r><w:t xml:space='preserve'>{each}</w:t></w:r>"
        paragraph.extend(etree.fromstring(f"<w:p{declare('w')}>{wrapped}</w:p>"))


def merged(data: bytes, po: bytes | None = None) -> Merged:
    return merge_answers(po or catalog(), read_review(data).answers, CHECKER)


def words(found: Merged) -> list[tuple[str, ...]]:
    return [each.forms for each in read_po(found.data).messages]


def test_a_review_that_nobody_touched_changes_nothing() -> None:
    found = merged(review())
    assert found.data == catalog()
    assert (found.changes, found.conflicts, found.remarks) == ((), (), ())


@pytest.mark.parametrize(("language", "head"), [("ru", "Перевод"), ("zh", "译文"), ("de", "Translation")])
def test_the_columns_are_headed_in_the_language_of_the_reviewers(language: str, head: str) -> None:
    rows = [replace(each, language=language) for each in review_rows(MESSAGES, catalog(), CHECKER)]
    document = read_package(write_review(rows, "forum", "en-GB", language)).read(DOCUMENT).decode()
    sheet = openpyxl.load_workbook(io.BytesIO(write_sheet(rows, "forum"))).active
    assert f">{head}</w:t>" in document
    assert sheet["E1"].value == head
    assert all(words in document for words in ("yellow column", "黄色栏", "жёлтом столбце"))


def test_what_is_said_in_english_is_marked_as_english_in_a_chinese_review() -> None:
    rows = review_rows(MESSAGES, catalog(), CHECKER)
    document = write_review(rows, "forum", "en-GB", "zh-CN")
    runs = list(read_xml(read_package(document).read(DOCUMENT)).iter(qualified("w:r")))
    langs = {"".join(map(str, each.itertext())): each.find(f".//{qualified('w:lang')}") for each in runs}
    where = langs[rows[0].where]
    assert where is not None
    assert where.get(qualified("w:val")) == "en-GB"


@pytest.mark.parametrize("language", ["ru", "zh"])
def test_reviewers_read_in_their_language_what_words_are_and_where_they_stand(language: str) -> None:
    domain, checker = event_domain(EXAMPLE), Checker(language)
    assert domain.event
    shown = (*review_rows(domain.messages((language,)), b"", checker), *proposed_rows(domain.event, language))
    collections = {
        name
        for name, field in Event.model_fields.items()
        if repr(field.annotation).startswith("collections.abc.Mapping")
    }
    assert [each for each in {*collections, *(row.group for row in shown)} if not part_name(each, language)] == []
    assert [each for each in translatable_roles() if not kind_name(each, language)] == []
    rows = review_rows(MESSAGES, catalog(), Checker(language))
    document = read_package(write_review(rows, "forum", "en-GB", language)).read(DOCUMENT).decode()
    sheet = openpyxl.load_workbook(io.BytesIO(write_sheet(rows, "forum"))).active
    assert f">{part_name('sessions', language)}</w:t>" in document
    assert f">{kind_name('session.title', language)}</w:t>" in document
    assert sheet["B2"].value == f"{kind_name('session.title', language)}\ntitle of a session"


def test_only_translations_and_remarks_can_be_changed() -> None:
    package = read_package(review())
    settings = package.read("word/settings.xml").decode()
    assert '<w:documentProtection w:edit="forms" w:enforcement="1"/>' in settings
    controls = [each.get(qualified("w:val")) for each in read_xml(package.read(DOCUMENT)).iter(qualified("w:alias"))]
    assert controls == ["Translation", "Remark"] * 6


def test_a_review_is_a_valid_word_file(tmp_path: Path) -> None:
    path = tmp_path / "review.docx"
    path.write_bytes(review())
    errors = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(str(path)).errors
    # A table needs neither a theme nor a table of fonts; the Open XML SDK and Word ask for none.
    assert [each.description for each in errors if each.id != "Sem_MissingRelationshipType"] == []


def test_a_row_shows_where_words_stand_how_long_they_may_be_and_which_numbers_take_a_form() -> None:
    rows = review_rows(MESSAGES, catalog(), CHECKER)
    assert (rows[0].group, rows[0].where, rows[0].limit) == ("sessions", "title of a session", 84)
    assert [each.kind.partition("; ")[2] for each in rows[2:5]] == [
        "для чисел 1, 21, 31, 41, 51",
        "для чисел 2, 3, 4, 22, 23",
        "для чисел 5, 6, 7, 8, 9",
    ]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ru", "предложение; исходный текст был: Start of the forum"),
        ("zh", "建议译文；原文曾为：Start of the forum"),
        ("de", "proposal; the source was: Start of the forum"),
    ],
)
def test_a_row_says_that_its_words_are_a_proposal_and_for_what_they_were_made(language: str, said: str) -> None:
    marked = b'#, fuzzy, max-length:84\n#| msgctxt "session.title"\n#| msgid "Start of "\n#| "the forum"'
    fuzzy = catalog().replace(b"#, max-length:84", marked)
    assert review_rows(MESSAGES, fuzzy, Checker(language), ["changed"])[0].findings == (said,)


def test_a_line_break_added_in_a_cell_is_told_and_one_after_the_words_means_nothing() -> None:
    broken = "<w:r><w:t>Начало</w:t><w:br/><w:t>форума</w:t></w:r>"
    found = merged(edited(lambda rows: put(rows[0], broken)))
    assert found.data == catalog()
    assert found.conflicts[0].reason.startswith("CAT108")
    ended = "<w:r><w:t>Начало форума</w:t><w:br/></w:r>"
    assert words(merged(edited(lambda rows: put(rows[0], ended))))[0] == ("Начало форума",)


def test_a_form_that_no_whole_number_takes_is_shown_as_that_for_fractions() -> None:
    four = catalog().replace(b"nplurals=3", b"nplurals=4").replace(b"msgstr[2] ", b'msgstr[3] "%(n)s"\nmsgstr[2] ')
    rows = [each for each in review_rows(MESSAGES, four, CHECKER) if each.source.startswith("%(n)s visit")]
    assert rows[-1].kind.endswith("; для дробей")


def test_an_edit_in_pieces_is_read_as_a_whole() -> None:
    found = merged(edited(lambda rows: put(rows[0], "Торжествен", "ное откры", "тие форума")))
    assert words(found)[0] == ("Торжественное открытие форума",)
    (change,) = found.changes
    assert (change.before, change.after) == ("Открытие форума", "Торжественное открытие форума")


def test_tracked_changes_count_as_accepted() -> None:
    deleted = "<w:del w:id='1' w:author='D'><w:r><w:delText>Открытие</w:delText></w:r></w:del>"
    moved = "<w:moveFrom w:id='3' w:author='D'><w:r><w:t>старое</w:t></w:r></w:moveFrom>"
    added = "<w:ins w:id='2' w:author='D'><w:r><w:t>Начало</w:t></w:r></w:ins>"
    found = merged(edited(lambda rows: put(rows[0], deleted, moved, added, " форума")))
    assert words(found)[0] == ("Начало форума",)


def test_rows_may_move_and_go() -> None:
    def shuffle(rows: list[Element]) -> None:
        put(rows[0], "Начало форума")
        rows[-1].addnext(rows[0])
        parent = rows[1].getparent()
        assert parent is not None
        parent.remove(rows[1])

    assert words(merged(edited(shuffle)))[:2] == [("Начало форума",), WORDS[1]]


def test_a_column_that_was_deleted_shifts_nothing() -> None:
    def without(row: Element, place: int) -> None:
        row.remove(row.findall(qualified("w:tc"))[place])

    def edit(rows: list[Element]) -> None:
        put(rows[0], "Начало форума")
        table = rows[0].getparent()
        assert table is not None
        for row in table.findall(qualified("w:tr")):
            if len(row.findall(qualified("w:tc"))) > 1:
                without(row, 5)

    assert words(merged(edited(edit)))[0] == ("Начало форума",)


@pytest.mark.parametrize(
    ("column", "head", "said"),
    [(3, "", "has no column headed “Translation”"), (2, "Перевод", "has 2 columns headed “Translation”")],
)
def test_a_table_whose_translations_cannot_be_told_is_refused(column: int, head: str, said: str) -> None:
    def edit(rows: list[Element]) -> None:
        table = rows[0].getparent()
        assert table is not None
        put(table.findall(qualified("w:tr"))[0], head, place=column)

    with pytest.raises(UsageError, match=f"CAT042 {said}"):
        read_review(edited(edit))


def test_a_workbook_with_a_deleted_column_is_read_by_its_heads() -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_sheet(review_rows(MESSAGES, catalog(), CHECKER), "forum")))
    book.active["E2"] = "Начало форума"
    book.active.delete_cols(4)
    out = io.BytesIO()
    book.save(out)
    found = merge_answers(catalog(), read_sheet(out.getvalue()).answers, CHECKER)
    assert words(found)[0] == ("Начало форума",)


def test_a_row_without_its_hidden_id_and_one_added_by_hand_are_told() -> None:
    def edit(rows: list[Element]) -> None:
        put(rows[0], "Начало форума")
        put(rows[0], "1", place=0)
        twin = copy.deepcopy(rows[1])
        rows[1].addnext(twin)
        put(twin, place=0)
        put(twin, "Совсем новое")

    found = read_review(edited(edit))
    assert [tuple(each) for each in found.strays] == [
        ("1", "Начало форума"),
        ("row 5 of the table", "Совсем новое"),
    ]
    assert len(found.answers) == 5


def test_rows_that_are_not_applied_end_the_command_with_1(tmp_path: Path) -> None:
    path = tmp_path / "review.docx"
    assert run("catalog", "review", "ru", EXAMPLE, "-o", path).code == 0

    def edit(rows: list[Element]) -> None:
        put(rows[0], "Начало форума")
        put(rows[0], "1", place=0)

    path.write_bytes(edited(edit, path.read_bytes()))
    ended = run("catalog", "apply", path, EXAMPLE)
    assert ended.code == 1
    assert "Not applied" in ended.out
    assert "Начало форума" in ended.out


def test_new_words_fill_an_empty_cell() -> None:
    assert words(merged(edited(lambda rows: put(rows[-1], "Закрытие форума"))))[3] == ("Закрытие форума",)


def test_quotation_marks_that_word_bent_inside_tags_are_straight_again() -> None:
    messages = (Message('See <a href="x">here</a>', places=PLACE),)
    po = update_po(messages, "ru", "forum")
    rows = review_rows(messages, po, CHECKER)
    data = edited(
        lambda found: put(found[0], "См. &lt;a href=“x”&gt;здесь&lt;/a&gt;"), write_review(rows, "", "en-GB", "ru-RU")
    )
    assert words(merged(data, po)) == [('См. <a href="x">здесь</a>',)]


def test_what_changed_meanwhile_is_left_alone_and_told_with_three_texts() -> None:
    now = catalog(("Открытие конференции",), *WORDS[1:])
    found = merged(edited(lambda rows: put(rows[0], "Начало форума")), now)
    assert found.data == now
    (conflict,) = found.conflicts
    texts = (conflict.base, conflict.now, conflict.reviewed)
    assert texts == ("Открытие форума", "Открытие конференции", "Начало форума")


@pytest.mark.parametrize(
    ("row", "runs", "reason"),
    [
        (0, (), "the cell was emptied; the words stay until others are written"),
        (1, ("Откройте &lt;b&gt;место&lt;/b&gt;",), "LNG026"),
        (1, ("Откройте %(place)s",), "CAT102"),
        (2, ("посещение",), "LNG026"),
    ],
)
def test_what_would_be_faulty_is_refused(row: int, runs: tuple[str, ...], reason: str) -> None:
    found = merged(edited(lambda rows: put(rows[row], *runs)))
    assert found.data == catalog()
    assert found.conflicts[0].reason.startswith(reason)


def test_a_plural_is_taken_when_all_its_forms_are_there() -> None:
    empty = catalog(*WORDS[:2], ("", "", ""), ("",))

    def fill(rows: list[Element], forms: int) -> None:
        for number in range(forms):
            put(rows[2 + number], WORDS[2][number])

    part = merged(edited(lambda rows: fill(rows, 2), review(empty)), empty)
    assert part.data == empty
    assert {each.reason for each in part.conflicts} == {"LNG025 some plural forms are empty"}
    assert words(merged(edited(lambda rows: fill(rows, 3), review(empty)), empty))[2] == WORDS[2]


def test_of_two_rows_that_say_different_things_neither_is_taken() -> None:
    def double(rows: list[Element]) -> None:
        twin = copy.deepcopy(rows[0])
        rows[0].addnext(twin)
        put(rows[0], "Начало форума")
        put(twin, "Старт форума")

    found = merged(edited(double))
    assert found.data == catalog()
    assert [(each.now, each.reviewed) for each in found.conflicts] == [
        ("Открытие форума", "Начало форума"),
        ("Открытие форума", "Старт форума"),
    ]


def test_one_row_that_agrees_and_another_that_changes_are_at_odds_in_any_order() -> None:
    fuzzy = catalog().replace(b"#, max-length:84", b"#, fuzzy, max-length:84")

    def double(rows: list[Element], first: int) -> None:
        twins = [rows[0], copy.deepcopy(rows[0])]
        rows[0].addnext(twins[1])
        put(twins[first], "да", place=-1)
        put(twins[1 - first], "Старт форума")

    for first in (0, 1):
        found = merged(edited(lambda rows, first=first: double(rows, first), review(fuzzy)), fuzzy)  # type: ignore[misc]
        assert found.data == fuzzy
        assert {each.reviewed for each in found.conflicts} == {"Открытие форума", "Старт форума"}


def test_a_row_pasted_twice_counts_once_where_both_say_the_same() -> None:
    def double(rows: list[Element]) -> None:
        put(rows[0], "Начало форума")
        rows[0].addnext(copy.deepcopy(rows[0]))

    found = merged(edited(double))
    assert (words(found)[0], found.conflicts) == (("Начало форума",), ())


FUZZY_PLURAL = catalog().replace(b'#, python-format\nmsgctxt "unit"', b'#, fuzzy, python-format\nmsgctxt "unit"')


def test_a_proposed_plural_stays_one_until_each_of_its_forms_is_answered() -> None:
    data = edited(lambda rows: put(rows[2], "%(n)s визит"), review(FUZZY_PLURAL))
    found = merged(data, FUZZY_PLURAL)
    entry = read_po(found.data).messages[2]
    assert entry.is_fuzzy
    assert entry.forms == ("%(n)s визит", *WORDS[2][1:])
    assert [(each.source, each.form) for each in found.open_forms] == [("%(n)s visit", 1), ("%(n)s visit", 2)]


def test_agreeing_to_one_form_of_a_proposed_plural_does_not_accept_the_others() -> None:
    found = merged(edited(lambda rows: put(rows[3], "да", place=-1), review(FUZZY_PLURAL)), FUZZY_PLURAL)
    assert found.data == FUZZY_PLURAL
    assert [each.form for each in found.open_forms] == [0, 2]


def test_a_proposed_plural_is_taken_when_each_form_is_edited_or_agreed_to() -> None:
    def answer(rows: list[Element]) -> None:
        put(rows[2], "%(n)s визит")
        put(rows[3], "OK", place=-1)
        put(rows[4], "OK", place=-1)

    found = merged(edited(answer, review(FUZZY_PLURAL)), FUZZY_PLURAL)
    entry = read_po(found.data).messages[2]
    assert (entry.is_fuzzy, entry.forms[0], found.open_forms) == (False, "%(n)s визит", ())


def test_an_answered_form_of_an_open_proposal_is_checked_all_the_same() -> None:
    data = edited(lambda rows: put(rows[2], "визит без числа %(k)s"), review(FUZZY_PLURAL))
    found = merged(data, FUZZY_PLURAL)
    assert found.data == FUZZY_PLURAL
    assert found.conflicts[0].reason.startswith("LNG026")


def test_a_review_applied_again_after_its_words_were_put_right_is_no_conflict() -> None:
    data = edited(lambda rows: put(rows[0], 'Открытие "форума"'))
    written = merged(data).data
    fixed = write_po(CHECKER.fix_po(read_po(written)))
    assert fixed != written
    again = merged(data, fixed)
    assert (again.data, again.changes, again.conflicts) == (fixed, (), ())


def test_words_for_a_message_that_is_gone_are_told() -> None:
    po = update_po(MESSAGES[1:], "ru", "forum")
    found = merged(edited(lambda rows: put(rows[0], "Начало форума")), po)
    assert found.conflicts[0].reviewed == "Начало форума"


def test_remarks_become_notes_once() -> None:
    data = edited(lambda rows: put(rows[0], "Who opens it?", place=-1))
    found = merged(data)
    assert found.remarks == (("Opening of the forum", "Who opens it?"),)
    assert read_po(found.data).messages[0].notes == ("review: Who opens it?",)
    assert merge_answers(found.data, read_review(data).answers, CHECKER).data == found.data


def test_a_proposal_that_a_reviewer_rewrote_is_fuzzy_no_more() -> None:
    fuzzy = catalog().replace(b"#, max-length:84", b"#, fuzzy, max-length:84")
    found = merged(edited(lambda rows: put(rows[0], "Начало форума"), review(fuzzy)), fuzzy)
    assert not read_po(found.data).messages[0].is_fuzzy


@pytest.mark.parametrize("remark", ["OK", "да.", "同意"])
def test_a_proposal_is_accepted_as_it_is_by_a_word_in_the_last_column(remark: str) -> None:
    fuzzy = catalog().replace(b"#, max-length:84", b"#, fuzzy, max-length:84")
    found = merged(edited(lambda rows: put(rows[0], remark, place=-1), review(fuzzy)), fuzzy)
    assert [(each.before, each.after) for each in found.changes] == [("Открытие форума", "Открытие форума")]
    assert found.data == catalog()
    untouched = merged(review(fuzzy), fuzzy)
    assert read_po(untouched.data).messages[0].is_fuzzy


def test_a_proposal_with_a_fault_is_not_accepted() -> None:
    fuzzy = catalog(("Oткрытие",), *WORDS[1:]).replace(b"#, max-length:84", b"#, fuzzy, max-length:84")
    found = merged(edited(lambda rows: put(rows[0], "OK", place=-1), review(fuzzy)), fuzzy)
    assert found.data == fuzzy
    assert found.conflicts[0].reason.startswith("CAT105")


@pytest.mark.parametrize(("only", "expected"), [("untranslated", ["Closing of the forum"]), ("changed", [])])
def test_a_review_shows_what_is_asked_for(only: str, expected: list[str]) -> None:
    assert [each.source for each in review_rows(MESSAGES, catalog(), CHECKER, [only])] == expected


def proposed_answer(words: str, remark: str = "") -> Merged:
    """Return what a review does in which somebody wrote these words for the first proposed form of the example."""
    proposed = proposed_rows(load_event(EXAMPLE).value, "zh")
    answer = Answer("zh", proposed[0].id, 0, proposed[0].words, words, remark)
    return merge_answers(update_po((), "zh_CN", "forum"), [answer], Checker("zh"), proposed=proposed)


def test_forms_that_are_only_proposed_can_be_reviewed() -> None:
    first = proposed_rows(load_event(EXAMPLE).value, "zh")[0]
    (form,) = proposed_answer("新的写法").to_confirm
    assert (form.path, form.before, form.words) == (first.path, first.words, "新的写法")
    assert "write the new words" in form.advice
    untouched = proposed_answer(first.words, "confirmed by the Ministry")
    assert untouched.to_confirm == ()
    assert untouched.remarks == ((first.source, "confirmed by the Ministry"),)
    agreed = proposed_answer(first.words, "同意")
    assert [each.advice for each in agreed.to_confirm] == ["agreed as it stands: delete “status: proposed”"]
    assert agreed.remarks == ()
    assert proposed_answer("").conflicts[0].reason.startswith("the cell was emptied")


def test_a_changed_name_of_a_person_is_to_be_split_by_its_owner() -> None:
    rows = {each.path: each for each in proposed_rows(load_event(EXAMPLE).value, "ru")}
    row = rows["people.natalia-borisova.name.ru"]
    answer = Answer("ru", row.id, 0, row.words, "Наталья Борисовна Борисова")
    (form,) = merge_answers(catalog(), [answer], CHECKER, proposed=[row]).to_confirm
    assert "(now family: Борисова, given: Наталья)" in form.advice


def test_of_two_rows_that_say_different_things_of_a_name_neither_is_to_be_written() -> None:
    row = proposed_rows(load_event(EXAMPLE).value, "ru")[0]
    answers = [Answer("ru", row.id, 0, row.words, words) for words in ("Вариант А", "Вариант Б", row.words)]
    found = merge_answers(catalog(), answers, CHECKER, proposed=[row])
    assert found.to_confirm == ()
    assert [(each.now, each.reviewed) for each in found.conflicts] == [
        (row.words, "Вариант А"),
        (row.words, "Вариант Б"),
    ]


def test_names_of_people_are_among_the_proposed_forms() -> None:
    event = load_event(EXAMPLE).value
    rows = {each.path: each for each in proposed_rows(event, "ru")}
    names = {id_: each.name["ru"] for id_, each in event.people.items() if "ru" in each.name}
    assert {f"people.{id_}.name.ru" for id_, each in names.items() if each.status == "proposed"} <= set(rows)
    assert len(rows) == status_of_domain(event_domain(EXAMPLE), "ru").unconfirmed


def test_a_proposed_form_says_what_it_is_and_how_another_language_puts_it() -> None:
    rows = {each.path: each for each in proposed_rows(load_event(EXAMPLE).value, "ru", "zh")}
    theme, person = rows["theme.title.ru"], rows["people.natalia-borisova.name.ru"]
    assert (theme.kind, theme.other) == ("тема мероприятия", "畅通循环")
    assert person.other == "纳塔利娅·鲍里索娃"


def test_all_rows_are_the_names_too_and_each_group_stands_once(tmp_path: Path) -> None:
    path = tmp_path / "review.docx"
    assert run("catalog", "review", "ru", EXAMPLE, "-o", path).code == 0
    document = read_package(path.read_bytes()).read(DOCUMENT).decode()
    assert "畅通循环" not in document
    assert "Беспрепятственная циркуляция" in document
    groups = re.findall(r'<w:gridSpan w:val="\d+"/>.*?</w:tc>', document)
    titles = [re.sub("<[^>]+>", "", each) for each in groups]
    assert len(titles) == len(set(titles)) > 1


def test_a_file_that_is_no_review_is_named(tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    path.write_bytes(b"words")
    ended = run("catalog", "apply", path, EXAMPLE)
    assert (ended.code, ended.err) == (1, f"{path}: OFF010 is no readable zip package: File is not a zip file\n")


def test_a_review_is_written_into_a_folder_that_is_not_there_yet(tmp_path: Path) -> None:
    ended = run("catalog", "review", "ru", EXAMPLE, "-o", tmp_path / "to" / "send" / "review.xlsx")
    assert ended.code == 0
    assert (tmp_path / "to" / "send" / "review.xlsx").is_file()


def test_an_unknown_choice_and_a_file_that_is_no_review_are_told() -> None:
    with pytest.raises(UsageError, match="there are untranslated, changed, unconfirmed"):
        review_rows(MESSAGES, b"", CHECKER, ["old"])
    with pytest.raises(UsageError, match="CAT041 is no review"):
        read_review(edited(lambda rows: [put(each, place=0) for each in rows]))  # type: ignore[func-returns-value]


def test_a_workbook_goes_the_same_way() -> None:
    rows = review_rows(MESSAGES, catalog(), CHECKER)
    data = write_sheet(rows, "forum")
    assert data == write_sheet(rows, "forum")
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book.active
    sheet["E2"], sheet["H2"] = "Начало форума", "Better?"
    assert sheet.protection.sheet
    out = io.BytesIO()
    book.save(out)
    found = merge_answers(catalog(), read_sheet(out.getvalue()).answers, CHECKER)
    assert words(found)[0] == ("Начало форума",)
    assert found.remarks == (("Opening of the forum", "Better?"),)


@pytest.mark.draw
@pytest.mark.parametrize("ending", ["docx", "odt.docx"])
def test_a_review_saved_by_libreoffice_comes_back(tmp_path: Path, ending: str) -> None:
    path = tmp_path / "review.docx"
    path.write_bytes(edited(lambda rows: put(rows[0], "Начало ", "форума")))
    for step, each in enumerate(ending.split(".")):
        path = saved_as(path, each, tmp_path / str(step))
    assert words(merged(path.read_bytes()))[0] == ("Начало форума",)


@pytest.mark.draw
def test_changes_tracked_inside_the_cells_survive_libreoffice(tmp_path: Path) -> None:
    """In controls for plain text LibreOffice joins what is deleted with what is inserted: «ролизначению»."""
    mark = "w:id='{}' w:author='D' w:date='2026-01-01T00:00:00Z'"

    def edit(rows: list[Element]) -> None:
        content = cell(rows[0]).find(f".//{qualified('w:sdtContent')}")
        assert content is not None
        content.clear()
        deleted = f"<w:del {mark.format(101)}><w:r><w:delText>Открытие</w:delText></w:r></w:del>"
        added = f"<w:ins {mark.format(102)}><w:r><w:t>Начало</w:t></w:r></w:ins>"
        rest = "<w:r><w:t xml:space='preserve'> форума</w:t></w:r>"
        content.extend(etree.fromstring(f"<w:p{declare('w')}>{deleted}{added}{rest}</w:p>"))

    path = tmp_path / "review.docx"
    path.write_bytes(edited(edit))
    assert words(merged(saved_as(path, "docx", tmp_path / "out").read_bytes()))[0] == ("Начало форума",)


def saved_as(path: Path, ending: str, folder: Path) -> Path:
    """Return what LibreOffice makes of a file, with a profile of its own."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("needs LibreOffice")
    profile = f"-env:UserInstallation={(folder.parent / 'profile').as_uri()}"
    ended = run_program(program, profile, "--headless", "--convert-to", ending, "--outdir", folder, path)
    assert ended.code == 0, ended.err
    return folder / path.with_suffix(f".{ending}").name
