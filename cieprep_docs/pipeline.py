"""From an event to a file: the stages of the way, a line each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal, get_args

from immutabledict import immutabledict
from pydantic import ValidationError

from cieprep_docs.content.bilingual import LAYOUTS, Layout
from cieprep_docs.content.markup import read_markup
from cieprep_docs.content.nodes import Document, Run, Section
from cieprep_docs.content.pairing import pair
from cieprep_docs.content.slides import MODES, Mode, with_sections
from cieprep_docs.deck import plan, plan_alike
from cieprep_docs.diagnostics import Diagnostic, Location
from cieprep_docs.errors import CatalogError, EventError, UsageError
from cieprep_docs.language.catalog import Catalog, load_catalog
from cieprep_docs.language.languages import Language, load_language
from cieprep_docs.language.pseudo import PseudoTranslator
from cieprep_docs.language.tags import folders_beside, normalise_language
from cieprep_docs.language.translator import Translator
from cieprep_docs.language.wording import Wording
from cieprep_docs.model.audience import PUBLIC, restrict
from cieprep_docs.model.event import Event
from cieprep_docs.model.time import Day
from cieprep_docs.office.fields import label_of, unused_fields
from cieprep_docs.office.libreoffice import LibreOffice
from cieprep_docs.office.slides import DeckStyle, load_deck_style, write_deck
from cieprep_docs.office.word import (
    ReportStyle,
    accessibility,
    load_report_style,
    write_numbered_report,
    write_report,
)
from cieprep_docs.outputs import Draft, Proposed, Report, SlideDeck
from cieprep_docs.resources import choose_style, find_folder, find_style
from cieprep_docs.templating import View, render

Kind = Literal["report", "briefing", "one-pager", "delegation"]
DeckKind = Literal["briefing", "one-pager", "delegation"]

NO_FIELDS: Mapping[str, str] = immutabledict()
TEMPLATES: dict[Kind, str] = {
    "report": "reports/report.html",
    "briefing": "decks/briefing.html",
    "one-pager": "decks/one-pager.html",
    "delegation": "decks/delegation.html",
}


@dataclass(frozen=True, slots=True)
class Setup:
    """Where words and looks come from, when not from this package and the event's folder."""

    catalogs: Path | None = None
    """Catalogs ``<locale>/LC_MESSAGES/event.po``, and ``messages.po`` for the words of templates; they win over those
    beside the event."""
    templates: Path | None = None
    style: str = "conference"
    """A house style of ours, ``official``, one for each language (``zh=…,ru=…``), or the path of a .docx or .pptx."""
    layout: Layout = "columns"
    """How a report in several languages sets them."""
    fields: Mapping[str, str] = field(default_factory=immutabledict)
    """Words given for this build, by the placeholder of the house style that shows them; ``issued`` is a date."""
    comments: bool = False
    """Whether reports carry comments on words untranslated or unconfirmed."""
    libreoffice: Path | None = None
    """The program that lays reports out, where their contents are to show page numbers."""


def make_report(  # noqa: PLR0913 - the choices of a document, each by name
    event: Event,
    language: str | Sequence[str],
    *,
    layout: Layout = "columns",
    delegation: str | None = None,
    audience: str | None = None,
    catalogs: str | Path | None = None,
    templates: str | Path | None = None,
    style: str | Path = "conference",
    fields: Mapping[str, str] = NO_FIELDS,
    comments: bool = False,
    libreoffice: str | Path | None = None,
    strict: bool = False,
) -> Report:
    """Return the Word report of an event in one language or several, for one reader.

    Several languages, ``("zh", "ru")`` or ``zh+ru``, stand in the given order, by ``layout`` in ``columns``,
    ``stacked``, or with ``tables`` alone in all of them; ``proof`` is for those who check the words.
    ``delegation`` is whose copy it is. ``audience`` may be ``secretariat`` or ``public``; without it the delegation
    reads, or the public. ``comments`` puts Word comments on words untranslated or unconfirmed; ``libreoffice``, the
    path of that program, gives the contents page numbers. Raises CieprepError with all that is wrong; under ``strict``
    untranslated words are wrong too.
    """
    _refuse_path(event)
    setup = make_setup(catalogs, templates, style, layout, fields, comments=comments, libreoffice=libreoffice)
    languages = split_languages(language, event)
    if len(languages) > 1:
        draft = make_parallel_draft(event, "report", languages, setup, delegation=delegation, audience=audience)
    else:
        draft = make_draft(event, "report", languages[0], setup, delegation=delegation, audience=audience)
    refuse_untranslated(draft.untranslated if strict else ())
    style_file = load_report_style(find_style(choose_style(setup.style, languages[0]), "report.docx", setup.templates))
    unused = unused_fields(style_file.own_words, setup.fields)
    found = (*draft.diagnostics, *style_file.diagnostics, *unused, *accessibility(draft.tree))
    return Report(replace(draft, diagnostics=found), _write_report(draft.tree, style_file, setup))


