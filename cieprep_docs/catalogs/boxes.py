"""The places of the house style where translated words must fit: what their widths are measured against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from immutabledict import immutabledict

from cieprep_docs.catalogs.checks.subject import Found, Subject
from cieprep_docs.content.measure import HAN_LINE_HEIGHT, line_count
from cieprep_docs.deck.layouts import Layouts

_PLACES = {
    "event.title": ("title", "title"),
    "event.short_title": ("bullets", "footer"),
    "session.title": ("bullets", "title"),
    "statement.gist": ("quotation", "words"),
}
"""Where the words of a role stand alone on a slide: layout and field."""


@dataclass(frozen=True, slots=True)
class Box:
    """A place for words, with the smallest type that the house style allows there."""

    width: float
    """Points."""
    lines: int
    size: float
    bold: bool
    face: str


@dataclass(frozen=True, slots=True)
class Boxes:
    """The boxes of a house style by role."""

    by_role: Mapping[str, Box] = field(default_factory=immutabledict)

    def check(self, role: str, subject: Subject) -> Iterator[Found]:
        """Yield CAT107 where words take more lines than their box has, set as small as the style allows."""
        box = self.by_role.get(role)
        if box is None or len(subject.words) * box.size < box.width / 2:
            return
        lines = line_count(subject.words, box.width, box.size, bold=box.bold, face=box.face, lang=subject.language)
        if lines > box.lines:
            message = f"takes {lines} lines of its box of {box.width:.0f} pt, which has {box.lines}"
            yield Found("CAT107", message, "find shorter words")


def boxes_of(layouts: Layouts) -> Boxes:
    """Return the boxes of a house style's deck."""
    fields = {role: layouts.field(*place) for role, place in _PLACES.items()}
    return Boxes(
        immutabledict(
            {
                role: Box(
                    each.room.width,
                    max(1, int(each.room.height / (_smallest(each.smallest, each.levels[0].size) * HAN_LINE_HEIGHT))),
                    _smallest(each.smallest, each.levels[0].size),
                    each.levels[0].bold,
                    each.levels[0].face,
                )
                for role, each in fields.items()
            }
        )
    )


def _smallest(smallest: float, size: float) -> float:
    return smallest or size
