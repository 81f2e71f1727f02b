"""One section → its slides: as large as the style has it, else stepped down, else split."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from cieprep_docs.content import nodes
from cieprep_docs.deck.anchors import anchors_on
from cieprep_docs.deck.attempts import Ranges, Version, attempts_at
from cieprep_docs.deck.brief import Brief
from cieprep_docs.deck.complaints import no_room, no_title
from cieprep_docs.deck.fit import best_scale
from cieprep_docs.deck.geometry import bottom
from cieprep_docs.deck.layouts import STEPS, Box, Layouts
from cieprep_docs.deck.parts import Part, TablePart, Text, cut_all
from cieprep_docs.deck.setting import Setting
from cieprep_docs.deck.settle import settle
from cieprep_docs.deck.slides import Para, Words
from cieprep_docs.deck.stack import Shapes, stack
from cieprep_docs.deck.variants import left_out
from cieprep_docs.diagnostics import Diagnostic

Fitting = tuple[list[Shapes], int] | None
"""The shapes of each slide and the step of their type."""

_LARGER = range(-STEPS, 0, 2)
_ROOMY = 0.82
"""Of the room: running words become larger than the style's own size as long as they take no more."""


_LEAST = 0.8
"""Of the style's size: the words of a cover do not become smaller only to save a line."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A slide whose title is not yet numbered and measured."""

    brief: Brief
    shapes: Shapes
    first: bool
    decisions: tuple[str, ...]
    left_out: tuple[nodes.Paragraph, ...] = ()
    """Words for which there is no room: they are spoken."""
    anchors: tuple[str, ...] = ()
    """Ids of what stands on the slide."""


def plan_section(versions: Sequence[Version]) -> list[list[Draft]] | Diagnostic:
    """Return the slides of one section in each language, or what is wrong with it.

    All languages are split at the same places: the one that needs the most room decides.
    """
    named = [_named(brief, setting) for brief, setting in versions]
    faults = [no_title(brief) for brief, _ in versions if not brief.title]
    faults += [each for each in named if isinstance(each, Diagnostic)]
    if faults:
        return faults[0]
    told, fitting = _fit_alike(versions)
    covers = [each for each in named if not isinstance(each, Diagnostic)]
    if all(fitting):
        rows = zip(told, covers, fitting, strict=True)
        return [list(_drafts(brief, cover, *fits)) for (brief, _), cover, fits in rows if fits]
    brief, setting = next(version for version, fits in zip(versions, fitting, strict=True) if not fits)
    return no_room(brief, setting, "body" if _side(brief, replace(setting, step=STEPS)) is not None else "side")


def _fit_alike(versions: Sequence[Version]) -> tuple[Sequence[Version], list[Fitting]]:
    """Return the variant of the section that as few slides as can be hold in all languages, and its shapes in each.

    The shapes are None for the languages that nothing holds.
    """
    found: list[Fitting] = []
    for variant, ranges in attempts_at(versions):
        found = [_first_fitting(brief, setting, ranges) for brief, setting in variant]
        if all(found):
            return variant, found
    return versions, found


def _first_fitting(brief: Brief, setting: Setting, ranges: Ranges) -> Fitting:
    """Return the shapes of each range of pieces at the first step at which all fit, and the step."""
    larger = _LARGER if len(ranges) == 1 and _may_grow(brief.parts) else ()
    for step in (*larger, 0):
        slides = _all_fitting(brief, ranges, replace(setting, step=step))
        if slides is not None:
            return slides, step
    return _smaller(brief, setting, ranges)


def _smaller(brief: Brief, setting: Setting, ranges: Ranges) -> Fitting:
    """Return the shapes in type smaller than the style's own; the smallest is tried first, to know whether any fits."""
    least = _all_fitting(brief, ranges, replace(setting, step=STEPS))
    if least is None:
        return None
    steps = ((_all_fitting(brief, ranges, replace(setting, step=step)), step) for step in range(1, STEPS))
    return next(((slides, step) for slides, step in steps if slides is not None), (least, STEPS))


