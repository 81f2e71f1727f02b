"""From an event to the document tree of each language: restricted, worded, rendered and read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from immutabledict import immutabledict
from pydantic import ValidationError

from cieprep_docs.choices import Choices, Reader
from cieprep_docs.content.markup import read_markup
from cieprep_docs.content.nodes import Document, Run
from cieprep_docs.diagnostics import Diagnostic, Location
from cieprep_docs.errors import EventError, UsageError
from cieprep_docs.kinds import MAKINGS, Kind
from cieprep_docs.language.catalog import Catalog, load_catalog
from cieprep_docs.language.languages import Language, load_language
from cieprep_docs.language.pseudo import PseudoTranslator
from cieprep_docs.language.tags import folders_beside, normalise_language
from cieprep_docs.language.translator import Translator, tell_miss
from cieprep_docs.language.wording import Wording
from cieprep_docs.model.audience import restrict
from cieprep_docs.model.event import Event
from cieprep_docs.model.programme import is_drawing, picture_beside
from cieprep_docs.model.time import Day
from cieprep_docs.office.fields import label_of
from cieprep_docs.outputs import Draft, Proposed
from cieprep_docs.resources import find_folder
from cieprep_docs.templating import View, render


def make_drafts(
    event: Event, kind: Kind, languages: Sequence[str], reader: Reader, choices: Choices
) -> tuple[Draft, ...]:
    """Return the document of each language; the alphabet of the first orders the records of all.

    Raises UsageError where a kind that tells one delegation of itself has none to tell.
    """
    if MAKINGS[kind].personal and reader.delegation is None:
        raise UsageError.at("CLI024", f"a {kind} document is for one delegation", hint="name it")
    seen = restrict(event, reader.sees)
    order = load_language(languages[0], *folders_beside(event.folder))
    drafts = (make_draft(seen.value, kind, each, reader, choices, order) for each in languages)
    return tuple(replace(each, diagnostics=(*seen.diagnostics, *each.diagnostics)) for each in drafts)


def make_draft(  # noqa: PLR0913, PLR0917 - what a document is made of, each once
    seen: Event, kind: Kind, language: str, reader: Reader, choices: Choices, order: Language
) -> Draft:
    """Return the document in one language of an event that holds only what the reader may see."""
    translator = make_translator(seen, load_language(language, *folders_beside(seen.folder)), choices)
    wording = Wording(translator, zones_of(seen, reader.delegation))
    view = View(seen, wording, audience=reader.sees, delegation=reader.delegation, order=order)
    template = MAKINGS[kind].template
    tree = with_images(read_markup(render(template, view, template_folders(choices)), template), seen)
    tree = with_fields(tree, choices.fields, wording)
    missing = tuple(untranslated(translator))
    return Draft(tree, missing, missing, tuple(proposed(translator)))


def join_drafts(tree: Document, drafts: Sequence[Draft]) -> Draft:
    """Return a document made of several drafts, with all that was noticed in them."""
    diagnostics = dict.fromkeys(each for draft in drafts for each in draft.diagnostics)
    missing = dict.fromkeys(each for draft in drafts for each in draft.untranslated)
    return Draft(tree, tuple(diagnostics), tuple(missing), tuple(each for draft in drafts for each in draft.proposed))


def split_languages(language: str | Sequence[str], event: Event) -> tuple[str, ...]:
    """Return the languages of one document of an event, given apart or as ``zh+ru``.

    Raises UsageError for an unknown one, for one that is named twice, and for what is no event.
    """
    if not isinstance(event, Event):  # a script without type checks may take a path for one
        hint = "take load_event(path).value"
        raise UsageError.at("CLI029", f"documents are made of an Event, not of {event!r}", hint=hint)
    folders = folders_beside(event.folder)
    given = language.split("+") if isinstance(language, str) else language
    names = [normalise_language(each, *folders) for each in given]
    if not names or len(set(names)) < len(names):
        message = f"a document needs languages, each once, not {'+'.join(names) or 'none'}"
        raise UsageError.at("CLI020", message, hint="for example zh+ru")
    return tuple(names)


def template_folders(choices: Choices) -> tuple[Path, ...]:
    """Return where templates stand: a given folder first, so that it need hold only what differs from ours."""
    given = (find_folder("templates", choices.templates),) if choices.templates else ()
    return (*given, find_folder("templates"))


def make_translator(event: Event, language: Language, choices: Choices) -> Translator:
    """Return what finds the words of a language: in given catalogs, beside the event, then in ours.

    The words of our templates may stand in all three places, so that a further language needs nothing in this package.
    """
    if language.facts.disguise:
        return PseudoTranslator(language, source_language=event.source_language)
    given = (find_folder("locales", choices.catalogs),) if choices.catalogs else ()
    beside = (event.folder / "locales",) if event.folder else ()
    events = [_load_words(folder, language, "event") for folder in (*given, *beside)]
    templates = [_load_words(folder, language, "messages") for folder in (*given, *beside, find_folder("locales"))]
    return Translator(language, events, templates, event.source_language)


def _load_words(folder: Path, language: Language, name: str) -> Catalog:
    return load_catalog(folder / language.locale / "LC_MESSAGES" / f"{name}.po")


def zones_of(event: Event, delegation: str | None) -> tuple[str, ...]:
    """Return the time zones in which the reader's programme is told; none for the public, who get local times."""
    return (event.delegations[delegation].zone,) if delegation else ()


