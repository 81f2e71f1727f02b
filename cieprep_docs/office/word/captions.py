"""Captions above tables and below figures, each kind counted through the document.

The number is a SEQ field that already shows what Word will count, so that Word's own cross-references and lists of
tables find it. The words around it are the labels ``table`` and ``figure`` of the document, for example
``Table %(number)s. %(caption)s``; without one a caption stands alone.
"""

from __future__ import annotations

from itertools import groupby

from cieprep_docs.content.nodes import Break, Document, Inlines, Run
from cieprep_docs.office.word.paragraphs import paragraph, words
from cieprep_docs.office.word.place import Place
from cieprep_docs.office.word.runs import field, fill_label, run_look, write_runs

_SEQUENCES = {"table": "Table", "figure": "Figure"}


def write_caption(place: Place, role: str, kind: str, content: Inlines) -> str:
    """Return the caption of a ``table`` or ``figure`` as a paragraph in the style of its role."""
    inside = place.inside("", keep=place.keep)
    if not place.document.labels.get(kind):
        return words(inside, role, content)
    sequence = _SEQUENCES[kind]
    number = str(place.parts.count(sequence))
    first, *others = _versions(content, place.document)
    lines = [_write_line(first, kind, inside, f"SEQ {sequence} \\* ARABIC", number)]
    lines += [_write_line(each, kind, inside, f"SEQ {sequence} \\c \\* ARABIC", number) for each in others]
    return paragraph(inside, inside.style_of(role), "<w:r><w:br/></w:r>".join(lines))


def _versions(content: Inlines, document: Document) -> list[Inlines]:
    """Return the caption in each language of a document in several, where a line break parts them."""
    if not document.other_labels:
        return [content]
    return [tuple(group) for broken, group in groupby(content, key=lambda each: isinstance(each, Break)) if not broken]


def _write_line(content: Inlines, kind: str, place: Place, counter: str, number: str) -> str:
    """Return a caption between the words that its language puts around it."""
    lang = next((run.lang for run in content if isinstance(run, Run)), "")
    labels = place.document.other_labels.get(lang, place.document.labels)

    def put(name: str, run: Run) -> str:
        return write_runs(content, place) if name == "caption" else field(counter, run_look(run, place), number)

    return fill_label(labels.get(kind, ()), place, put)
