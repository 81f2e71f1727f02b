"""People on cards of equal size, with their portraits or initials."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cieprep_docs.content import nodes
from cieprep_docs.deck.cards import alt_of, first_grid
from cieprep_docs.deck.geometry import follow
from cieprep_docs.deck.layouts import Box
from cieprep_docs.deck.pictures import cut_square
from cieprep_docs.deck.setting import Setting
from cieprep_docs.deck.slides import Group, Para, PicturePlace, Shape, Words
from cieprep_docs.deck.words import plain

_MOST_PEOPLE = 8
_COLUMNS = range(2, 5)


@dataclass(frozen=True, slots=True)
class Portrait:
    """A picture of a person, or the initials that stand for it, or neither."""

    source: str
    initials: str
    name: str

    def __bool__(self) -> bool:
        return bool(self.source or self.initials)


def place_people(people: nodes.People, box: Box, setting: Setting) -> tuple[Shape, ...] | None:
    """Return the cards of people, or None where they do not fit at this step."""
    if len(people.cards) > _MOST_PEOPLE:
        return None
    texts = [tuple(_lines(each)) for each in people.cards]
    found = first_grid(texts, setting.layouts.field("people", "card"), box, _COLUMNS, [setting.step])
    if found is None:
        return None
    places = zip(people.cards, texts, found.boxes, strict=True)
    return tuple(_card(card, text, place, setting) for card, text, place in places)


def place_portrait(portrait: Portrait, role: str, box: Box, setting: Setting) -> tuple[Shape, ...]:
    """Return a round picture, or the initials on a disc, or nothing where there is neither."""
    if portrait.source:
        crop = cut_square(setting.picture(portrait.source))
        return (PicturePlace(portrait.source, portrait.name, box, round=True, crop=crop),)
    if portrait.initials:
        words = (Para((nodes.Run(portrait.initials, setting.lang),)),)
        return (Words(role, "portrait", box, words, setting.layouts.field(role, "portrait").scale(setting.step)),)
    return ()


def _lines(card: nodes.PersonCard) -> Iterator[Para]:
    for level, content in enumerate((card.name, card.post, card.body, card.part)):
        if content:
            yield Para(content, level)


def _card(card: nodes.PersonCard, text: tuple[Para, ...], box: Box, setting: Setting) -> Group:
    field, disc = setting.layouts.field("people", "card"), setting.layouts.field("people", "portrait")
    portrait = Portrait(card.portrait, card.initials, plain(card.name))
    drawn = place_portrait(portrait, "people", follow(disc.box, field.box, box), setting)
    return Group((Words("people", "card", box, text, field.scale(setting.step)), *drawn), box, alt_of(text))
