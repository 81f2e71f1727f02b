"""The two sets of catalogs: the words of an event, beside it, and the words of our templates."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from pathlib import Path

from cieprep_docs.catalogs.events import event_messages, target_languages
from cieprep_docs.catalogs.messages import Message
from cieprep_docs.catalogs.po import update_po, write_pot
from cieprep_docs.catalogs.status import (
    Status,
    seen_by,
    sets_in,
    status_of,
    texts_of_audience,
)
from cieprep_docs.catalogs.templates import template_messages
from cieprep_docs.catalogs.unconfirmed import unconfirmed_forms
from cieprep_docs.language.catalog import load_catalog
from cieprep_docs.language.languages import Language, load_language
from cieprep_docs.language.tags import find_language_file, folders_beside
from cieprep_docs.language.translator import TEMPLATE_LANGUAGE
from cieprep_docs.model.audience import restrict
from cieprep_docs.model.event import Event
from cieprep_docs.source import LoadedEvent, read_event

GLOSSARY = "glossary.csv"
LOCALES = "locales"
"""The folder of an event's catalogs, beside its file."""


@dataclass(frozen=True, slots=True)
class Domain:
    """What is translated together, into a catalog a language."""

    name: str
    """The file name of its catalogs: ``event`` or ``messages``."""
    project: str
    folder: Path
    """Holds ``<name>.pot`` and ``<locale>/LC_MESSAGES/<name>.po``."""
    source: str
    languages: tuple[str, ...]
    glossary: Path
    """Where the agreed terms stand, if there are any."""
    messages: Callable[[Collection[str]], tuple[Message, ...]]
    """What is to be translated into at least one of these languages."""
    loaded: LoadedEvent | None = None
    """The event itself, for what its file translates without a catalog."""
    language_files: tuple[Path, ...] = ()
    """Folders of language files besides ours."""

    @property
    def event(self) -> Event | None:
        """The event; None for the words of templates."""
        return self.loaded.event if self.loaded else None

    @property
    def pot(self) -> Path:
        """Where the catalog template stands."""
        return self.folder / f"{self.name}.pot"

    def po(self, language: str) -> Path:
        """Return where the catalog of a language stands."""
        return self.folder / self.language(language).locale / "LC_MESSAGES" / f"{self.name}.po"

    def language(self, name: str) -> Language:
        """Return the language that a name means here. Raises UsageError."""
        return load_language(name, *self.language_files)


def event_domain(path: Path) -> Domain:
    """Return what is translated of an event, into its other languages. Raises EventError."""
    loaded = read_event(path)
    event = loaded.event
    folder = loaded.path.parent / LOCALES
    languages = target_languages(event)
    return Domain(
        "event",
        event.id,
        folder,
        event.source_language,
        languages,
        loaded.path.parent / GLOSSARY,
        lambda into: event_messages(loaded, into),
        loaded,
        folders_beside(event.folder),
    )


def template_domain(templates: Path, locales: Path, language_files: tuple[Path, ...] = ()) -> Domain:
    """Return what is translated of the templates in a folder, into the languages that have a folder of catalogs."""
    folders = sorted(locales.glob("*/LC_MESSAGES"))
    languages = tuple(load_language(each.parent.name, *language_files).key for each in folders)
    return Domain(
        "messages",
        "cieprep-docs",
        locales,
        TEMPLATE_LANGUAGE,
        languages,
        locales / GLOSSARY,
        lambda _: template_messages(templates),
        language_files=language_files,
    )


def template_domain_beside(path: Path, templates: Path) -> Domain:
    """Return the same words for the languages of an event that its own language files add: catalogs beside the event.

    Raises EventError.
    """
    loaded = read_event(path)
    files = folders_beside(loaded.event.folder)
    further = tuple(each for each in loaded.event.languages if find_language_file(each, *files).parent in files)
    return replace(template_domain(templates, loaded.path.parent / LOCALES, files), languages=further)


def extract_domain(domain: Domain) -> bytes:
    """Return the catalog template of a domain."""
    return write_pot(domain.messages(domain.languages), domain.project)


def update_domain(domain: Domain, language: str) -> bytes:
    """Return the catalog of a language with exactly the messages that are in use; what was translated stays.

    Raises CatalogError where the catalog so far is faulty.
    """
    return update_po(
        domain.messages((language,)),
        domain.language(language).locale,
        domain.project,
        read_catalog_bytes(domain.po(language)),
        source=language == domain.source,
    )


def status_of_domain(domain: Domain, language: str) -> Status:
    """Return how far the translation into a language has come. Raises CatalogError where the catalog is faulty."""
    found = status_of(domain.messages((language,)), language, read_catalog_bytes(domain.po(language)))
    return replace(found, unconfirmed=_unconfirmed(domain.event, language)) if domain.event else found


def status_of_sets(domain: Domain, language: str) -> tuple[Status, ...]:
    """Return the same for each set of documents in a language: the public's, and those of delegations that read it."""
    if domain.event is None:
        return ()
    messages, po = domain.messages((language,)), read_catalog_bytes(domain.po(language))
    return tuple(
        replace(
            status_of(seen_by(messages, texts_of_audience(domain.event, audience)), language, po),
            unconfirmed=_unconfirmed(restrict(domain.event, audience).value, language),
            outdated=False,
            audience=audience,
        )
        for audience in sets_in(domain.event, language)
    )


def _unconfirmed(event: Event, language: str) -> int:
    return sum(1 for _ in unconfirmed_forms(event, language))


def read_catalog_bytes(path: Path) -> bytes:
    """Return the bytes of a catalog that has no faults, none where there is no file. Raises CatalogError."""
    load_catalog(path)
    return path.read_bytes() if path.exists() else b""
