"""The invented forum: twelve delegations, tables beside the event file, meetings that only their parties see."""

from __future__ import annotations

import runpy
from dataclasses import replace
from pathlib import Path

import polib
import pytest

from cieprep_docs.choices import Choices, Reader
from cieprep_docs.content.inlines import plain_text
from cieprep_docs.content.nodes import Section
from cieprep_docs.content.outline import show
from cieprep_docs.kinds import KINDS, Kind
from cieprep_docs.model.audience import audiences, restrict
from cieprep_docs.model.conflicts import find_conflicts
from cieprep_docs.model.event import Event
from cieprep_docs.model.texts import texts, units
from cieprep_docs.pipeline import draft_document
from cieprep_docs.source import load_event

FOLDER = Path(__file__).parents[2] / "examples" / "forum"
CATALOGS = {"zh": FOLDER / "locales/zh_CN/LC_MESSAGES/event.po", "ru": FOLDER / "locales/ru/LC_MESSAGES/event.po"}


@pytest.fixture(scope="module")
def event() -> Event:
    return load_event(FOLDER).value


def test_nothing_is_wrong_or_suspicious_and_it_says_that_it_is_invented(event: Event) -> None:
    assert load_event(FOLDER).diagnostics == ()
    assert event.summary[0].source.startswith("This event is invented.")
    assert (len(event.delegations), len(event.people), len(event.projects)) == (12, 72, 150)
    for person in event.people.values():
        number = person.id.removeprefix("delegate-")
        names = {language: form.full for language, form in person.name.items()}
        assert names == {"en": f"Delegate {number}", "zh": f"代表{number}", "ru": f"Делегат {number}"}


def test_the_tables_are_what_the_script_writes(tmp_path: Path) -> None:
    script = runpy.run_path(str(FOLDER / "make_tables.py"))
    script["write_people"](tmp_path / "people.xlsx")
    script["write_projects"](tmp_path / "projects.csv")

    for name in ("people.xlsx", "projects.csv"):
        assert (tmp_path / name).read_bytes() == (FOLDER / name).read_bytes(), (
            "run: python examples/forum/make_tables.py"
        )


@pytest.mark.parametrize("language", CATALOGS)
def test_every_text_has_words_in_every_language(event: Event, language: str) -> None:
    catalog = {(each.msgctxt, each.msgid) for each in polib.pofile(str(CATALOGS[language])) if each.translated()}

    wanted = {(text.role, text.source) for _, text in texts(event) if language not in text.forms}
    contexts = ("unit", "unit after genitive qualifier")
    wanted |= {(context, f"%(n)s {unit.one}") for _, unit in units(event) for context in contexts}
    assert wanted == catalog


def test_nobody_and_no_room_is_in_two_sessions_at_once(event: Event) -> None:
    assert find_conflicts(event) == ()


def test_two_delegations_ask_for_documents_in_two_languages(event: Event) -> None:
    asked = {
        id_: each.languages for id_, each in event.delegations.items() if any("+" in one for one in each.languages)
    }
    assert asked == {"kazakhstan": ("ru", "ru+zh"), "singapore": ("en", "en+zh")}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("delegation", "language", "word"),
    [("china", "zh", "虚构"), ("brazil", "en", "Invented"), ("russia", "ru", "вымышленный")],
)
def test_every_document_says_that_the_event_is_invented(
    event: Event, kind: Kind, delegation: str, language: str, word: str
) -> None:
    tree = draft_document(event, kind, [language], Reader(delegation), Choices()).tree
    assert word in plain_text(tree.labels["short-title"])  # at the head or foot of every page
    (front,) = (block for block in tree.blocks[:1] if isinstance(block, Section))
    assert word in show(replace(tree, blocks=(front,), labels={}))


def test_each_delegation_sees_its_own_meetings_and_no_internal_word(event: Event) -> None:
    for reader in (each for each in audiences(event) if each != "secretariat"):
        seen = restrict(event, reader).value
        meetings = [each for each in seen.sessions.values() if each.kind == "bilateral meeting"]
        assert len(meetings) == (0 if reader == "public" else 2)
        assert all(reader in each.delegations for each in meetings)
        assert not any(id_.startswith("coordination") for id_ in seen.sessions)
        assert not any(person.note for person in seen.people.values())
        assert not any(session.note for session in seen.sessions.values())
        assert 144 <= len(seen.projects) <= 150
