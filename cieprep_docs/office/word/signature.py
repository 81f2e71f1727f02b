"""Who answers for a document and what comes with it, set as the house style's ``Signature`` and others are made.

A right tab in the style puts the last line's words at the margin (post … name, as Russian papers have it). Without one
the lines stand at the right as GB/T 9704-2012 sets body and date: the second begins as far to the right of the first as
the style hangs, and the longer of them ends at the style's right indent.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from cieprep_docs.content.inlines import plain_text
from cieprep_docs.content.measure import text_width
from cieprep_docs.content.nodes import Break, Inlines, Paragraph
from cieprep_docs.office.word.columns import TWIPS
from cieprep_docs.office.word.paragraphs import bookmarked, paragraph
from cieprep_docs.office.word.place import Place
from cieprep_docs.office.word.runs import write_runs
from cieprep_docs.office.word.stylesheet import Style

_LINE, _TAB = "<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>"
_LEAD = re.compile(r"(?:[^：:]{1,20}[：:] ?)?(?:\d+\.[ \u00a0])?")
_SLACK = 60
"""Twips at both sides of centred words, so that fonts a little wider than measured break no line."""


def write_signature(block: Paragraph, place: Place) -> str:
    """Return the lines of a paragraph, which line breaks part, as one signature."""
    style = place.style_of(block.role, block.origin)
    lines = _lines_of(block)
    inner = (_TAB if style.end_tab else _LINE).join(write_runs(line, place) for line in lines)
    indent = _sealed_indents if block.role == "sealed-signature" else _indents
    return paragraph(place, style, bookmarked(place, block.id, inner), indent(lines, style, place))


def write_attachment_note(block: Paragraph, place: Place) -> str:
    """Return the names of attachments, one a line; what does not fit goes on below the first sign of its name."""
    style = place.style_of(block.role, block.origin)
    lines = _lines_of(block)
    leads = [_lead_width(line, style, place) for line in lines]
    left = style.left + round(max(leads))
    kept = [place.here(keep=True)] * (len(lines) - 1) + [place]
    return "".join(
        paragraph(around, style, write_runs(line, place), f'<w:ind w:left="{left}" w:hanging="{round(lead)}"/>')
        for line, lead, around in zip(lines, leads, kept, strict=True)
    )


def _lines_of(block: Paragraph) -> list[Inlines]:
    groups = groupby(block.content, key=lambda each: isinstance(each, Break))
    return [tuple(group) for is_break, group in groups if not is_break]


def _lead_width(line: Inlines, style: Style, place: Place) -> float:
    """Return the twips of what stands in front of a name: the mark ``附件：`` and the number."""
    found = _LEAD.match(plain_text(line))
    return _width(found[0] if found else "", style, place)


def _width(text: str, style: Style, place: Place) -> float:
    return text_width(text, style.size, lang=place.lang) * TWIPS


def _sealed_indents(lines: Sequence[Inlines], style: Style, place: Place) -> str:
    """The last line, the date, ends at the style's right indent; the body is centred over it (GB/T 9704, 7.3.5.1)."""
    if style.end_tab:
        return ""
    widths = [_width(plain_text(line), style, place) for line in lines]
    middle = style.right + widths[-1] / 2
    right = max(round(middle - max(widths) / 2) - _SLACK, 0)
    left = max(round(place.width - right - max(widths)) - 2 * _SLACK, 0)
    return f'<w:ind w:left="{left}" w:right="{right}"/>'


def _indents(lines: Sequence[Inlines], style: Style, place: Place) -> str:
    if style.end_tab or not style.hanging:
        return ""
    first, *others = (_width(plain_text(line), style, place) for line in lines)
    longest = max(first - style.hanging, *others, 0)
    left = max(round(place.width - style.right - longest), style.hanging)
    return f'<w:ind w:left="{left}" w:right="{style.right}" w:hanging="{style.hanging}"/>'
