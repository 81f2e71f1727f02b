"""Facts: names at the left, what they stand for at the right. Paragraphs, not a table: there is no row of headings."""

from __future__ import annotations

from cieprep_docs.content.inlines import plain_text
from cieprep_docs.content.measure import text_width
from cieprep_docs.content.nodes import Inlines, Row, Table
from cieprep_docs.office.word.columns import TWIPS, lines_of
from cieprep_docs.office.word.paragraphs import paragraph
from cieprep_docs.office.word.place import Place
from cieprep_docs.office.word.runs import write_runs

_LINE, _TAB = "<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>"


def write_facts(block: Table, place: Place) -> str:
    """Return a paragraph for each row; paragraphs of its right cell are lines of it.

    Few of them stay on one page; of many, at least three stand together.
    """
    last = len(block.rows) - 1
    kept = range(last) if last < place.style.look.whole_table else {0, 1, last - 2, last - 1}
    return "".join(_write_fact(row, place.inside("fact", keep=index in kept)) for index, row in enumerate(block.rows))


def _write_fact(row: Row, place: Place) -> str:
    names, said = (tuple(lines_of(cell.blocks)) for cell in row.cells)
    style = place.style_of("fact")
    fits = all(_label_width(name, style.size, place) < style.hanging for name in names)
    label, words = (
        _LINE.join(write_runs(line, each) for line in lines)
        for lines, each in ((names, place.inside("fact label")), (said, place))
    )
    return paragraph(place, style, f"{label}{_TAB if fits else _LINE}{words}")


def _label_width(label: Inlines, size: float, place: Place) -> float:
    return text_width(plain_text(label), size, bold=True, lang=place.lang) * TWIPS
