"""What an event file means, and what it does not."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from cieprep_docs.diagnostics import Location
from cieprep_docs.model.audience import restrict
from cieprep_docs.source import load_event, read_event

HEAD = "id: forum\nseries: Forum\nshort_title: Forum\nwhen: 2020-12-09\n"


def written(folder: Path, text: str) -> Path:
    path = folder / "event.yaml"
    path.write_text(text, "utf-8", newline="")
    return path


@pytest.mark.parametrize(
    "words", ["NO", "on", "12:30", "1.10", "2020-12-09", "0x1F", "1e3", "=", "18", ".inf", "True", "0777"]
)
def test_words_are_read_exactly_as_written(tmp_path: Path, words: str) -> None:
    event = load_event(written(tmp_path, f"{HEAD}title: {words}\n")).value

    assert event.title.source == words


def test_the_field_decides_what_words_mean(tmp_path: Path) -> None:
    text = """title: Forum
edition: 18
figures:
  a: {label: A, quantity: {value: 1.10, unit: project}, key: NO}
sessions:
  b: {kind: forum, title: B, when: {from: 2020-12-09 12:30, zone: Asia/Shanghai}}
"""
    event = load_event(written(tmp_path, HEAD + text)).value

    hours = event.sessions["b"].when.hours if event.sessions["b"].when else None
    assert event.edition == 18
    assert event.figures["a"].quantity.value == Decimal("1.10")
    assert event.figures["a"].key is False
    assert hours is not None
    assert (hours.start.hour, hours.start.minute) == (12, 30)


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_an_optional_field_may_be_left_empty(tmp_path: Path, nothing: str) -> None:
    event = load_event(written(tmp_path, f"{HEAD}title: Forum\nedition: {nothing}\nframework: {nothing}\n")).value

    assert (event.edition, event.framework) == (None, None)


def test_a_quoted_null_is_a_word(tmp_path: Path) -> None:
    assert load_event(written(tmp_path, f"{HEAD}title: 'null'\n")).value.title.source == "null"


def test_json_is_read_with_its_escapes_and_its_schema(tmp_path: Path) -> None:
    event = {
        "$schema": "x.json",
        "id": "a",
        "series": "A",
        "title": "绿色发展 \U0001f33f",
        "short_title": "A",
        "when": "2020",
    }
    path = tmp_path / "event.json"
    path.write_text(json.dumps(event, indent=1), "utf-8")

    assert load_event(path).value.title.source == "绿色发展 \U0001f33f"


def test_windows_line_ends_change_nothing(tmp_path: Path) -> None:
    text = f"{HEAD}title: Forum\nsummary:\n  - >-\n    One\n    sentence.\n"
    plain = load_event(written(tmp_path, text)).value

    assert load_event(written(tmp_path, text.replace("\n", "\r\n"))).value == plain


def test_every_field_is_found_at_its_line(tmp_path: Path) -> None:
    text = f"""{HEAD}title:
  en: Forum
  zh: 论坛
summary:
  - One
  - Two
people:
  delegate-012: {{name: {{en: Delegate 012}}, tradition: western, gender: female}}
delegations:
  china:
    country: CN
    languages: [zh]
    zone: Asia/Shanghai
    members: [delegate-012]
"""
    path = written(tmp_path, text)
    loaded = read_event(path)

    assert loaded.at(("title",)) == Location(str(path), 5, 1, "title")
    assert loaded.at(("title", "forms", "zh", "text")) == Location(str(path), 7, 7, "title.zh")
    assert loaded.at(("summary", 1)) == Location(str(path), 10, 5, "summary[1]")
    shorthand = loaded.at(("delegations", "china", "members", 0, "person"))
    assert shorthand == Location(str(path), 18, 15, "delegations.china.members[0]")


def test_what_is_suspicious_comes_with_the_event(tmp_path: Path) -> None:
    text = """title: {en: Forum, kz: Форум}
languages: [en, ru]
delegations:
  china: {country: CN, languages: [zh], zone: Asia/Shanghai}
people:
  delegate-012: {name: {en: Delegate 012, uk: Делегат 012}, tradition: western, gender: male}
"""
    found = load_event(written(tmp_path, HEAD + text)).diagnostics

    assert [(each.severity, each.code, each.location.path) for each in found] == [
        ("warning", "EVT031", "title.kz"),
        ("warning", "EVT030", "delegations.china.languages[0]"),
        ("warning", "EVT031", "people.delegate-012.name.uk"),
    ]


def test_what_a_restriction_breaks_is_told_with_file_and_line(tmp_path: Path) -> None:
    text = f"""{HEAD}title: Forum
people:
  delegate-012: {{name: {{en: Delegate 012}}, tradition: western, gender: female, visibility: internal}}
sessions:
  talks:
    kind: other
    title: Talks
    speakers: [delegate-012]
"""
    path = written(tmp_path, text)
    loaded = read_event(path)

    (found,) = loaded.placed(restrict(loaded.event, "public").diagnostics)

    assert found.location == Location(str(path), 12, 5, "sessions.talks.speakers")
