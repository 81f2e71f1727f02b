"""Decks of the example: every kind in every language and mode, in our own house style and in other people's."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from cieprep_docs import load_event
from cieprep_docs.content.nodes import Heading, Paragraph, Run, Section
from cieprep_docs.content.slides import Mode
from cieprep_docs.errors import UsageError
from cieprep_docs.kinds import DeckKind
from cieprep_docs.office.xml import qualified
from cieprep_docs.outputs import SlideDeck
from cieprep_docs.pipeline import make_deck, make_mirrored_decks
from tests.support.command import CHECKOUT, run
from tests.support.decks import STYLE_FILE, refuse_words_outside, words_on
from tests.support.foreign import german_deck, old_deck

EVENT = load_event(CHECKOUT / "examples" / "ciep18").value


def refuse_invalid(data: bytes, folder: Path) -> None:
    path = folder / "made.pptx"
    path.write_bytes(data)
    assert not [str(error) for error in OpenXmlValidator(FileFormat.OFFICE_2019).validate(path).errors]


@pytest.mark.parametrize("language", ["zh", "en", "ru"])
@pytest.mark.parametrize("kind", ["briefing", "one-pager", "delegation"])
def test_every_kind_fits_and_is_valid(kind: DeckKind, language: str, tmp_path: Path) -> None:
    made = make_deck(EVENT, language, kind=kind, delegation="russia")
    refuse_words_outside(made.plan)
    refuse_invalid(made.data, tmp_path)
    titles = [slide.title for slide in made.plan.slides]
    assert len(titles) == len(set(titles))
    assert len(titles) == 1 or kind != "one-pager"


@pytest.mark.parametrize("kind", ["briefing", "delegation"])
@pytest.mark.parametrize(("language", "file"), [("zh", None), ("ru+zh", None), ("ru", old_deck)])
def test_every_entry_of_the_agenda_leads_to_its_slide(
    kind: DeckKind, language: str, file: Callable[[], bytes] | None, tmp_path: Path
) -> None:
    theirs = tmp_path / "theirs.pptx"
    theirs.write_bytes(file() if file else STYLE_FILE.read_bytes())
    made = make_deck(EVENT, language, kind=kind, delegation="russia", style=theirs)
    (number,) = [number for number, slide in enumerate(made.plan.slides) if slide.role == "agenda"]
    shown = words_on(made.plan.slides[number])
    jumps = [jump for jump in links_of(made, number) if jump != "nowhere"]
    assert len(jumps) == len(shown) * len(language.split("+")) >= 3
    assert len(set(jumps)) == len(shown), "no two entries lead to the same slide"


def links_of(made: SlideDeck, number: int) -> list[str]:
    """Return where each linked run of a slide jumps: the part of another slide."""
    slide = made.presentation.slides[number]
    clicks = slide._element.iter(qualified("a:hlinkClick"))  # noqa: SLF001 - python-pptx has no call for it
    return [
        str(slide.part.related_part(click.get(qualified("r:id"))).partname)
        if click.get("action") == "ppaction://hlinksldjump"
        else "nowhere"
        for click in clicks
    ]


@pytest.mark.parametrize("languages", ["zh+ru", "ru+en"])
@pytest.mark.parametrize("mode", ["both", "notes"])
def test_two_languages_in_one_deck(mode: Mode, languages: str, tmp_path: Path) -> None:
    made = make_deck(EVENT, languages, mode=mode)
    refuse_words_outside(made.plan)
    refuse_invalid(made.data, tmp_path)


def test_mirrored_decks_have_equal_numbers_of_slides() -> None:
    decks = make_mirrored_decks(EVENT, ("zh", "ru"))
    assert len({tuple(slide.role for slide in deck.plan.slides) for deck in decks}) == 1


@pytest.mark.parametrize("file", [old_deck, german_deck])
@pytest.mark.parametrize("language", ["zh", "ru"])
def test_other_peoples_decks_are_house_styles(file: object, language: str, tmp_path: Path) -> None:
    path = tmp_path / "theirs.potx"
    path.write_bytes(old_deck() if file is old_deck else german_deck())
    refuse_invalid(make_deck(EVENT, language, style=path).data, tmp_path)


def test_a_delegations_deck_needs_a_delegation() -> None:
    with pytest.raises(UsageError, match="CLI024"):
        make_deck(EVENT, "ru", kind="delegation")


def test_a_script_adds_slides_of_its_own_in_front_of_the_closing() -> None:
    words = [(Run(text, "en-GB"),) for text in ("Our own", "Words")]
    made = make_deck(EVENT, "en", sections=[Section((Heading(words[0], 1), Paragraph(words[1])))])
    assert [slide.title for slide in made.plan.slides][-2] == "Our own"


def test_style_check_says_what_serves_each_kind_of_slide(tmp_path: Path) -> None:
    path = tmp_path / "theirs.pptx"
    path.write_bytes(german_deck())
    ended = run("style", "check", str(path), cwd=tmp_path)
    assert ended.code == 0
    assert "Zwei Inhalte" in ended.out


def test_a_style_for_papers_is_told_where_a_deck_is_made_in_another() -> None:
    (note,) = [each for each in make_deck(EVENT, "zh", style="gb-t-9704").diagnostics if each.code == "RES004"]
    assert note.severity == "note"
    assert "conference" in note.message
    assert not [each for each in make_deck(EVENT, "zh", style="official").diagnostics if each.code == "RES004"]