def _all_fitting(brief: Brief, ranges: Iterable[tuple[int, int]], setting: Setting) -> list[Shapes] | None:
    """Return the shapes of each range of pieces, or None as soon as one does not fit."""
    slides = []
    for pieces in ranges:
        shapes = _arrange(brief, pieces, setting)
        if shapes is None:
            return None
        slides.append(shapes)
    return slides


def _drafts(brief: Brief, named: Shapes, slides: Sequence[Shapes], step: int) -> Iterator[Draft]:
    decisions = brief.decisions
    decisions += (f"type stepped {'down' if step > 0 else 'up'} {abs(step)} of {STEPS}",) if step else ()
    decisions += (f"split into {len(slides)}",) if len(slides) > 1 else ()
    lost = tuple(left_out(brief, slides)) if brief.shortened else ()
    decisions += (f"left to the notes: {len(lost)}",) if lost else ()
    anchors = anchors_on(brief.section, slides)
    for index, (shapes, ids) in enumerate(zip(slides, anchors, strict=True)):
        yield Draft(brief, (*named, *shapes), index == 0, decisions, lost if index == 0 else (), ids)


def _arrange(brief: Brief, pieces: tuple[int, int], setting: Setting) -> Shapes | None:
    """Return the shapes of some pieces of the body, and of the panel on the first slide, or None."""
    fields = setting.layouts.by_role[brief.role].fields
    parts = cut_all(brief.parts, *pieces)
    if not parts and not brief.side:
        return ()
    body = stack(parts, fields["body"].room, setting)
    if body is None or (setting.step < 0 and not _roomy(body, parts, fields["body"].room)):
        return None
    if not brief.side or pieces[0] > 0:
        return _as_placeholder(settle(body, parts, fields["body"].room, setting), setting)
    side = _side(brief, setting)
    return None if side is None else (*_as_placeholder(body, setting), *side)


def _may_grow(parts: Sequence[Part]) -> bool:
    """Return whether there is anything beside what takes its size from elsewhere."""
    return any(not isinstance(part, TablePart | nodes.Chart | nodes.Picture) for part in parts)


def _roomy(shapes: Shapes, parts: Sequence[Part], room: Box) -> bool:
    """Return whether shapes in larger type still leave air; cards have theirs inside."""
    flowing = any(isinstance(part, Text) for part in parts)
    return bottom(shapes) <= room.top + room.height * (_ROOMY if flowing else 1)


def _side(brief: Brief, setting: Setting) -> Shapes | None:
    """Return the panel beside, nothing where there is none, or None where it does not fit."""
    if not brief.side:
        return ()
    aside = replace(setting, words="side")
    shapes = stack(brief.side, setting.layouts.field(brief.role, "side").room, aside)
    return None if shapes is None else _as_placeholder(shapes, aside)


def _as_placeholder(shapes: Shapes, setting: Setting) -> Shapes:
    """Return the shapes with the first running words in the layout's own placeholder; alone, they have all of it."""
    whole = setting.layouts.field(setting.role, setting.words).box
    for index, shape in enumerate(shapes):
        if isinstance(shape, Words) and (shape.role, shape.field) == (setting.role, setting.words):
            box = whole if len(shapes) == 1 else shape.box
            return (*shapes[:index], replace(shape, placeholder=True, box=box), *shapes[index + 1 :])
    return shapes


def _named(brief: Brief, setting: Setting) -> Shapes | Diagnostic:
    """Return the words of a cover's fields beside title and body."""
    shapes: Shapes = ()
    for name, paras in brief.named.items():
        words = fit_field(paras, brief.role, name, setting.layouts)
        if words is None:
            return no_room(brief, setting, name)
        shapes += (words,)
    return shapes


def fit_field(paras: tuple[Para, ...], role: str, name: str, layouts: Layouts) -> Words | None:
    """Return words in a placeholder, stepped down a little where that saves a line; None where they do not fit."""
    field = layouts.field(role, name)
    scale = best_scale(paras, field, _LEAST)
    return None if scale is None else Words(role, name, field.box, paras, scale, placeholder=True)
