"""The places of the house style where translated words must fit: what they are measured against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from immutabledict import immutabledict

from cieprep_docs.catalogs.checks.subject import PLACEHOLDER, Found, Subject
from cieprep_docs.content.measure import HAN_LINE_HEIGHT
from cieprep_docs.content.nodes import Run
from cieprep_docs.deck.fit import words_height
from cieprep_docs.deck.layouts import STEPS, Field, Layouts, Level
from cieprep_docs.deck.layouts import Box as Rectangle
from cieprep_docs.deck.slides import Para
from cieprep_docs.language.translator import GENITIVE_UNIT, UNIT
from cieprep_docs.office.word import ReportStyle

_HEADER = "short-title"
_SHARE_OF_HEADER = 0.6
"""The rest of the line says whose copy a report is."""
_TWIPS = 20
_WIDEST_LETTER = 1.1
"""No letter is wider, in type sizes."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the words of a role stand on a slide: the level of a field, and the levels of what shares the box."""

    layout: str
    field: str
    level: int = 0
    beside: tuple[int, ...] = ()


_CARD, _WORDS = ("people", "card"), ("quotation", "words")
_PLACES: Mapping[str, tuple[_Place, ...]] = immutabledict(
    {
        "event.series": (_Place("title", "edition"),),
        "event.title": (_Place("title", "title"), _Place("one-pager", "title")),
        "event.short_title": (_Place("bullets", "footer"), _Place("closing", "body")),
        "event.framework": (_Place("title", "body"),),
        "event.headline": (_Place("key-figures", "title"),),
        "theme.title": (_Place("bullets", "title"),),
        "delegation.name": (_Place("title", "title"),),
        "city.name": (_Place("cities", "city"),),
        "field.name": (_Place("cities", "field"),),
        "session.title": (_Place("people", "title"), _Place("cities", "title"), _Place("timeline", "what")),
        "statement.part": (_Place("quotation", "title"), _Place(*_CARD, 3, (0, 1, 2))),
        "statement.gist": (_Place(*_WORDS),),
        "statement.substance": (_Place(*_WORDS),),
        "person.post": (_Place(*_CARD, 1, (0, 2)), _Place("quotation", "speaker", 1, (0,))),
        "organisation.short_name": (_Place(*_CARD, 2, (0, 1)),),
        "member.role": (_Place(*_CARD, 3, (0, 1, 2)),),
        "figure.label": (_Place("chart", "title"), _Place("key-figures", "card", 1, (0,))),
        UNIT: (_Place("key-figures", "card", 1, (0,)),),
        GENITIVE_UNIT: (_Place("key-figures", "card", 1, (0,)),),
        "outcome.title": (_Place("cards", "card", 0, (2,)),),
        "outcome.description": (_Place("cards", "card", 1, (0, 2)),),
        "image.caption": (_Place("picture", "caption"),),
    }
)


@dataclass(frozen=True, slots=True)
class Box:
    """A box of the house style, and what is in it when words of one role come in."""

    name: str
    """For people: ``slide “people”, card``."""
    field: Field
    level: int = 0
    beside: tuple[int, ...] = ()

    def check(self, words: str, language: str) -> str:
        """Return what is wrong with the words here, set as small as the style allows; empty where they fit."""
        if len(words) * self.field.level(self.level).size * _WIDEST_LETTER <= self.field.room.width:
            return ""
        height = words_height(self._paras(words, language), self.field, self.field.room.width, self.field.scale(STEPS))
        if height is None:
            return f"has a word wider than its box ({self.name}: {self.field.room.width:.0f} pt)"
        if height > self.field.room.height:
            return (
                f"is too long for its box ({self.name}: {height:.0f} pt high instead of {self.field.room.height:.0f})"
            )
        return ""

    def _paras(self, words: str, language: str) -> Sequence[Para]:
        others = [Para((Run("x", "en"),), level) for level in self.beside]
        return sorted([*others, Para((Run(words, language),), self.level)], key=lambda para: para.level)


@dataclass(frozen=True, slots=True)
class Boxes:
    """The boxes of a house style by role."""

    by_role: Mapping[str, tuple[Box, ...]] = field(default_factory=immutabledict)

    def check(self, role: str, subject: Subject) -> Iterator[Found]:
        """Yield CAT107 where words do not fit a box in which they stand."""
        words = PLACEHOLDER.sub("", subject.words).strip()
        faults = (box.check(words, subject.language) for box in self.by_role.get(role, ()))
        if fault := next(filter(None, faults), ""):
            yield Found("CAT107", fault, "find shorter words")


def boxes_of(layouts: Layouts, report: ReportStyle) -> Boxes:
    """Return the boxes of a house style: those of its deck, and the headers of its report."""
    boxes = {
        role: tuple(
            Box(f"slide “{each.layout}”, {each.field}", layouts.field(each.layout, each.field), each.level, each.beside)
            for each in places
        )
        for role, places in _PLACES.items()
    }
    boxes["event.short_title"] += _headers(report)
    return Boxes(immutabledict(boxes))


def _headers(report: ReportStyle) -> tuple[Box, ...]:
    """Return the line of the header in which the short title stands, where the report has one."""
    if not any(slot.name == _HEADER for part in report.running for slot in part.slots):
        return ()
    style = report.stylesheet.styles.get(("paragraph", "header"), report.stylesheet.normal)
    room = Rectangle(0, 0, report.pages.width / _TWIPS * _SHARE_OF_HEADER, style.size * HAN_LINE_HEIGHT)
    return (Box("header of the report", Field("header", room, (Level(style.size, face="Calibri"),))),)
