"""A strict reader of gettext's text format: what is wrong is said with its line, nothing is guessed or repaired."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from cieprep_docs.diagnostics import Diagnostic, Location

_KEYWORD = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[(\d+)\])?)\s+(".*)')
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\"}
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?: |$)")


@dataclass(slots=True)
class Message:
    """One entry of a catalog, as it stands in the file."""

    line: int
    """Where its ``msgid`` stands."""
    context: str | None = None
    source: str | None = None
    plural: str | None = None
    forms: dict[int, str] = field(default_factory=dict)
    """Translations by plural form; an entry without plural has form 0 alone."""
    fuzzy: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """What finds it: context and source words."""
        return self.context or "", self.source or ""


class PoReader:
    """Reads entries line by line; ``diagnostics`` grows with every line that is no PO."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.diagnostics: list[Diagnostic] = []
        self._message = Message(0)
        self._part = ""

    def read(self, text: str) -> Iterator[Message]:
        """Yield the entries of a catalog, the header included, obsolete entries (``#~``) left out."""
        for number, line in enumerate(text.split("\n"), 1):
            yield from self._read_line(number, line.strip())
        yield from self._finish()

    def report(self, code: str, message: str, line: int, hint: str = "") -> None:
        """Note a fault of the file."""
        self.diagnostics.append(Diagnostic(code, message, Location(self.file, line), hint))

    def _read_line(self, number: int, line: str) -> Iterator[Message]:
        if line.startswith("#~"):
            return
        if not line or line.startswith("#"):
            if self._message.forms:
                yield from self._finish()
            self._message.fuzzy |= line.startswith("#,") and "fuzzy" in line
        elif _CONFLICT.match(line):
            self.report("LNG022", "an unresolved merge conflict", number)
        elif match := _KEYWORD.fullmatch(line):
            if self._part and self._begins_entry(match[1]):
                yield from self._finish()
            self._start_part(number, match[1], match[3])
        elif line.startswith('"') and self._part:
            self._add(number, self._part, self._unquote(number, line))
        else:
            self.report("LNG021", f"no PO syntax: {line[:40]}", number)

    def _begins_entry(self, keyword: str) -> bool:
        return keyword == "msgctxt" or (keyword == "msgid" and self._part != "msgctxt")

    def _finish(self) -> Iterator[Message]:
        message, self._message, self._part = self._message, Message(0), ""
        if message.source is not None and message.forms:
            yield message
        elif message.source is not None or message.context is not None:
            self.report("LNG021", "an entry without msgstr", message.line)
        elif message.forms:
            self.report("LNG021", "an entry without msgid", message.line)

    def _start_part(self, number: int, keyword: str, rest: str) -> None:
        expected = _EXPECTED[keyword.partition("[")[0]]
        if self._message.source is not None and (self._part.partition("[")[0] not in expected or keyword == self._part):
            self.report("LNG021", f"{keyword} stands where it does not belong", number)
        if keyword in {"msgctxt", "msgid"}:
            self._message.line = number
        self._part = keyword
        self._add(number, keyword, self._unquote(number, rest))

    def _add(self, number: int, keyword: str, text: str) -> None:
        message = self._message
        if keyword == "msgctxt":
            message.context = (message.context or "") + text
        elif keyword == "msgid":
            message.source = (message.source or "") + text
        elif keyword == "msgid_plural":
            message.plural = (message.plural or "") + text
        else:
            index = int(keyword[7:-1] or 0) if keyword != "msgstr" else 0
            message.forms[index] = message.forms.get(index, "") + text
        message.line = message.line or number

    def _unquote(self, number: int, quoted: str) -> str:
        match = _STRING.fullmatch(quoted)
        if match is None:
            self.report("LNG021", "a string that does not end in one quotation mark", number, 'write \\" inside')
            return ""
        for escape in re.findall(r"\\(.)", match[1]):
            if escape not in _ESCAPES:
                self.report("LNG021", f"an unknown escape \\{escape}", number, 'there are \\n \\t \\r \\" \\\\')
        return re.sub(r"\\(.)", lambda found: _ESCAPES.get(found[1], found[1]), match[1])


_EXPECTED = {
    "msgctxt": {""},
    "msgid": {"", "msgctxt"},
    "msgid_plural": {"msgid"},
    "msgstr": {"msgid", "msgid_plural", "msgstr"},
}
