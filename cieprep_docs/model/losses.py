"""What a restriction breaks, told to the secretariat; these findings name hidden records."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby

from cieprep_docs.diagnostics import Diagnostic, Location
from cieprep_docs.model.event import Event
from cieprep_docs.model.identity import Same
from cieprep_docs.model.references import Node, Reference, namers, references_of
from cieprep_docs.model.shape import Keyed, Part, Path, fields_of
from cieprep_docs.model.ties import HANGS_ON, HELD_BY, STANDS_ALONE

_HARMLESS = ("sources", "portrait")
"""Fields whose loss leaves a document whole."""


def losses(event: Event, restricted: Event, audience: str, visible: Collection[Node]) -> Iterator[Diagnostic]:
    """Yield what was left out beyond what is hidden itself, the fields that lost what they name, and what gives away.

    ``visible`` are the records that the audience may see by what they say of themselves.
    """
    named = references_of(event)
    left = frozenset(_nodes(restricted))
    yield from _left_out(
        named, [node for node in _nodes(event) if node in visible and node not in left], left, audience
    )
    yield from _emptied(event, left, audience)
    yield from _given_away(namers(event), left, audience)


def _nodes(event: Event) -> Iterator[Node]:
    for field in fields_of(Event):
        if isinstance(field.shape, Keyed):
            yield from ((field.name, id_) for id_ in getattr(event, field.name))


def _left_out(
    named: Sequence[Reference], gone: Iterable[Node], left: Collection[Node], audience: str
) -> Iterator[Diagnostic]:
    for node in gone:
        cause = _spell(_causes(named, node, left)) or "words that are hidden"
        yield Diagnostic("EVT041", f"is left out for {audience}: it hangs on {cause}", _at(node), severity="note")


def _causes(named: Sequence[Reference], node: Node, left: Collection[Node]) -> Iterator[Node]:
    """Yield the hidden records on which a record hangs, and those that alone bring it in."""
    ties = _ties(node[0])
    for each in named:
        if each.owner == node and each.path[2] in ties and each.target not in left:
            yield each.target
        elif (
            each.target == node and each.owner and each.owner not in left and each.owner[0] in HELD_BY.get(node[0], ())
        ):
            yield each.owner


def _ties(collection: str) -> Collection[str]:
    (shape,) = (field.shape for field in fields_of(Event) if field.name == collection)
    record = shape.item if isinstance(shape, Keyed) else None
    required = [field.name for field in fields_of(record.cls) if field.required] if isinstance(record, Part) else []
    return (*HANGS_ON.get(collection, ()), *required)


def _emptied(event: Event, left: Collection[Node], audience: str) -> Iterator[Diagnostic]:
    for owner, path, targets in _fields_that_name(Same(event)):
        hidden = [each for each in targets if each not in left] if owner is None or owner in left else []
        if not hidden or path[-1] in _HARMLESS:
            continue
        emptied = len(hidden) == len(targets)
        message = f"{'is empty' if emptied else 'is shorter'} for {audience}, who may not see {_spell(hidden)}"
        place = Location(path=".".join(map(str, path)))
        yield Diagnostic("EVT042", message, place, severity="warning" if emptied else "note")


@lru_cache(maxsize=2)
def _fields_that_name(event: Same[Event]) -> Sequence[tuple[Node | None, Path, Sequence[Node]]]:
    """Return the fields that name records, with the record in which they stand and those that they name."""
    named = [each for each in references_of(event.value) if not each.says_who_sees]
    fields = [(path, list(group)) for path, group in groupby(named, _field)]
    return [(group[0].owner, path, [each.target for each in group]) for path, group in fields]


def _field(reference: Reference) -> Path:
    """Return the path of the field of a record or of the event that holds a reference."""
    return reference.path[: 3 if reference.owner else 1]


def _given_away(named: Mapping[Node, frozenset[Node]], left: frozenset[Node], audience: str) -> Iterator[Diagnostic]:
    for node in (node for node in named if node in left and node[0] in STANDS_ALONE):
        if not named[node] & left:
            message = f"is shown to {audience}, who may see nothing that names it"
            hint = "hide it too, if that gives something away"
            yield Diagnostic("EVT043", message, _at(node), hint, severity="note")


def _at(node: Node) -> Location:
    return Location(path=".".join(node))


def _spell(nodes: Iterable[Node]) -> str:
    return ", ".join(dict.fromkeys(".".join(node) for node in nodes))
