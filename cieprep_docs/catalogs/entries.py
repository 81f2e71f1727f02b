"""Catalogs as files that people and other programs edit too: every entry keeps its own bytes until its content changes.

Reading is lenient, because ``language.catalog`` has judged the file before; nothing here is asked about faulty files.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import dropwhile, takewhile

from cieprep_docs.catalogs.places import read_places, write_places

FUZZY = "fuzzy"

_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
_ESCAPE = re.compile(r"\\(.)")
_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr)\b")
_UNESCAPED = {"n": "\n", "t": "\t", "r": "\r"}
_MARKS = {"#.": "comments", "#:": "places", "#,": "flags", "#|": "previous"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One message of a catalog with all that stands around it."""

    msgid: str = ""
    context: str = ""
    plural: str = ""
    forms: tuple[str, ...] = ("",)
    """Translations by plural form; one where the message has no plural."""
    notes: tuple[str, ...] = ()
    """What translators wrote, a line each, without the ``#``."""
    comments: tuple[str, ...] = ()
    """What the source tells translators (``#.``)."""
    places: tuple[str, ...] = ()
    """Where the words are used (``#:``), for example ``event.yaml:18``."""
    flags: tuple[str, ...] = ()
    previous: tuple[str, ...] = ()
    """The source words that a fuzzy translation was made for (``#|``), as lines of the file."""
    obsolete: bool = False
    line: int = field(default=0, compare=False)
    """Where the ``msgid`` stands in the file it was read from."""
    raw: str = field(default="", compare=False, repr=False)
    """The lines it was read from."""
    gap: str = field(default="\n", compare=False, repr=False)
    """The blank lines before it."""

    @property
    def key(self) -> tuple[str, str]:
        """What names the message in a catalog: its context and its source words."""
        return self.context, self.msgid

    @property
    def is_fuzzy(self) -> bool:
        """Whether somebody has to look at the translation before it counts."""
        return FUZZY in self.flags

    @property
    def is_translated(self) -> bool:
        """Whether the translation is printed."""
        return bool(self.forms) and all(self.forms) and not self.is_fuzzy

    @property
    def previous_source(self) -> str:
        """The source words that a fuzzy translation was made for; empty where nothing says so."""
        kept = takewhile(lambda line: not line.startswith("msgid_plural"), self.previous)
        return _joined(dropwhile(lambda line: not line.startswith("msgid "), kept))

    @property
    def is_header(self) -> bool:
        """Whether this is the entry without source words that describes the file."""
        return not self.msgid and not self.context


@dataclass(frozen=True, slots=True)
class PoFile:
    """The entries of a catalog in their order, the header first."""

    entries: tuple[Entry, ...]
    newline: str = "\n"
    tail: str = ""
    """What follows the last entry, blank lines and comments."""

    @property
    def messages(self) -> tuple[Entry, ...]:
        """The entries in use, without the header."""
        return tuple(each for each in self.entries if not each.obsolete and not each.is_header)


def read_po(data: bytes) -> PoFile:
    """Return the entries of a catalog in UTF-8; ``write_po`` makes the same bytes of them."""
    text = data.decode("utf-8")
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.replace("\r\n", "\n").split("\n")
    entries, tail = list[Entry](), ""
    for start, block in _blocks(lines):
        body = block.lstrip("\n")
        gap = len(block) - len(body)
        entry = _read_entry(body, start + gap)
        if entry is None:
            tail = block
        else:
            entries.append(replace(entry, gap="\n" * gap))
    return PoFile(tuple(entries), newline, tail)


def write_po(file: PoFile) -> bytes:
    """Return the bytes of a catalog; entries that are as they were read stay as they were written."""
    text = "".join(each.gap * (place > 0) + entry_text(each) for place, each in enumerate(file.entries)) + file.tail
    return text.replace("\n", file.newline).encode()


def entry_text(entry: Entry) -> str:
    """Return the lines of an entry, its own where nothing has changed."""
    if entry.raw and _read_entry(entry.raw, 0) == entry:
        return entry.raw
    return "".join(f"{line}\n" for line in _entry_lines(entry))


