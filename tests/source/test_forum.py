"""The invented forum: twelve delegations, tables beside the event file, meetings that only their parties see."""

from __future__ import annotations

import itertools
import runpy
from pathlib import Path

import polib
import pytest

from cieprep_docs.model.audience import audiences, restrict
from cieprep_docs.model.event import Event
from cieprep_docs.model.programme import Session
from cieprep_docs.model.texts import texts, units
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
    for one, other in itertools.combinations(event.sessions.values(), 2):
        if overlap(one, other):
            assert not taking_part(one) & taking_part(other), (one.id, other.id)


def overlap(one: Session, other: Session) -> bool:
    first, second = (each.when.hours for each in (one, other) if each.when)
    assert first
    assert second
    first_end, second_end = first.end_in("UTC"), second.end_in("UTC")
    assert first_end
    assert second_end
    return first.start_in("UTC") < second_end and second.start_in("UTC") < first_end


def taking_part(session: Session) -> set[str]:
    return {*session.chairs, *session.speakers, *session.attendees, *session.venues}


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
