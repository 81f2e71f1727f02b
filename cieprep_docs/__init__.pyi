from cieprep_docs.batch import BuildError as BuildError
from cieprep_docs.batch import build as build
from cieprep_docs.batch.notices import tell_changes as tell_changes
from cieprep_docs.content import nodes as nodes
from cieprep_docs.diagnostics import Diagnostic as Diagnostic
from cieprep_docs.diagnostics import Location as Location
from cieprep_docs.diagnostics import Result as Result
from cieprep_docs.documents import compose_deck as compose_deck
from cieprep_docs.documents import compose_report as compose_report
from cieprep_docs.errors import CatalogError as CatalogError
from cieprep_docs.errors import CieprepError as CieprepError
from cieprep_docs.errors import EventError as EventError
from cieprep_docs.errors import LayoutError as LayoutError
from cieprep_docs.errors import StyleError as StyleError
from cieprep_docs.errors import TemplateError as TemplateError
from cieprep_docs.errors import UsageError as UsageError
from cieprep_docs.model.event import Event as Event
from cieprep_docs.outputs import Report as Report
from cieprep_docs.outputs import SlideDeck as SlideDeck
from cieprep_docs.pipeline import make_deck as make_deck
from cieprep_docs.pipeline import make_mirrored_decks as make_mirrored_decks
from cieprep_docs.pipeline import make_notice as make_notice
from cieprep_docs.pipeline import make_report as make_report
from cieprep_docs.source import event_schema as event_schema
from cieprep_docs.source import load_event as load_event

__all__ = [
    "BuildError",
    "CatalogError",
    "CieprepError",
    "Diagnostic",
    "Event",
    "EventError",
    "LayoutError",
    "Location",
    "Report",
    "Result",
    "SlideDeck",
    "StyleError",
    "TemplateError",
    "UsageError",
    "__version__",
    "build",
    "compose_deck",
    "compose_report",
    "event_schema",
    "load_event",
    "make_deck",
    "make_mirrored_decks",
    "make_notice",
    "make_report",
    "nodes",
    "tell_changes",
]

__version__: str
