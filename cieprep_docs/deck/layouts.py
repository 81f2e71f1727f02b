"""What a plan knows of a house style: the rooms of its layouts and the sizes of their type. No looks, no file format.

All lengths are in points.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

STEPS = 6
"""In how many steps words go from the style's size to its smallest, and to its largest where a slide has room."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the page."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height

    def inside(self, insets: Insets) -> Box:
        """Return what is left within inner margins."""
        width = self.width - insets.left - insets.right
        return Box(self.left + insets.left, self.top + insets.top, width, self.height - insets.top - insets.bottom)

    def around(self, insets: Insets) -> Box:
        """Return the box whose inner margins leave this one."""
        width = self.width + insets.left + insets.right
        return Box(self.left - insets.left, self.top - insets.top, width, self.height + insets.top + insets.bottom)

    def below(self, height: float) -> Box:
        """Return the rest under a strip of that height."""
        return replace(self, top=self.top + height, height=self.height - height)

    def columns(self, count: int, gap: float) -> tuple[Box, ...]:
        """Return equal columns with gaps between them."""
        width = (self.width - gap * (count - 1)) / count
        return tuple(Box(self.left + index * (width + gap), self.top, width, self.height) for index in range(count))


@dataclass(frozen=True, slots=True)
class Insets:
    """Inner margins of a box of text."""

    left: float = 0
    top: float = 0
    right: float = 0
    bottom: float = 0


@dataclass(frozen=True, slots=True)
class Level:
    """How the words of one outline level are set."""

    size: float
    bold: bool = False
    margin: float = 0
    """From the left inner margin to the words; a bullet hangs in it."""
    before: float = 0
    """Room above each paragraph but the first."""
    spacing: float = 1.0
    """Line distance as a multiple of a single-spaced line."""
    bullet: bool = False
    face: str = "sans"
    centred: bool = False
    hangs: bool = False
    """Whether punctuation may stand beyond the edge, as in decks that do not forbid it."""


@dataclass(frozen=True, slots=True)
class Field:
    """A place for words, or the pattern of a card, a dot, a rule."""

    name: str
    box: Box
    levels: tuple[Level, ...]
    insets: Insets = Insets()
    smallest: float = 0
    """How small the first level may become; 0 where it keeps its size."""
    largest: float = 0
    """How large it may become on a slide with room to spare; 0 where it keeps its size."""

    def level(self, number: int) -> Level:
        """Return the level, or the deepest there is."""
        return self.levels[number if number < len(self.levels) else -1]

    @property
    def room(self) -> Box:
        """The box without its inner margins."""
        return self.box.inside(self.insets)

    def size(self, level: int, scale: float) -> float:
        """Return the size of a level in half points; none is stepped below the field's smallest."""
        return _stepped(self.level(level).size, scale, self.smallest)

    def scale(self, step: int) -> float:
        """Return the share of its sizes at a step.

        0 is the style's own size, ``STEPS`` the smallest it allows, ``-STEPS`` the largest.
        """
        size = self.levels[0].size
        farthest = self.smallest or size if step > 0 else max(self.largest, size)
        return round(size + (farthest - size) * abs(step) / STEPS) / size


@lru_cache(maxsize=1024)
def _stepped(full: float, scale: float, smallest: float) -> float:
    """Return a size at a scale, in half points, but not below ``smallest``, which the full size may be already."""
    return max(math.floor(full * scale * 2 + 0.01) / 2, min(full, smallest))


@dataclass(frozen=True, slots=True)
class Layout:
    """One layout of the house style: the role it serves and its fields by name."""

    role: str
    fields: Mapping[str, Field]


@dataclass(frozen=True, slots=True)
class Layouts:
    """The layouts of a house style by role, and the page they are for."""

    by_role: Mapping[str, Layout]
    width: float
    height: float

    def field(self, role: str, name: str) -> Field:
        """Return a field of the layout that serves this role."""
        return self.by_role[role].fields[name]
