"""Document → deck: each section becomes one slide, or several where its words need more room than one has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cieprep_docs.content import nodes
from cieprep_docs.deck.brief import Brief, read_briefs
from cieprep_docs.deck.complaints import no_room, no_title, title_too_long
from cieprep_docs.deck.fit import words_height
from cieprep_docs.deck.layouts import STEPS, Layouts
from cieprep_docs.deck.parts import balance, count_pieces, cut_all
from cieprep_docs.deck.setting import Setting
from cieprep_docs.deck.settle import settle
from cieprep_docs.deck.slides import Deck, Para, Slide, Words
from cieprep_docs.deck.stack import Shapes, place, stack
from cieprep_docs.deck.words import plain
from cieprep_docs.diagnostics import Diagnostic
from cieprep_docs.errors import LayoutError


@dataclass(frozen=True, slots=True)
class Draft:
    """A slide whose title is not yet numbered and measured."""

    brief: Brief
    shapes: Shapes
    first: bool
    decisions: tuple[str, ...]


def plan(document: nodes.Document, layouts: Layouts) -> Deck:
    """Return the deck of a document: every size decided, nothing outside its room, no word broken.

    Words are set at the style's size, else stepped down to its smallest, else split over slides with numbered titles.
    Raises LayoutError naming each slide, field and language where even that does not help.
    """
    faults = list[Diagnostic]()
    drafts = list[Draft]()
    for brief in read_briefs(document, layouts):
        found = plan_section(brief, _setting(document, brief, layouts))
        if isinstance(found, Diagnostic):
            faults.append(found)
        else:
            drafts += found
    slides = [_titled(draft, title, layouts) for draft, title in zip(drafts, _titles(drafts), strict=True)]
    faults += [slide for slide in slides if isinstance(slide, Diagnostic)]
    if faults:
        raise LayoutError(*faults)
    planned = tuple(slide for slide in slides if isinstance(slide, Slide))
    return Deck(document.lang, document.title, planned, _footer(document), document.images)


def plan_section(brief: Brief, setting: Setting) -> list[Draft] | Diagnostic:
    """Return the slides of one section, or what is wrong with it."""
    if not brief.title:
        return no_title(brief)
    named = _named(brief, setting)
    if isinstance(named, Diagnostic):
        return named
    pieces = sum(count_pieces(part) for part in brief.parts)
    weights = _weights(brief, setting) if pieces > 1 else []
    for count in range(1, max(pieces, 1) + 1):
        ranges = balance(weights, count) if pieces > 1 else ((0, pieces),)
        for step in range(STEPS + 1):
            slides = [_arrange(brief, part, replace(setting, step=step)) for part in ranges]
            fitting = [each for each in slides if each is not None]
            if len(fitting) == len(ranges):
                return list(_drafts(brief, named, fitting, step))
    return no_room(brief, setting)


def _setting(document: nodes.Document, brief: Brief, layouts: Layouts) -> Setting:
    return Setting(layouts, document.lang, plain(brief.title), brief.role, document.labels, document.images)


def _drafts(brief: Brief, named: Shapes, slides: Sequence[Shapes], step: int) -> Iterator[Draft]:
    decisions = brief.decisions
    decisions += (f"type stepped down {step} of {STEPS}",) if step else ()
    decisions += (f"split into {len(slides)}",) if len(slides) > 1 else ()
    for index, shapes in enumerate(slides):
        yield Draft(brief, (*named, *shapes), index == 0, decisions)


def _arrange(brief: Brief, pieces: tuple[int, int], setting: Setting) -> Shapes | None:
    """Return the shapes of some pieces of the body, and of the panel on the first slide, or None."""
    fields = setting.layouts.by_role[brief.role].fields
    parts = cut_all(brief.parts, *pieces)
    if not parts and not brief.side:
        return ()
    body = stack(parts, fields["body"].room, setting)
    if body is None:
        return None
    if not brief.side or pieces[0] > 0:
        return _as_placeholder(settle(body, parts, fields["body"].room, setting), setting)
    side = stack(brief.side, fields["side"].room, replace(setting, words="side"))
    if side is None:
        return None
    return (*_as_placeholder(body, setting), *_as_placeholder(side, replace(setting, words="side")))


def _as_placeholder(shapes: Shapes, setting: Setting) -> Shapes:
    """Return the shapes with the first running words in the layout's own placeholder; alone, they have all of it."""
    whole = setting.layouts.field(setting.role, setting.words).box
    for index, shape in enumerate(shapes):
        if isinstance(shape, Words) and (shape.role, shape.field) == (setting.role, setting.words):
            box = whole if len(shapes) == 1 else shape.box
            return (*shapes[:index], replace(shape, placeholder=True, box=box), *shapes[index + 1 :])
    return shapes


def _weights(brief: Brief, setting: Setting) -> list[float]:
    """Return the height of each piece alone, so that a split balances what is seen and not what is counted."""
    room = setting.layouts.field(brief.role, "body").room
    smallest = replace(setting, step=STEPS)
    total = sum(count_pieces(part) for part in brief.parts)
    pieces = (cut_all(brief.parts, index, index + 1)[0] for index in range(total))
    return [_weight(place(piece, room, smallest), room.top, room.height) for piece in pieces]


def _weight(shapes: Shapes | None, top: float, most: float) -> float:
    return most if not shapes else max(shape.box.bottom for shape in shapes) - top


def _named(brief: Brief, setting: Setting) -> Shapes | Diagnostic:
    """Return the words of a cover's fields beside title and body."""
    shapes: Shapes = ()
    for name, paras in brief.named.items():
        words = fit_field(paras, brief.role, name, setting.layouts)
        if words is None:
            return no_room(brief, setting, name)
        shapes += (words,)
    return shapes


def fit_field(paras: tuple[Para, ...], role: str, name: str, layouts: Layouts) -> Words | None:
    """Return words in a placeholder at the largest size that fits, or None."""
    field = layouts.field(role, name)
    for step in range(STEPS + 1):
        height = words_height(paras, field, field.room.width, field.scale(step))
        if height is not None and height <= field.room.height:
            return Words(role, name, field.box, paras, field.scale(step), placeholder=True)
    return None


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
    lang = next((each.lang for each in reversed(title) if isinstance(each, nodes.Run)), "")
    form = "（{}/{}）" if lang.startswith("zh") else "\u00a0({}/{})"
    return (nodes.Run(form.format(number, total), lang),)


def _titled(draft: Draft, title: nodes.Inlines, layouts: Layouts) -> Slide | Diagnostic:
    brief = draft.brief
    words = fit_field((Para(title),), brief.role, "title", layouts)
    if words is None:
        return title_too_long(brief, plain(title))
    decisions = draft.decisions + ((f"title at {words.scale:.0%}",) if words.scale < 1 else ())
    section = brief.section
    return Slide(
        brief.role,
        plain(title),
        (words, *draft.shapes),
        section.notes,
        section.id if draft.first else "",
        section.origin,
        decisions,
    )


def _footer(document: nodes.Document) -> nodes.Inlines:
    """Return short title and whose copy it is, on one line."""
    short, copy = document.labels.get("short-title", ()), document.labels.get("copy", ())
    between = (nodes.Run(" · ", document.lang),) if short and copy else ()
    return (*short, *between, *copy)
