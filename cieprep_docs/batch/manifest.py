"""``manifest.json``: what a build wrote, of what it was made, and what was noticed in it.

The file at the root of an output is the secretariat's: its findings name hidden records. Only ``entries_for`` may be
handed out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from pydantic import TypeAdapter, ValidationError

from cieprep_docs.diagnostics import Diagnostic, Location
from cieprep_docs.errors import UsageError

FILE = "manifest.json"
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of an output."""

    file: str
    """Its path under the output, with slashes: ``russia/report.ru.docx``."""
    kind: str
    """``report``, ``briefing`` …; what is made of another file, as a PDF is, has the kind of that file."""
    languages: tuple[str, ...]
    """In the order in which they stand in it."""
    delegation: str | None
    """Whose copy it is; None for no delegation's."""
    audience: str
    """Who reads it: ``secretariat``, ``public``, or the id of a delegation."""
    inputs: str
    """SHA-256, in hexadecimal, of all that it was made of."""
    digest: str
    """SHA-256, in hexadecimal, of the file."""
    size: int
    """In bytes."""
    slides: int | None = None
    """None where it has none."""
    pages: int | None = None
    """None where nobody has counted them: only the program that lays pages out can."""
    untranslated: int = 0
    """How many words no catalog translates."""
    proposed: int = 0
    """How many forms of names and terms their owners have not confirmed."""
    warnings: int = 0
    """How many of the diagnostics are warnings."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """For the secretariat alone: EVT041 to EVT043 name what the reader may not see."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """All files that the builds into one output have written and that are still theirs."""

    entries: tuple[Entry, ...] = ()
    """In the order of their files."""
    request: str = ""
    """Digest of all that the last build was asked for and made of; empty where it did not come to its end."""
    latest: tuple[str, ...] = ()
    """The files of the documents of the last build, in its order."""

    @property
    def by_file(self) -> Mapping[str, Entry]:
        """The entries by their files."""
        return {each.file: each for each in self.entries}


def with_entries(manifest: Manifest, entries: Iterable[Entry]) -> Manifest:
    """Return a manifest with further entries; one of the same file takes the place of the older."""
    merged = {**manifest.by_file, **{each.file: each for each in entries}}
    return replace(manifest, entries=tuple(merged[file] for file in sorted(merged)))


def entries_for(entries: Iterable[Entry], reader: str) -> Iterator[Entry]:
    """Yield what a delegation may be told of its files: paths in its own folder, and nothing of what was noticed."""
    folder = f"{reader}/"
    for each in entries:
        if each.audience == reader and each.file.startswith(folder):
            yield replace(each, file=each.file.removeprefix(folder), inputs="", warnings=0, diagnostics=())


def write_manifest(manifest: Manifest) -> bytes:
    """Return a manifest as JSON, an entry a line; findings stand once, and entries name them by their number."""
    numbers: dict[Diagnostic, int] = {}
    rows = [_dumped(_row(each, numbers)) for each in manifest.entries]
    findings = [_dumped(asdict(each)) for each in numbers]
    values = {
        "format": str(_FORMAT),
        "request": _dumped(manifest.request),
        "latest": _listed([_dumped(each) for each in manifest.latest]),
        "diagnostics": _listed(findings),
        "files": _listed(rows),
    }
    parts = (f'"{name}": {value}' for name, value in values.items())
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


def read_manifest(data: bytes, file: str = FILE) -> Manifest:
    """Return the manifest of a JSON file. Raises UsageError where it is none, or of a later format."""
    try:
        written = json.loads(data)
        table = _FINDINGS.validate_python(written["diagnostics"])
        rows = [
            row | {"diagnostics": tuple(table[number] for number in row["diagnostics"])} for row in written["files"]
        ]
        manifest = _MANIFEST.validate_python({**written, "entries": rows})
    except (ValueError, KeyError, IndexError, TypeError) as error:
        raise _no_manifest(file, error) from None
    if written.get("format") != _FORMAT:
        raise _no_manifest(file, f"its format is {written.get('format')!r}, not {_FORMAT}")
    return manifest


_MANIFEST = TypeAdapter(Manifest)
_FINDINGS = TypeAdapter(tuple[Diagnostic, ...])
_NAMES = tuple(each.name for each in fields(Entry))


def _row(entry: Entry, numbers: dict[Diagnostic, int]) -> dict[str, Any]:
    row = {name: getattr(entry, name) for name in _NAMES}
    row["diagnostics"] = [numbers.setdefault(each, len(numbers)) for each in entry.diagnostics]
    return row


def _dumped(row: Any) -> str:
    return json.dumps(row, ensure_ascii=False)


def _listed(rows: Sequence[str]) -> str:
    return "[\n" + ",\n".join(rows) + "\n]" if rows else "[]"


def _no_manifest(file: str, why: object) -> UsageError:
    what = f"{len(why.errors())} fields are wrong" if isinstance(why, ValidationError) else str(why)
    hint = "move it away to make all documents anew"
    return UsageError.at("BAT001", f"is no manifest of a build: {what}", location=Location(file), hint=hint)
