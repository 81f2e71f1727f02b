"""Document → deck: each section becomes one slide, or several where its words need more room than one has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from cieprep_docs.content import nodes
from cieprep_docs.content.speech import with_spoken_notes
from cieprep_docs.deck.brief import Brief, read_briefs
from cieprep_docs.deck.complaints import outside, title_too_long
from cieprep_docs.deck.fit import count_para
from cieprep_docs.deck.layouts import Field, Layouts
from cieprep_docs.deck.section import Draft, plan_section
from cieprep_docs.deck.setting import Setting
from cieprep_docs.deck.slides import Deck, Para, Slide
from cieprep_docs.deck.titles import fit_title
from cieprep_docs.deck.words import plain
from cieprep_docs.diagnostics import Diagnostic
from cieprep_docs.errors import LayoutError


def plan(document: nodes.Document, layouts: Layouts) -> Deck:
    """Return the deck of a document: every size decided, nothing outside its room, no word broken.

    Words are set at the style's size or larger, else stepped down to its smallest, else split over slides with
    numbered titles. Raises LayoutError naming each slide, field and language where even that does not help.
    """
    return plan_alike((document,), layouts)[0]


def plan_alike(documents: Sequence[nodes.Document], layouts: Layouts) -> tuple[Deck, ...]:
    """Return a deck for each version of a document, with the same slides at the same numbers, for two screens.

    The documents are paired: their trees have the same shape. Raises LayoutError as `plan` does.
    """
    documents = [with_spoken_notes(document) for document in documents]
    faults = [outside(block) for block in documents[0].blocks if not isinstance(block, nodes.Section)]
    drafts: list[list[Draft]] = [[] for _ in documents]
    for row in zip(*(read_briefs(document, layouts) for document in documents), strict=True):
        pairs = zip(row, documents, strict=True)
        found = plan_section([(brief, _setting(document, brief, layouts)) for brief, document in pairs])
        if isinstance(found, Diagnostic):
            faults.append(found)
        else:
            for each, more in zip(drafts, found, strict=True):
                each.extend(more)
    decks = [_deck(document, own, layouts, faults) for document, own in zip(documents, drafts, strict=True)]
    if faults:
        raise LayoutError(*faults)
    return tuple(decks)


def _deck(document: nodes.Document, drafts: Sequence[Draft], layouts: Layouts, faults: list[Diagnostic]) -> Deck:
    """Return the deck of drafts; titles that do not fit are added to the faults."""
    slides = [_titled(draft, title, layouts) for draft, title in zip(drafts, _titles(drafts), strict=True)]
    faults += [slide for slide in slides if isinstance(slide, Diagnostic)]
    planned = tuple(slide for slide in slides if isinstance(slide, Slide))
    return Deck(document.lang, document.title, planned, _footer(document, layouts), document.images, document.labels)


def _setting(document: nodes.Document, brief: Brief, layouts: Layouts) -> Setting:
    return Setting(layouts, document.lang, plain(brief.title), brief.role, document.labels, document.images)


def _titles(drafts: Sequence[Draft]) -> Iterator[nodes.Inlines]:
    """Yield the title of each slide; slides of the same title are numbered in the form of its language."""
    totals = Counter(plain(draft.brief.title) for draft in drafts)
    seen = Counter[str]()
    for draft in drafts:
        words = plain(draft.brief.title)
        seen[words] += 1
        yield (*draft.brief.title, *_part_number(draft.brief.title, seen[words], totals[words]))


def _part_number(title: nodes.Inlines, number: int, total: int) -> nodes.Inlines:
    if total == 1:
        return ()
    last = next((each for each in reversed(title) if isinstance(each, nodes.Run)), nodes.Run("", ""))
    form = "（{}/{}）" if last.lang.startswith("zh") else "\u00a0({}/{})"
    return (nodes.Run(form.format(number, total), last.lang, second=last.second),)


def _titled(draft: Draft, title: nodes.Inlines, layouts: Layouts) -> Slide | Diagnostic:
    brief = draft.brief
    words = fit_title(title, brief.role, layouts)
    if words is None:
        return title_too_long(brief, plain(title))
    decisions = draft.decisions + ((f"title at {words.scale:.0%}",) if words.scale < 1 else ())
    section = brief.section
    return Slide(
        brief.role,
        plain(title),
        (words, *draft.shapes),
        (*section.notes, *draft.left_out),
        section.id if draft.first else "",
        draft.anchors,
        section.origin,
        decisions,
    )


def _footer(document: nodes.Document, layouts: Layouts) -> nodes.Inlines:
    """Return short title and whose copy it is on one line, in the first language alone where no other has room."""
    fields = [each.fields["footer"] for each in layouts.by_role.values() if "footer" in each.fields]
    short, copy = (document.labels.get(name, ()) for name in ("short-title", "copy"))
    tries = (_foot(short, copy), _foot(_first_of(short), _first_of(copy)), _foot(_first_of(short), ()))
    return next((words for words in tries if all(_has_room(words, field) for field in fields)), ())


def _foot(short: nodes.Inlines, copy: nodes.Inlines) -> nodes.Inlines:
    lang = next((each.lang for each in short if isinstance(each, nodes.Run)), "")
    between = (nodes.Run(" · ", lang),) if short and copy else ()
    words = (*short, *between, *copy)
    return tuple(each if isinstance(each, nodes.Run) else nodes.Run(" / ", lang) for each in words)


def _first_of(words: nodes.Inlines) -> nodes.Inlines:
    """Return the words of the first language."""
    lang = next((each.lang for each in words if isinstance(each, nodes.Run)), "")
    return tuple(each for each in words if isinstance(each, nodes.Run) and each.lang == lang and each.text != " / ")


def _has_room(words: nodes.Inlines, field: Field) -> bool:
    return count_para(Para(words), field, field.room.width, 1) == 1
