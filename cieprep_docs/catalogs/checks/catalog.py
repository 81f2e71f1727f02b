"""A whole catalog checked, and what is mechanical put right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from cieprep_docs.catalogs.boxes import Boxes
from cieprep_docs.catalogs.checks import chinese, likeness, russian, structure
from cieprep_docs.catalogs.checks.consistency import check_consistency
from cieprep_docs.catalogs.checks.subject import Check, Found, Subject
from cieprep_docs.catalogs.entries import Entry, PoFile, read_po
from cieprep_docs.catalogs.glossary import Glossary
from cieprep_docs.catalogs.po import limit_of
from cieprep_docs.catalogs.roles import role_of
from cieprep_docs.diagnostics import Diagnostic, Location, Severity
from cieprep_docs.errors import CatalogError
from cieprep_docs.language.catalog import read_catalog
from cieprep_docs.language.plurals import locale_of_file

_ALWAYS: tuple[Check, ...] = (
    structure.check_tags,
    structure.check_addresses,
    structure.check_invisible,
    structure.check_scripts,
    structure.check_scripts_of_language,
    structure.check_breaks,
    structure.check_length,
    likeness.check_figures,
    likeness.check_end,
    likeness.check_brackets,
    likeness.check_spaces,
    likeness.check_repeats,
    likeness.check_translated,
)
_BY_LANGUAGE: dict[str, tuple[Check, ...]] = {
    "ru": (russian.check_quotes, russian.check_dash, russian.check_no_break),
    "zh": (
        chinese.check_half_width,
        chinese.check_ellipsis,
        chinese.check_blanks,
        chinese.check_simplified,
        chinese.check_corner_quotes,
        chinese.check_doubled,
    ),
}
_IGNORED = re.compile(r"qa-ignore:\s*(CAT\d{3})\s+\S")
_UNREADABLE = {"LNG021", "LNG022", "LNG029"}
_MOST_FIXES = 8


@dataclass(frozen=True, slots=True)
class Checker:
    """All checks for one language, with the glossary and the boxes of the house style."""

    language: str
    glossary: Glossary = field(default_factory=Glossary)
    boxes: Boxes = field(default_factory=Boxes)

    def check_po(self, data: bytes, file: str = "") -> tuple[Diagnostic, ...]:
        """Return all that is wrong with a catalog, faults of the file included, in the order of its lines."""
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            return (Diagnostic("LNG020", "bytes that are no UTF-8", Location(file, line)),)
        found = list(_faults(text, file, locale_of_file(file)))
        # Of lines that are no PO, or of another language, nothing more can be said.
        if not any(each.code in _UNREADABLE for each in found):
            found += self._findings(read_po(data).messages, file)
        return tuple(sorted(found, key=lambda each: (each.location.line, each.code)))

    def check_entry(self, entry: Entry) -> Iterator[Found]:
        """Yield what is wrong with one translated message; what its translator silenced is left out."""
        ignored = {match[1] for note in entry.notes if (match := _IGNORED.search(note))}
        found = (each for subject in self._subjects(entry) for each in self._check(entry.context, subject))
        yield from (each for each in dict.fromkeys(found) if each.code not in ignored)

    def fix_po(self, file: PoFile) -> PoFile:
        """Return the catalog with all that is mechanical put right."""
        return replace(file, entries=tuple(each if each.is_header else self.fix_entry(each) for each in file.entries))

    def fix_entry(self, entry: Entry) -> Entry:
        """Return a translated message with what is mechanical put right; silenced checks change nothing."""
        if not entry.is_translated or entry.obsolete:
            return entry
        ignored = {match[1] for note in entry.notes if (match := _IGNORED.search(note))}
        return replace(entry, forms=tuple(self._fixed(each, ignored) for each in self._subjects(entry)))

    def _fixed(self, subject: Subject, ignored: set[str]) -> str:
        for _ in range(_MOST_FIXES):
            fixes = (each.fixed for each in self._check("", subject) if each.code not in ignored)
            fixed = next((each for each in fixes if each is not None and each != subject.words), None)
            if fixed is None:
                break
            subject = replace(subject, words=fixed)
        return subject.words

    def _findings(self, entries: Sequence[Entry], file: str) -> Iterator[Diagnostic]:
        translated = [each for each in entries if each.is_translated]
        for entry in translated:
            yield from (_diagnostic(found, entry, file) for found in self.check_entry(entry))
        yield from (_diagnostic(found, entry, file) for entry, found in check_consistency(translated))

    def _subjects(self, entry: Entry) -> Iterator[Subject]:
        limits = [each for each in (limit_of(entry.flags), role_of(entry.context).limit) if each]
        limit = min(limits, default=0)
        last = len(entry.forms) - 1
        for number, form in enumerate(entry.forms):
            source = entry.plural if entry.plural and (number or not last) else entry.msgid
            yield Subject(source, form, self.language, limit, bool(entry.plural))

    def _check(self, context: str, subject: Subject) -> Iterator[Found]:
        for check in (*_ALWAYS, *_BY_LANGUAGE.get(self.language, ())):
            yield from check(subject)
        yield from self.boxes.check(context, subject)
        yield from self.glossary.check(subject)
        for found in likeness.check_acronyms(subject):
            if not self.glossary.knows(found.message.split()[1], self.language):
                yield found


def blocks(code: str) -> bool:
    """Return whether a code keeps a catalog from being accepted: LNG and CAT1 do, CAT2 asks somebody to look."""
    return not code.startswith("CAT2")


def _faults(text: str, file: str, locale: str) -> tuple[Diagnostic, ...]:
    try:
        read_catalog(text, file, locale)
    except CatalogError as error:
        return error.diagnostics
    return ()


def _diagnostic(found: Found, entry: Entry, file: str) -> Diagnostic:
    named = entry.msgid if len(entry.msgid) <= 40 else f"{entry.msgid[:39]}…"  # noqa: PLR2004 - a line of a terminal
    hint = f"{found.hint}; --fix" if found.hint and found.fixed else found.hint or ("--fix" if found.fixed else "")
    severity: Severity = "error" if blocks(found.code) else "warning"
    location = Location(file, entry.line, path=entry.context)
    return Diagnostic(found.code, f"“{named}” {found.message}", location, hint, severity)