def _refuse_path(event: object) -> None:
    """Refuse what a script without type checks may take for an event."""
    if not isinstance(event, Event):
        hint = "take load_event(path).value"
        raise UsageError.at("CLI029", f"documents are made of an Event, not of {event!r}", hint=hint)


def _write_report(tree: Document, style: ReportStyle, setup: Setup) -> bytes:
    if setup.libreoffice is None:
        return write_report(tree, style, comments=setup.comments)
    return write_numbered_report(tree, style, LibreOffice(setup.libreoffice).draw, comments=setup.comments)


def make_deck(  # noqa: PLR0913 - the choices of a document, each by name
    event: Event,
    language: str | Sequence[str],
    *,
    kind: DeckKind = "briefing",
    mode: Mode = "both",
    delegation: str | None = None,
    audience: str | None = None,
    catalogs: str | Path | None = None,
    templates: str | Path | None = None,
    style: str | Path = "conference",
    fields: Mapping[str, str] = NO_FIELDS,
    sections: Sequence[Section] = (),
    strict: bool = False,
) -> SlideDeck:
    """Return a PowerPoint deck of an event in one language or two, for one reader.

    ``kind`` is ``briefing``, ``one-pager``, or ``delegation``: what that delegation alone needs to know. In two
    languages, ``zh+ru``, ``mode`` sets ``both`` on each slide, or the second in the ``notes``. ``sections`` are slides
    of a script's own, in front of the closing. The other arguments are make_report's.
    """
    _refuse_path(event)
    setup = make_setup(catalogs, templates, style, fields=fields)
    languages = split_languages(language, event)
    drafts = _deck_drafts(event, kind, languages, setup, delegation=delegation, audience=audience)
    tree = drafts[0].tree if len(drafts) == 1 else MODES[mode](pair(*(draft.tree for draft in drafts)))
    draft = join_drafts(with_sections(tree, sections), drafts)
    refuse_untranslated(draft.untranslated if strict else ())
    style_file = _deck_style(setup, languages[0])
    deck = plan(draft.tree, style_file.layouts)
    return SlideDeck(draft, write_deck(deck, style_file), deck)


def make_mirrored_decks(  # noqa: PLR0913 - the choices of a document, each by name
    event: Event,
    languages: str | Sequence[str],
    *,
    kind: DeckKind = "briefing",
    delegation: str | None = None,
    audience: str | None = None,
    catalogs: str | Path | None = None,
    templates: str | Path | None = None,
    style: str | Path = "conference",
    fields: Mapping[str, str] = NO_FIELDS,
) -> tuple[SlideDeck, ...]:
    """Return a deck in each language with the same slides at the same numbers, for screens side by side."""
    _refuse_path(event)
    setup = make_setup(catalogs, templates, style, fields=fields)
    chosen = split_languages(languages, event)
    drafts = _deck_drafts(event, kind, chosen, setup, delegation=delegation, audience=audience)
    style_file = _deck_style(setup, chosen[0])
    decks = plan_alike(pair(*(draft.tree for draft in drafts)).documents, style_file.layouts)
    pairs = zip(drafts, decks, strict=True)
    return tuple(SlideDeck(draft, write_deck(deck, style_file), deck) for draft, deck in pairs)


def _deck_drafts(  # noqa: PLR0913 - one parameter a choice
    event: Event,
    kind: DeckKind,
    languages: Sequence[str],
    setup: Setup,
    *,
    delegation: str | None,
    audience: str | None,
) -> list[Draft]:
    """Return the document of each language; a delegation's deck needs one."""
    if kind == "delegation" and delegation is None:
        raise UsageError.at("CLI024", "a delegation's deck is for one delegation", hint="name it")
    order = load_language(languages[0], *folders_beside(event.folder))
    return [
        make_draft(event, kind, language, setup, delegation=delegation, audience=audience, order=order)
        for language in languages
    ]


def _deck_style(setup: Setup, language: str) -> DeckStyle:
    """Return the house style of a deck; what another's file lacks is lent by ours."""
    chosen = choose_style(setup.style, language, "briefing")
    return load_deck_style(find_style(chosen, "deck.pptx", setup.templates), find_style("conference", "deck.pptx"))


def make_parallel_draft(  # noqa: PLR0913 - one parameter a choice
    event: Event,
    kind: Kind,
    languages: Sequence[str],
    setup: Setup,
    *,
    delegation: str | None = None,
    audience: str | None = None,
) -> Draft:
    """Return the document of an event laid out in several languages; the first one's alphabet orders its records."""
    order = load_language(languages[0], *folders_beside(event.folder))
    drafts = [
        make_draft(event, kind, language, setup, delegation=delegation, audience=audience, order=order)
        for language in languages
    ]
    return join_drafts(LAYOUTS[setup.layout](pair(*(draft.tree for draft in drafts))), drafts)


