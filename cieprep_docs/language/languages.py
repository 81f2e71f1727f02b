"""A language ready for use: its file, and what CLDR knows of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from cieprep_docs.diagnostics import Diagnostic, Location
from cieprep_docs.errors import UsageError
from cieprep_docs.language.facts import Facts
from cieprep_docs.language.tags import find_language_file, key_of, read_language_file


@dataclass(frozen=True, eq=False)
class Language:
    """A language in which documents are made. Two are the same only if they are the same object."""

    key: str
    """What event files call it: ``ru``. A variant has the key of the language that it varies."""
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
        return load_language, (self.tag, *self.folders)


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
    tables = read_language_file(path)
    base = find_language_file(str(tables["base"]), *folders) if "base" in tables else path
    return _language(key_of(base), _read_facts(path, _overlay(read_language_file(base), tables)), folders)


def _overlay(base: Mapping[str, Any], tables: Mapping[str, Any]) -> dict[str, Any]:
    """Return the tables of a language file over those of its base, table by table."""
    merged = {**base, **tables}
    for name in base.keys() & tables.keys():
        if isinstance(base[name], dict) and isinstance(tables[name], dict):
            merged[name] = _overlay(base[name], tables[name])
    return merged


def _read_facts(path: Path, tables: Mapping[str, Any]) -> Facts:
    try:
        return Facts.model_validate(tables)
    except ValidationError as error:
        raise UsageError(*(_fault(path, each) for each in error.errors())) from error


_FAULTS = {"extra_forbidden": "is no key of a language file", "missing": "is missing"}


def _fault(path: Path, fault: ErrorDetails) -> Diagnostic:
    message = _FAULTS.get(fault["type"], fault["msg"].removeprefix("Value error, "))
    return Diagnostic("LNG003", message, Location(str(path), path=".".join(map(str, fault["loc"]))))


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
