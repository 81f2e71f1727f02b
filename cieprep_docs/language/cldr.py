"""What CLDR knows of a language, read from Babel's tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from babel import Locale, localedata


def month_names(locale: Locale) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names of the months as they stand in a date, and as they stand alone; January first."""
    in_dates = locale.months["format"]["wide"]
    alone = _own_names(_stand_alone(str(locale)), _stand_alone("root")) or in_dates
    return tuple(in_dates[month] for month in range(1, 13)), tuple(alone[month] for month in range(1, 13))


def weekday_names(locale: Locale) -> tuple[str, ...]:
    """Return the names of the weekdays, Monday first."""
    names = locale.days["format"]["wide"]
    return tuple(names[day] for day in range(7))


def _stand_alone(locale: str) -> Any:
    return localedata.load(locale)["months"]["stand-alone"]["wide"]


def _own_names(names: Any, root: Any) -> Mapping[int, str] | None:
    """Return the names that the locale does not inherit from CLDR's root.

    ``Locale.months["stand-alone"]`` cannot be asked: Babel 2.18 keeps what it resolves for one locale in the tables
    that all share, so that French months come out Chinese once Chinese ones were read.
    """
    if names is root:
        return None
    own = names[1] if isinstance(names, tuple) else names
    return own if isinstance(own, Mapping) else None
