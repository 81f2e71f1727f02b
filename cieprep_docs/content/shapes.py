"""Whether what a script has built are nodes at all: each field of its declared type, down to the last run."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from cieprep_docs.content import nodes


class Fault(NamedTuple):
    """Something wrong at a place of a tree."""

    code: str
    message: str
    path: str
    """For example ``blocks[2].rows[0]``."""
    hint: str = ""
    origin: nodes.Origin = nodes.NOWHERE


_WORDS = "words are a tuple of runs: (Run('…', 'en-GB'),)"


def wrong_types(node: Any, path: str = "") -> Iterator[Fault]:
    """Yield a fault for each value of a node, and of what stands in it, that its field cannot hold."""
    for name, hint in _hints(node.__class__).items():
        yield from _wrong(getattr(node, name), hint, f"{path}.{name}" if path else name)


@cache
def _hints(kind: Any) -> Mapping[str, Any]:
    hints = get_type_hints(kind, vars(nodes))
    return {field.name: hints[field.name] for field in fields(kind)}


def _wrong(value: Any, hint: Any, path: str) -> Iterator[Fault]:
    origin, inside = get_origin(hint), get_args(hint)
    if origin is Literal:
        if value not in inside:
            yield _fault(value, " or ".join(map(repr, inside)), path)
    elif origin is tuple:
        yield from _wrong_tuple(value, inside[0], path)
    elif origin in {Union, types.UnionType}:
        if type(value) in inside:
            yield from _inside(value, path)
        else:
            yield _fault(value, " or ".join(each.__name__ for each in inside), path)
    elif origin:
        yield from _wrong_mapping(value, inside[1], path)
    elif type(value) is not hint:
        yield _fault(value, hint.__name__, path)
    else:
        yield from _inside(value, path)


def _inside(value: Any, path: str) -> Iterator[Fault]:
    return wrong_types(value, path) if is_dataclass(value) else iter(())


def _wrong_tuple(value: Any, hint: Any, path: str) -> Iterator[Fault]:
    if isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from _wrong(each, hint, f"{path}[{index}]")
        return
    words = isinstance(value, str) and get_args(hint) == get_args(nodes.Inline)
    yield _fault(value, "a tuple", path, _WORDS if words else "write (one, two), or (one,) for a single one")


def _wrong_mapping(value: Any, hint: Any, path: str) -> Iterator[Fault]:
    if not isinstance(value, Mapping):
        yield _fault(value, "a mapping", path)
        return
    for key, each in value.items():
        yield from _wrong(each, hint, f"{path}[{key!r}]")


def _fault(value: Any, wanted: str, path: str, hint: str = "") -> Fault:
    return Fault("MRK050", f"is {_shown(value)}, not {wanted}", path, hint)


def _shown(value: Any) -> str:
    kind = type(value).__name__
    return kind if is_dataclass(value) or isinstance(value, list) else f"{str(value)[:30]!r} ({kind})"
