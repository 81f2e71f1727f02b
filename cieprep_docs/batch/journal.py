"""What a build is about to write, noted before it does.

A build that is killed has written files that no manifest knows. Its notes tell the next build which of them are its
own, so that none is taken for a person's work.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pydantic import TypeAdapter, ValidationError

from cieprep_docs.batch.manifest import FILE, Entry, Manifest, read_manifest, with_entries
from cieprep_docs.batch.stores import Store, digest_of

_ENTRY = TypeAdapter(Entry)


def write_noted(store: Store, entry: Entry, data: bytes) -> None:
    """Write the file of an entry, once it is noted. Raises UsageError where either is impossible."""
    store.note(_ENTRY.dump_json(entry))
    store.write(entry.file, data)


def load_saved(store: Store) -> Manifest:
    """Return the manifest of an output, an empty one where there is none. Raises UsageError for what is no manifest."""
    data = store.read(FILE)
    return Manifest() if data is None else read_manifest(data)


def load_manifest(store: Store) -> Manifest:
    """Return the manifest of an output, with what a killed build wrote since. Raises UsageError as load_saved does."""
    return with_noted(load_saved(store), store)


def with_noted(manifest: Manifest, store: Store) -> Manifest:
    """Return a manifest with those noted files that stand as they were noted.

    Of the others nothing was written, or somebody has changed them since; both are for the older entry to tell.
    """
    notes = store.notes()
    if not notes:
        return manifest
    known = manifest.by_file
    news = (each for each in _read(notes) if each.file not in known or known[each.file].digest != each.digest)
    ours = [each for each in news if digest_of(store, each.file) == each.digest]
    return replace(with_entries(manifest, ours), request="")


def _read(notes: list[bytes]) -> Iterator[Entry]:
    """Yield the entries of notes; what was noted by half when a build was killed was not written after it."""
    for note in notes:
        try:
            yield _ENTRY.validate_json(note)
        except ValidationError:
            continue
