"""The words inside a block: runs and line breaks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, cast

from lxml.etree import _Element as Element

from cieprep_docs.content.nodes import Break, Inline, Inlines, Mark, Note, Reference, Run
from cieprep_docs.content.reading import Reading
from cieprep_docs.content.vocabulary import INLINES, TAGS
from cieprep_docs.content.whitespace import collapse, keeps_blank


class Traits(NamedTuple):
    """All that a run is besides its words."""

    lang: str
    strong: bool = False
    emphasis: bool = False
    raised: bool = False
    href: str = ""
    mark: Mark = ""
    abbreviation: bool = False
    lowered: bool = False


Piece = tuple[str, Traits] | Note | Reference | None
"""Words as they stand in the markup, blanks and all; None is a line break."""

BREAK = Break()


def read_inlines(reading: Reading, element: Element, lang: str) -> Inlines:
    """Return the words of an element that holds nothing but words."""
    if not len(element):
        return read_text(element, lang)
    pieces: list[Piece] = []
    collect_pieces(reading, element, Traits(lang), pieces)
    return join_pieces(pieces)


def read_text(element: Element, lang: str) -> Inlines:
    """Return the words of an element without children; most cells and paragraphs are of this kind."""
    text = collapse(element.text or "", lang).strip(" ")
    return (Run(text, lang),) if text else ()


def collect_pieces(reading: Reading, element: Element, traits: Traits, pieces: list[Piece]) -> None:
    """Add the words inside the element, and those of the inline elements in it."""
    pieces.append((element.text or "", traits))
    for child in element:
        collect_inline(reading, child, traits, pieces)
        pieces.append((child.tail or "", traits))


def collect_inline(reading: Reading, element: Element, traits: Traits, pieces: list[Piece]) -> None:
    """Add an inline element with the traits it lends to its words."""
    if element.tag == "br":
        pieces.append(None)
    elif element.tag == "a" and _is_filled(element):
        pieces.append(_read_filled(reading, element, element.get("lang", traits.lang)))
    elif element.tag in INLINES:
        lang = element.get("lang")
        inner = traits._replace(lang=lang) if lang else traits
        collect_pieces(reading, element, _LENDS[element.tag](inner, element), pieces)
    elif element.tag in TAGS:
        reading.report(element, "MRK011", f"<{element.tag}> stands inside words", "end the paragraph first")
    else:
        collect_pieces(reading, element, traits, pieces)  # an unknown tag is reported; its words are read all the same


def _is_filled(element: Element) -> bool:
    """Return whether a link is a note with its words, or stands for the number of its target."""
    if element.get("class") == "note":
        return not element.get("href")
    empty = not len(element) and not (element.text or "").strip()
    return empty and element.get("href", "").startswith("#")


def _read_filled(reading: Reading, element: Element, lang: str) -> Note | Reference:
    href = element.get("href", "")
    if href:
        reading.refers = True
        return Reference(href[1:], lang, alone=element.get("class") == "number")
    return Note(read_inlines(reading, element, lang), lang)


_LENDS: Mapping[str, Callable[[Traits, Element], Traits]] = {
    "strong": lambda traits, _: traits._replace(strong=True),
    "em": lambda traits, _: traits._replace(emphasis=True),
    "sup": lambda traits, _: traits._replace(raised=True),
    "sub": lambda traits, _: traits._replace(lowered=True),
    "abbr": lambda traits, _: traits._replace(abbreviation=True),
    "a": lambda traits, element: traits._replace(href=element.get("href", "")),
    "span": lambda traits, element: traits._replace(mark=cast("Mark", element.get("class", traits.mark))),
}


def join_pieces(pieces: Iterable[Piece]) -> Inlines:
    """Return runs with blanks collapsed across their borders and trimmed; neighbours that look alike are one run."""
    runs: list[Piece] = []
    waiting: Traits | None = None  # a blank is printed only once words follow it
    for piece in pieces:
        if not isinstance(piece, tuple):
            waiting = _add_other(runs, waiting, piece)
            continue
        traits = piece[1]
        text = collapse(piece[0], traits.lang)
        words = text.strip(" ")
        if text[:1] == " ":
            waiting = waiting or traits
        if words:
            _add_blank(runs, waiting, words)
            _add_words(runs, words, traits)
            waiting = traits if text[-1] == " " else None
    return tuple(_inline(run) for run in runs)


_DIGIT = "0"
"""How a number that is not known yet behaves beside a blank."""


def _add_other(runs: list[Piece], waiting: Traits | None, piece: Note | Reference | None) -> Traits | None:
    """Add what is no words, and return the blank that still waits: the mark of a note stands close to its word."""
    if isinstance(piece, Reference):
        _add_blank(runs, waiting, _DIGIT)
    runs.append(piece)
    return waiting if isinstance(piece, Note) else None


def _add_blank(runs: list[Piece], traits: Traits | None, following: str) -> None:
    before = _last_character(runs) if traits else ""
    if traits and before and keeps_blank(before, following[0], traits.lang):
        _add_words(runs, " ", traits)


def _last_character(runs: list[Piece]) -> str:
    """Return the character after which something is to stand, nothing at the beginning of a line."""
    last = next((run for run in reversed(runs) if not isinstance(run, Note)), None)
    return last[0][-1] if isinstance(last, tuple) else _DIGIT if last else ""


def _add_words(runs: list[Piece], words: str, traits: Traits) -> None:
    before = runs[-1] if runs else None
    if isinstance(before, tuple) and before[1] == traits:
        runs[-1] = (before[0] + words, traits)
    else:
        runs.append((words, traits))


def _inline(run: Piece) -> Inline:
    return Run(run[0], *run[1]) if isinstance(run, tuple) else run or BREAK


def plain_text(inlines: Inlines) -> str:
    """Return the words of the line alone, a line break as a blank; notes stand at the foot of the page."""
    return "".join(each.text if isinstance(each, Run) else " " if isinstance(each, Break) else "" for each in inlines)


def whole_text(inlines: Inlines) -> str:
    """Return the words with those of the notes."""
    return plain_text(spread_notes(inlines))


def spread_notes(inlines: Inlines) -> Inlines:
    """Return words with the notes in brackets where their marks stand."""
    if not any(isinstance(each, Note) for each in inlines):
        return inlines
    return tuple(part for each in inlines for part in (_bracketed(each) if isinstance(each, Note) else (each,)))


def _bracketed(note: Note) -> Inlines:
    before, after = ("（", "）") if note.lang.startswith("zh") else (" (", ")")
    return (Run(before, note.lang), *note.content, Run(after, note.lang))
