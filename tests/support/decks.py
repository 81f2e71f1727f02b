"""Decks for tests: planned with the layouts of our own house style, from a few lines of markup."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from cieprep_docs.content import nodes
from cieprep_docs.content.markup import read_markup
from cieprep_docs.deck import Deck, Layouts, plan
from cieprep_docs.deck.fit import words_height
from cieprep_docs.deck.slides import Group, Shape, Slide, TablePlace, Words
from cieprep_docs.deck.words import paragraphs, plain
from cieprep_docs.office.slides import DeckStyle, load_deck_style
from tests.support.command import CHECKOUT

STYLE_FILE = CHECKOUT / "templates" / "office" / "conference" / "deck.pptx"
CASES = CHECKOUT / "tests" / "deck" / "cases" / "plans.txt"
CONTINUED = {"en-GB": "(continued)", "zh-CN": "（续）", "ru-RU": "(продолжение)"}


@cache
def style() -> DeckStyle:
    """Return our own house style."""
    return load_deck_style(STYLE_FILE)


def document_of(markup: str, lang: str = "en-GB", images: Mapping[str, bytes] | None = None) -> nodes.Document:
    """Return a document of these sections, with the labels that a deck needs."""
    labels = {"title": "Deck", "short-title": "Short", "copy": "Copy", "continued": CONTINUED.get(lang, "")}
    header = "".join(f'<p class="{name}">{words}</p>' for name, words in labels.items())
    document = read_markup(f'<article lang="{lang}"><header>{header}</header>{markup}</article>', "deck.html")
    return replace(document, images=images or {})


def plan_of(markup: str, lang: str = "en-GB", images: Mapping[str, bytes] | None = None) -> Deck:
    """Return the plan of these sections."""
    return plan(document_of(markup, lang, images), style().layouts)


def items(*words: str) -> str:
    """Return a bulleted list."""
    return f"<ul>{''.join(f'<li>{each}</li>' for each in words)}</ul>"


def slide_of(body: str, *, title: str = "Title", role: str = "") -> str:
    """Return one section."""
    kind = f' class="{role}"' if role else ""
    return f"<section{kind}><h1>{title}</h1>{body}</section>"


def shapes_of(slide: Slide) -> list[Shape]:
    """Return all shapes of a slide, those inside groups too."""
    inner = [each.shapes if isinstance(each, Group) else (each,) for each in slide.shapes]
    return [shape for shapes in inner for shape in shapes]


def words_on(slide: Slide) -> list[str]:
    """Return the paragraphs of a slide under its title, cells of tables included, in the order they are read."""
    found = list[str]()
    for shape in shapes_of(slide)[1:]:
        if isinstance(shape, Words):
            found += [plain(para.content) for para in shape.paras]
        elif isinstance(shape, TablePlace):
            cells = (cell for row in shape.table.rows for cell in row.cells)
            found += [plain(para.content) for cell in cells for para in paragraphs(cell.blocks)]
    return found


def everything(lang: str) -> str:
    """Return the sections of all cases in this language: every kind of slide."""
    cases = [case.partition("---\n") for case in CASES.read_text("utf-8").split("===\n")]
    return "".join(markup for head, _, markup in cases if head.strip().endswith(lang))


def refuse_words_outside(deck: Deck, layouts: Layouts | None = None) -> None:
    """Measure every text again: it must fit its room at the size that was decided."""
    known = layouts or style().layouts
    for slide in deck.slides:
        for shape in shapes_of(slide):
            if isinstance(shape, Words) and shape.paras:
                field = known.field(shape.role, shape.field)
                room = shape.box.inside(field.insets)
                height = words_height(shape.paras, field, room.width + 0.01, shape.scale)
                assert height is not None, "a word would be broken"
                assert height + shape.lead * (len(shape.paras) - 1) <= room.height + 0.01
            assert shape.box.bottom <= known.height
            assert shape.box.right <= known.width