def join_drafts(tree: Document, drafts: Sequence[Draft]) -> Draft:
    """Return a document made of several drafts, with all that was noticed in them."""
    diagnostics = dict.fromkeys(each for draft in drafts for each in draft.diagnostics)
    missing = dict.fromkeys(each for draft in drafts for each in draft.untranslated)
    return Draft(tree, tuple(diagnostics), tuple(missing), tuple(each for draft in drafts for each in draft.proposed))


def split_languages(language: str | Sequence[str], event: Event) -> tuple[str, ...]:
    """Return the languages of one document of an event, given apart or as ``zh+ru``.

    Raises UsageError for an unknown one, and for one that is named twice.
    """
    folders = folders_beside(event.folder)
    given = language.split("+") if isinstance(language, str) else language
    names = [normalise_language(each, *folders) for each in given]
    if not names or len(set(names)) < len(names):
        message = f"a document needs languages, each once, not {'+'.join(names) or 'none'}"
        raise UsageError.at("CLI020", message, hint="for example zh+ru")
    return tuple(names)


def make_draft(  # noqa: PLR0913 - one parameter a choice
    event: Event,
    kind: Kind,
    language: str,
    setup: Setup,
    *,
    delegation: str | None = None,
    audience: str | None = None,
    order: Language | None = None,
) -> Draft:
    """Return the document of an event in one language before any file format.

    ``order`` is the language whose alphabet orders records, where that is another one.
    """
    reader = audience or delegation or PUBLIC
    seen = restrict(event, reader)
    translator = make_translator(seen.value, load_language(language, *folders_beside(event.folder)), setup)
    wording = Wording(translator, zones_of(seen.value, delegation))
    view = View(seen.value, wording, audience=reader, delegation=delegation, order=order)
    markup = render(TEMPLATES[kind], view, template_folders(setup))
    tree = with_images(read_markup(markup, TEMPLATES[kind]), seen.value)
    tree = with_fields(tree, setup.fields, wording)
    missing = tuple(untranslated(translator))
    return Draft(tree, (*seen.diagnostics, *missing), missing, tuple(proposed(translator)))


def make_setup(  # noqa: PLR0913 - one parameter a choice
    catalogs: str | Path | None,
    templates: str | Path | None,
    style: str | Path,
    layout: Layout = "columns",
    fields: Mapping[str, str] = NO_FIELDS,
    *,
    comments: bool = False,
    libreoffice: str | Path | None = None,
) -> Setup:
    """Return the given places as paths. Raises UsageError for a layout that does not exist."""
    if layout not in LAYOUTS:
        raise UsageError.at("CLI021", f'there is no layout "{layout}"', hint=f"there are {', '.join(get_args(Layout))}")
    words, pages, program = (Path(each) if each else None for each in (catalogs, templates, libreoffice))
    return Setup(words, pages, str(style), layout, immutabledict(fields), comments, program)


def template_folders(setup: Setup) -> tuple[Path, ...]:
    """Return where templates stand: a given folder first, so that it need hold only what differs from ours."""
    given = (find_folder("templates", setup.templates),) if setup.templates else ()
    return (*given, find_folder("templates"))


def make_translator(event: Event, language: Language, setup: Setup) -> Translator:
    """Return what finds the words of a language: in given catalogs, beside the event, then in ours.

    The words of our templates may stand in all three places, so that a further language needs nothing in this package.
    """
    if language.facts.disguise:
        return PseudoTranslator(language, source_language=event.source_language)
    given = (find_folder("locales", setup.catalogs),) if setup.catalogs else ()
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

    Raises EventError where one cannot be read.
    """
    return replace(
        tree, images=immutabledict({id_: _load_image(event, each.file) for id_, each in event.images.items()})
    )


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
    for miss in translator.misses:
        catalog = "messages.po" if miss.of_template else "event.po"
        place = Location(f"{translator.language.locale}/LC_MESSAGES/{catalog}", path=miss.context)
        yield Diagnostic("LNG090", f"no translation of {miss.source!r}", place, severity="warning")


def proposed(translator: Translator) -> Iterator[Proposed]:
    """Yield the forms of names and terms that were used though their owners have not confirmed them."""
    for each in translator.proposed:
        yield Proposed(translator.language.key, each.text, each.source)


def refuse_untranslated(missing: Iterable[Diagnostic]) -> None:
    """Raise CatalogError with these findings, each once, if there are any."""
    faults = dict.fromkeys(missing)
    if faults:
        raise CatalogError(*(replace(each, severity="error") for each in faults))
