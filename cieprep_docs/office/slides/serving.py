"""Which layout of a deck serves which role: by its name, else by its placeholders, else one that comes near.

What a layout lacks beside title and body (a card, a dot, a rule) is taken from our own house style and stands in the
deck's own colours and fonts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from immutabledict import immutabledict

from cieprep_docs.deck.brief import COVERS
from cieprep_docs.deck.geometry import GAP
from cieprep_docs.deck.layouts import Box, Field, Layout
from cieprep_docs.office.slides.reading import CompiledLayout, Look

NEEDED: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "body"),
    "agenda": ("title", "body"),
    "section": ("title", "body"),
    "bullets": ("title", "body"),
    "two-columns": ("title", "body", "side"),
    "one-pager": ("title", "body", "side", "figure", "rule"),
    "comparison": ("title", "body", "side"),
    "key-figures": ("title", "body", "card", "rule"),
    "timeline": ("title", "body", "rule", "dot", "when", "what"),
    "cities": ("title", "body", "city", "rule", "field"),
    "cards": ("title", "body", "card", "rule"),
    "people": ("title", "body", "card", "portrait"),
    "quotation": ("title", "body", "mark", "bar", "words", "portrait", "speaker"),
    "table": ("title", "body", "cell", "caption"),
    "chart": ("title", "body", "caption"),
    "picture": ("title", "body", "caption"),
    "closing": ("title", "body"),
}
"""The layouts that a deck needs, and the named placeholders on each."""

_TITLES, _BODIES = ("title", "ctrTitle"), ("body", "obj", "subTitle")
_OTHERS = {"ftr": "footer", "sldNum": "number"}
_LEAST_TITLE, _LEAST_BODY, _LEAST_ON_COVERS = 16.0, 14.0, 12.0
"""How small type may become where the deck does not say it, in points: titles, bodies, and the words of covers."""


@dataclass(frozen=True, slots=True)
class Served:
    """A role and the layout that serves it."""

    role: str
    layout: str
    """Its name in the deck."""
    how: str
    """``by name``, ``by its placeholders``, ``instead``; with what is taken from our own house style."""


def serve(
    layouts: Sequence[CompiledLayout], basis: Mapping[str, CompiledLayout], face: str, foot: float
) -> Iterator[tuple[Served, CompiledLayout]]:
    """Yield the layout of each role that the deck can serve, ready for the plan.

    ``face`` is the deck's own typeface, ``foot`` how far down words may stand on covers, whose subtitle takes all that
    our own house style has other placeholders for.
    Nothing is yielded for a deck in which no layout has a title.
    """
    for role, needed in NEEDED.items():
        found = _find(role, layouts)
        if found:
            layout, how = found
            whole = _fill(_name_fields(replace(layout, role=role)), basis[role], needed, face)
            if role in COVERS:
                whole = _deepened(whole, foot)
            lacking = [name for name in needed if name not in _name_fields(layout).looks]
            lent = f"; from our own house style: {', '.join(lacking)}" if lacking else ""
            yield Served(role, layout.role, how + lent), whole


def _find(role: str, layouts: Sequence[CompiledLayout]) -> tuple[CompiledLayout, str] | None:
    titled = [each for each in layouts if _count(each, _TITLES)]
    ways: Iterable[tuple[Callable[[CompiledLayout], bool], str]] = (
        (lambda each: each.role.casefold() == role, "by name"),
        *((fits, "by its placeholders") for fits in _FITTING.get(role, ())),
        *((fits, "instead") for fits in (*_INSTEAD.get(role, ()), *_FITTING["bullets"])),
        (lambda _: True, "instead"),
    )
    return next(((each, how) for fits, how in ways for each in titled if fits(each)), None)


Test = Callable[[CompiledLayout], bool]


def _has(bodies: int) -> Test:
    return lambda layout: _count(layout, _BODIES) == bodies and not _count(layout, ("pic", "ctrTitle"))


def _is(kind: str) -> Test:
    return lambda layout: layout.kind == kind


def _opens(layout: CompiledLayout) -> bool:
    return bool(_count(layout, ("ctrTitle",)))


_FITTING: Mapping[str, tuple[Test, ...]] = {
    "title": (_is("title"), _opens),
    "section": (_is("secHead"),),
    "agenda": (_is("obj"), _has(1)),
    "bullets": (_is("obj"), _has(1)),
    "two-columns": (_is("twoObj"), _has(2)),
    "comparison": (_is("twoObj"), _has(2)),
    "one-pager": (_is("twoObj"), _has(2)),
}
_INSTEAD: Mapping[str, tuple[Test, ...]] = {
    "section": (_is("title"), _opens),
    "closing": (_is("title"), _opens),
}


def _count(layout: CompiledLayout, kinds: tuple[str, ...]) -> int:
    return sum(look.kind in kinds for look in layout.looks.values())


def _name_fields(layout: CompiledLayout) -> CompiledLayout:
    """Return the layout with its placeholders called what they are for."""
    names = dict(_names(layout))
    fields = {names.get(name, name): _sized(each, names.get(name, name)) for name, each in layout.layout.fields.items()}
    looks = {names.get(name, name): each for name, each in layout.looks.items()}
    return replace(layout, layout=Layout(layout.role, immutabledict(fields)), looks=immutabledict(looks))


def _names(layout: CompiledLayout) -> Iterator[tuple[str, str]]:
    """Yield the names of placeholders and what they are for, where that is seen only by their types."""
    taken = set(layout.looks)
    bodies = iter([name for name in ("body", "side") if name not in taken])
    for name, look in layout.looks.items():
        if name in {"title", "body", "side"}:
            continue
        if look.kind in _TITLES and "title" not in taken:
            yield name, "title"
        elif look.kind in _BODIES and "body" not in taken:
            yield from ((name, found) for found in [next(bodies, "")] if found)
        elif look.kind in _OTHERS:
            yield name, _OTHERS[look.kind]


def _sized(field: Field, name: str) -> Field:
    """Return title or body with a smallest size where the deck says none."""
    least = {"title": _LEAST_TITLE, "body": _LEAST_BODY, "side": _LEAST_BODY}.get(name, 0.0)
    if field.smallest or not least:
        return replace(field, name=name)
    return replace(field, name=name, smallest=min(field.level(0).size, least))


def _fill(layout: CompiledLayout, basis: CompiledLayout, needed: Iterable[str], face: str) -> CompiledLayout:
    """Return the layout with patterns of our own house style for what it lacks."""
    fields, looks = dict(layout.layout.fields), dict(layout.looks)
    ours = basis.layout.fields["body"].box
    theirs = fields["body"].box if "body" in fields else _under(fields["title"].box, ours)
    if "side" in needed and "side" not in fields and "body" in fields:
        left, right = theirs.columns(2, GAP)
        fields |= {"body": replace(fields["body"], box=left), "side": replace(fields["body"], name="side", box=right)}
        looks["side"] = replace(looks["body"], placeholder="")
    for name in needed:
        if name not in fields:
            fields[name] = _moved(basis.layout.fields[name], ours, theirs, face)
            looks[name] = _pattern(basis.looks[name])
    return replace(layout, layout=Layout(layout.role, immutabledict(fields)), looks=immutabledict(looks))


def _deepened(layout: CompiledLayout, foot: float) -> CompiledLayout:
    """Return a cover whose body reaches down to the foot of the page or its footer, and may hold many short lines."""
    body = layout.layout.fields["body"]
    footer = layout.layout.fields.get("footer")
    lowest = min(foot, footer.box.top - GAP / 2) if footer else foot
    smallest = min(body.smallest or body.level(0).size, _LEAST_ON_COVERS)
    height = max(body.box.height, lowest - body.box.top)
    deeper = replace(body, box=replace(body.box, height=height), smallest=smallest)
    return replace(layout, layout=Layout(layout.role, immutabledict({**layout.layout.fields, "body": deeper})))


def _pattern(look: Look) -> Look:
    return replace(look, placeholder="")


def _under(title: Box, body: Box) -> Box:
    """Return the room under a title, where the layout has no body."""
    return Box(title.left, title.bottom + GAP, title.width, body.height)


def _moved(field: Field, ours: Box, theirs: Box, face: str) -> Field:
    """Return a field at the same distance from another body, no wider than that allows."""
    left, top = theirs.left + field.box.left - ours.left, theirs.top + field.box.top - ours.top
    box = Box(left, top, min(field.box.width, theirs.right - left), field.box.height)
    return replace(field, box=box, levels=tuple(replace(level, face=face) for level in field.levels))
