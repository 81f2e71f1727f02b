"""Files that are made of documents: written where no work of a person is lost."""

from __future__ import annotations

from cieprep_docs.batch.journal import write_noted
from cieprep_docs.batch.manifest import Entry
from cieprep_docs.batch.stores import Store, digest_of
from cieprep_docs.diagnostics import Location
from cieprep_docs.errors import UsageError


def stands(store: Store, entry: Entry) -> bool:
    """Return whether a file is as it was written."""
    return digest_of(store, entry.file) == entry.digest


def write_own(store: Store, known: Entry | None, entry: Entry, data: bytes, *, force: bool) -> None:
    """Write the file of an entry, unless it stands there already; ``known`` is its entry of an earlier build.

    Raises UsageError where another stands there that no build has written, or that was changed since, unless ``force``.
    """
    there = digest_of(store, entry.file)
    if there == entry.digest:
        return
    if there and not force and (known is None or there != known.digest):
        what = "was changed since it was written" if known else "stands there, and no build has written it"
        hint = "--force overwrites it; move it away to keep it"
        raise UsageError.at("BAT010", what, location=Location(entry.file), hint=hint)
    write_noted(store, entry, data)
