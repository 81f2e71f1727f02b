"""The fields of the nodes by what they hold: words, or nodes, or traits that are alike in every language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar

from cieprep_docs.content.inlines import whole_text
from cieprep_docs.content.nodes import NOWHERE, Inlines, Origin

Node = TypeVar("Node")

INLINES = ("caption", "name", "when", "number", "noun", "speaker", "post", "body", "part", "content")
"""Fields that hold words, in the order of reading."""
PLAIN = ("alt", "categories")
"""Fields that hold words without language or look."""
_OF_LANGUAGE = {*INLINES, *PLAIN, "initials", "lang"}


@dataclass(frozen=True, slots=True)
class Shape:
    """The names of a node's fields by what they hold."""

    words: tuple[str, ...]
    nodes: tuple[str, ...]
    traits: tuple[str, ...]
    """Whatever must be alike for two nodes to say the same in two languages."""


def shape_of(node: Any) -> Shape:
    """Return the fields of a node."""
    return _shape(node.__class__)


@cache
def _shape(kind: Any) -> Shape:
    names = {field.name: str(field.type) for field in fields(kind)}
    words = [name for name in (*PLAIN, *INLINES) if name in names]
    nodes = [name for name, held in names.items() if "tuple[" in held and name not in {*words, "values"}]
    traits = [name for name in names if name not in {*_OF_LANGUAGE, *nodes, "origin"} and name not in words]
    return Shape(tuple(words), tuple(nodes), tuple(traits))


def children_of(node: Any) -> Iterator[Any]:
    """Yield the nodes that stand in a node, in the order of reading; the cells of ``Columns`` row by row."""
    for name in shape_of(node).nodes:
        for child in getattr(node, name):
            yield from child if isinstance(child, tuple) else (child,)


def origin_of(node: Any) -> Origin:
    """Return where a node comes from, nowhere for one that does not say so."""
    return getattr(node, "origin", NOWHERE)


@dataclass(frozen=True, slots=True)
class Passage:
    """Words somewhere in a document."""

    node: Any
    """The node that holds them."""
    field: str
    words: Inlines | str
    origin: Origin
    """Of the node, or of what it stands in."""
    inside: Any = None
    """The node that holds the node."""

    @property
    def text(self) -> str:
        """The words alone, with those of notes."""
        return self.words if isinstance(self.words, str) else whole_text(self.words)


def passages(nodes: tuple[Any, ...], around: Origin = NOWHERE, inside: Any = None) -> Iterator[Passage]:
    """Yield all words of nodes in the order of reading; where there are none, empty ones."""
    for node in nodes:
        origin = _within(origin_of(node), around)
        for name in shape_of(node).words:
            value = getattr(node, name)
            several = value if name == "categories" else (value,)
            yield from (Passage(node, name, words, origin, inside) for words in several)
        yield from passages(tuple(children_of(node)), origin, node)


def _within(own: Origin, around: Origin) -> Origin:
    """Return where a node comes from; a record is that of the nearest node around which has one."""
    if own == NOWHERE:
        return around
    return own if own.record or not around.record else replace(own, record=around.record)


def rebuilt(node: Node, change: Callable[[Any], Any]) -> Node:
    """Return a node with `change` made in each node and run of it, the inner ones first."""
    names = [field.name for field in fields(node)] if is_dataclass(node) else []
    values = {name: _changed(getattr(node, name), change) for name in names if name != "origin"}
    result: Node = change(replace(node, **values))  # type: ignore[type-var]
    return result


def _changed(value: Any, change: Callable[[Any], Any]) -> Any:
    if isinstance(value, tuple):
        return tuple(_changed(each, change) for each in value)
    return rebuilt(value, change) if is_dataclass(value) and not isinstance(value, type) else value
