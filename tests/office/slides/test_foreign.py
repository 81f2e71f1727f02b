"""Other people's decks as house styles: what serves which role, and that every kind of slide fits and is valid."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator
from pptx import Presentation
from pptx.util import Pt

from cieprep_docs.content import nodes
from cieprep_docs.deck import plan
from cieprep_docs.errors import LayoutError, StyleError
from cieprep_docs.office.package import read_package, write_package
from cieprep_docs.office.slides import DeckStyle, check_style, load_deck_style, write_deck
from cieprep_docs.office.xml import qualified
from tests.support.decks import STYLE_FILE, document_of, everything, refuse_words_outside
from tests.support.foreign import german_deck, old_deck

DECKS = {"4:3": old_deck, "other names": german_deck}
LANGS = ("zh-CN", "en-GB", "ru-RU")


def style_of(data: bytes, folder: Path) -> DeckStyle:
    path = folder / "theirs.pptx"
    path.write_bytes(data)
    return load_deck_style(path, STYLE_FILE)


@pytest.mark.parametrize("deck", DECKS)
@pytest.mark.parametrize("lang", LANGS)
def test_every_kind_of_slide_fits_and_is_valid(deck: str, lang: str, tmp_path: Path) -> None:
    style = style_of(DECKS[deck](), tmp_path)
    planned = plan(document_of(everything(lang), lang), style.layouts)
    refuse_words_outside(planned, style.layouts)
    made = tmp_path / "made.pptx"
    made.write_bytes(write_deck(planned, style))
    assert not [str(error) for error in OpenXmlValidator(FileFormat.OFFICE_2019).validate(made).errors]
    assert len(Presentation(str(made)).slides) == len(planned.slides)


def test_layouts_are_found_by_name_then_by_placeholders_and_what_is_lent_is_told(tmp_path: Path) -> None:
    path = tmp_path / "theirs.pptx"
    path.write_bytes(german_deck())
    served = {each.role: (each.layout, each.how) for each in check_style(path, STYLE_FILE)}
    assert served["title"] == ("Titelfolie", "by its placeholders")
    assert served["agenda"] == ("Inhalt", "by its placeholders")
    assert served["bullets"] == ("Inhalt", "by its placeholders")
    assert served["two-columns"] == ("Zwei Inhalte", "by its placeholders")
    assert served["closing"] == ("Titelfolie", "instead")
    assert served["key-figures"] == ("Inhalt", "instead; from our own house style: card, rule")


def test_slides_that_the_deck_came_with_and_their_parts_stay_behind(tmp_path: Path) -> None:
    style = style_of(old_deck(["SECRET of another meeting"]), tmp_path)
    package = read_package(write_deck(plan(document_of("<section><h1>T</h1><p>a</p></section>"), style.layouts), style))
    assert not [name for name in package.members if b"SECRET" in package.read(name)]
    assert not [name for name in package.members if "printerSettings" in name or "thumbnail" in name]


def test_notes_are_kept_although_the_deck_has_no_page_for_them(tmp_path: Path) -> None:
    style = style_of(old_deck(), tmp_path)
    notes = "<section><h1>T</h1><p>a</p><aside class='notes'><p>Say this.</p></aside></section>"
    made = tmp_path / "made.pptx"
    made.write_bytes(write_deck(plan(document_of(notes), style.layouts), style))
    frame = Presentation(str(made)).slides[0].notes_slide.notes_text_frame
    assert frame is not None
    assert frame.text == "Say this."


def test_an_empty_document_is_a_deck_without_the_slides_that_were_there(tmp_path: Path) -> None:
    style = style_of(old_deck(), tmp_path)
    package = read_package(write_deck(plan(nodes.Document("en-GB", "Deck", ()), style.layouts), style))
    assert not [name for name in package.members if name.startswith("ppt/slides/")]


def test_a_deck_whose_layouts_have_no_title_cannot_be_used(tmp_path: Path) -> None:
    path = tmp_path / "theirs.pptx"
    path.write_bytes(german_deck())
    with pytest.raises(StyleError, match="has no layout"):
        load_deck_style(path)


def test_slides_with_placeholders_are_kept_and_filled_around_the_body(tmp_path: Path) -> None:
    style = style_of(old_deck(["Welcome: {{ event.title }}", "{{ body }}", "Our address"]), tmp_path)
    document = document_of("<section><h1>Made</h1><p>a</p></section>")
    titled = replace(document, labels={**document.labels, "event-title": (nodes.Run("A & B", "en-GB"),)})
    made = tmp_path / "made.pptx"
    made.write_bytes(write_deck(plan(titled, style.layouts), style))
    assert not OpenXmlValidator(FileFormat.OFFICE_2019).validate(made).errors
    titles = [slide.shapes.title for slide in Presentation(str(made)).slides]
    assert [each.text for each in titles if each is not None] == ["Welcome: A & B", "Made", "Our address"]


def test_a_kept_cover_stands_for_the_one_that_would_be_made(tmp_path: Path) -> None:
    style = style_of(old_deck(["{{ short-title }}", "A sample"]), tmp_path)
    sections = "<section class='title'><h1>Cover</h1></section><section><h1>Made</h1><p>a</p></section>"
    made = tmp_path / "made.pptx"
    made.write_bytes(write_deck(plan(document_of(sections), style.layouts), style))
    titles = [slide.shapes.title for slide in Presentation(str(made)).slides]
    assert [each.text for each in titles if each is not None] == ["Short", "Made"]


def test_a_placeholder_that_nothing_fills_is_told(tmp_path: Path) -> None:
    style = style_of(old_deck(["{{ event.titel }}"]), tmp_path)
    with pytest.raises(StyleError, match=r"nothing is called \{\{ event.titel \}\}"):
        write_deck(plan(document_of("<section><h1>T</h1><p>a</p></section>"), style.layouts), style)


def test_punctuation_does_not_hang_over_the_edge_of_a_deck_that_allows_it(tmp_path: Path) -> None:
    style = style_of(old_deck(), tmp_path)
    planned = plan(document_of("<section><h1>题目</h1><p>两国专家。</p></section>", "zh-CN"), style.layouts)
    path = tmp_path / "made.pptx"
    path.write_bytes(write_deck(planned, style))
    (slide,) = Presentation(str(path)).slides
    words = [shape for shape in slide.shapes if shape.has_text_frame and "题" in shape.text_frame.text]
    assert [shape._element.find(f".//{qualified('a:pPr')}").get("hangingPunct") for shape in words] == ["0"]  # noqa: SLF001 - lxml below python-pptx


def filled(words: str, folder: Path, *, master: bool = False) -> Path:
    """Return a deck of other people's whose cover, or whose master, says the title of an event."""
    data = old_deck(["{{ event.title }}"])
    if master:
        package = read_package(data)
        name = "ppt/slideMasters/slideMaster1.xml"
        said = package.read(name).replace(b"Click to edit Master title style", b"{{ event.title }}")
        data = write_package(package, {name: said})
    style = style_of(data, folder)
    document = document_of("<section><h1>Made</h1><p>a</p></section>")
    titled = replace(document, labels={**document.labels, "event-title": (nodes.Run(words, "en-GB"),)})
    made = folder / "made.pptx"
    made.write_bytes(write_deck(plan(titled, style.layouts), style))
    assert not OpenXmlValidator(FileFormat.OFFICE_2019).validate(made).errors
    return made


