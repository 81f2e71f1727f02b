"""From an event to the document tree of each language: restricted, worded, rendered and read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from immutabledict import immutabledict
from pydantic import ValidationError

from cieprep_docs.choices import Choices, Reader
from cieprep_docs.content.markup import read_markup
from cieprep_docs.content.nodes import Document, Run
from cieprep_docs.diagnostics import Diagnostic, Location
from cieprep_docs.errors import EventError, UsageError
from cieprep_docs.kinds import Making
from cieprep_docs.language.catalog import Catalog, load_catalog
from cieprep_docs.language.languages import Language, load_language
from cieprep_docs.language.pseudo import PseudoTranslator
from cieprep_docs.language.tags import folders_beside, normalise_language
from cieprep_docs.language.translator import Translator, tell_miss
from cieprep_docs.language.wording import Wording
from cieprep_docs.model.audience import restrict
from cieprep_docs.model.changes import Change
from cieprep_docs.model.event import Event
from cieprep_docs.model.programme import is_drawing, picture_beside
from cieprep_docs.model.time import Day
from cieprep_docs.office.fields import label_of
from cieprep_docs.outputs import Draft, Proposed
from cieprep_docs.resources import find_folder
from cieprep_docs.templating import View, render, show_changes


@dataclass(frozen=True, slots=True)
class Seen:
    """What one reader may see of an event, and of an earlier state of it where changes are told."""

    event: Event
    earlier: Event | None = None
    changes: tuple[Change, ...] = ()


def make_drafts(
    event: Event, making: Making, languages: Sequence[str], reader: Reader, choices: Choices
) -> tuple[Draft, ...]:
    """Return the document of each language; the alphabet of the first orders the records of all.

    Raises UsageError where a kind that tells one delegation of itself has none to tell.
    """
    if making.personal and reader.delegation is None:
        raise UsageError.at("CLI024", f"{making.template} is for one delegation", hint="name it")
    seen = restrict(event, reader.sees)
    drafts = draft_seen(Seen(seen.value), making, languages, reader, choices)
    return tuple(replace(each, diagnostics=(*seen.diagnostics, *each.diagnostics)) for each in drafts)


def draft_seen(
    seen: Seen, making: Making, languages: Sequence[str], reader: Reader, choices: Choices
) -> tuple[Draft, ...]:
    """Return the document of each language, of what a reader may see."""
    return tuple(_make_draft(seen, making, each, reader, choices, languages) for each in languages)


def _make_draft(  # noqa: PLR0913, PLR0917 - what a document is made of, each once
    seen: Seen, making: Making, language: str, reader: Reader, choices: Choices, together: Sequence[str]
) -> Draft:
    event = seen.event
    zones = zones_of(event, reader.delegation)
    spoken = (language, *_compared_with(language, event)) if making.comparing else (language,)
    wordings = [Wording(_translator_of(each, seen, choices), zones) for each in spoken]
    markup = _render(seen, making, wordings, reader, choices, together)
    tree = with_fields(with_images(read_markup(markup, making.template), event), choices.fields, wordings[0])
    missing = tuple(each for wording in wordings for each in untranslated(wording.translator))
    found = tuple(each for wording in wordings for each in proposed(wording.translator))
    return Draft(tree, missing, missing, found)


def _compared_with(language: str, event: Event) -> Iterator[str]:
    """Return the other languages of the event; a variant of one of them stands for that."""
    own = load_language(language, *folders_beside(event.folder)).key
    return (each for each in event.languages if load_language(each, *folders_beside(event.folder)).key != own)


def _translator_of(language: str, seen: Seen, choices: Choices) -> Translator:
    event = seen.event
    return make_translator(event, load_language(language, *folders_beside(event.folder)), choices, seen.earlier)


def _render(  # noqa: PLR0913, PLR0917 - what a document is made of, each once
    seen: Seen, making: Making, wordings: Sequence[Wording], reader: Reader, choices: Choices, together: Sequence[str]
) -> str:
    wording, *others = wordings
    keys = [load_language(each, *folders_beside(seen.event.folder)) for each in together]
    look = partial(View, wording=wording, audience=reader.sees, order=keys[0])
    view = look(seen.event, delegation=reader.delegation, others=others, together=[each.key for each in keys])
    folders = template_folders(choices)
    if seen.earlier is None:
        return render(making.template, view, folders)
    return render(making.template, view, folders, changes=show_changes(seen.changes, look(seen.earlier), view))


def join_drafts(tree: Document, drafts: Sequence[Draft]) -> Draft:
    """Return a document made of several drafts, with all that was noticed in them."""
    diagnostics = dict.fromkeys(each for draft in drafts for each in draft.diagnostics)
    missing = dict.fromkeys(each for draft in drafts for each in draft.untranslated)
    forms = dict.fromkeys(each for draft in drafts for each in draft.proposed)
    return Draft(tree, tuple(diagnostics), tuple(missing), tuple(forms))


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


def make_translator(event: Event, language: Language, choices: Choices, earlier: Event | None = None) -> Translator:
    """Return what finds the words of a language: in given catalogs, beside the event, then in ours.

    The words of our templates may stand in all three places, so that a further language needs nothing in this package.
    What only an ``earlier`` state of the event says is found beside that.
    """
    if language.facts.disguise:
        return PseudoTranslator(language, source_language=event.source_language)
    given = (find_folder("locales", choices.catalogs),) if choices.catalogs else ()
    folders = dict.fromkeys(each.folder for each in (event, earlier) if each)
    beside = tuple(folder / "locales" for folder in folders if folder)
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
    said = {name: wording.say(read_day(words) if name == "issued" else words) for name, words in fields.items()}
    labels = {label_of(name): tuple(Run(each.text, each.lang) for each in phrase) for name, phrase in said.items()}
    return replace(tree, labels=immutabledict({**tree.labels, **labels}))


def read_day(words: str) -> Day:
    """Return a date of issue. Raises UsageError for what is none."""
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
