"""A message on its way from a template or an event file into a catalog."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from cieprep_docs.diagnostics import Diagnostic, Location
from cieprep_docs.errors import CatalogError

Key = tuple[str, str]
"""What names a message in a catalog: its context and its source words."""


@dataclass(frozen=True, slots=True)
class Message:
    """Source words, and what a translator should know about them."""

    msgid: str
    context: str = ""
    plural: str = ""
    """The source words of the plural; empty where the message has none."""
    comments: tuple[str, ...] = ()
    places: tuple[Location, ...] = ()
    limit: int = 0
    """How long the words may be at most, in half-widths; 0 where they may flow."""

    @property
    def key(self) -> Key:
        """What names the message in a catalog."""
        return self.context, self.msgid

    @property
    def has_placeholders(self) -> bool:
        """Whether the words take values in every form, as in ``%(n)s experts``.

        “An award was made”, plural “%(n)s awards were made”, does not: gettext would ask for the value in both.
        """
        return "%(" in self.msgid and (not self.plural or "%(" in self.plural)


def merge_messages(messages: Iterable[Message]) -> tuple[Message, ...]:
    """Return each message once, in the order of first use, with all its comments and places.

    Raises CatalogError for every message that has two different plurals.
    """
    merged: dict[Key, Message] = {}
    clashes: list[Diagnostic] = []
    for each in messages:
        earlier = merged.setdefault(each.key, each)
        if earlier.plural and each.plural and earlier.plural != each.plural:
            clashes.append(_two_plurals(earlier, each))
        elif earlier is not each:
            merged[each.key] = _join(earlier, each)
    if clashes:
        raise CatalogError(*clashes)
    return tuple(merged.values())


def _join(earlier: Message, later: Message) -> Message:
    return replace(
        earlier,
        plural=earlier.plural or later.plural,
        comments=tuple(dict.fromkeys(earlier.comments + later.comments)),
        places=tuple(dict.fromkeys(earlier.places + later.places)),
    )


def _two_plurals(earlier: Message, later: Message) -> Diagnostic:
    place = later.places[0] if later.places else Location()
    first = f", first at {earlier.places[0]}" if earlier.places else ""
    return Diagnostic(
        "CAT001", f"{later.msgid!r} has two plurals: {earlier.plural!r} and {later.plural!r}{first}", place
    )
