"""Event files → events: positions, all faults in one pass."""

from cieprep_docs.source.event import LoadedEvent, load_event, read_event

__all__ = ["LoadedEvent", "load_event", "read_event"]
