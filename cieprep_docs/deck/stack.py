"""The parts of a slide one under the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cieprep_docs.content import nodes
from cieprep_docs.deck.cards import place_cards, place_figures
from cieprep_docs.deck.fit import ends_well, words_height
from cieprep_docs.deck.geometry import GAP, bottom
from cieprep_docs.deck.layouts import Box
from cieprep_docs.deck.parts import Cards, Part, TablePart, Text
from cieprep_docs.deck.people import place_people
from cieprep_docs.deck.pictures import fit_picture
from cieprep_docs.deck.quotations import place_quotation
from cieprep_docs.deck.setting import Setting
from cieprep_docs.deck.slides import ChartPlace, PicturePlace, Shape, Words
from cieprep_docs.deck.tables import place_caption, place_table
from cieprep_docs.deck.timeline import place_timeline
from cieprep_docs.deck.words import plain

_BETWEEN = GAP * 1.5
_LEAST_GRAPHIC = 150.0
_MOST_BAR = 78.0
"""Of height for each bar with the space beside it: two bars do not fill a slide."""
_TEXT_SHARE = 0.36
"""Of the width, for words beside a chart or a picture."""

Shapes = tuple[Shape, ...]


def stack(parts: Sequence[Part], box: Box, setting: Setting) -> Shapes | None:
    """Return the shapes of all parts, or None where they do not fit at this step; no two quotations share a slide."""
    if sum(isinstance(part, nodes.Quotation) for part in parts) > 1:
        return None
    return _beside(parts, box, setting) or _below(parts, box, setting)


def _beside(parts: Sequence[Part], box: Box, setting: Setting) -> Shapes | None:
    """Return words at the left of the one chart or picture that they stand with; None for other parts."""
    texts = [part for part in parts if isinstance(part, Text)]
    graphics = [part for part in parts if _grows(part)]
    if not texts or len(graphics) != 1 or len(texts) + 1 < len(parts):
        return None
    left = replace(box, width=box.width * _TEXT_SHARE)
    right = replace(box, left=left.right + _BETWEEN, width=box.width - left.width - _BETWEEN)
    words, graphic = _below(texts, left, setting), place(graphics[0], right, setting)
    return (*words, *graphic) if words and graphic else None


def _below(parts: Sequence[Part], box: Box, setting: Setting) -> Shapes | None:
    """Return the shapes of all parts from top to bottom, or None where they do not fit at this step.

    Charts and pictures share the room that is left; everything else takes what it needs.
    """
    if len(parts) == 1:
        return place(parts[0], box, setting)
    heights = [_height(part, box, setting) for part in parts]
    known = [height for height in heights if height is not None]
    left = box.height - sum(known) - _BETWEEN * (len(parts) - 1)
    if len(known) < len(parts) or left < 0 or left < _LEAST_GRAPHIC * sum(map(_grows, parts)):
        return None
    share = left / max(sum(map(_grows, parts)), 1)
    shapes: Shapes = ()
    for part, height in zip(parts, known, strict=True):
        room = replace(box, height=share if _grows(part) else height + 0.01)
        shapes += place(part, room, setting) or ()
        box = box.below(room.height + _BETWEEN)
    return shapes


def place(part: Part, box: Box, setting: Setting) -> Shapes | None:  # noqa: PLR0911 - one line for each kind of part
    """Return the shapes of one part at the top of a box, or None where it does not fit at this step."""
    match part:
        case Text():
            return _place_text(part, box, setting)
        case TablePart():
            return place_table(part, box, setting)
        case Cards():
            return place_cards(part, box, setting)
        case nodes.KeyFigures():
            return place_figures(part, box, setting)
        case nodes.Timeline():
            return place_timeline(part, box, setting)
        case nodes.People():
            return place_people(part, box, setting)
        case nodes.Quotation():
            return place_quotation(part, box, setting)
        case nodes.Chart():
            return _place_chart(part, box, setting)
        case nodes.Picture():
            return _place_picture(part, box, setting)


def _height(part: Part, box: Box, setting: Setting) -> float | None:
    """Return the height that a part needs; none where it takes what is left."""
    if _grows(part):
        return 0.0
    shapes = place(part, box, setting)
    margin = setting.layouts.field(setting.role, setting.words).insets.bottom if isinstance(part, Text) else 0.0
    return None if shapes is None else bottom(shapes) - margin - box.top


def _grows(part: Part) -> bool:
    return isinstance(part, nodes.Chart | nodes.Picture)


def _place_text(text: Text, box: Box, setting: Setting) -> Shapes | None:
    field = setting.layouts.field(setting.role, setting.words)
    paras = tuple(para for group in text.groups for para in group)
    scale = field.scale(setting.step)
    height = words_height(paras, field, box.width, scale)
    if height is None or height > box.height or (scale > 1 and not ends_well(paras, field, box.width, scale)):
        return None
    place = replace(box, height=height).around(field.insets)
    return (Words(setting.role, setting.words, place, paras, scale),)


def _place_chart(chart: nodes.Chart, box: Box, setting: Setting) -> Shapes | None:
    caption = place_caption("chart", chart.caption, box, setting)
    if caption is None:
        return None
    room = box.below(bottom(caption) - box.top if caption else 0.0)
    most = len(chart.categories) * len(chart.series) * _MOST_BAR if chart.kind == "bar" else room.height
    return (*caption, ChartPlace(chart, replace(room, height=min(room.height, most))))


def _place_picture(picture: nodes.Picture, box: Box, setting: Setting) -> Shapes | None:
    caption = place_caption("picture", picture.caption, box, setting)
    if caption is None:
        return None
    used = bottom(caption) - box.top + GAP / 2 if caption else 0.0
    alt = picture.alt or plain(picture.caption)
    place = fit_picture(setting.picture(picture.source), box.below(used))
    return (*caption, PicturePlace(picture.source, alt, place))
