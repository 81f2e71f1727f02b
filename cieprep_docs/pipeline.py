"""From an event to a file: the stages of the way, a line each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Unpack

from cieprep_docs.choices import Choices, DeckChoices, Reader, ReportChoices, make_choices
from cieprep_docs.content.additions import read_blocks, with_blocks
from cieprep_docs.content.bilingual import LAYOUTS
from cieprep_docs.content.nodes import Block, Document, Section
from cieprep_docs.content.pairing import pair
from cieprep_docs.content.sections import idle_sections
from cieprep_docs.content.slides import MODES, with_sections
from cieprep_docs.deck import plan, plan_alike
from cieprep_docs.diagnostics import Diagnostic, Result
from cieprep_docs.drafts import Seen, draft_seen, join_drafts, make_drafts, split_languages
from cieprep_docs.errors import CatalogError, UsageError
from cieprep_docs.kinds import MAKINGS, NOTICE, DeckKind, Kind, Making, ReportKind
from cieprep_docs.language.tags import folders_beside, language_keys
from cieprep_docs.model.audience import restrict
from cieprep_docs.model.changes import find_changes
from cieprep_docs.model.event import Event
from cieprep_docs.office.fields import unused_fields
from cieprep_docs.office.libreoffice import LibreOffice
from cieprep_docs.office.slides import DeckStyle, load_deck_style, write_deck
from cieprep_docs.office.word import (
    ReportStyle,
    accessibility,
    load_report_style,
    write_numbered_report,
    write_report,
)
from cieprep_docs.outputs import Draft, Report, SlideDeck
from cieprep_docs.resources import check_styles, choose_style, find_style, notes_on_style


def make_report(  # noqa: PLR0913 - whose document it is, each by name
    event: Event,
    language: str | Sequence[str],
    *,
    kind: ReportKind = "report",
    delegation: str | None = None,
    audience: str | None = None,
    blocks: Block | Sequence[Block] | Mapping[str, Block | Sequence[Block]] = (),
    strict: bool = False,
    **choices: Unpack[ReportChoices],
) -> Report:
    """Return the Word report of an event in one language or several, for one reader.

    Several languages, ``("zh", "ru")`` or ``zh+ru``, stand in the given order, by ``layout`` in ``columns``,
    ``stacked``, or with ``tables`` alone in all of them; ``proof`` is for those who check the words.
    ``delegation`` is whose copy it is. ``audience`` may be ``secretariat`` or ``public``; without it the delegation
    reads, or the public. Under ``strict`` untranslated words are wrong too.

    ``blocks`` are nodes of a script's own, behind the last section and in front of annexes and notes: by language,
    ``{"zh": …, "ru": …}``, or the same in all, printed once. They may name pictures of the event and link to its parts.

    The other choices: ``catalogs`` and ``templates``, folders that win over ours; ``style``, a house style of ours,
    ``official``, one for each language, or the path of a .docx or folder; ``fields``, words for its placeholders, with
    ``issued`` among them; ``comments`` puts Word comments on words untranslated or unconfirmed; ``libreoffice``, the
    path of that program, gives the contents page numbers. Raises CieprepError with all that is wrong.
    """
    _refuse_other(kind, "docx")
    chosen = make_choices(ReportChoices, choices, "kind", "delegation", "audience", "blocks", "strict")
    languages = split_languages(language, event)
    refuse_wrong_styles(chosen, event)
    report = lay_out_report(event, kind, languages, Reader(delegation, audience), chosen, blocks)
    refuse_untranslated(report.draft.untranslated if strict else ())
    return report


def make_deck(  # noqa: PLR0913 - whose document it is, each by name
    event: Event,
    language: str | Sequence[str],
    *,
    kind: DeckKind = "briefing",
    delegation: str | None = None,
    audience: str | None = None,
    sections: Section | Sequence[Section] = (),
    strict: bool = False,
    **choices: Unpack[DeckChoices],
) -> SlideDeck:
    """Return a PowerPoint deck of an event in one language or two, for one reader.

    ``kind`` is ``briefing``, ``one-pager``, or ``delegation``: what that delegation alone needs to know. In two
    languages, ``zh+ru``, ``mode`` sets ``both`` on each slide, or the second in the ``notes``. ``sections`` are slides
    of a script's own, in front of the closing. The other arguments are make_report's.
    """
    _refuse_other(kind, "pptx")
    chosen = make_choices(DeckChoices, choices, "kind", "delegation", "audience", "sections", "strict")
    languages = split_languages(language, event)
    refuse_wrong_styles(chosen, event)
    deck = lay_out_deck(event, kind, languages, Reader(delegation, audience), chosen, sections)
    refuse_untranslated(deck.draft.untranslated if strict else ())
    return deck


def make_mirrored_decks(  # noqa: PLR0913 - whose document it is, each by name
    event: Event,
    languages: str | Sequence[str],
    *,
    kind: DeckKind = "briefing",
    delegation: str | None = None,
    audience: str | None = None,
    strict: bool = False,
    **choices: Unpack[DeckChoices],
) -> tuple[SlideDeck, ...]:
    """Return a deck in each language with the same slides at the same numbers, for screens side by side."""
    _refuse_other(kind, "pptx")
    chosen = make_choices(DeckChoices, choices)
    names = split_languages(languages, event)
    refuse_wrong_styles(chosen, event)
    decks = lay_out_mirrored_decks(event, kind, names, Reader(delegation, audience), chosen)
    refuse_untranslated(each for deck in decks for each in deck.draft.untranslated if strict)
    return decks


def lay_out_mirrored_decks(
    event: Event, kind: DeckKind, languages: Sequence[str], reader: Reader, choices: Choices
) -> tuple[SlideDeck, ...]:
    """Return make_mirrored_decks' documents, from what has been chosen and checked."""
    drafts = make_drafts(event, MAKINGS[kind], languages, reader, choices)
    style = _deck_style(choices, languages[0])
    decks = plan_alike(pair(*(draft.tree for draft in drafts)).documents, style.layouts)
    pairs = zip(drafts, decks, strict=True)
    return tuple(SlideDeck(draft, write_deck(deck, style), deck) for draft, deck in pairs)


