from __future__ import annotations

from typing import Any

import pytest
import yaml

from cieprep_docs.language.languages import load_language
from cieprep_docs.language.names import HEADINGS, NameEntry, list_names, tabulate_names, write_names
from cieprep_docs.language.translator import Translator
from cieprep_docs.model.event import Event

RECORD: dict[str, Any] = {
    "id": "event",
    "series": "Series",
    "title": "Title",
    "short_title": "Short",
    "when": "2020-12-09",
    "cities": {
        "shenzhen": {"name": {"en": "Shenzhen", "ru": "Шэньчжэнь"}, "country": "CN", "zone": "Asia/Shanghai"},
    },
    "organisations": {
        "centre": {
            "name": {"en": "Centre", "zh": {"text": "中心", "status": "proposed"}, "ru": "Центр «Наука»"},
            "kind": "centre",
        },
    },
    "people": {
        "popov": {
            "name": {"ru": {"full": "Геннадий Попов", "cases": {"gen": "Геннадия Попова"}}},
            "tradition": "russian",
            "gender": "male",
            "post": {"en": "Rector", "zh": "校长", "ru": {"text": "ректор", "cases": {"gen": "ректора"}}},
        },
        "qin": {"name": {"zh": "覃文"}, "tradition": "chinese", "gender": "female"},
    },
}
EVENT = Event.model_validate(RECORD)


@pytest.fixture(scope="module")
def entries() -> dict[tuple[str, str], NameEntry]:
    translators = [Translator(load_language(key)) for key in ("zh", "en", "ru")]
    return {(".".join(map(str, entry.path)), entry.language): entry for entry in list_names(EVENT, translators)}


@pytest.mark.parametrize(
    ("path", "language", "text", "state"),
    [
        ("people.popov.name", "ru", "Геннадий Попов", "confirmed"),
        ("people.popov.name", "en", "Gennady Popov", "by rule"),
        ("people.popov.name", "zh", "", "missing"),
        ("people.qin.name", "ru", "Цинь Вэнь", "by rule"),
        ("organisations.centre.name", "zh", "中心", "proposed"),
        ("cities.shenzhen.name", "zh", "", "missing"),
    ],
)
def test_every_name_has_a_state(
    entries: dict[tuple[str, str], NameEntry], path: str, language: str, text: str, state: str
) -> None:
    entry = entries[path, language]
    assert (entry.text, entry.state) == (text, state)


def test_given_and_checked_cases_are_no_drafts(entries: dict[tuple[str, str], NameEntry]) -> None:
    popov, city = entries["people.popov.name", "ru"], entries["cities.shenzhen.name", "ru"]
    assert popov.cases["gen"] == "Геннадия Попова"
    assert popov.cases["ins"] == "Геннадием Поповым"
    assert popov.drafts == {"dat", "acc", "ins", "loc"}
    assert city.cases["loc"] == "Шэньчжэне"
    assert city.drafts == frozenset()


def test_doubts_and_fallbacks_are_noted(entries: dict[tuple[str, str], NameEntry]) -> None:
    assert entries["people.qin.name", "en"].note == "覃 may be read qin or tan"
    assert entries["people.popov.name", "zh"].note == "prints as Gennady Popov"


def test_names_stand_in_the_order_of_the_event_file(entries: dict[tuple[str, str], NameEntry]) -> None:
    assert list(dict.fromkeys(path for path, _ in entries)) == [
        "cities.shenzhen.name",
        "organisations.centre.name",
        "people.popov.name",
        "people.popov.post",
        "people.qin.name",
    ]


def test_the_table_has_a_cell_under_every_heading(entries: dict[tuple[str, str], NameEntry]) -> None:
    rows = {row[:2]: row for row in tabulate_names(entries.values())}
    assert {len(row) for row in rows.values()} == {len(HEADINGS)}
    assert rows["people.popov.post", "ru"] == (
        "people.popov.post",
        "ru",
        "ректор",
        "confirmed",
        "ректора",
        "ректору?",
        "ректора?",
        "ректором?",
        "ректоре?",
        "",
    )


def test_the_yaml_can_be_pasted_back_and_then_settles_the_forms(entries: dict[tuple[str, str], NameEntry]) -> None:
    pasted = yaml.safe_load(write_names(entries.values()))
    record = {key: {id_: {**RECORD[key][id_], **each} for id_, each in part.items()} for key, part in pasted.items()}
    event = Event.model_validate({**RECORD, **record})
    ru = Translator(load_language("ru"))
    settled = {entry.path: entry.is_settled for entry in list_names(event, [ru])}
    assert settled == {
        ("cities", "shenzhen", "name"): True,
        ("organisations", "centre", "name"): True,
        ("people", "popov", "name"): True,
        ("people", "popov", "post"): True,
        ("people", "qin", "name"): False,
    }


def test_the_yaml_says_what_is_missing_in_a_comment(entries: dict[tuple[str, str], NameEntry]) -> None:
    written = write_names(entries.values())
    assert "      # zh: missing (prints as Gennady Popov)\n" in written
    assert "      en:  # made by rule, check (覃 may be read qin or tan)\n" in written
    assert "Шэньчжэне" in written


def test_settled_names_leave_nothing_to_paste() -> None:
    entry = NameEntry(("people", "wei", "name"), "zh", "黄卫", "confirmed", parts={"full": "黄卫"})
    assert write_names([entry]) == ""
