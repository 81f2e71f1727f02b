"""Slides that a deck keeps: those in which placeholders stand, or all around the one that says ``{{ body }}``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from immutabledict import immutabledict

from cieprep_docs.content import nodes
from cieprep_docs.deck.layouts import Field
from cieprep_docs.deck.slides import Deck, Slide
from cieprep_docs.diagnostics import Diagnostic
from cieprep_docs.errors import LayoutError, StyleError
from cieprep_docs.office.fields import FieldedPart, Slot, label_of, read_fielded_part, unknown_fields
from cieprep_docs.office.relationships import OFFICE_TYPE, read_relationships, relationships_name, target_name
from cieprep_docs.office.slides.filled import fit_filled, read_rooms
from cieprep_docs.office.slides.reading import PRESENTATION, StyleReader
from cieprep_docs.office.xml import DECLARATION, attributes, escape, qualified

_BODY = "body"
_NUMBERED = re.compile(r"(\d+)\.\w+$")
_OF_LANGUAGE = {"lang", "altLang", "dirty", "err"}


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """The kept slides before and after those that are made."""

    before: tuple[FieldedPart, ...] = ()
    after: tuple[FieldedPart, ...] = ()
    around: tuple[FieldedPart, ...] = ()
    """Masters and layouts that have placeholders for words."""
    rooms: Mapping[str, Mapping[str, Field]] = immutabledict()
    """By kept slide and number of the shape: where placeholders for words have how much room."""

    @property
    def parts(self) -> tuple[FieldedPart, ...]:
        """All of them in order."""
        return (*self.before, *self.after)

    def between(self, deck: Deck) -> tuple[Slide, ...]:
        """Return the slides to make: no cover where a kept slide opens the deck, no closing where one ends it."""
        slides = deck.slides
        if self.before and slides and slides[0].role == "title":
            slides = slides[1:]
        return slides[:-1] if self.after and slides and slides[-1].role == "closing" else slides


def read_boilerplate(reader: StyleReader) -> Boilerplate:
    """Return the slides to keep.

    ``{{ body }}`` on a slide says where the made ones go: all others are kept around it. Without it slides with
    placeholders are kept in front, the others are samples and stay behind.
    """
    rooms = immutabledict({part: immutabledict(read_rooms(part, reader)) for part in _slides(reader)})
    slides = [_read(part, reader) for part in _slides(reader)]
    around = tuple(part for part in (_read(name, reader) for name in _backgrounds(reader)) if part.slots)
    at = next((index for index, slide in enumerate(slides) if _says_body(slide)), None)
    if at is None:
        return Boilerplate(tuple(slide for slide in slides if slide.slots), (), around, rooms)
    return Boilerplate(tuple(slides[:at]), tuple(slides[at + 1 :]), around, rooms)


def _backgrounds(reader: StyleReader) -> Iterator[str]:
    """Yield the masters and layouts."""
    for master in reader.related(PRESENTATION, "slideMaster"):
        yield master
        yield from reader.related(master, "slideLayout")


def _read(part: str, reader: StyleReader) -> FieldedPart:
    found = read_fielded_part(part, [reader.root(part)], DECLARATION)
    # DrawingML keeps blanks by itself, its a:t takes no attribute (ECMA-376 part 1, 21.1.2.3.11).
    pieces = (each.replace(' xml:space="preserve"', "") if isinstance(each, str) else each for each in found.pieces)
    return FieldedPart(part, tuple(pieces))


def fill(kept: Boilerplate, deck: Deck) -> dict[str, bytes]:
    """Return kept slides, masters and layouts with the words of a deck, as large as there is room for them.

    Raises StyleError for placeholders that nothing fills, LayoutError for words that fit at no size.
    """
    parts = (*kept.parts, *kept.around)
    unknown = tuple(unknown_fields(parts, deck.labels))
    if unknown:
        raise StyleError(*unknown)
    filled, faults = dict[str, bytes](), list[Diagnostic]()
    for part in parts:
        xml = part.fill(lambda slot: _runs(slot, deck.labels.get(label_of(slot.name), ())))
        filled[part.name], found = fit_filled(part.name, xml, kept.rooms.get(part.name, {}))
        faults += found
    if faults:
        raise LayoutError(*faults)
    return filled


def highest_number(names: Iterable[str]) -> int:
    """Return the highest number that a slide, a notes page or a chart has among these parts; 0 where there is none."""
    folders = ("ppt/slides/", "ppt/notesSlides/", "ppt/charts/", "ppt/embeddings/")
    found = (_NUMBERED.search(name) for name in names if name.startswith(folders))
    return max((int(each[1]) for each in found if each), default=0)


def _slides(reader: StyleReader) -> Iterator[str]:
    """Yield the parts of the slides in the order they are shown."""
    name = relationships_name(PRESENTATION)
    targets = {
        each.id: target_name(name, each.target)
        for each in read_relationships(reader.package.read(name), name)
        if each.type == f"{OFFICE_TYPE}/slide"
    }
    for each in reader.presentation.iter(qualified("p:sldId")):
        yield targets[each.get(qualified("r:id"), "")]


def _says_body(slide: FieldedPart) -> bool:
    return any(slot.name == _BODY for slot in slide.slots)


def _runs(slot: Slot, words: nodes.Inlines) -> str:
    looks = {name: value for name, value in slot.traits.items() if name not in _OF_LANGUAGE}
    return "".join(_run(slot, looks, each) for each in words if isinstance(each, nodes.Run))


def _run(slot: Slot, looks: dict[str, str], run: nodes.Run) -> str:
    tags = attributes(lang=run.lang, **looks)
    return f"<a:r><a:rPr{tags}>{slot.look}</a:rPr><a:t>{escape(run.text)}</a:t></a:r>"
