"""Every deck of three events, in every language and way of setting two, in our house style and in other people's.

All of them are planned and measured; tests/render draws some of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest

from cieprep_docs.choices import Choices
from cieprep_docs.content.fields import passages
from cieprep_docs.content.nodes import Document, Run
from cieprep_docs.content.pairing import pair
from cieprep_docs.deck import Deck, Layouts, plan_alike
from cieprep_docs.deck.fit import run_size
from cieprep_docs.deck.slides import Group, Shape, Slide, TablePlace, Words
from cieprep_docs.deck.words import paragraphs, plain
from cieprep_docs.drafts import make_drafts
from cieprep_docs.kinds import MAKINGS, DeckKind
from cieprep_docs.pipeline import draft_document
from tests.support.decks import refuse_words_outside, shapes_of, words_on
from tests.support.occasions import DECK_EVENTS, deck_styles, reader_of

KINDS: tuple[DeckKind, ...] = ("briefing", "one-pager", "delegation")
SINGLE = ("zh", "en", "ru", "en-XA", "zh-XA")
MODES = ("both", "notes", "mirrored")
SETTINGS = [(each, "both") for each in SINGLE] + [(each, mode) for each in ("zh+ru", "ru+en") for mode in MODES]
SMALLEST = 12.0
"""Points of the smallest words on a slide; footers are smaller."""


@pytest.fixture(scope="session")
def styles(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Layouts]:
    """Return the rooms of our house style and of two other people's."""
    return {name: each.layouts for name, each in deck_styles(tmp_path_factory.mktemp("styles")).items()}


@pytest.mark.parametrize("event", DECK_EVENTS)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("languages", "mode"), SETTINGS)
def test_every_deck_fits(event: str, kind: DeckKind, languages: str, mode: str, styles: dict[str, Layouts]) -> None:
    documents = documents_of(event, kind, languages, mode)
    for layouts in styles.values():
        decks = plan_alike(documents, layouts)
        assert len({tuple(slide.role for slide in deck.slides) for deck in decks}) == 1
        for deck, document in zip(decks, documents, strict=True):
            refuse_words_outside(deck, layouts)
            assert not [*too_small(deck, layouts)]
            assert not [*overlapping(deck)]
            assert not lost(deck, document)
            assert len(deck.slides) == 1 or kind != "one-pager"


def documents_of(event: str, kind: DeckKind, languages: str, mode: str) -> tuple[Document, ...]:
    """Return the trees of the decks, two of one shape where they are mirrored."""
    made, names = DECK_EVENTS[event](), languages.split("+")
    reader = reader_of(made, kind)
    if mode == "mirrored":
        return pair(*(draft.tree for draft in make_drafts(made, MAKINGS[kind], names, reader, Choices()))).documents
    return (draft_document(made, kind, names, reader, Choices(mode="notes" if mode == "notes" else "both")).tree,)


def too_small(deck: Deck, layouts: Layouts) -> Iterator[str]:
    """Yield the words that nobody in the hall can read."""
    for number, slide in enumerate(deck.slides, 1):
        for shape in shapes_of(slide):
            if isinstance(shape, Words) and smallest_size(shape, layouts) < SMALLEST:
                yield f"slide {number} {shape.field}: {[plain(para.content) for para in shape.paras]}"


def smallest_size(words: Words, layouts: Layouts) -> float:
    """Return the points of the smallest run."""
    field = layouts.field(words.role, words.field)
    runs = ((each, para) for para in words.paras for each in para.content if isinstance(each, Run))
    sizes = (run_size(run, field.size(para.level, words.scale), fine=para.fine) for run, para in runs)
    return min(sizes, default=SMALLEST)


def overlapping(deck: Deck) -> Iterator[str]:
    """Yield the pairs of shapes with words that stand over each other; the mark of a quotation is an ornament."""
    for number, slide in enumerate(deck.slides, 1):
        worded = [shape for shape in slide.shapes if is_worded(shape)]
        for one, other in combinations(worded, 2):
            wide = min(one.box.right, other.box.right) - max(one.box.left, other.box.left)
            high = min(one.box.bottom, other.box.bottom) - max(one.box.top, other.box.top)
            if wide > 1 and high > 1:
                yield f"slide {number} {slide.title}: {one.box} {other.box}"


def is_worded(shape: Shape) -> bool:
    """Say whether a shape holds words of its own."""
    return not isinstance(shape, Words) or (bool(shape.paras) and shape.field != "mark")


def lost(deck: Deck, document: Document) -> set[str]:
    """Return the words of a document that stand on no slide and in no notes."""
    known = {same(words) for slide in deck.slides for words in all_words(slide)}
    known |= {same(slide.title.rpartition("(")[0]) for slide in deck.slides}
    known |= {same(slide.title.rpartition("（")[0]) for slide in deck.slides}
    said = (each for each in passages(document.blocks) if not isinstance(each.words, str) and each.words)
    return {same(plain(each.words)) for each in said if not isinstance(each.words, str)} - known


def all_words(slide: Slide) -> Iterator[str]:
    """Yield title, paragraphs, captions and notes of a slide."""
    yield slide.title
    yield from words_on(slide)
    yield from (plain(para.content) for para in paragraphs(slide.notes))
    for shape in shapes_of(slide):
        yield from _captions(shape)


def _captions(shape: Shape) -> Iterator[str]:
    if isinstance(shape, TablePlace):
        yield plain(shape.table.caption)
    elif isinstance(shape, Group):
        yield from (caption for each in shape.shapes for caption in _captions(each))


def same(words: str) -> str:
    """Return words as they compare: blanks are alike."""
    return " ".join(words.split())
