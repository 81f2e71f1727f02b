"""The headers of catalogs: what GNU gettext asks for, and Weblate, Poedit and Crowdin fill in.

No date is today's and no name a person's, so that an update without news changes no byte; the programs of translators
put theirs there, and they stay.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from babel import Locale
from babel.messages.plurals import get_plural

from cieprep_docs.catalogs.entries import Entry

_DATE = "2000-01-01 00:00+0000"
_FORMAT = {
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}
# What msginit and its like look for and replace.
_TO_FILL_IN = {
    "PO-Revision-Date": "YEAR-MO-DA HO:MI+ZONE",
    "Last-Translator": "FULL NAME <EMAIL@ADDRESS>",
    "Language-Team": "LANGUAGE <LL@li.org>",
    "Language": "",
}


def template_header(project: str) -> Entry:
    """Return the header of a catalog template."""
    return _header(project, {"Project-Id-Version": project, "POT-Creation-Date": _DATE, **_TO_FILL_IN, **_FORMAT})


def catalog_header(project: str, locale: str) -> Entry:
    """Return the header of a new catalog."""
    return _header(project, _catalog_fields(project, locale))


def completed(header: Entry, project: str, locale: str) -> Entry:
    """Return a catalog's header with the fields that it lacks, in front; those that it has stay as they are."""
    lines = header.forms[0].splitlines(keepends=True)
    known = {line.partition(":")[0].strip().lower() for line in lines}
    missing = {name: words for name, words in _catalog_fields(project, locale).items() if name.lower() not in known}
    if not missing:
        return header
    first = 1 if lines and lines[0].startswith("Project-Id-Version:") else 0
    return replace(header, forms=("".join((*lines[:first], _lines(missing), *lines[first:])),))


def _catalog_fields(project: str, locale: str) -> dict[str, str]:
    team = Locale.parse(locale).english_name or locale
    return {
        "Project-Id-Version": project,
        "POT-Creation-Date": _DATE,
        "PO-Revision-Date": _DATE,
        "Last-Translator": f"{team} team of {project}",
        "Language-Team": team,
        "Language": locale,
        **_FORMAT,
        "Plural-Forms": get_plural(locale).plural_forms,
    }


def _header(project: str, fields: Mapping[str, str]) -> Entry:
    return Entry(forms=(_lines(fields),), notes=(f"Words of {project}.",), gap="")


def _lines(fields: Mapping[str, str]) -> str:
    return "".join(f"{name}: {value}\n" for name, value in fields.items())
