"""Our own report and briefing, on the example and on an event that is as large as a congress."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from cieprep_docs.content import nodes
from cieprep_docs.content.markup import read_markup
from cieprep_docs.content.outline import show
from cieprep_docs.model.event import Event
from cieprep_docs.source import load_event
from cieprep_docs.templating import render
from tests.support.command import CHECKOUT
from tests.support.views import EXAMPLE, large_event, view_of

REPORT, BRIEFING = "reports/report.html", "decks/briefing.html"
LANGUAGES = ("zh", "en", "ru")
MINIMAL = {"id": "e", "series": "S", "title": "T", "short_title": "T", "when": "2020"}


def make(template: str, event: Event, language: str, **reader: Any) -> nodes.Document:
    folder = EXAMPLE if event.id == "ciep18-russia" else None
    return read_markup(render(template, view_of(event, language, folder, **reader), [CHECKOUT / "templates"]), template)


@pytest.fixture(scope="module")
def example() -> Event:
    return load_event(EXAMPLE / "event.yaml").value


@pytest.fixture(scope="module")
def large() -> Event:
    return large_event()


def headings(document: nodes.Document, level: int = 1) -> list[str]:
    return re.findall(rf"heading {level}[^:]*: (.*)", show(document))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", [REPORT, BRIEFING])
def test_all_languages_have_the_same_shape(template: str, language: str, example: Event) -> None:
    def shape(document: nodes.Document) -> list[str]:
        return [re.sub(r"[:|].*", "", line) for line in show(document, origins=True).splitlines()[1:]]

    def without_words(lines: list[str]) -> list[str]:
        return [re.sub(r"(step|person|verbatim|paraphrase|series) .*?(@|$)", r"\1 \2", line) for line in lines]

    english, other = make(template, example, "en"), make(template, example, language)
    assert without_words(shape(other)) == without_words(shape(english))


@pytest.mark.parametrize("template", [REPORT, BRIEFING])
@pytest.mark.parametrize("audience", ["public", "secretariat"])
def test_an_event_with_nothing_but_a_title_makes_a_document(template: str, audience: str) -> None:
    document = make(template, Event.model_validate(MINIMAL), "en", audience=audience)
    assert document.title == "T"
    assert "None" not in show(document)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_on_a_large_event_has_all_of_it(language: str, large: Event) -> None:
    document = make(REPORT, large, language, delegation="delegation-003", audience="delegation-003")
    text = show(document)
    assert all(f"@projects/project-{n}" in text for n in range(40))
    assert all(f"@sessions/session-{n:03}" in text for n in range(30))


def test_parts_without_data_are_left_out(example: Event) -> None:
    parts = headings(make(REPORT, example, "en"))
    assert "Outcomes" in parts
    assert "Projects" not in parts
    assert "Projects" in headings(make(REPORT, large_event(), "en"))
    assert headings(make(REPORT, Event.model_validate(MINIMAL), "en"))[1:] == ["Contents", "About the event"]


def test_every_fact_of_a_source_is_cited_by_the_number_of_its_note(large: Event) -> None:
    text = show(make(REPORT, large, "en"))
    notes = re.findall(r"item #note-(\d+) @sources/source-(\d)", text)
    assert [number for number, _ in notes] == ["1", "2", "3"]
    cited = re.findall(r"→#note-(\d+)\|(\d+)", text)
    assert cited[:1] == [("1", "1")]
    assert all(target == number for target, number in cited)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_content_slide_has_something_to_say(language: str, example: Event) -> None:
    silent = [section.role for section in slides(make(BRIEFING, example, language)) if not section.notes]
    assert silent == ["title", "agenda", "closing"]


def slides(document: nodes.Document) -> Iterator[nodes.Section]:
    return (block for block in document.blocks if isinstance(block, nodes.Section))


def test_lists_on_slides_are_short(large: Event) -> None:
    lists = [
        each for slide in slides(make(BRIEFING, large, "en")) for each in slide.blocks if isinstance(each, nodes.List)
    ]
    outcomes = [each for each in lists if each.items[0].origin.record.startswith("outcomes/")]
    assert all(len(each.items) <= 6 for each in lists if each not in outcomes and each.role != "agenda")


def test_the_title_of_the_outcomes_says_what_came_about(example: Event, large: Event) -> None:
    assert "An alliance was founded, an award was made and an initiative was launched" in headings(
        make(BRIEFING, example, "en")
    )
    assert any(
        title.startswith("2 alliances were founded, 2 awards") for title in headings(make(BRIEFING, large, "en"))
    )


def test_a_copy_says_whose_it_is(example: Event) -> None:
    copies = [
        show(make(REPORT, example, "en", audience=who, delegation=own))
        for who, own in (("russia", "russia"), ("public", ""))
    ]
    assert "Delegation copy: Russia" in copies[0]
    assert "label copy" not in copies[1]
    assert copies[0].index("heading 2: Russia") < copies[0].index("heading 2: China")


def test_quotation_marks_stand_around_quotations_only(large: Event) -> None:
    text = show(make(REPORT, large, "en"))
    assert "paragraph: “Words.”" in text
    assert "paragraph: Words." in text
