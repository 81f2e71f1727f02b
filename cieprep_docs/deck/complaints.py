"""What a plan says of words that fit on no slide."""

from __future__ import annotations

from cieprep_docs.content import nodes
from cieprep_docs.deck.brief import Brief
from cieprep_docs.deck.fit import words_height
from cieprep_docs.deck.layouts import STEPS, Field
from cieprep_docs.deck.parts import Part, Text
from cieprep_docs.deck.setting import Setting
from cieprep_docs.deck.slides import Para
from cieprep_docs.deck.words import plain
from cieprep_docs.diagnostics import Diagnostic, Location


def no_title(brief: Brief) -> Diagnostic:
    """Return the complaint about a section without a level-one heading."""
    return Diagnostic("DCK002", "a slide has no title", _location(brief.section.origin), "begin the section with an h1")


def outside(block: nodes.Block) -> Diagnostic:
    """Return the complaint about a block that belongs to no slide."""
    message = f"a {type(block).__name__.lower()} stands outside every section and so on no slide"
    return Diagnostic("DCK004", message, _location(block.origin), "put it into a section")


def title_too_long(brief: Brief, title: str) -> Diagnostic:
    """Return the complaint about a title that does not fit at its smallest size."""
    lang = _lang(brief.title)
    message = f"slide “{title}”, field title, {lang}: the title does not fit even at its smallest size"
    return Diagnostic("DCK001", message, _location(brief.section.origin), "shorten the title")


def no_room(brief: Brief, setting: Setting, name: str) -> Diagnostic:
    """Return the complaint about a field that cannot hold its words at any size, split as far as it may be."""
    field = setting.layouts.field(brief.role, name)
    paras = _all(brief.side) if name == "side" else brief.named.get(name) or _largest(brief.parts, field)
    message = f"slide “{plain(brief.title)}”, field {field.name}, {setting.lang}: {_need(paras, field)}"
    return Diagnostic("DCK001", message, _location(brief.section.origin), "shorten it or divide it into several items")


def _need(paras: tuple[Para, ...], field: Field) -> str:
    """Say how much room there is and how much is needed, in points."""
    scale = field.scale(STEPS)
    room = field.room
    if not paras:
        return f"what stands there does not fit into {room.width:.0f} × {room.height:.0f} pt"
    height = words_height(paras, field, room.width, scale)
    at = f"at {field.size(0, scale):g} pt"
    if height is None:
        return f"a word is wider than the room of {room.width:.0f} pt {at}"
    if height <= room.height:
        return "its words fit, but this layout has no place for the table, chart or picture that stands with them"
    return f"needs {height:.0f} pt of height {at}, the room is {room.height:.0f} pt"


def _largest(parts: tuple[Part, ...], field: Field) -> tuple[Para, ...]:
    """Return the group of paragraphs that takes the most room."""
    groups = [group for part in parts if isinstance(part, Text) for group in part.groups]
    width, scale = field.room.width, field.scale(STEPS)
    return max(groups, key=lambda group: words_height(group, field, width, scale) or float("inf"), default=())


def _all(parts: tuple[Part, ...]) -> tuple[Para, ...]:
    return tuple(para for part in parts if isinstance(part, Text) for group in part.groups for para in group)


def _lang(content: nodes.Inlines) -> str:
    return next((each.lang for each in content if isinstance(each, nodes.Run)), "")


def _location(origin: nodes.Origin) -> Location:
    return Location(origin.template, origin.line, path=origin.record)
