"""People and projects from spreadsheets beside the event file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from cieprep_docs.errors import EventError
from cieprep_docs.source import load_event, read_event

EVENT = """id: forum
series: Forum
title: Forum
short_title: Forum
when: 2027-05-11
organisations:
  university-a: {name: {en: University A, zh: A大学, ru: Университет А}, kind: university}
delegations:
  country-a: {country: CN, languages: [zh], zone: Asia/Shanghai, head: delegate-012}
tables:
  people:
    file: FILE
    columns:
      id: 编号
      name.en: Name (English)
      name.zh: 姓名
      name.ru.full: Имя
      name.ru.status: Статус
      tradition: 传统
      gender: 性别
      organisation: University
      rank: Rank
      visibility: Who sees it
    values:
      gender: {男: male, 女: female, муж.: male}
      visibility: {A: country-a, 内部: internal}
"""
HEADS = [
    "编号",
    "Name (English)",
    "姓名",
    "Имя",
    "Статус",
    "传统",
    "性别",
    "University",
    "Rank",
    "Who sees it",
    "Phone",
]
ROW = [
    "delegate-012", "Delegate 012", "代表012", "Делегат 012", "proposed", "western", "女", "university-a", 1, "A", "1"
]  # fmt: skip
SPARSE = ["delegate-013", "Delegate 013", "", "", "", "western", "муж.", "", "", "内部", ""]


def with_workbook(folder: Path, *rows: Sequence[Any], sheets: Sequence[str] = ("Sheet1",)) -> Path:
    book = openpyxl.Workbook()
    book.active.title = sheets[0]
    for row in rows:
        book.active.append(row)
    for name in sheets[1:]:
        book.create_sheet(name)
    book.save(folder / "people.xlsx")
    (folder / "event.yaml").write_text(EVENT.replace("FILE", "people.xlsx"), "utf-8")
    return folder


def with_csv(folder: Path, *rows: Sequence[Any], delimiter: str = ",", mark: str = "") -> Path:
    text = "\r\n".join(delimiter.join(map(str, row)) for row in rows)
    (folder / "people.csv").write_text(mark + text, "utf-8", newline="")
    (folder / "event.yaml").write_text(EVENT.replace("FILE", "people.csv"), "utf-8")
    return folder


def faults(folder: Path) -> list[str]:
    with pytest.raises(EventError) as caught:
        load_event(folder)
    return str(caught.value).replace(f"{folder}/", "").splitlines()


def test_rows_of_a_workbook_are_people(tmp_path: Path) -> None:
    event = load_event(with_workbook(tmp_path, HEADS, ROW, SPARSE)).value

    first, second = event.people.values()
    assert (first.id, first.gender, first.organisation, first.rank) == ("delegate-012", "female", "university-a", 1)
    assert (first.name["ru"].full, first.name["ru"].status) == ("Делегат 012", "proposed")
    assert first.visibility == frozenset({"country-a"})
    assert (second.gender, second.visibility, list(second.name)) == ("male", "internal", ["en"])


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_csv_means_the_same_as_the_workbook(tmp_path: Path, delimiter: str, mark: str) -> None:
    workbook = load_event(with_workbook(tmp_path, HEADS, ROW, SPARSE)).value

    assert load_event(with_csv(tmp_path, HEADS, ROW, [], SPARSE, delimiter=delimiter, mark=mark)).value == workbook


def test_records_of_tables_stand_behind_those_of_the_event_file(tmp_path: Path) -> None:
    folder = with_csv(tmp_path, HEADS, ROW)
    own = "people:\n  delegate-014: {name: {en: Delegate 014}, tradition: western, gender: male}\n"
    (folder / "event.yaml").write_text((folder / "event.yaml").read_text("utf-8") + own, "utf-8")

    assert list(load_event(folder).value.people) == ["delegate-014", "delegate-012"]


def test_every_field_is_found_in_its_cell(tmp_path: Path) -> None:
    loaded = read_event(with_workbook(tmp_path, HEADS, ROW))

    assert str(loaded.at(("people", "delegate-012", "name", "ru"))).endswith(
        "people.xlsx:Sheet1!D2 people.delegate-012.name.ru"
    )


def test_all_faults_of_event_file_and_workbook_come_in_one_pass(tmp_path: Path) -> None:
    wrong = ["delegate-013", "", "代表013", "", "", "west", "?", "university-b", "first", "B;country-a", ""]
    nameless = ["", "Delegate 014"]
    folder = with_workbook(tmp_path, HEADS, ROW, wrong, nameless, ROW)
    text = (folder / "event.yaml").read_text("utf-8").replace("country: CN", "country: china")
    (folder / "event.yaml").write_text(text, "utf-8")

    assert "\n".join(faults(folder)) + "\n" == (Path(__file__).parent / "bad-table.txt").read_text("utf-8")


def test_a_fault_in_a_csv_is_told_by_line_and_cell(tmp_path: Path) -> None:
    wrong = [*ROW[:5], "west", *ROW[6:]]
    folder = with_csv(tmp_path, HEADS, [SPARSE[0], '"Delegate\n013"', *SPARSE[2:]], wrong)

    assert faults(folder) == [
        'people.csv:4:6 people.delegate-012.tradition: EVT013 "west" is not among the choices (did you mean "western"?)'
    ]


@pytest.mark.parametrize(
    ("heads", "told"),
    [
        (["编号", "Name"], "no column"),
        ([*HEADS, "姓名"], 'more than one column "姓名"'),
        ([], 'no column "编号"'),
    ],
)
def test_headings_that_are_not_there_or_twice_are_told_where_they_are_mapped(
    tmp_path: Path, heads: list[str], told: str
) -> None:
    found = faults(with_workbook(tmp_path, heads, ROW))

    assert all("tables.people.columns." in line and "EVT051" in line for line in found)
    assert told in found[0]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("name.zh: 姓名", "nome.zh: 姓名", '"nome.zh" is no field that a column can fill'),
        ("name.zh: 姓名", "name: 姓名", '"name" is no field that a column can fill'),
        ("name.ru.full: Имя", "name.ru: Имя", '"name.ru" cannot be one column and several'),
        ("id: 编号", "note.en: 编号", 'lacks "id"'),
        ("file: people.xlsx", "file: ../people.xlsx", "leads out of the event's folder"),
        ("file: people.xlsx", "file: peple.xlsx", 'there is no file "peple.xlsx" (did you mean "people.xlsx"?)'),
        ("file: people.xlsx", "file: event.yaml", "EVT050 is neither .csv nor .xlsx"),
        ("file: people.xlsx", "sheet: Sheet1", 'lacks "file"'),
        ("file: people.xlsx", "file: people.xlsx\n    sheet: Sheet2", 'has no sheet "Sheet2" (did you mean "Sheet1"?)'),
        ("  people:\n", "  peple:\n", '"peple" is no kind of record (did you mean "people"?)'),
        ("tables:", "tables: people\nt:", "must be keys with values"),
    ],
)
def test_a_table_that_is_described_wrongly_is_told(tmp_path: Path, old: str, new: str, told: str) -> None:
    folder = with_workbook(tmp_path, HEADS, ROW)
    text = (folder / "event.yaml").read_text("utf-8")
    assert old in text
    (folder / "event.yaml").write_text(text.replace(old, new), "utf-8")

    assert any(told in line for line in faults(folder))


def test_what_names_the_records_of_an_unread_table_is_not_called_wrong(tmp_path: Path) -> None:
    folder = with_workbook(tmp_path, ["编号", "Name"], ROW)

    assert not [line for line in faults(folder) if "no person has the id" in line]


def test_several_sheets_need_a_name(tmp_path: Path) -> None:
    assert faults(with_workbook(tmp_path, HEADS, ROW, sheets=["People", "Guests"])) == [
        "people.xlsx: EVT050 has several sheets (write sheet: People or Guests)"
    ]


@pytest.mark.parametrize("value", ["=1+1", "#N/A"])
def test_formulas_and_errors_are_no_words(tmp_path: Path, value: str) -> None:
    (found,) = faults(with_workbook(tmp_path, HEADS, [*ROW[:1], value, *ROW[2:]]))

    assert found.startswith("people.xlsx:Sheet1!B2: EVT050 holds ")


def test_a_damaged_workbook_and_an_open_quotation_mark_are_told(tmp_path: Path) -> None:
    folder = with_workbook(tmp_path, HEADS, ROW)
    (folder / "people.xlsx").write_bytes((folder / "people.xlsx").read_bytes()[:900])

    assert "people.xlsx: EVT050 is no workbook" in faults(folder)[0]
    assert "people.csv:2: EVT050 the quotation marks" in faults(with_csv(tmp_path, HEADS, ['"a', *ROW[1:]]))[0]


def test_days_and_times_of_a_workbook_are_read_as_such(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["No.", "Title", "From", "To", "Zone", "Day"])
    hours = [dt.datetime(2027, 5, 11, hour) for hour in (10, 12)]  # noqa: DTZ001 - local times
    book.active.append(["talks", "Talks", *hours, "Asia/Shanghai"])
    book.save(tmp_path / "sessions.xlsx")
    head, _, _ = EVENT.partition("organisations:")
    tables = (
        "tables:\n  sessions:\n    file: sessions.xlsx\n    values: {kind: {Talks: negotiation}}\n"
        "    columns: {id: No., title: Title, kind: Title, when.from: From, when.to: To, when.zone: Zone}\n"
    )
    (tmp_path / "event.yaml").write_text(head + tables, "utf-8")

    session = load_event(tmp_path).value.sessions["talks"]

    assert session.kind == "negotiation"
    assert session.when is not None
    assert session.when.hours is not None
    assert session.when.hours.start == hours[0]
