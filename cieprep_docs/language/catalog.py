"""Catalogs of translations: strictly read, looked up by context and source words."""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from cieprep_docs.diagnostics import Location
from cieprep_docs.errors import CatalogError
from cieprep_docs.language.plurals import CHECKED_COUNTS, contradicts, fits, form_count, locale_of_file, plural_forms
from cieprep_docs.language.po import Message, PoReader

Key = tuple[str, str]
"""Context (msgctxt, empty for none) and source words (msgid)."""

_PLURAL_FORMS = re.compile(r"nplurals\s*=\s*(\d+)\s*;\s*plural\s*=\s*(.+?)\s*;?\s*")
_PLACEHOLDER = re.compile(r"%(?:\((\w*)\)(.)?|\([^()\s]*\).?)?")
_BOM = "\ufeff"
_MO_STARTS = (b"\xde\x12\x04\x95", b"\x95\x04\x12\xde")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")


@dataclass(frozen=True, slots=True)
class Catalog:
    """The translations of one file into one language. Fuzzy and empty entries are left out."""

    file: str = ""
    messages: Mapping[Key, tuple[str, ...]] = field(default_factory=dict)
    """Translations by plural form; one form where the message has no plural."""
    lines: Mapping[Key, int] = field(default_factory=dict)
    """Where the source words of each entry stand in the file, of fuzzy and empty ones too."""
    plural_form: Callable[[int], int] = field(default=lambda _count: 0)
    """Which form a count takes, from the header's Plural-Forms."""

    def find(self, context: str, source: str) -> str | None:
        """Return the translation of a message, or None."""
        forms = self.messages.get((context, source))
        return forms[0] if forms else None

    def place(self, context: str, source: str) -> Location:
        """Return where an entry stands; the line is 0 where there is none."""
        return Location(self.file, self.lines.get((context, source), 0), path=context)

    def find_plural(self, context: str, source: str, count: int) -> str | None:
        """Return the translation of a message in the form for this count, or None."""
        forms = self.messages.get((context, source))
        if not forms:
            return None
        return forms[self.plural_form(count)] if len(forms) > 1 else forms[0]


def load_catalog(path: Path) -> Catalog:
    """Return the catalog in a .po file; an empty one where there is no such file.

    Raises CatalogError with every fault of the file.
    """
    return _parse_bytes(path.read_bytes(), str(path)) if path.exists() else Catalog(str(path))


@lru_cache(maxsize=64)
def _parse_bytes(content: bytes, file: str) -> Catalog:
    if content[:4] in _MO_STARTS:
        hint = "translators work on the .po; nothing here reads .mo"
        raise CatalogError.at("LNG020", "is a compiled catalog (.mo)", location=Location(file, 1), hint=hint)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise CatalogError.at("LNG020", "bytes that are no UTF-8", location=Location(file, line)) from error
    return read_catalog(text, file, locale_of_file(file))


def read_catalog(text: str, file: str = "", locale: str = "") -> Catalog:
    r"""Return the catalog that the text of a .po file holds; with a locale, its header must be of that language.

    >>> header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    >>> read_catalog(header + 'msgid "City"\nmsgstr "Город"').find("", "City")
    'Город'
    """
    reader = PoReader(file)
    if text.startswith(_BOM):
        reader.report("LNG020", "a byte order mark", 1, "save the file as UTF-8 without one")
    entries = list(reader.read(text.removeprefix(_BOM)))
    header = next((entry for entry in entries if entry.key == ("", "")), None)
    messages = [entry for entry in entries if entry.key != ("", "")]
    count, plural_form = _read_header(reader, header, messages, locale)
    _check_duplicates(reader, entries)
    for message in messages:
        _check_message(reader, message, count)
    if reader.diagnostics:
        raise CatalogError(*sorted(reader.diagnostics, key=lambda each: each.location.line))
    lines = {message.key: message.line for message in messages}
    return Catalog(file, _translations(messages), lines, plural_form)


def _translations(messages: Iterable[Message]) -> dict[Key, tuple[str, ...]]:
    usable = (message for message in messages if not message.fuzzy and all(message.forms.values()))
    return {message.key: tuple(message.forms[form] for form in sorted(message.forms)) for message in usable}


def _read_header(
    reader: PoReader, header: Message | None, messages: Sequence[Message], locale: str
) -> tuple[int, Callable[[int], int]]:
    """Return the number of plural forms and which one a count takes; 0 where the header is wrong about them."""
    if header is None:
        if not reader.diagnostics:
            _report_no_header(reader, is_empty=not messages)
        return 0, _only_form
    fields = dict(_header_fields(header.forms[0]))
    if not re.search(r"charset=utf-?8\b", fields.get("content-type", ""), re.IGNORECASE):
        reader.report("LNG023", "the header does not say charset=UTF-8", header.line)
    if contradicts(fields.get("language", ""), locale):
        message = f"the header says Language: {fields['language']}, the folder is that of {locale}"
        reader.report("LNG029", message, header.line, "is this the catalog of another language?")
        return 0, _only_form
    plurals = [message for message in messages if message.plural is not None]
    if "plural-forms" not in fields:
        if plurals:
            reader.report("LNG023", "the header has no Plural-Forms, but messages have plurals", header.line)
        return 0, _only_form
    return _read_plural_forms(reader, fields["plural-forms"], header.line, plurals, locale)


