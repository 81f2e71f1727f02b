"""A language ready for use: its file, and what CLDR knows of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from pydantic import ValidationError

from cieprep_docs.diagnostics import Diagnostic, Location
from cieprep_docs.errors import UsageError
from cieprep_docs.language.facts import Facts
from cieprep_docs.language.tags import find_language_file, key_of, read_language_file


@dataclass(frozen=True, eq=False)
class Language:
    """A language in which documents are made. Two are the same only if they are the same object."""

    key: str
    """What event files call it: ``ru``."""
    facts: Facts
    folders: tuple[Path, ...]
    """Where further language files stand, besides ours."""
    months: tuple[str, ...]
    """Names of the months as they stand in a date, January first."""
    months_alone: tuple[str, ...]
    weekdays: tuple[str, ...]
    """Names of the weekdays, Monday first."""
    plural_category: Callable[[float | Decimal], str]
    """CLDR plural category of a number: ``one``, ``few``, ``many``, ``other`` …"""
    ordinal_category: Callable[[float | Decimal], str]

    @property
    def locale(self) -> str:
        """CLDR locale, for example ``zh_CN``."""
        return self.facts.locale

    @property
    def tag(self) -> str:
        """BCP 47 tag, for example ``zh-CN``."""
        return self.facts.tag

    @property
    def direction(self) -> str:
        """``ltr`` or ``rtl``."""
        return self.facts.direction

    def __reduce__(self) -> tuple[Callable[..., Language], tuple[str | Path, ...]]:
        return load_language, (self.key, *self.folders)


@cache
def load_language(name: str, *folders: Path) -> Language:
    """Return the language that ``name`` means, read from ``folders`` or from our own language files.

    Raises UsageError: an unknown name, or a language file with faults, all of them.

    >>> load_language("ru_RU.UTF-8").tag
    'ru-RU'
    """
    path = find_language_file(name, *folders)
    if key_of(path) != name:
        return load_language(key_of(path), *folders)
    return _language(key_of(path), _read_facts(path), folders)


def _read_facts(path: Path) -> Facts:
    try:
        return Facts.model_validate(read_language_file(path))
    except ValidationError as error:
        raise UsageError(*(_fault(path, each["loc"], each["msg"]) for each in error.errors())) from error


def _fault(path: Path, field: tuple[int | str, ...], message: str) -> Diagnostic:
    place = ".".join(str(part) for part in field)
    return Diagnostic("LNG003", message.removeprefix("Value error, "), Location(str(path), path=place))


def _language(key: str, facts: Facts, folders: tuple[Path, ...]) -> Language:
    from babel import Locale  # noqa: PLC0415 - costs 12 ms, needed only once documents are made

    from cieprep_docs.language.cldr import month_names, weekday_names  # noqa: PLC0415 - imports Babel

    cldr = Locale.parse(facts.locale)
    months, months_alone = month_names(cldr)
    return Language(
        key=key,
        facts=facts,
        folders=folders,
        months=months,
        months_alone=months_alone,
        weekdays=weekday_names(cldr),
        plural_category=cldr.plural_form,
        ordinal_category=cldr.ordinal_form,
    )
