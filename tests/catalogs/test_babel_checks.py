from __future__ import annotations

import pytest
from babel.messages.catalog import Catalog, TranslationError

from cieprep_docs.catalogs.babel_checks import check_message


def catalog(
    words: str | tuple[str, ...], source: str | tuple[str, ...] = "Open <b>now</b>", flags: tuple[str, ...] = ()
) -> Catalog:
    found = Catalog(locale="ru")
    found.add(source, words, flags=flags)
    return found


def test_babel_finds_our_checks_by_their_entry_point() -> None:
    errors = [each for _, found in catalog("Откройте сейчас").check() for each in found]
    assert [str(each) for each in errors] == ["CAT102 lacks the tag <b>, </b> of its source"]


def test_what_only_asks_to_be_looked_at_does_not_stop_babel() -> None:
    assert list(catalog("Россия - партнёр", "Russia is a partner").check()) == []


def test_fuzzy_and_empty_messages_are_not_checked() -> None:
    assert list(catalog("", flags=()).check()) == []
    assert list(catalog("Откройте сейчас", flags=("fuzzy",)).check()) == []


def test_a_plural_is_checked_form_by_form() -> None:
    words = ("%(n)s дeнь", "%(n)s дня", "%(n)s дней")
    (message,) = (each for each in catalog(words, ("%(n)s day", "%(n)s days")) if each.id)
    with pytest.raises(TranslationError, match="CAT105 mixes Latin and Cyrillic letters in дeнь"):
        check_message(catalog(words), message)
