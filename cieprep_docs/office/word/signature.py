"""Who answers for a document: the lines of a signature, set as the house style's ``Signature`` is made.

A right tab in the style puts the last line's words at the margin (post … name, as Russian papers have it). Without one
the lines stand at the right as GB/T 9704-2012 sets body and date: the second begins as far to the right of the first as
the style hangs, and the longer of them ends at the style's right indent.
"""

from __future__ import annotations

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


def write_signature(block: Paragraph, place: Place) -> str:
    """Return the lines of a paragraph, which line breaks part, as one signature."""
    style = place.style_of(block.role, block.origin)
    groups = groupby(block.content, key=lambda each: isinstance(each, Break))
    lines = [tuple(group) for is_break, group in groups if not is_break]
    inner = (_TAB if style.end_tab else _LINE).join(write_runs(line, place) for line in lines)
    return paragraph(place, style, bookmarked(place, block.id, inner), _indents(lines, style, place))


def _indents(lines: Sequence[Inlines], style: Style, place: Place) -> str:
    if style.end_tab or not style.hanging:
        return ""
    first, *others = (text_width(plain_text(line), style.size, lang=place.lang) * TWIPS for line in lines)
    longest = max(first - style.hanging, *others, 0)
    left = max(round(place.width - style.right - longest), style.hanging)
    return f'<w:ind w:left="{left}" w:right="{style.right}" w:hanging="{style.hanging}"/>'
