"""Lists joined as a language joins them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cieprep_docs.language.facts import Lists
from cieprep_docs.language.languages import Language
from cieprep_docs.language.words import Phrase, Words, join_words, plain


def say_list(language: Language, items: Sequence[Phrase]) -> Phrase:
    """Return the items in a row.

    >>> from cieprep_docs.language.languages import load_language
    >>> zh, cities = load_language("zh"), ("北京", "深圳", "莫斯科")
    >>> plain(say_list(zh, [(Words(city, zh.tag),) for city in cities]))
    '北京、深圳和莫斯科'
    """
    separator, last = choose_joiners(language.facts.lists, [plain(item) for item in items])
    parts: list[Words] = []
    for place, item in enumerate(items):
        if place:
            parts.append(Words(last if place == len(items) - 1 else separator, language.tag))
        parts += item
    return join_words(parts)


def choose_joiners(lists: Lists, items: Sequence[str]) -> tuple[str, str]:
    """Return what stands between the items of a list, and what before its last one."""
    for special in lists.special:
        found = [bool(re.fullmatch(special.items, item)) for item in items]
        if any(found) if special.any else found and all(found):
            return special.separator, special.last
    return lists.separator, lists.last if len(items) > 2 or lists.pair is None else lists.pair  # noqa: PLR2004
