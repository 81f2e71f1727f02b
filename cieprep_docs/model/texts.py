"""What there is to translate in an event."""

from __future__ import annotations

from collections.abc import Iterator

from cieprep_docs.model.event import Event
from cieprep_docs.model.quantity import Unit
from cieprep_docs.model.shape import Part, Path, walk
from cieprep_docs.model.text import Text


def texts(event: Event) -> Iterator[tuple[Path, Text]]:
    """Yield every translatable text with its path: fields as the model declares them, records as the file has them."""
    for path, value, _ in walk(event, Part(Event)):
        if isinstance(value, Text):
            yield path, value


def units(event: Event) -> Iterator[tuple[Path, Unit]]:
    """Yield what the event counts, with its path, in the order of the file."""
    for path, value, _ in walk(event, Part(Event)):
        if isinstance(value, Unit):
            yield path, value
