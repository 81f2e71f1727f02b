"""A quotation: a large mark, the words, and who said them."""

from __future__ import annotations

from dataclasses import replace

from cieprep_docs.content import nodes
from cieprep_docs.deck.fit import words_height
from cieprep_docs.deck.layouts import Box, Field
from cieprep_docs.deck.people import Portrait, place_portrait
from cieprep_docs.deck.setting import Setting
from cieprep_docs.deck.slides import Group, Para, Shape, Words
from cieprep_docs.deck.words import paragraphs, plain

# An ornament in the form of the language's own opening mark; the words carry their marks themselves.
_MARKS = {"ru": "«"}
_ELSEWHERE = "“"
_RAISED = {"«": 0.32}
"""In type sizes: these marks stand at the height of small letters, the others at that of capitals."""


def place_quotation(quotation: nodes.Quotation, box: Box, setting: Setting) -> tuple[Shape, ...] | None:
    """Return mark, words and speaker, or None where they do not fit at this step."""
    field = setting.layouts.by_role["quotation"].fields
    texts = paragraphs(quotation.blocks)
    room = _moved(field["words"].box, field["body"].box, box)
    scale = field["words"].scale(setting.step)
    height = words_height(texts, field["words"], room.width, scale)
    if height is None:
        return None
    words = Words("quotation", "words", replace(room, height=height), texts, scale)
    distance = field["portrait"].box.top - field["words"].box.bottom
    speaker = _speaker(quotation, words.box.bottom + distance, setting)
    if speaker is None or max(shape.box.bottom for shape in (words, *speaker)) > box.bottom:
        return None
    return (_mark(field["mark"], field["body"].box, box, setting), words, *speaker)


def _speaker(quotation: nodes.Quotation, top: float, setting: Setting) -> tuple[Shape, ...] | None:
    """Return who said it: portrait or initials, name and post; nothing where the speaker is not named."""
    field = setting.layouts.field("quotation", "speaker")
    disc = setting.layouts.field("quotation", "portrait")
    paras = tuple(Para(text, level) for level, text in enumerate((quotation.speaker, quotation.post)) if text)
    if not paras:
        return ()
    portrait = Portrait(quotation.portrait, quotation.initials, plain(quotation.speaker))
    left = field.box.left if portrait else disc.box.left
    width = field.box.right - left
    height = words_height(paras, field, width, field.scale(setting.step))
    if height is None:
        return None
    whole = max(height, disc.box.height if portrait else 0)
    place = replace(disc.box, top=top + (whole - disc.box.height) / 2)
    drawn = place_portrait(portrait, "quotation", place, setting)
    words = Words("quotation", "speaker", Box(left, top, width, whole), paras, field.scale(setting.step))
    box = Box(disc.box.left, top, field.box.right - disc.box.left, whole)
    return (Group((*drawn, words), box, portrait.name),)


def _mark(field: Field, body: Box, box: Box, setting: Setting) -> Words:
    mark = _MARKS.get(setting.lang[:2], _ELSEWHERE)
    place = _moved(field.box, body, box)
    raised = _RAISED.get(mark, 0) * field.size(0, 1)
    return Words("quotation", "mark", replace(place, top=place.top - raised), (Para((nodes.Run(mark, setting.lang),)),))


def _moved(part: Box, pattern: Box, box: Box) -> Box:
    return replace(part, top=part.top - pattern.top + box.top)
