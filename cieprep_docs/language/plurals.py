"""The plural forms that a language needs, by CLDR, against those that the header of a catalog says."""

from __future__ import annotations

import gettext
from collections.abc import Callable, Hashable
from functools import cache
from pathlib import PurePath

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.messages.plurals import get_plural

CHECKED_COUNTS = range(1001)
_FOLDER = "LC_MESSAGES"


def locale_of_file(file: str) -> str:
    """Return the locale in whose folder a catalog stands; empty where it stands elsewhere.

    >>> locale_of_file("locales/zh_CN/LC_MESSAGES/event.po")
    'zh_CN'
    """
    folder = PurePath(file).parent
    return folder.parent.name if folder.name == _FOLDER else ""


def form_count(locale: str) -> int:
    """Return how many plural forms gettext gives a locale; 0 where it is not known."""
    return int(get_plural(locale).num_plurals) if _known(locale) else 0


def plural_forms(locale: str) -> str:
    """Return what the header of a catalog says of plural forms; empty where the locale is not known."""
    return str(get_plural(locale).plural_forms) if _known(locale) else ""


def fits(locale: str, rule: Callable[[int], int]) -> bool:
    """Return whether a rule keeps apart, among whole numbers, exactly what the language keeps apart.

    In which order it numbers the forms, and whether it has one more for fractions, does not matter. Where nothing is
    known of the locale, any rule fits.
    """
    known = _known(locale)
    if known is None:
        return True
    said = tuple(map(rule, CHECKED_COUNTS))
    usual = gettext.c2py(get_plural(locale).plural_expr)
    return any(_is_same(said, tuple(map(needed, CHECKED_COUNTS))) for needed in (known.plural_form, usual))


def contradicts(language: str, locale: str) -> bool:
    """Return whether what a header calls the language is another one than that of the locale, or in another script."""
    one, other = _likely(language), _likely(locale)
    return bool(one and other and one != other)


def _is_same(one: tuple[Hashable, ...], other: tuple[Hashable, ...]) -> bool:
    """Return whether two ways to part the same numbers into groups make the same groups."""
    return len(set(zip(one, other, strict=True))) == len(set(one)) == len(set(other))


@cache
def _known(locale: str) -> Locale | None:
    try:
        return Locale.parse(locale.replace("-", "_")) if locale else None
    except (UnknownLocaleError, ValueError):
        return None


def _likely(locale: str) -> tuple[str, ...]:
    """Return the language of a locale and the script in which it is most likely written."""
    known = _known(locale.partition(".")[0].partition("@")[0])
    if known is None:
        return ()
    place = f"{known.language}_{known.territory}" if known.territory else known.language
    likely = get_global("likely_subtags")
    full = likely.get(place) or likely.get(known.language) or known.language
    script = known.script or next((each for each in full.split("_") if len(each) == len("Hans")), "")
    return known.language, script
