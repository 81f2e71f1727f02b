"""``glossary.csv``: the agreed terms as a table for people.

Columns: ``term`` (in the source language), one a language (``zh``, ``ru``, …), ``note``, ``forbidden``. Forms in one
cell are parted by ``|``; what is in ``forbidden`` may stand in no translation of the term. Cells are parted by commas,
or by semicolons as Excel writes them where the comma is the decimal mark, or by tabs.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from immutabledict import immutabledict

from cieprep_docs.catalogs.glossary import Glossary, Term
from cieprep_docs.catalogs.tbx import read_tbx
from cieprep_docs.diagnostics import Diagnostic, Location, Result
from cieprep_docs.errors import CatalogError, UsageError
from cieprep_docs.language.tags import normalise_language

_TERM, _NOTE, _FORBIDDEN = "term", "note", "forbidden"
_DELIMITERS = ",;\t"


def load_glossary(path: Path, *folders: Path) -> Result[Glossary]:
    """Return the glossary in a .csv or .tbx, and what was left out of it; an empty one where there is no such file.

    ``folders`` hold language files besides ours. Raises CatalogError, or StyleError for bad XML.
    """
    if not path.exists():
        return Result(Glossary())
    data = path.read_bytes()
    if path.suffix == ".tbx":
        return read_tbx(data, str(path), *folders)
    return Result(read_glossary(data, str(path), *folders))


def read_glossary(data: bytes, file: str = "", *folders: Path) -> Glossary:
    """Return the glossary of a CSV in UTF-8. Raises CatalogError with every faulty line."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CatalogError.at("CAT030", "the glossary is not UTF-8", location=Location(file)) from error
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    languages = _languages(rows.fieldnames or (), file, folders)
    terms, faults = list[Term](), list[Diagnostic]()
    for row in rows:
        if not (row[_TERM] or "").strip() or None in row:
            message = "a line without a term, or with more cells than there are columns"
            faults.append(Diagnostic("CAT031", message, Location(file, rows.line_num)))
        else:
            terms.append(_term(row, languages, rows.line_num))
    faults += _twice(terms, file)
    if faults:
        raise CatalogError(*sorted(faults, key=lambda each: each.location.line))
    return Glossary(tuple(terms))


def write_glossary(glossary: Glossary) -> bytes:
    """Return the glossary as CSV."""
    languages = list(dict.fromkeys(language for each in glossary.terms for language in each.forms))
    out = io.StringIO(newline="")
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow([_TERM, *languages, _NOTE, _FORBIDDEN])
    for each in glossary.terms:
        forms = ("|".join(each.forms.get(language, ())) for language in languages)
        rows.writerow([each.term, *forms, each.note, "|".join(each.forbidden)])
    return out.getvalue().encode()


def _delimiter(text: str) -> str:
    first = next(iter(text.splitlines()), "")
    return next((each for each in _DELIMITERS if _TERM in next(csv.reader([first], delimiter=each), [])), ",")


def _languages(columns: Sequence[str], file: str, folders: Sequence[Path]) -> Mapping[str, str]:
    """Return the language of each column that has one."""
    if _TERM not in columns:
        raise CatalogError.at("CAT030", "the glossary has no column “term”", location=Location(file, 1))
    found, faults = dict[str, str](), list[Diagnostic]()
    for column in (each for each in columns if each not in {_TERM, _NOTE, _FORBIDDEN}):
        try:
            found[column] = normalise_language(column, *folders)
        except UsageError as error:
            message = f"the column “{column}” is neither term, note, forbidden nor a language that has a language file"
            faults.append(Diagnostic("CAT033", message, Location(file, 1), error.diagnostics[0].hint))
    if faults:
        raise CatalogError(*faults)
    return found


def _twice(terms: Sequence[Term], file: str) -> Iterator[Diagnostic]:
    seen: dict[str, int] = {}
    for each in terms:
        first = seen.setdefault(" ".join(each.term.split()), each.line)
        if first != each.line:
            yield Diagnostic("CAT032", f"“{each.term}” stands twice, first in line {first}", Location(file, each.line))


def _term(row: Mapping[str, str], languages: Mapping[str, str], line: int) -> Term:
    forms = {language: found for column, language in languages.items() if (found := _cell(row[column]))}
    return Term(row[_TERM].strip(), immutabledict(forms), row.get(_NOTE) or "", _cell(row.get(_FORBIDDEN)), line)


def _cell(cell: str | None) -> tuple[str, ...]:
    return tuple(each.strip() for each in (cell or "").split("|") if each.strip())
