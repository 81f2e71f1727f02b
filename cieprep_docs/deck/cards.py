"""Key figures, cities and people: cards of equal size in a grid."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from cieprep_docs.content import nodes
from cieprep_docs.deck.fit import words_height
from cieprep_docs.deck.geometry import GAP, follow, grid, rows_of
from cieprep_docs.deck.layouts import Box, Field
from cieprep_docs.deck.parts import Cities
from cieprep_docs.deck.pictures import cut_square
from cieprep_docs.deck.setting import Setting
from cieprep_docs.deck.slides import Group, Para, PicturePlace, Shape, Words
from cieprep_docs.deck.words import paragraphs, plain

Card = tuple[Para, ...]

_MOST_FIGURES, _MOST_PEOPLE, _MOST_CITIES = 8, 8, 16
_FIGURES_IN_ROW = 4


def place_figures(figures: nodes.KeyFigures, box: Box, setting: Setting) -> tuple[Shape, ...] | None:
    """Return the cards of key figures, or None where they do not fit at this step."""
    texts = [(Para(each.number, fine=True), Para(each.noun, 1)) for each in figures.figures]
    if len(texts) > _MOST_FIGURES:
        return None
    return _place("key-figures", "card", texts, box, _figure_columns(len(texts)), setting)


def place_cities(cities: Cities, box: Box, setting: Setting) -> tuple[Shape, ...] | None:
    """Return the strip of cities, or None where they do not fit at this step."""
    texts = [_city(paragraphs(item.blocks)) for item in cities.items]
    if len(texts) > _MOST_CITIES:
        return None
    return _place("cities", "city", texts, box, _even_columns(len(texts)), setting)


def place_people(people: nodes.People, box: Box, setting: Setting) -> tuple[Shape, ...] | None:
    """Return the cards of people, or None where they do not fit at this step."""
    if len(people.cards) > _MOST_PEOPLE:
        return None
    texts = [tuple(_person(each)) for each in people.cards]
    field = setting.layouts.field("people", "card")
    boxes = _first_grid(texts, field, box, range(2, 5), setting)
    if boxes is None:
        return None
    return tuple(
        _person_group(card, text, place, setting) for card, text, place in zip(people.cards, texts, boxes, strict=True)
    )


def place_portrait(role: str, portrait: str, initials: str, alt: str, box: Box, setting: Setting) -> tuple[Shape, ...]:
    """Return a round portrait, the initials on a disc where there is no picture, or nothing where there is neither."""
    if portrait:
        return (PicturePlace(portrait, alt, box, round=True, crop=cut_square(setting.images[portrait])),)
    if initials:
        words = (Para((nodes.Run(initials, setting.lang),)),)
        return (Words(role, "portrait", box, words, setting.layouts.field(role, "portrait").scale(setting.step)),)
    return ()


def _place(
    role: str, name: str, texts: Sequence[Card], box: Box, columns: Iterable[int], setting: Setting
) -> tuple[Shape, ...] | None:
    """Return one group a card: the pattern with its words, and the rule that belongs to it."""
    field, rule = setting.layouts.field(role, name), setting.layouts.field(role, "rule")
    boxes = _first_grid(texts, field, box, columns, setting)
    if boxes is None:
        return None
    scale = field.scale(setting.step)
    return tuple(
        Group(
            (Words(role, name, place, text, scale), Words(role, "rule", follow(rule.box, field.box, place))),
            place,
            _alt(text),
        )
        for text, place in zip(texts, boxes, strict=True)
    )


def _first_grid(
    texts: Sequence[Card], field: Field, box: Box, columns: Iterable[int], setting: Setting
) -> tuple[Box, ...] | None:
    """Return the boxes of the first number of columns at which every card holds its words."""
    for count in columns:
        rows = rows_of(len(texts), count)
        height = _card_height(texts, field, box.columns(count, GAP)[0].width, setting)
        if height is not None and rows * height + (rows - 1) * GAP <= box.height:
            return grid(len(texts), count, box, height)
    return None


def _card_height(texts: Sequence[Card], field: Field, width: float, setting: Setting) -> float | None:
    """Return the height that the fullest card needs, not less than that of the pattern in a single row."""
    insets = field.insets
    room = width - insets.left - insets.right
    heights = [words_height(text, field, room, field.scale(setting.step)) for text in texts]
    needed = [height + insets.top + insets.bottom for height in heights if height is not None]
    if len(needed) < len(texts):
        return None
    return max(needed)


def _figure_columns(count: int) -> Iterator[int]:
    """Yield one row of at most four, then two rows; fewer than three figures stand on cards of a third."""
    if count <= _FIGURES_IN_ROW:
        yield max(count, 3)
    yield max(math.ceil(count / 2), 2)


def _even_columns(count: int) -> Iterator[int]:
    """Yield the columns of one row, of two even rows, of three."""
    for rows in (1, 2, 3):
        yield max(math.ceil(count / rows), 3)


def _city(paras: Card) -> Card:
    return tuple(Para(para.content, min(index, 1)) for index, para in enumerate(paras))


def _person(card: nodes.PersonCard) -> Iterator[Para]:
    for level, content in enumerate((card.name, card.post, card.body, card.part)):
        if content:
            yield Para(content, level)


def _person_group(card: nodes.PersonCard, text: Card, box: Box, setting: Setting) -> Group:
    field, disc = setting.layouts.field("people", "card"), setting.layouts.field("people", "portrait")
    place = follow(disc.box, field.box, box)
    portrait = place_portrait("people", card.portrait, card.initials, plain(card.name), place, setting)
    return Group((Words("people", "card", box, text, field.scale(setting.step)), *portrait), box, _alt(text))


def _alt(text: Card) -> str:
    return " ".join(plain(para.content) for para in text)
