from __future__ import annotations

from pathlib import Path

import pytest

from cieprep_docs.catalogs.domains import event_domain
from cieprep_docs.catalogs.events import event_messages, target_languages
from cieprep_docs.catalogs.messages import Message
from cieprep_docs.catalogs.roles import translatable_roles
from cieprep_docs.diagnostics import Location
from cieprep_docs.source import read_event

EVENT = """\
id: forum
series: {en: Forum, zh: 论坛, ru: Форум}
title: Forum of Crafts
short_title: Forum
when: 2020-12-09
summary:
  - Crafts meet.
  - {en: Trades meet., ru: Ремёсла встречаются.}
figures:
  visits:
    quantity: {value: 500, qualifier: more than, unit: {one: visit, other: visits}}
    label: Forum
"""


@pytest.fixture
def event(tmp_path: Path) -> Path:
    (tmp_path / "event.yaml").write_text(EVENT, encoding="utf-8")
    return tmp_path


def messages(event: Path, *languages: str) -> list[Message]:
    return list(event_messages(read_event(event), languages))


def test_a_text_becomes_a_message_with_its_role_and_place(event: Path) -> None:
    title = messages(event, "zh", "ru")[0]
    assert title == Message(
        "Forum of Crafts",
        context="event.title",
        comments=(
            "full title of the event; cover and title slide; at most 120 half-widths, 60 Chinese characters",
            "in title",
        ),
        places=(Location("event.yaml", 3, 8, "title"),),
        limit=120,
    )


def test_equal_words_in_different_roles_are_different_messages(event: Path) -> None:
    assert [each.context for each in messages(event, "ru") if each.msgid == "Forum"] == [
        "event.short_title",
        "figure.label",
    ]


def test_forms_given_in_the_event_file_need_no_message(event: Path) -> None:
    assert "Trades meet." not in [each.msgid for each in messages(event, "ru")]
    assert "Trades meet." in [each.msgid for each in messages(event, "zh")]
    assert "Trades meet." in [each.msgid for each in messages(event, "zh", "ru")]
    assert not [each for each in messages(event, "zh", "ru") if each.context == "event.series"]


def test_what_is_counted_has_a_plural_for_each_sort_of_qualifier(event: Path) -> None:
    counted = [each for each in messages(event, "ru") if each.plural]
    assert [(each.context, each.msgid, each.plural) for each in counted] == [
        ("unit", "%(n)s visit", "%(n)s visits"),
        ("unit after genitive qualifier", "%(n)s visit", "%(n)s visits"),
    ]


def test_an_event_is_translated_from_its_source_language_into_the_others(event: Path) -> None:
    assert target_languages(read_event(event).event) == ("zh", "ru")
    domain = event_domain(event)
    assert domain.pot == event / "locales" / "event.pot"
    assert domain.po("zh") == event / "locales" / "zh_CN" / "LC_MESSAGES" / "event.po"


def test_every_role_tells_translators_something() -> None:
    assert len(translatable_roles()) > 40
    assert all(len(role.comment) > 10 for role in translatable_roles().values())
