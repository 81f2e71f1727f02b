"""Event files → events: positions, all faults in one pass."""

from cieprep_docs.source.event import LoadedEvent, load_event, read_event
from cieprep_docs.source.schema import event_schema

__all__ = ["LoadedEvent", "event_schema", "load_event", "read_event"]