@pytest.mark.parametrize(("words", "size"), [("Short", None), ("A congress on the exchange of talents " * 4, 26)])
def test_words_in_a_kept_slide_are_set_as_large_as_they_fit(words: str, size: int | None, tmp_path: Path) -> None:
    title = Presentation(str(filled(words, tmp_path))).slides[0].shapes.title
    assert title is not None
    sizes = {run.font.size for paragraph in title.text_frame.paragraphs for run in paragraph.runs}
    assert sizes == {Pt(size) if size else None}


def test_words_that_fit_a_kept_slide_at_no_size_are_told(tmp_path: Path) -> None:
    with pytest.raises(LayoutError, match="DCK005") as caught:
        filled("words without end " * 40, tmp_path)
    assert "does not fit into 598 × 109 pt at 22 pt" in str(caught.value)


def test_placeholders_on_masters_are_filled_too(tmp_path: Path) -> None:
    package = read_package(filled("A congress", tmp_path, master=True).read_bytes())
    master = package.read("ppt/slideMasters/slideMaster1.xml")
    assert b"A congress" in master
    assert b"{{" not in master


@pytest.mark.parametrize("role", ["title", "closing"])
def test_the_words_of_a_cover_end_above_its_footer(role: str, tmp_path: Path) -> None:
    layouts = style_of(old_deck(), tmp_path).layouts
    assert layouts.field(role, "body").box.bottom < layouts.field(role, "footer").box.top
