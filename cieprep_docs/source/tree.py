"""YAML text → plain values with positions. Every scalar is the words that stand there.

YAML's own guesses (``NO`` is false, ``12:30`` is 750, ``1.10`` is 1.1) never happen: what a word means is decided by
the field of the model that it fills. Only an empty value, ``~`` and ``null`` say that there is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import yaml

from cieprep_docs.diagnostics import Diagnostic, Location
from cieprep_docs.errors import EventError
from cieprep_docs.source.syntax import syntax_error

Path = tuple[str | int, ...]
Plain = str | dict[str, "Plain"] | list["Plain"] | None

_DEEPEST = 32
_NOTHING = ("", "~", "null")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)


@dataclass(frozen=True, slots=True)
class Tree:
    """An event file as it was read."""

    file: str
    value: Plain = None
    positions: dict[Path, Location] = field(default_factory=dict)
    """Where each value stands; a mapping or list stands where its key is."""
    keys: dict[Path, Location] = field(default_factory=dict)
    """Where each key stands."""
    faults: list[Diagnostic] = field(default_factory=list)
    faulty: set[Path] = field(default_factory=set)
    """Where the value could not be read, so that nothing more needs to be said."""

    def at(self, path: Path) -> Location:
        """Return the place of a field, or of the nearest thing around it that stands in the file."""
        found = self.nearest(path)
        place = self.positions.get(found, Location(self.file, 1, 1))
        return replace(place, path=spell(found))

    def nearest(self, path: Path) -> Path:
        """Return the path in the file that comes closest to a path in the model, which has more steps in between."""
        found: Path = ()
        for step in path:
            if (*found, step) in self.positions:
                found = (*found, step)
        return found


def spell(path: Path) -> str:
    """Return a path as users read it: ``delegations.russia.members[3].person``."""
    spelt = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return printable(spelt.removeprefix("."))


def read_path(spelt: str) -> Path:
    """Return the path that is spelt ``delegations.russia.members[3].person``."""
    steps = re.findall(r"\[(\d+)\]|([^.\[\]]+)", spelt)
    return tuple(int(index) if index else key for index, key in steps)


def unprintable(words: str) -> str:
    """Return the first character that no document can show, or nothing."""
    found = _UNPRINTABLE.search(words)
    return found[0] if found else ""


def printable(words: str) -> str:
    """Return words with what a terminal cannot show written as U+0007."""
    return _UNPRINTABLE.sub(lambda found: f"U+{ord(found[0]):04X}", words)


def read_tree(text: str, file: str) -> Tree:
    """Return the values of a YAML text with their positions and everything that is wrong with its form.

    Raises EventError where the form is so broken that nothing after it can be understood.
    """
    reader = _Reader(text, Tree(file))
    try:
        return reader.read()
    except yaml.MarkedYAMLError as error:
        raise EventError(*reader.tree.faults, syntax_error(error, file)) from None


class _Loader(yaml.SafeLoader):
    """Lets control characters through to the reader, which names the field that holds them."""

    def check_printable(self, data: str | bytes) -> None:
        pass


class _Reader:
    """Makes a tree from the parser's events, without ever building a YAML node or object."""

    def __init__(self, text: str, tree: Tree) -> None:
        self.events: Iterator[yaml.Event] = iter(yaml.parse(text, Loader=_Loader))
        self.tree = tree

    def read(self) -> Tree:
        value: Plain = None
        documents = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
            elif isinstance(event, yaml.NodeEvent) and documents == 1:
                value = self._value(event, ())
            if documents > 1:
                self._fault("EVT004", "a second document starts here", event, (), "one event file is one document")
                break
        return Tree(self.tree.file, value, self.tree.positions, self.tree.keys, self.tree.faults, self.tree.faulty)

    def _value(self, event: yaml.Event, path: Path) -> Plain:
        place = self._place(event, path)
        is_container = isinstance(event, yaml.CollectionStartEvent)
        self.tree.positions.setdefault(path, self.tree.keys.get(path, place) if is_container else place)
        if len(path) > _DEEPEST:
            raise EventError(*self.tree.faults, Diagnostic("EVT007", "is nested too deeply", place))
        self._refuse_extras(event, path)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        return self._scalar(event, path) if isinstance(event, yaml.ScalarEvent) else None

    def _scalar(self, event: yaml.ScalarEvent, path: Path) -> str | None:
        words = _join_pairs(event.value)
        if event.style is None and words in _NOTHING:
            return None
        if found := _UNPRINTABLE.search(words):
            message = f"holds the character U+{ord(found[0]):04X}, which no document can show"
            self._fault("EVT006", message, event, path, "delete it")
        return words

    def _sequence(self, path: Path) -> list[Plain]:
        values: list[Plain] = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            values.append(self._value(event, (*path, len(values))))
        return values

    def _mapping(self, path: Path) -> dict[str, Plain]:
        values: dict[str, Plain] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event, path)
            inner = (*path, key)
            if key in values:
                self._duplicate(event, inner)
            self.tree.keys.setdefault(inner, self._place(event, inner))
            value = self._value(next(self.events), inner)
            values.setdefault(key, value)
        return values

    def _key(self, event: yaml.Event, path: Path) -> str:
        if isinstance(event, yaml.ScalarEvent):
            key: str = event.value
            self._refuse_extras(event, path)
            if key == "<<" and event.style is None:
                self._fault("EVT004", "merge keys (<<) are not used in event files", event, (*path, key), _REPEAT)
            if _UNPRINTABLE.search(key):
                self._fault(
                    "EVT006", "a key holds a character that no document can show", event, (*path, key), "delete it"
                )
            return key
        self._fault(
            "EVT004", "a key must be a word", event, (*path, "?"), 'write "key: value"; quote braces inside words'
        )
        self._value(event, (*path, "?"))
        return "?"

    def _duplicate(self, event: yaml.Event, path: Path) -> None:
        hint = f"first at line {self.tree.keys[path].line}"
        self._fault("EVT005", f'the key "{path[-1]}" stands here a second time', event, path, hint)

    def _refuse_extras(self, event: yaml.Event, path: Path) -> None:
        """Refuse what would make a file mean something else than it says."""
        if isinstance(event, yaml.NodeEvent) and event.anchor:
            extra = f"aliases (*{event.anchor})" if isinstance(event, yaml.AliasEvent) else f"anchors (&{event.anchor})"
            self._fault("EVT004", f"{extra} are not used in event files", event, path, _REPEAT)
        elif isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent)) and event.tag:
            message = f"tags ({event.tag.replace('tag:yaml.org,2002:', '!!')}) are not used in event files"
            self._fault("EVT004", message, event, path, "delete it, or quote the words that begin with !")

    def _fault(self, code: str, message: str, event: yaml.Event, path: Path, hint: str) -> None:
        self.tree.faults.append(Diagnostic(code, message, self._place(event, path), hint))
        if code in ("EVT004", "EVT006"):
            self.tree.faulty.add(path)

    def _place(self, event: yaml.Event, path: Path) -> Location:
        mark = event.start_mark
        return Location(self.tree.file, mark.line + 1, mark.column + 1, spell(path)) if mark else self.tree.at(path)


def _join_pairs(words: str) -> str:
    """Return words whose characters beyond U+FFFF were written as JSON writes them, in two halves."""
    return _PAIR.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), words)


_REPEAT = "write the words where they are needed"
