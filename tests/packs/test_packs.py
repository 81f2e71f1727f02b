"""What a delegation is handed besides report and decks: programme, list of participants, glossary."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from cieprep_docs.batch import plan_jobs
from cieprep_docs.choices import Choices, Reader
from cieprep_docs.content.bilingual import LAYOUTS, Layout
from cieprep_docs.content.outline import show
from cieprep_docs.kinds import KINDS, PACK, Kind
from cieprep_docs.model.event import Event
from cieprep_docs.pipeline import draft_document
from cieprep_docs.source import load_event
from tests.support.command import CHECKOUT

HERE = Path(__file__).parent
OUTLINES = sorted(path for path in HERE.glob("*.txt"))
PAPERS: tuple[Kind, ...] = ("programme", "participants", "glossary")
MINIMAL: Mapping[str, Any] = {"id": "e", "series": "S", "title": "T", "short_title": "T", "when": "2020"}
PARTY = {"country": "RU", "languages": ["ru"], "zone": "Europe/Moscow"}


@pytest.fixture(scope="module")
def event() -> Event:
    return load_event(HERE).value


def outline(event: Event, kind: Kind, languages: Sequence[str], reader: str = "") -> str:
    """Return what follows the cover, as text."""
    of = Reader(reader) if reader in event.delegations else Reader(audience=reader or None)
    text = show(draft_document(event, kind, languages, of, Choices()).tree)
    return text[text.index("  section section") :].rstrip("\n") + "\n"


@pytest.mark.parametrize("path", OUTLINES, ids=lambda path: path.stem)
def test_says_to_each_reader_what_concerns_him(path: Path, event: Event) -> None:
    kind, languages, reader = path.stem.split(".")
    found = next(each for each in PAPERS if each == kind)
    assert outline(event, found, languages.split("+"), reader) == path.read_text("utf-8")


def test_a_hidden_session_and_its_conflict_are_for_the_secretariat_alone(event: Event) -> None:
    assert "Conflicts in the programme" in outline(event, "programme", ["en"], "secretariat")
    for reader in ("", "china", "russia"):
        text = outline(event, "programme", ["en"], reader)
        assert "Conflicts" not in text
        assert "Secret" not in text


def test_a_meeting_is_listed_for_its_parties_with_the_other_one(event: Event) -> None:
    meetings = {
        reader: outline(event, "programme", ["en"], reader).partition("#meetings")[2] for reader in ("china", "")
    }
    assert "header cell: Russia" in meetings["china"]
    assert "header cell: China and Russia" in meetings[""]


def test_a_head_who_stands_in_no_list_of_members_is_listed_all_the_same() -> None:
    people = {"chief": {"name": {"en": "Delegate 001"}, "tradition": "western", "gender": "female"}}
    party = {**PARTY, "head": "chief"}
    found = Event.model_validate({**MINIMAL, "people": people, "delegations": {"russia": party}})
    text = outline(found, "participants", ["en"]).partition("#people")[2]
    assert "heading 2 plain: Russia" in text
    assert "header cell: Delegate 001" in text


def test_badges_are_for_ones_own_people_and_for_all_in_the_secretariats_copy(event: Event) -> None:
    def badged(reader: str) -> list[str]:
        return re.findall(
            r"@people/delegate-(\d+)", outline(event, "participants", ["en"], reader).partition("#badges")[2]
        )

    assert badged("china") == ["001"]
    assert badged("secretariat") == ["001", "002", "003"]
    assert badged("") == []


@pytest.mark.parametrize("kind", PAPERS)
@pytest.mark.parametrize("language", ["zh", "en", "ru"])
def test_an_event_of_which_little_is_known_makes_a_paper_without_empty_parts(kind: Kind, language: str) -> None:
    bare = Event.model_validate(MINIMAL)
    party = Event.model_validate({**MINIMAL, "delegations": {"russia": PARTY}})
    undated = Event.model_validate({**MINIMAL, "sessions": {"talk": {"kind": "forum", "title": "Talk"}}})
    for each, reader in ((bare, ""), (bare, "secretariat"), (party, "russia"), (party, "secretariat"), (undated, "")):
        text = outline(each, kind, [language], reader)
        assert "None" not in text
        assert not leads_to_nothing(text)


def leads_to_nothing(text: str) -> list[str]:
    """Return the headings that are followed by another of their level or higher, or by the end."""
    lines = [line.strip() for line in text.splitlines()]
    pairs = zip(lines, [*lines[1:], "section"], strict=True)
    return [line for line, after in pairs if line.startswith("heading") and re.match(r"section|heading 1", after)]


def test_an_event_without_clock_times_has_one_table_with_dates() -> None:
    sessions = {
        "later": {"kind": "forum", "title": "Later", "when": "2020-12-09"},
        "sooner": {"kind": "forum", "title": "Sooner", "when": {"from": "2020-09", "to": "2020-11"}},
        "some-day": {"kind": "forum", "title": "Some day"},
    }
    text = outline(Event.model_validate({**MINIMAL, "sessions": sessions}), "programme", ["en"])
    assert text.count("table programme") == 1
    assert re.findall(r"body row @sessions/(\S+)\n\s+cell: (.*)", text) == [
        ("sooner", "September–November 2020"),
        ("some-day", "—"),
        ("later", "9 December 2020"),
    ]
    assert "Place" not in text


def test_how_a_name_is_said_stands_below_it() -> None:
    people = {
        "chinese": {"name": {"en": "Shan Jian'an", "zh": "单建安"}, "tradition": "chinese", "gender": "male"},
        "given": {
            "name": {"ru": {"full": "Делегат 001", "reading": "Делега́т 001"}},
            "tradition": "russian",
            "gender": "male",
        },
    }
    text = outline(Event.model_validate({**MINIMAL, "people": people}), "glossary", ["en"])
    assert "{zh-CN|单建安}\n          paragraph note: {zh-Latn|Shàn Jiàn'ān}" in text
    assert "{ru-RU|Делегат 001}\n          paragraph note: {ru-RU|Делега́т 001}" in text


def test_badges_have_the_latin_letters_of_passports_where_nobody_gives_others() -> None:
    people = {
        "chinese": {"name": {"zh": "吕建安"}, "tradition": "chinese", "gender": "male"},
        "russian": {"name": {"ru": "Илья Щукин"}, "tradition": "russian", "gender": "male"},
    }
    event = Event.model_validate({**MINIMAL, "people": people})
    text = outline(event, "participants", ["en"], "secretariat").partition("#badges")[2]
    assert "paragraph: {proposed|LYU Jianan}" in text
    assert "paragraph: {proposed|Ilia Shchukin}" in text


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("kind", PAPERS)
def test_two_languages_stand_together_in_every_layout(event: Event, kind: Kind, layout: Layout) -> None:
    draft = draft_document(event, kind, ["ru", "zh"], Reader("russia"), Choices(layout=layout))
    assert "第五届小型论坛" in show(draft.tree)


def test_a_delegation_that_asks_for_it_gets_its_pack_in_two_languages(event: Event) -> None:
    files = [job.file for job in plan_jobs(event, delegations=["russia"], kinds="pack")]
    assert files == [
        f"russia/{kind}.{languages}.{'pptx' if kind in {'briefing', 'delegation'} else 'docx'}"
        for kind in ("report", "briefing", "programme", "delegation", "participants", "glossary")
        for languages in ("ru", "ru-zh")
    ]


def test_the_public_gets_all_kinds_but_what_is_for_one_delegation(event: Event) -> None:
    made = {job.kind for job in plan_jobs(event, kinds="all")}
    assert made == set(KINDS) - {"delegation"}
    assert {job.kind for job in plan_jobs(event, kinds="pack", delegations="all")} == set(PACK)


def test_an_event_of_packs_makes_them_where_nothing_else_is_asked_for() -> None:
    forum = load_event(CHECKOUT / "examples" / "forum").value
    assert forum.packs
    jobs = plan_jobs(forum)
    assert {job.delegation for job in jobs} == set(forum.delegations)
    assert {job.kind for job in jobs} == set(PACK)
    assert {job.kind for job in plan_jobs(forum, delegations="russia")} == set(PACK)
    assert {(job.delegation, job.kind) for job in plan_jobs(forum, audience="public")} == {
        (None, "report"),
        (None, "briefing"),
    }
    assert {(job.delegation, job.kind) for job in plan_jobs(forum, kinds="report")} == {(None, "report")}