def make_notice(  # noqa: PLR0913 - whose document it is, each by name
    earlier: Event,
    event: Event,
    language: str | Sequence[str],
    *,
    delegation: str | None = None,
    audience: str | None = None,
    strict: bool = False,
    **choices: Unpack[ReportChoices],
) -> Report | None:
    """Return the notice of what changed in an event for one reader, or None where nothing changed that the reader sees.

    ``earlier`` is the event as it was when the reader's documents were made, with its own catalogs beside it. Records
    are the same while their ids are. The other arguments are make_report's.
    """
    chosen = make_choices(ReportChoices, choices)
    languages = split_languages(language, event)
    refuse_wrong_styles(chosen, event)
    reader = Reader(delegation, audience)
    was, now = restrict(earlier, reader.sees).value, restrict(event, reader.sees).value
    changes = find_changes(was, now, delegation)
    if not changes:
        return None
    drafts = draft_seen(Seen(now, was, changes), NOTICE, languages, reader, chosen)
    notice = _style_report(_set_together(drafts, NOTICE, chosen), languages, chosen)
    refuse_untranslated(notice.draft.untranslated if strict else ())
    return notice


def _refuse_other(kind: str, ending: str) -> None:
    """Raise UsageError for a kind that does not exist, or not in this file format."""
    known = [name for name, making in MAKINGS.items() if making.ending == ending]
    if kind not in known:
        raise UsageError.at(
            "CLI033", f'there is no .{ending} of the kind "{kind}"', hint=f"there are {', '.join(known)}"
        )


def refuse_wrong_styles(choices: Choices, event: Event) -> None:
    """Raise UsageError for house styles that do not exist, or for languages that do not, used or not."""
    check_styles(choices.style, language_keys(*folders_beside(event.folder)), choices.templates)


def draft_document(event: Event, kind: Kind, languages: Sequence[str], reader: Reader, choices: Choices) -> Draft:
    """Return a document in one language, or set in several, before any file format."""
    making = MAKINGS[kind]
    return _set_together(make_drafts(event, making, languages, reader, choices), making, choices)


def _set_together(drafts: Sequence[Draft], making: Making, choices: Choices) -> Draft:
    if len(drafts) == 1:
        return drafts[0]
    together = (
        LAYOUTS[choices.layout] if making.ending == "docx" else MODES["notes" if choices.mode == "notes" else "both"]
    )
    return join_drafts(together(pair(*(draft.tree for draft in drafts))), drafts)