def _report_no_header(reader: PoReader, *, is_empty: bool) -> None:
    if is_empty:
        reader.report("LNG023", "is empty, without even a header", 1, "delete it, then run catalog update")
    else:
        reader.report("LNG023", "no header", 1, 'begin with msgid "" and its Content-Type and Plural-Forms')


def header_form_count(header: str) -> int:
    """Return how many plural forms the header of a catalog says; 0 where it says nothing."""
    match = _PLURAL_FORMS.fullmatch(dict(_header_fields(header)).get("plural-forms", ""))
    return int(match[1]) if match else 0


def _header_fields(text: str) -> Iterable[tuple[str, str]]:
    for line in text.splitlines():
        name, _, value = line.partition(":")
        yield name.strip().lower(), value.strip()


def _only_form(_count: int) -> int:
    return 0


def _read_plural_forms(
    reader: PoReader, text: str, line: int, plurals: Sequence[Message], locale: str
) -> tuple[int, Callable[[int], int]]:
    match = _PLURAL_FORMS.fullmatch(text)
    try:
        if match is None:
            message = "it reads nplurals=…; plural=…;"
            raise ValueError(message)  # noqa: TRY301 - one report for every way to be wrong
        plural_form: Callable[[int], int] = gettext.c2py(match[2])
        outside = {plural_form(number) for number in CHECKED_COUNTS} - set(range(int(match[1])))
    except (ValueError, ArithmeticError) as error:
        reader.report("LNG023", f"no valid Plural-Forms: {text}", line, str(error))
        return 0, _only_form
    count, own = int(match[1]), form_count(locale)
    if outside:
        reader.report("LNG023", f"Plural-Forms gives form {min(outside)}, but nplurals is {count}", line)
    elif not fits(locale, plural_form):
        message = f"Plural-Forms puts numbers together otherwise than {locale} does: {text}"
        reader.report("LNG028", message, line, plural_forms(locale))
    elif own and count != own and {len(each.forms) for each in plurals} == {own}:
        message = f"nplurals is {count}, but each message with a plural has {own} forms"
        reader.report("LNG028", message, line, plural_forms(locale))
    else:
        return count, plural_form
    return 0, _only_form


def _check_duplicates(reader: PoReader, entries: Iterable[Message]) -> None:
    seen: dict[Key, int] = {}
    for entry in entries:
        first = seen.setdefault(entry.key, entry.line)
        if first != entry.line:
            reader.report("LNG024", f"{entry.source!r} stands twice, first in line {first}", entry.line)


def _check_message(reader: PoReader, message: Message, count: int) -> None:
    translated = [form for form in message.forms.values() if form]
    if message.fuzzy or not translated:
        return
    if message.plural is None and len(message.forms) > 1:
        reader.report("LNG025", "plural forms without msgid_plural", message.line)
    elif message.plural is not None and count and set(message.forms) != set(range(count)):
        found = len(message.forms)
        reader.report("LNG025", f"{found} plural forms, but Plural-Forms says {count}", message.line)
    elif len(translated) < len(message.forms):
        reader.report("LNG025", "some plural forms are empty", message.line)
    for number, form in message.forms.items():
        if form:
            named = "the translation" if message.plural is None else f"msgstr[{number}]"
            _check_placeholders(reader, message, form, named)
            _check_markup(reader, message, form, named)


def _check_markup(reader: PoReader, message: Message, form: str, named: str) -> None:
    added = set(_TAG.findall(form)) - set(_TAG.findall(f"{message.source}{message.plural}"))
    if added:
        reader.report("LNG027", f"{named} adds {' '.join(sorted(added))}, which its source has not", message.line)


def _check_placeholders(reader: PoReader, message: Message, form: str, named: str) -> None:
    sources = [_placeholders(source) for source in (message.source, message.plural) if source is not None]
    found = _placeholders(form)
    if all(name.startswith("%") for names in sources for name in names):
        # Where no variable goes in, a percent sign means itself: "100% sure".
        sources, found = [frozenset()], frozenset(name for name in found if not name.startswith("%"))
    if found not in sources:
        wanted = " or ".join(dict.fromkeys(_list_placeholders(each) for each in sources))
        reader.report("LNG026", f"{named} has {_list_placeholders(found)}, its source {wanted}", message.line)


def _placeholders(text: str) -> frozenset[str]:
    """Return the ``%(name)s`` of a text; a broken one comes out as it is written, so that it equals no good one."""
    found = _PLACEHOLDER.finditer(text.replace("%%", ""))
    return frozenset(each[1] if each[1] and each[2] == "s" else each[0].strip() for each in found)


def _list_placeholders(names: Iterable[str]) -> str:
    return " ".join(name if name.startswith("%") else f"%({name})s" for name in sorted(names)) or "no placeholder"
