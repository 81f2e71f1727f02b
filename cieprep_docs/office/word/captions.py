"""Captions above tables and below figures, each kind counted through the document.

The number is a SEQ field that already shows what Word will count, so that Word's own cross-references and lists of
tables find it. The words around it are the labels ``table`` and ``figure`` of the document, for example
``Table %(number)s. %(caption)s``; without one a caption stands alone.
"""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from cieprep_docs.content.nodes import Break, Document, Inlines, Run
from cieprep_docs.office.word.paragraphs import leading_paragraph, marked, paragraph
from cieprep_docs.office.word.place import Place
from cieprep_docs.office.word.references import Captioned, caption_mark
from cieprep_docs.office.word.runs import field, fill_label, run_look, write_runs

_SEQUENCES: dict[Captioned, str] = {"table": "Table", "figure": "Figure"}


class Counter(NamedTuple):
    """The number in a line of a caption."""

    instruction: str
    number: str
    mark: str
    """The bookmark around it, where there is one."""


def write_caption(place: Place, role: str, kind: Captioned, content: Inlines, identity: str = "") -> str:
    """Return the caption of a ``table`` or ``figure`` as a paragraph in the style of its role.

    Where the block has an id, the number has a bookmark for the links that repeat it. What stands beside its version in
    another language has the same number.
    """
    inside = place.inside("", keep=place.keep)
    lead = leading_paragraph if kind == "table" else paragraph
    if not place.document.labels.get(kind):
        return lead(inside, inside.style_of(role), write_runs(content, inside))
    sequence = _SEQUENCES[kind]
    repeated = place.lang in place.document.other_labels
    number = str(place.parts.counts[sequence] if repeated else place.parts.count(sequence))
    first, again = (f"SEQ {sequence} {switch}\\* ARABIC" for switch in ("", "\\c "))
    mark = "" if repeated or not identity else caption_mark(kind, number)
    lines = [
        _write_line(each, kind, inside, Counter(again if repeated or index else first, number, "" if index else mark))
        for index, each in enumerate(_versions(content, place.document))
    ]
    return lead(inside, inside.style_of(role), "<w:r><w:br/></w:r>".join(lines))


def _versions(content: Inlines, document: Document) -> list[Inlines]:
    """Return the caption in each language of a document in several, where a line break parts them."""
    if not document.other_labels:
        return [content]
    return [tuple(group) for broken, group in groupby(content, key=lambda each: isinstance(each, Break)) if not broken]


def _write_line(content: Inlines, kind: str, place: Place, counter: Counter) -> str:
    """Return a caption between the words that its language puts around it."""
    lang = next((run.lang for run in content if isinstance(run, Run)), "")
    labels = place.document.other_labels.get(lang, place.document.labels)

    def put(name: str, run: Run) -> str:
        if name == "caption":
            return write_runs(content, place)
        number = field(counter.instruction, run_look(run, place), counter.number)
        return marked(place, counter.mark, number) if counter.mark else number

    return fill_label(labels.get(kind, ()), place, put)