def lay_out_report(  # noqa: PLR0913, PLR0917 - what a report is made of, each once
    event: Event,
    kind: ReportKind,
    languages: Sequence[str],
    reader: Reader,
    choices: Choices,
    blocks: Block | Sequence[Block] | Mapping[str, Block | Sequence[Block]] = (),
) -> Report:
    """Return make_report's document, from what has been chosen and checked."""
    making = MAKINGS[kind]
    drafts = _add_blocks(make_drafts(event, making, languages, reader, choices), languages, blocks)
    return _style_report(_set_together(drafts, making, choices), languages, choices)


def _add_blocks(
    drafts: Sequence[Draft],
    languages: Sequence[str],
    blocks: Block | Sequence[Block] | Mapping[str, Block | Sequence[Block]],
) -> Sequence[Draft]:
    """Return the drafts with blocks of a script's own. Raises UsageError where a language has none of its own."""
    if not blocks:
        return drafts
    own = {name: read_blocks(each) for name, each in blocks.items()} if isinstance(blocks, Mapping) else None
    if own and own.keys() != set(languages):
        message = f"blocks are given for {', '.join(own)}; the report is in {', '.join(languages)}"
        raise UsageError.at("CLI062", message, hint="or give the same blocks for all languages, without naming them")
    if own is None:
        shared = read_blocks(blocks)
        return [replace(draft, tree=with_blocks(draft.tree, shared)) for draft in drafts]
    pairs = list(zip(drafts, languages, strict=True))
    trees = [with_blocks(draft.tree, own[name], f"blocks[{name!r}]") for draft, name in pairs]
    pair(*(replace(draft.tree, blocks=own[name]) for draft, name in pairs))
    return [replace(draft, tree=tree) for draft, tree in zip(drafts, trees, strict=True)]


def _style_report(draft: Draft, languages: Sequence[str], choices: Choices) -> Report:
    style = load_report_style(find_style(choose_style(choices.style, languages[0]), "report.docx", choices.templates))
    unused = unused_fields(style.own_words, choices.fields)
    notes = notes_on_style(choices.style, languages[0], "report", choices.templates)
    idle = idle_sections(draft.tree, [name for _, name in style.stylesheet.styles])
    written = _write_report(draft.tree, style, choices)
    found = (*notes, *style.diagnostics, *unused, *idle, *accessibility(draft.tree), *written.diagnostics)
    return Report(replace(draft, diagnostics=(*draft.diagnostics, *found)), written.value)


def _write_report(tree: Document, style: ReportStyle, choices: Choices) -> Result[bytes]:
    if choices.libreoffice is None:
        return Result(write_report(tree, style, comments=choices.comments))
    return write_numbered_report(tree, style, LibreOffice(choices.libreoffice).draw, comments=choices.comments)


def lay_out_deck(  # noqa: PLR0913, PLR0917 - what a deck is made of, each once
    event: Event,
    kind: DeckKind,
    languages: Sequence[str],
    reader: Reader,
    choices: Choices,
    sections: Section | Sequence[Section] = (),
) -> SlideDeck:
    """Return make_deck's document, from what has been chosen and checked."""
    draft = draft_document(event, kind, languages, reader, choices)
    tree = with_sections(draft.tree, read_blocks(sections, "sections"))
    style = _deck_style(choices, languages[0])
    notes = notes_on_style(choices.style, languages[0], kind, choices.templates)
    found = (*draft.diagnostics, *notes, *idle_sections(tree, style.layouts.by_role))
    draft = replace(draft, tree=tree, diagnostics=found)
    deck = plan(draft.tree, style.layouts)
    return SlideDeck(draft, write_deck(deck, style), deck)


def _deck_style(choices: Choices, language: str) -> DeckStyle:
    """Return the house style of a deck; what another's file lacks is lent by ours."""
    chosen = choose_style(choices.style, language, "briefing")
    return load_deck_style(find_style(chosen, "deck.pptx", choices.templates), find_style("conference", "deck.pptx"))


def refuse_untranslated(missing: Iterable[Diagnostic]) -> None:
    """Raise CatalogError with these findings, each once, if there are any."""
    faults = dict.fromkeys(missing)
    if faults:
        raise CatalogError(*(replace(each, severity="error") for each in faults))
