"""Which house style a document takes, and which choices are none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cieprep_docs import build, load_event, make_deck, make_mirrored_decks, make_report
from cieprep_docs.errors import UsageError
from cieprep_docs.outputs import Output
from cieprep_docs.resources import check_styles, choose_style
from tests.support.command import CHECKOUT, EXAMPLE

OURS = CHECKOUT / "templates" / "office" / "conference"
EVENT = load_event(EXAMPLE).value
WRONG = {
    "zh=gb-t-9704,rus=gost-r-7.0.97": r'RES005 a house style for "rus", which is no language \(did you mean "ru"\?\)',
    "xx=conference": r'RES005 .*"xx".*there are .*en.*ru.*zh',
    "zh=gb-t-9704,zh=conference": r'RES006 two house styles for the reports of "zh": gb-t-9704 and conference',
    "a.docx,b.docx": r"RES006 two house styles for the reports of all languages: a\.docx and b\.docx",
    "ru=gost": "RES002 there is no house style 'gost'",
    "ru=no.docx": r"RES003 there is no file no\.docx",
    "zh=gb-t-9704,": "RES002 there is no house style ''",
}


def notes(made: Output) -> list[str]:
    """What is said of the house style that a document is made in."""
    return [each.message for each in made.diagnostics if each.code == "RES004"]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder with house styles of one's own: of both kinds, in a folder of their own and of one kind alone."""
    for name in ("own.docx", "own.pptx", "both/report.docx", "both/deck.pptx", "papers/report.docx"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        shutil.copy(OURS / f"{'report' if path.suffix == '.docx' else 'deck'}{path.suffix}", path)
    return tmp_path


@pytest.mark.parametrize("style", ["official", "gb-t-9704", "gost-r-7.0.97", "gost-r-7.0.97-2016", "zh=gb-t-9704"])
def test_decks_take_the_default_style_where_the_chosen_one_is_for_papers(style: str) -> None:
    assert choose_style(style, "zh", "briefing") == "conference"


@pytest.mark.parametrize("style", ["conference", "my-deck.pptx", "our-style"])
def test_any_other_style_is_for_decks_too(style: str) -> None:
    assert choose_style(style, "zh", "briefing") == style


@pytest.mark.parametrize(
    ("style", "report", "deck"),
    [
        ("own.docx,own.pptx", "own.docx", "own.pptx"),
        ("zh=gb-t-9704,own.pptx", "gb-t-9704", "own.pptx"),
        ("zh=a.docx,b.docx", "a.docx", "conference"),
        ("ru=a.docx", "conference", "conference"),
        ("official,own.pptx", "gb-t-9704", "own.pptx"),
    ],
)
def test_each_kind_of_document_takes_the_style_that_serves_it(style: str, report: str, deck: str) -> None:
    assert (choose_style(style, "zh"), choose_style(style, "zh", "briefing")) == (report, deck)


@pytest.mark.parametrize("style", WRONG)
def test_a_wrong_choice_of_styles_is_refused_whatever_is_built(style: str, tmp_path: Path) -> None:
    for make in (make_report, make_deck):
        with pytest.raises(UsageError, match=WRONG[style]):
            make(EVENT, "en", style=style)
    with pytest.raises(UsageError, match=WRONG[style]):
        make_mirrored_decks(EVENT, "zh+en", style=style)
    with pytest.raises(UsageError, match=WRONG[style]):
        build(EVENT, tmp_path / "out", languages=["en"], kinds=["report"], style=style)
    assert not (tmp_path / "out").exists()


def test_all_that_is_wrong_with_styles_is_told_at_once() -> None:
    with pytest.raises(UsageError) as caught:
        check_styles("rus=gost,zh=gb-t-9704,zh=conference", ("en", "ru", "zh"))
    assert [each.code for each in caught.value.diagnostics] == ["RES005", "RES002", "RES006"]


def test_reports_and_decks_take_files_of_ones_own_together(own: Path) -> None:
    for style in (f"{own}/own.docx,{own}/own.pptx", f"{own}/both"):
        assert not notes(make_report(EVENT, "en", style=style))
        assert not notes(make_deck(EVENT, "en", style=style))


@pytest.mark.parametrize("style", ["own.docx", "papers"])
def test_a_style_without_slides_is_told_where_a_deck_is_made_in_another(own: Path, style: str) -> None:
    assert not notes(make_report(EVENT, "en", style=own / style))
    (note,) = notes(make_deck(EVENT, "en", style=own / style))
    assert note.startswith("decks are made in conference: ")


def test_a_style_without_papers_is_told_where_a_report_is_made_in_another(own: Path) -> None:
    (note,) = notes(make_report(EVENT, "en", style=own / "own.pptx"))
    assert note.startswith("reports are made in conference: ")
    assert note.endswith("is a style for slides and says nothing of papers")


def test_a_build_of_both_kinds_takes_a_style_of_one(own: Path) -> None:
    made = build(EVENT, own / "out", languages=["en"], style=own / "own.pptx")
    assert sorted(each.file for each in made.entries) == ["briefing.en.pptx", "report.en.docx"]


@pytest.mark.parametrize("changed", ["both/report.docx", "both/report.toml"])
def test_a_changed_file_of_ones_own_style_makes_documents_anew(own: Path, changed: str) -> None:
    def outcome() -> tuple[str, ...]:
        return build(EVENT, own / "out", languages=["en"], kinds=["report"], style=own / "both").files("made")

    assert outcome()
    assert not outcome()
    if changed.endswith(".docx"):
        shutil.copy(OURS.parent / "gb-t-9704" / "report.docx", own / changed)
    else:
        shutil.copy(OURS / "report.toml", own / changed)
    assert outcome()
