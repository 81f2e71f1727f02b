"""The files of an output as people look for them: whose copy, what kind of document, in which languages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

Languages = tuple[str, ...]


class ListedFile(Protocol):
    """What an index needs to know of a file; entries of a manifest do."""

    @property
    def file(self) -> str:
        """Its path from the page, with slashes."""

    @property
    def kind(self) -> str:
        """``report`` …; a PDF has the kind of the document that it shows."""

    @property
    def languages(self) -> Languages:
        """In the order in which they stand in it."""

    @property
    def delegation(self) -> str | None:
        """Whose copy it is; None for no delegation's."""

    @property
    def audience(self) -> str:
        """Who reads it: ``secretariat``, ``public``, or the id of a delegation."""

    @property
    def size(self) -> int:
        """In bytes."""

    @property
    def slides(self) -> int | None:
        """None where it has none."""

    @property
    def pages(self) -> int | None:
        """None where nobody has counted them."""

    @property
    def untranslated(self) -> int:
        """How many words no catalog translates."""

    @property
    def proposed(self) -> int:
        """How many forms their owners have not confirmed."""


@dataclass(frozen=True, slots=True)
class Copy:
    """One document in its languages: an Office file, and what was drawn from it."""

    files: tuple[ListedFile, ...]
    """The Office file first."""

    @property
    def slides(self) -> int | None:
        """How many slides it has, where it is a deck."""
        return next((each.slides for each in self.files if each.slides is not None), None)

    @property
    def pages(self) -> int | None:
        """How many pages it has, where that is known."""
        return next((each.pages for each in self.files if each.pages is not None), None)

    @property
    def untranslated(self) -> int:
        """How many words no catalog translates."""
        return max(each.untranslated for each in self.files)

    @property
    def proposed(self) -> int:
        """How many forms their owners have not confirmed."""
        return max(each.proposed for each in self.files)


@dataclass(frozen=True, slots=True)
class FileSet:
    """All documents for one reader."""

    delegation: str | None
    audience: str
    languages: tuple[Languages, ...]
    """Each is the languages of one document; they are in the order of the first document that has them."""
    kinds: tuple[tuple[str, tuple[Copy | None, ...]], ...]
    """For each kind the document in each of the languages; None where there is none."""

    @property
    def copies(self) -> tuple[Copy, ...]:
        """All documents."""
        return tuple(copy for _, row in self.kinds for copy in row if copy)


def collect_sets(files: Iterable[ListedFile], kinds: Sequence[str], languages: Sequence[str]) -> tuple[FileSet, ...]:
    """Return the sets that files make up, in the order of their first files.

    ``kinds`` and ``languages`` give the order in a set; those that are not among them come last.
    """
    sets: dict[tuple[str | None, str], list[ListedFile]] = {}
    for each in files:
        sets.setdefault((each.delegation, each.audience), []).append(each)
    return tuple(_collect(*key, found, kinds, languages) for key, found in sets.items())


def _collect(
    delegation: str | None, audience: str, files: list[ListedFile], kinds: Sequence[str], order: Sequence[str]
) -> FileSet:
    copies: dict[str, dict[Languages, list[ListedFile]]] = {}
    for each in sorted(files, key=_office_first):
        copies.setdefault(each.kind, {}).setdefault(each.languages, []).append(each)
    ordered = sorted(copies, key=lambda kind: (_place(kind, kinds), kind))
    languages = sorted({each.languages for each in files}, key=lambda each: (len(each), *_places(each, order)))
    rows = tuple((kind, tuple(_copy(copies[kind].get(each)) for each in languages)) for kind in ordered)
    return FileSet(delegation, audience, tuple(languages), rows)


def _copy(files: list[ListedFile] | None) -> Copy | None:
    return Copy(tuple(files)) if files else None


def _office_first(file: ListedFile) -> tuple[bool, str]:
    return file.file.endswith(".pdf"), file.file


def _places(languages: Languages, order: Sequence[str]) -> list[tuple[int, str]]:
    return [(_place(each, order), each) for each in languages]


def _place(name: str, order: Sequence[str]) -> int:
    return order.index(name) if name in order else len(order)
