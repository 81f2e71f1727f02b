"""What somebody said: the point large, further points below it, and who said it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cieprep_docs.content import nodes
from cieprep_docs.deck.fit import ends_well, words_height
from cieprep_docs.deck.geometry import bottom
from cieprep_docs.deck.layouts import Box, Field
from cieprep_docs.deck.people import Portrait, place_portrait
from cieprep_docs.deck.setting import Setting
from cieprep_docs.deck.slides import Group, Para, Shape, Words
from cieprep_docs.deck.words import paragraphs, plain

# An ornament in the form of the language's own opening mark; the words carry their marks themselves.
_MARKS = {"ru": nodes.Run("«", "ru-RU")}
# English, whose mark is narrow in every font; a Chinese one would stand at the far end of its square.
_ELSEWHERE = nodes.Run("“", "en-GB")
_RAISED = {"«": 0.32}
"""In type sizes: these marks stand at the height of small letters, the others at that of capitals."""


def place_quotation(quotation: nodes.Quotation, box: Box, setting: Setting) -> tuple[Shape, ...] | None:
    """Return the words with their ornament and the speaker, or None where they do not fit at this step."""
    texts = tuple(_points(quotation))
    field = setting.layouts.by_role["quotation"].fields
    aside = field["mark"].box.right - field["words"].box.left if quotation.verbatim else 0.0
    room = _moved(field["words"].box, field["body"].box, box)
    scale = field["words"].scale(setting.step)
    height = words_height(texts, field["words"], room.width - aside, scale)
    if height is None or (scale > 1 and not ends_well(texts, field["words"], room.width - aside, scale)):
        return None
    place = Box(room.left + aside, room.top, room.width - aside, height)
    distance = field["portrait"].box.top - field["words"].box.bottom
    speaker = _speaker(quotation, Box(place.left, place.bottom + distance, place.width, 0), setting)
    if speaker is None or max(bottom(speaker), place.bottom) > box.bottom:
        return None
    ornament = _mark(field["mark"], box, setting) if quotation.verbatim else _bar(field["bar"], place)
    return (ornament, Words("quotation", "words", place, texts, scale), *speaker)


def _points(quotation: nodes.Quotation) -> Iterator[Para]:
    """Yield the point on the first level, what else was said on the second."""
    first, *others = paragraphs(quotation.blocks)
    yield Para(first.content)
    yield from (Para(para.content, 1, "bullet") for para in others)


def _speaker(quotation: nodes.Quotation, room: Box, setting: Setting) -> tuple[Shape, ...] | None:
    """Return who said it: portrait or initials, name and post; nothing where the speaker is not named."""
    field = setting.layouts.field("quotation", "speaker")
    disc = setting.layouts.field("quotation", "portrait")
    paras = tuple(Para(text, level) for level, text in enumerate((quotation.speaker, quotation.post)) if text)
    if not paras:
        return ()
    portrait = Portrait(quotation.portrait, quotation.initials, plain(quotation.speaker))
    left = room.left + (field.box.left - disc.box.left if portrait else 0)
    width = room.right - left
    height = words_height(paras, field, width, field.scale(setting.step))
    if height is None:
        return None
    whole = max(height, disc.box.height if portrait else 0)
    place = replace(disc.box, left=room.left, top=room.top + (whole - disc.box.height) / 2)
    drawn = place_portrait(portrait, "quotation", place, setting)
    words = Words("quotation", "speaker", Box(left, room.top, width, whole), paras, field.scale(setting.step))
    return (Group((*drawn, words), replace(room, height=whole), portrait.name),)


def _mark(field: Field, box: Box, setting: Setting) -> Words:
    """Return the opening mark of words that were spoken."""
    mark = _MARKS.get(setting.lang[:2], _ELSEWHERE)
    place = _moved(field.box, setting.layouts.field("quotation", "body").box, box)
    raised = _RAISED.get(mark.text, 0) * field.size(0, 1)
    return Words("quotation", "mark", replace(place, top=place.top - raised), (Para((mark,)),))


def _bar(field: Field, words: Box) -> Words:
    """Return the bar beside words that only tell what was said."""
    return Words("quotation", "bar", Box(field.box.left, words.top, field.box.width, words.height))


def _moved(part: Box, pattern: Box, box: Box) -> Box:
    return replace(part, top=part.top - pattern.top + box.top)
