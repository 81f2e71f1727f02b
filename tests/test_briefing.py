"""The briefing on events of every size: short, with all that is left out counted in what the presenter says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, TypeVar

import pytest
from immutabledict import immutabledict

from cieprep_docs.choices import Choices, Reader
from cieprep_docs.content.nodes import Chart, Document, Heading, Inlines, People, Section, Timeline
from cieprep_docs.content.outline import show
from cieprep_docs.deck import Layouts, plan
from cieprep_docs.deck.words import paragraphs, plain
from cieprep_docs.model.base import Value
from cieprep_docs.model.event import Event
from cieprep_docs.pipeline import draft_document
from tests.support.decks import style
from tests.support.occasions import DECK_EVENTS
from tests.support.views import large_event

MOST = 20
Some = TypeVar("Some", bound=Value)
READERS = ("public", "secretariat", "delegation")
LANGUAGES = ("zh", "en", "ru", "en-XA", "zh-XA", "zh+ru", "ru+en")
FORUM_TITLES = {
    "zh": (
        ["第三届虚构大学科技论坛", "目录", "活动数据一览", "“科学无距离”：活动开展方式"],
        [
            "2027年5月11日至13日共16场活动",
            "12个代表团团长",
            "10个领域的145个项目",
            "俄罗斯：25个项目",
            "下一步工作",
            "感谢聆听",
        ],
    ),
    "en": (
        [
            "Third Invented Forum of Universities on Science and Technology",
            "Contents",
            "The event in figures",
            "“Science Without Distance”: ways of working",
        ],
        [
            "16 sessions from 11 to 13 May 2027",
            "The heads of 12 delegations",
            "145 projects in 10 fields",
            "Russia: 25 projects",
            "What comes next",
            "Thank you for your attention",
        ],
    ),
    "ru": (
        [
            "Третий вымышленный форум университетов по науке и технологиям",
            "Содержание",
            "Мероприятие в цифрах",
            "«Наука без расстояний»: порядок работы",
        ],
        [
            "16 мероприятий с 11 по 13 мая 2027 г.",
            "Главы 12 делегаций",
            "145 проектов по 10 направлениям",
            "Россия: 25 проектов",
            "Дальнейшие шаги",
            "Благодарим за внимание",
        ],
    ),
}


@cache
def layouts() -> Layouts:
    """Return the rooms of our house style."""
    return style().layouts


@cache
def fullest() -> Event:
    """Return an event that has more of everything than slides have room for."""
    event = large_event(delegations=40, sessions=90, projects=200)
    kinds = ("ceremony", "forum", "week", "negotiation")
    geneva, quotation, figure = event.cities["geneva"], event.statements["statement-0"], event.figures["figure-6"]
    cities = {f"city-{n}": altered(geneva, id=f"city-{n}") for n in range(5)}
    changes: dict[str, Mapping[str, Any]] = {
        "people": {id_: altered(each, portrait=None) for id_, each in event.people.items()},
        "delegations": {
            id_: altered(each, head=each.members[0].person, country="CN") for id_, each in event.delegations.items()
        },
        "organisations": {id_: altered(each, country="CN") for id_, each in event.organisations.items()},
        "cities": {**event.cities, **cities},
        "sessions": {
            id_: altered(
                each,
                kind=kinds[n % 4],
                cities=tuple(cities) if n < 3 else (),
                delegations=("delegation-001",) if kinds[n % 4] == "negotiation" else (),
            )
            for n, (id_, each) in enumerate(event.sessions.items())
        },
        "statements": {f"said-{n}": altered(quotation, id=f"said-{n}", speaker=f"delegate-{n:03}") for n in range(12)},
        "figures": {f"figure-{n}": altered(figure, id=f"figure-{n}") for n in range(12)},
    }
    changes["images"] = {}
    return altered(event, **{name: immutabledict(records) for name, records in changes.items()})


def altered(value: Some, **fields: Any) -> Some:
    """Return a record or an event with other fields."""
    return value.model_copy(update=fields)


EVENTS: Mapping[str, Callable[[], Event]] = {**DECK_EVENTS, "fullest": fullest}


def briefing(event: Event, languages: str, reader: str = "public") -> Document:
    """Return the tree of a briefing for a reader; the delegation is the second of the file."""
    who = Reader([*event.delegations][1]) if reader == "delegation" else Reader(audience=reader)
    return draft_document(event, "briefing", languages.split("+"), who, Choices()).tree


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("languages", LANGUAGES)
@pytest.mark.parametrize("event", EVENTS)
def test_a_briefing_is_short_however_large_the_event(event: str, languages: str, reader: str) -> None:
    slides = plan(briefing(EVENTS[event](), languages, reader), layouts()).slides
    titles = [slide.title for slide in slides]
    assert len(titles) == len(set(titles))
    assert 10 <= len(slides) <= MOST, titles


@pytest.mark.parametrize("language", FORUM_TITLES)
def test_the_briefing_on_the_forum(language: str) -> None:
    tree = draft_document(DECK_EVENTS["forum"](), "briefing", [language], Reader("russia"), Choices()).tree
    titles = [plain(heading_of(each)).replace("\u00a0", " ") for each in sections(tree)]
    assert titles == [title for half in FORUM_TITLES[language] for title in half]


def test_the_steps_are_the_ceremonies_the_readers_own_meetings_and_what_is_for_all() -> None:
    tree = draft_document(DECK_EVENTS["forum"](), "briefing", ["en"], Reader("russia"), Choices()).tree
    (timeline,) = [block for each in sections(tree) for block in each.blocks if isinstance(block, Timeline)]
    assert [step.origin.record.removeprefix("sessions/") for step in timeline.steps] == [
        "opening",
        "heads",
        "kyrgyzstan-russia",
        "russia-singapore",
        "showcase",
        "closing",
    ]


def test_the_public_is_shown_what_is_for_all() -> None:
    tree = briefing(DECK_EVENTS["forum"](), "en")
    (timeline,) = [block for each in sections(tree) for block in each.blocks if isinstance(block, Timeline)]
    records = [step.origin.record.removeprefix("sessions/") for step in timeline.steps]
    assert records == ["opening", "heads", "showcase", "closing"]


def test_what_slides_leave_out_is_counted_in_the_notes() -> None:
    event = fullest()
    spoken = {
        each.id: [plain(para.content) for para in paragraphs(each.notes)]
        for each in sections(briefing(event, "en", "delegation"))
    }
    assert "And 84 more sessions, which the programme lists." in spoken["programme"]
    assert "And 28 more, whom the list of participants names." in spoken["people"]
    assert "The printed paper lists all projects." in spoken["projects"]
    assert spoken["own-projects"][-1].startswith("And 192 more projects: Project ")
    text = show(briefing(event, "en"))
    assert "And 9 more statements, which the printed paper gives." in text
    assert "And 11 more figures by part: the printed paper has them." in text
    assert all(f"Outcome {n}" in text for n in range(8)), "outcomes beyond the sixth are spoken"


def test_speakers_stand_for_the_heads_where_nobody_leads() -> None:
    (first, last) = [
        each
        for each in sections(briefing(DECK_EVENTS["large"](), "en"))
        if any(isinstance(block, People) for block in each.blocks)
    ]
    assert plain(heading_of(first)).endswith(": speakers")
    assert "And 8 more sessions with speakers, whom the programme names." in [
        plain(para.content) for para in paragraphs(last.notes)
    ]


def test_projects_are_counted_by_field_the_largest_first() -> None:
    charts = [block for each in sections(briefing(DECK_EVENTS["forum"](), "en")) for block in each.blocks]
    (chart,) = [block for block in charts if isinstance(block, Chart)]
    values = [int(value or 0) for value in chart.series[0].values]
    assert (len(values), sum(values)) == (10, 144)
    assert values == sorted(values, reverse=True)


def sections(document: Document) -> list[Section]:
    """Return the slides of a document."""
    return [block for block in document.blocks if isinstance(block, Section)]


def heading_of(section: Section) -> Inlines:
    """Return the title of a slide."""
    return next(block.content for block in section.blocks if isinstance(block, Heading))
