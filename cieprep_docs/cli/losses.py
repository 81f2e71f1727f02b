"""What hiding records breaks, and what is needed twice: told to the secretariat alone, for it names what is hidden."""

from __future__ import annotations

from collections.abc import Iterable

from cieprep_docs.diagnostics import Diagnostic
from cieprep_docs.model.audience import audiences, restrict
from cieprep_docs.model.conflicts import conflict_diagnostics
from cieprep_docs.source import LoadedEvent

_CODES = {"EVT041", "EVT042", "EVT043"}


def find_losses(loaded: LoadedEvent) -> tuple[Diagnostic, ...]:
    """Return what only the secretariat is told, with file, line, column.

    It is what each audience of an event misses, what is shown to it all the same, and what two sessions need at once.
    """
    found = (each for audience in audiences(loaded.event) for each in restrict(loaded.event, audience).diagnostics)
    return loaded.placed((*conflict_diagnostics(loaded.event), *found))


def tellable(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the findings about a document that may be passed on with it."""
    return tuple(each for each in found if each.code not in _CODES)