def _blocks(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield pieces of the file and their first lines; each piece has one entry and the blank lines before it."""
    start, translated = 0, False
    for number, line in enumerate(lines):
        words = line.removeprefix("#~").lstrip()
        if translated and (not words or _is_comment(line) or _opens(words)):
            yield start + 1, "".join(f"{each}\n" for each in lines[start:number])
            start, translated = number, False
        translated |= words.startswith("msgstr")
    rest = "\n".join(lines[start:])
    if rest:
        yield start + 1, rest


def _is_comment(line: str) -> bool:
    return line.startswith("#") and not line.startswith("#~")


def _opens(words: str) -> bool:
    return words.startswith(("msgctxt", "msgid ", "|"))


def _read_entry(block: str, start: int) -> Entry | None:
    """Return the entry of a block, None where there is none."""
    marked: dict[str, list[str]] = {"notes": [], **{name: [] for name in _MARKS.values()}}
    strings: list[tuple[str, list[str]]] = []
    line_of_msgid, obsolete = 0, False
    for number, line in enumerate(block.split("\n"), start):
        words = line.strip()
        if words.startswith("#~"):
            obsolete = True
            words = words[2:].lstrip()
            if words.startswith("|"):
                marked["previous"].append(words[1:].strip())
                continue
        if words.startswith("#"):
            marked[_MARKS.get(words[:2], "notes")].append(_comment(words))
        elif match := _KEYWORD.match(words):
            line_of_msgid = line_of_msgid or (number if match[1] == "msgid" else 0)
            strings.append((match[1], [words]))
        elif words and strings:
            strings[-1][1].append(words)
    if not strings:
        return None
    return _entry(marked, strings, obsolete=obsolete, line=line_of_msgid, raw=block)


def _comment(words: str) -> str:
    return (words[2:] if words[:2] in _MARKS else words[1:]).removeprefix(" ")


def _entry(
    marked: dict[str, list[str]], strings: list[tuple[str, list[str]]], *, obsolete: bool, line: int, raw: str
) -> Entry:
    texts = [(keyword, _joined(lines)) for keyword, lines in strings]
    single = dict(texts)
    return Entry(
        msgid=single.get("msgid", ""),
        context=single.get("msgctxt", ""),
        plural=single.get("msgid_plural", ""),
        forms=tuple(text for keyword, text in texts if keyword == "msgstr"),
        notes=tuple(marked["notes"]),
        comments=tuple(marked["comments"]),
        places=tuple(place for each in marked["places"] for place in read_places(each)),
        flags=tuple(flag.strip() for each in marked["flags"] for flag in each.split(",") if flag.strip()),
        previous=tuple(marked["previous"]),
        obsolete=obsolete,
        line=line,
        raw=raw,
    )


def _joined(lines: Iterable[str]) -> str:
    quoted = "".join(match[1] for each in lines if (match := _STRING.search(each)))
    return _ESCAPE.sub(lambda found: _UNESCAPED.get(found[1], found[1]), quoted) if "\\" in quoted else quoted


def _entry_lines(entry: Entry) -> Iterator[str]:
    yield from (f"# {each}".rstrip() for each in entry.notes)
    yield from (f"#. {each}".rstrip() for each in entry.comments)
    if entry.places:
        yield f"#: {write_places(entry.places)}"
    if entry.flags:
        yield f"#, {', '.join(entry.flags)}"
    start = "#~" if entry.obsolete else "#"
    yield from (f"{start}| {each}" for each in entry.previous)
    yield from (f"#~ {each}" if entry.obsolete else each for each in _string_lines(entry))


def _string_lines(entry: Entry) -> Iterator[str]:
    if entry.context:
        yield from quoted_lines("msgctxt", entry.context)
    yield from quoted_lines("msgid", entry.msgid)
    if entry.plural:
        yield from quoted_lines("msgid_plural", entry.plural)
    for number, form in enumerate(entry.forms):
        yield from quoted_lines(f"msgstr[{number}]" if entry.plural else "msgstr", form)


def quoted_lines(keyword: str, text: str) -> Iterator[str]:
    """Yield the lines of one string. They are folded at line breaks only, so that a changed word changes one line."""
    pieces = re.split(r"(?<=\n)(?!\Z)", text) if "\n" in text.rstrip("\n") else [text]
    if len(pieces) > 1:
        yield f'{keyword} ""'
        yield from (f'"{_escaped(each)}"' for each in pieces)
    else:
        yield f'{keyword} "{_escaped(text)}"'


def _escaped(text: str) -> str:
    for sign, written in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t"), ("\r", "\\r")):
        text = text.replace(sign, written)
    return text