def with_fields(tree: Document, fields: Mapping[str, str], wording: Wording) -> Document:
    """Return the document with words given for a build, by the placeholders of house styles that show them.

    ``issued`` is a date, 2020-12-20, said in the language of the document; all others stand as they are given.
    Raises UsageError for what is no date.
    """
    said = {name: wording.say(_read_day(words) if name == "issued" else words) for name, words in fields.items()}
    labels = {label_of(name): tuple(Run(each.text, each.lang) for each in phrase) for name, phrase in said.items()}
    return replace(tree, labels=immutabledict({**tree.labels, **labels}))


def _read_day(words: str) -> Day:
    try:
        return Day.model_validate(words)
    except ValidationError:
        raise UsageError.at("CLI023", f"{words!r} is no date of issue", hint="for example 2020-12-20") from None


def with_images(tree: Document, event: Event) -> Document:
    """Return the document with the picture files of the event, by the ids that its pictures and portraits name.

    Where one is a drawing, the picture of the same name beside it is taken too. Raises EventError where one cannot be
    read.
    """
    files = {id_: each.file for id_, each in event.images.items()}
    drawings = {id_: file for id_, file in files.items() if is_drawing(file)}
    pictures = {id_: picture_beside(file) if id_ in drawings else file for id_, file in files.items()}
    images, vectors = (
        immutabledict({id_: _load_image(event, file) for id_, file in each.items()}) for each in (pictures, drawings)
    )
    return replace(tree, images=images, vectors=vectors)


def _load_image(event: Event, file: str) -> bytes:
    if event.folder is None:
        hint = "say where it stands: event.in_folder(path)"
        raise EventError.at("EVT050", "the event has pictures but no folder", location=Location(file), hint=hint)
    try:
        return (event.folder / file).read_bytes()
    except OSError as error:
        message = f"the picture cannot be read: {error.strerror}"
        raise EventError.at("EVT051", message, location=Location(str(event.folder / file))) from None


def untranslated(translator: Translator) -> Iterator[Diagnostic]:
    """Yield a warning for everything that no catalog translates."""
    yield from (tell_miss(miss, translator.language) for miss in translator.misses)


def proposed(translator: Translator) -> Iterator[Proposed]:
    """Yield the forms of names and terms that were used though their owners have not confirmed them."""
    for each in translator.proposed:
        yield Proposed(translator.language.key, each.text, each.source)
