"""The pages themselves: ``index.html`` in the reader's first language, ``index.ru.html`` … in the others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from immutabledict import immutabledict

from cieprep_docs.choices import Choices
from cieprep_docs.drafts import make_translator, template_folders, zones_of
from cieprep_docs.index.sets import FileSet, ListedFile, collect_sets
from cieprep_docs.index.shown import References, Showing, ShownLanguage, ShownSet
from cieprep_docs.index.thumbnails import Thumbnail
from cieprep_docs.kinds import KINDS
from cieprep_docs.language.languages import Language, load_language
from cieprep_docs.language.tags import folders_beside
from cieprep_docs.language.wording import Wording
from cieprep_docs.model.audience import PUBLIC, SECRETARIAT, restrict
from cieprep_docs.model.event import Event
from cieprep_docs.templating import View, render
from cieprep_docs.templating.shown import unwrap

LONG = 100
"""From more sets than this, the secretariat's page leaves listing documents to the pages of the delegations."""
_FOR_WRITERS = re.compile(r' data-at="[^"]*"| class="(?:untranslated|proposed)"')
"""What markup carries for the writers of Office files."""
_BLANK = re.compile(r"\n\s*\n")
_NO_THUMBNAILS: Mapping[str, bytes] = immutabledict()


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """The same page in a language."""

    language: ShownLanguage
    href: str
    """Empty for the page that is open."""


def make_secretariat_pages(
    event: Event, files: Iterable[ListedFile], choices: Choices, thumbnails: Mapping[str, bytes] = _NO_THUMBNAILS
) -> dict[str, bytes]:
    """Return the pages at the root of an output, by their paths: all files, with what is still to be done in them.

    ``thumbnails`` are PNGs of first pages by the files that they were drawn from. Raises CieprepError for a template
    or catalog with faults.
    """
    seen = restrict(event, SECRETARIAT).value
    writer = _Writer(seen, SECRETARIAT, None, choices, thumbnails)
    sets = collect_sets(files, KINDS, seen.languages)
    return {_name(each, seen.languages): writer.write(sets, each, seen.languages) for each in seen.languages}


def make_delegation_pages(
    event: Event,
    delegation: str,
    files: Iterable[ListedFile],
    choices: Choices,
    thumbnails: Mapping[str, bytes] = _NO_THUMBNAILS,
) -> dict[str, bytes]:
    """Return the pages in a delegation's folder, by their paths in it; paths of files and thumbnails start there too.

    They name no file that others read, and nothing of what was noticed in its own.
    """
    seen = restrict(event, delegation).value
    writer = _Writer(seen, delegation, delegation, choices, thumbnails)
    own = _page_languages(seen, delegation)
    sets = collect_sets((each for each in files if each.audience == delegation), KINDS, own)
    return {_name(each, own): writer.write(sets, each, own) for each in own}


@dataclass(frozen=True, slots=True)
class _Writer:
    event: Event
    """As the reader may see it."""
    audience: str
    delegation: str | None
    choices: Choices
    thumbnails: Mapping[str, bytes]

    def write(self, sets: Sequence[FileSet], language: str, languages: Sequence[str]) -> bytes:
        """Return the page in a language."""
        wording = Wording(
            make_translator(self.event, self._read_language(language), self.choices),
            zones_of(self.event, self.delegation),
        )
        view = View(self.event, wording, audience=self.audience, delegation=self.delegation)
        references = References()
        pictures = {file: Thumbnail(data) for file, data in self.thumbnails.items()}
        showing = Showing(view, references, pictures, self._read_language)
        markup = render(
            f"index/{'delegation' if self.delegation else 'secretariat'}.html",
            view,
            template_folders(self.choices),
            links=tuple(self._link(each, language, languages, showing) for each in languages),
            sets=self._show(sets, language, showing),
        )
        return references.fill(_BLANK.sub("\n", _FOR_WRITERS.sub("", markup)).strip() + "\n").encode()

    def _show(self, sets: Sequence[FileSet], language: str, showing: Showing) -> tuple[ShownSet, ...]:
        """Return the sets: the secretariat's, the public's, then those of delegations in the order of the protocol."""
        order = {unwrap(each).id: place for place, each in enumerate(showing.view.records("delegations"))}
        ranks = {SECRETARIAT: 0, PUBLIC: 1}

        def place(each: FileSet) -> tuple[int, int, str, int]:
            ours = each.delegation is None
            rank = ranks.get(each.audience, 2)
            return rank if ours else 2, order.get(each.delegation or "", len(order)), each.delegation or "", rank

        ordered = sorted(sets, key=place)
        return tuple(
            showing.show_set(each, f"set{number}", self._page_of(each, language), brief=len(sets) > LONG)
            for number, each in enumerate(ordered, 1)
        )

    def _page_of(self, each: FileSet, language: str) -> str:
        """Return the path of a delegation's own page, from the root."""
        if self.delegation or each.audience != each.delegation:
            return ""
        if each.delegation not in self.event.delegations:
            return ""
        return f"{each.delegation}/{_name(language, _page_languages(self.event, each.delegation))}"

    def _link(self, each: str, current: str, languages: Sequence[str], showing: Showing) -> LanguageLink:
        shown = showing.show_languages((each,))[0]
        return LanguageLink(shown, "" if each == current else showing.references.to_file(_name(each, languages)))

    def _read_language(self, key: str) -> Language:
        return load_language(key, *folders_beside(self.event.folder))


def _page_languages(event: Event, delegation: str) -> tuple[str, ...]:
    """Return the languages of a delegation's pages: those that it reads, its own first, then those of the event."""
    read = (each for languages in event.delegations[delegation].languages for each in languages.split("+"))
    return tuple(dict.fromkeys((*read, *event.languages)))


def _name(language: str, languages: Sequence[str]) -> str:
    """Return what the page in a language is called; the first language has the name that is looked for first."""
    return "index.html" if language == languages[0] else f"index.{language}.html"
