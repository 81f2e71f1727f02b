"""An event that is still to come is not told of as if it were over."""

from __future__ import annotations

import re
from functools import cache

import polib
import pytest

from cieprep_docs.choices import Choices, Reader
from cieprep_docs.content.nodes import Document
from cieprep_docs.content.outline import show
from cieprep_docs.kinds import KINDS, Kind
from cieprep_docs.model.event import Event
from cieprep_docs.pipeline import draft_document
from tests.support.command import CHECKOUT
from tests.support.occasions import DECK_EVENTS

GLUE = "⍽"
LOCALES = CHECKOUT / "locales"
PAST = re.compile(r"\b(was|were|held|spoke|spoken|said|met|took|\w{2,}ed)\b")
HELD = {
    "The event was held %(dates)s",
    "Course of the programme",
    "an alliance was founded",
    "%(n)s alliance was founded",
    "an award was made",
    "%(n)s award was made",
    "an initiative was launched",
    "%(n)s initiative was launched",
    "an agreement was signed",
    "%(n)s agreement was signed",
}
"""Messages that are said only of what has been."""
OF_BOTH = {
    "The event will be held %(dates)s",
    "%(n)s outcome is expected",
    "What is expected of the delegation",
    "What is counted",
    "Figures compared",
    "Figures as they are said",
    "Needed twice",
    "Prepared by: %(names)s",
    "Issued on %(date)s",
    "(continued)",
    "Not translated yet",
    "Not confirmed by the person or body named",
    "proposed, not confirmed",
    "Untranslated",
    "Unconfirmed",
    "%(n)s word untranslated",
    "%(n)s form unconfirmed",
    "The page that this delegation is handed",
    "What has changed since the last issue",
    "Added to the programme",
    "Added to the list",
    "Since your documents were issued the following has changed. What concerns your delegation by name stands first.",
    "Since the documents were issued the following has changed.",
    "No participants have been announced yet.",
    "No sessions have been announced yet.",
    "Date to be announced",
    "The printed paper lists all projects.",
    "And %(n)s more figure by part: the printed paper has it.",
    "And %(n)s more statement, which the printed paper gives.",
}
"""Messages about the documents, or about what is true before an event as well as after it."""


SAID = {
    "zh": ("活动于2020年", "活动进程"),
    "en": (
        "the event was held",
        "course of the programme",
        "were founded",
        "were made",
        "were launched",
        "were signed",
    ),
    "ru": ("мероприятие прошло", "ход программы", "учреждены", "присвоены", "дан старт", "подписаны"),
}
"""How these messages read in the documents."""


@cache
def planned() -> Event:
    """Return an event with all that a template can tell, still to come."""
    return DECK_EVENTS["large"]().model_copy(update={"stage": "planned"})


@cache
def told(event: str, kind: Kind, language: str) -> str:
    """Return a document as an outline, without capitals."""
    made = planned() if event == "planned" else DECK_EVENTS[event]()
    tree = draft_document(made, kind, [language], Reader(next(iter(made.delegations)), "secretariat"), Choices()).tree
    return words_of(tree)


def words_of(tree: Document) -> str:
    """Return the outline of a document without capitals, line ends and no-break spaces."""
    return " ".join(show(tree).replace(GLUE, " ").split()).casefold()


def test_every_message_in_the_past_is_known_for_one() -> None:
    template = polib.pofile(str(LOCALES / "messages.pot"))
    past = {each.msgid for each in template if PAST.search(f"{each.msgid} {each.msgid_plural}")}
    long = {each for each in past if each.startswith("Under a name stands")}
    assert past - long - OF_BOTH == HELD - {"Course of the programme"}
    assert {each.msgid for each in template} >= HELD


@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_said_to_have_been_before_it_was(kind: Kind, language: str) -> None:
    assert not [words for words in SAID[language] if words in told("planned", kind, language)]


@pytest.mark.parametrize("language", SAID)
def test_what_has_been_is_said(language: str) -> None:
    over = (
        told("large", "report", language) + told("large", "briefing", language) + told("example", "briefing", language)
    )
    assert [words for words in SAID[language] if words in over] == [*SAID[language]]


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("zh", "活动概览", "报告"),
        ("en", "overview", "report"),
        ("ru", "обзор", "отчёт"),
    ],
)
def test_a_paper_on_an_event_to_come_is_no_report(language: str, before: str, after: str) -> None:
    assert f"paragraph: {before} " in told("planned", "report", language)
    assert f"paragraph: {after} " in told("large", "report", language)


@pytest.mark.parametrize(
    ("language", "words"),
    [("zh", "预期8项成果"), ("en", "8 outcomes are expected"), ("ru", "ожидается 8 итогов")],
)
def test_outcomes_are_expected_before_the_event(language: str, words: str) -> None:
    assert words in told("planned", "briefing", language)


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("zh", "活动将于2020年9月至12月9日举办", "活动于2020年9月至12月9日举办"),
        ("en", "the event will be held from september", "the event was held from september"),
        ("ru", "мероприятие пройдёт с сентября", "мероприятие прошло с сентября"),
    ],
)
def test_the_dates_of_a_small_event(language: str, before: str, after: str) -> None:
    small = DECK_EVENTS["example"]()
    coming = small.model_copy(update={"stage": "planned"}).in_folder(small.folder or CHECKOUT)
    tree = draft_document(coming, "briefing", [language], Reader(), Choices()).tree
    assert before in words_of(tree)
    assert after in told("example", "briefing", language)
