"""Sets of files as the templates of the index see them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from urllib.parse import quote

from cieprep_docs.index.sets import Copy, FileSet, Languages, ListedFile
from cieprep_docs.index.thumbnails import Thumbnail
from cieprep_docs.language.languages import Language
from cieprep_docs.language.words import Words
from cieprep_docs.templating.shown import Code, Said, Shown
from cieprep_docs.templating.view import View

_KILO = 1024
_TOKEN = re.compile(r'"reference(\d+)x"')


@dataclass(slots=True)
class References:
    """What attributes refer to. Templates print tokens, because what they print is set as words of a language."""

    found: list[str] = field(default_factory=list)

    def to_file(self, file: str) -> str:
        """Return a token for the address of a file by its path from the page."""
        return self.to(quote(file))

    def to(self, address: str) -> str:
        """Return a token for an address."""
        self.found.append(address)
        return f"reference{len(self.found) - 1}x"

    def fill(self, markup: str) -> str:
        """Return the markup with the addresses where their tokens stand, as whole values of attributes."""
        return _TOKEN.sub(lambda token: f'"{self.found[int(token[1])]}"', markup)


@dataclass(frozen=True, slots=True)
class ShownLanguage:
    """A language by its own name."""

    tag: str
    direction: str
    name: Said


@dataclass(frozen=True, slots=True)
class ShownFile:
    """A link to a file."""

    href: str
    format: Code
    """Its ending."""
    number: Decimal
    """Its size."""
    unit: Code
    """``KB`` or ``MB``."""


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """The first page of a document."""

    src: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class ShownCopy:
    """One document in its languages."""

    kind: Code
    languages: tuple[ShownLanguage, ...]
    files: tuple[ShownFile, ...]
    slides: int | None
    pages: int | None
    untranslated: int
    proposed: int
    picture: ShownPicture | None


@dataclass(frozen=True, slots=True)
class ShownKind:
    """A kind of document in the languages in which a set has it."""

    kind: Code
    copies: tuple[ShownCopy | None, ...]


@dataclass(frozen=True, slots=True)
class ShownSet:
    """All documents for one reader."""

    delegation: Shown | None
    audience: Code
    id: str
    """What the place on this page is called where its documents are listed."""
    listed: bool
    """Whether they are; otherwise its own page lists them."""
    href: str
    """A token for the place where they are listed."""
    page: str
    """A token for its own page; empty where it has none."""
    languages: tuple[tuple[ShownLanguage, ...], ...]
    kinds: tuple[ShownKind, ...]
    documents: int
    untranslated: int
    proposed: int


@dataclass(frozen=True, slots=True)
class Showing:
    """What turns sets of files into what templates see, for one page."""

    view: View
    references: References
    thumbnails: Mapping[str, Thumbnail]
    """First pages by the files that they were drawn from."""
    read_language: Callable[[str], Language]

    def show_set(self, each: FileSet, name: str, page: str = "", *, brief: bool = False) -> ShownSet:
        """Return a set of files; ``page`` is the path of its own page, which alone lists it where that is ``brief``."""
        known = self.view.event.delegations
        listed = not (brief and page)
        return ShownSet(
            delegation=self.view.show(known[each.delegation]) if each.delegation and each.delegation in known else None,
            audience=Code(each.audience),
            id=name,
            listed=listed,
            href=self.references.to(f"#{name}") if listed else self.references.to_file(page),
            page=page and self.references.to_file(page),
            languages=tuple(self.show_languages(languages) for languages in each.languages),
            kinds=tuple(self._show_kind(kind, row) for kind, row in each.kinds if listed),
            documents=len(each.copies),
            untranslated=sum(copy.untranslated for copy in each.copies),
            proposed=sum(copy.proposed for copy in each.copies),
        )

    def show_languages(self, keys: Languages) -> tuple[ShownLanguage, ...]:
        """Return languages by their own names."""
        return tuple(_show_language(self.read_language(key)) for key in keys)

    def _show_kind(self, kind: str, row: tuple[Copy | None, ...]) -> ShownKind:
        return ShownKind(Code(kind), tuple(self._show_copy(kind, copy) if copy else None for copy in row))

    def _show_copy(self, kind: str, copy: Copy) -> ShownCopy:
        drawn = next((self.thumbnails[each.file] for each in copy.files if each.file in self.thumbnails), None)
        return ShownCopy(
            kind=Code(kind),
            languages=self.show_languages(copy.files[0].languages),
            files=tuple(self._show_file(each) for each in copy.files),
            slides=copy.slides,
            pages=copy.pages,
            untranslated=copy.untranslated,
            proposed=copy.proposed,
            picture=self._show_picture(drawn) if drawn else None,
        )

    def _show_picture(self, drawn: Thumbnail) -> ShownPicture:
        return ShownPicture(self.references.to(drawn.address), drawn.width, drawn.height)

    def _show_file(self, file: ListedFile) -> ShownFile:
        number, unit = say_size(file.size)
        return ShownFile(self.references.to_file(file.file), Code(file.file.rpartition(".")[2]), number, Code(unit))


def say_size(size: int) -> tuple[Decimal, str]:
    """Return a number of bytes as people read it, of 1,024 bytes to a kilobyte as their file managers say it.

    >>> [say_size(size) for size in (1, 90_000, 1_048_064, 5_400_000)]
    [(Decimal('1'), 'KB'), (Decimal('88'), 'KB'), (Decimal('1.0'), 'MB'), (Decimal('5.1'), 'MB')]
    """
    kilobytes = (Decimal(size) / _KILO).quantize(Decimal(1), ROUND_HALF_UP)
    if kilobytes < _KILO:
        return max(kilobytes, Decimal(1)), "KB"
    return (Decimal(size) / _KILO**2).quantize(Decimal("0.1"), ROUND_HALF_UP), "MB"


def _show_language(language: Language) -> ShownLanguage:
    return ShownLanguage(language.tag, language.direction, Said((Words(language.facts.name, language.tag),)))
