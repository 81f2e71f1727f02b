"""The manifest of an output while a build goes on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from cieprep_docs.batch.journal import load_manifest, load_saved, with_noted
from cieprep_docs.batch.making import Outcome, Result
from cieprep_docs.batch.manifest import FILE, Entry, Manifest, with_entries, write_manifest
from cieprep_docs.batch.stores import Store, digest_of
from cieprep_docs.diagnostics import Diagnostic


def find_standing(store: Store, request: str) -> tuple[tuple[str, ...], Mapping[str, Outcome]]:
    """Return the files of the last build, and what is to become of those that stand there, if the same is asked for."""
    manifest = load_manifest(store)
    if manifest.request != request:
        return (), {}
    known = manifest.by_file
    there = {file: digest_of(store, file) for file in manifest.latest if file in known}
    outcomes: dict[str, Outcome] = {
        file: "kept" if digest == known[file].digest else "edited" for file, digest in there.items() if digest
    }
    return manifest.latest, outcomes


class Record:
    """What this build and those before it have written into a store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._saved = load_saved(store)
        self.manifest = with_noted(self._saved, store)
        self._new: list[Entry] = []

    def take(self, result: Result) -> Result:
        """Put a document on record and return its result; one that is not where it should be has failed."""
        entry = result.entry
        if entry is None:
            return result
        if self._store.size(entry.file) != entry.size:
            hint = "processes of several machines need a folder or URL that all of them see"
            fault = Diagnostic("BAT015", "its worker wrote it where this process does not see it", hint=hint)
            return Result(result.job, "failed", faults=(fault,))
        self._new.append(entry)
        return result

    def close(self, request: str, latest: Sequence[str], further: Iterable[Entry]) -> tuple[str, ...]:
        """Put the end of a build on record and return the older files that are still there."""
        self._new += further
        current = {*latest, *(each.file for each in self._new)}
        older = [each.file for each in self.taken().entries if each.file not in current]
        gone = {file for file in older if self._store.size(file) is None}
        left = tuple(each for each in self.manifest.entries if each.file not in gone)
        self.manifest = replace(self.manifest, entries=left, latest=tuple(latest))
        self.save(request)
        return tuple(file for file in older if file not in gone)

    def taken(self) -> Manifest:
        """Return the manifest with all that was taken so far."""
        self.manifest = with_entries(self.manifest, self._new)
        self._new = []
        return self.manifest

    def save(self, request: str = "") -> None:
        """Write the manifest if it has changed, and forget what was noted. Raises UsageError where it cannot be.

        What was noted by a worker that could not tell of it any more is taken too.
        """
        self.manifest = replace(with_noted(self.taken(), self._store), request=request)
        if self.manifest != self._saved:
            self._store.write(FILE, write_manifest(self.manifest))
            self._saved = self.manifest
        self._store.forget()
