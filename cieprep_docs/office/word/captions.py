"""Captions above tables and below figures, each kind counted through the document.

The number is a SEQ field that already shows what Word will count, so that Word's own cross-references and lists of
tables find it. The words around it are the labels ``table`` and ``figure`` of the document, for example
``Table %(number)s. %(caption)s``; without one a caption stands alone.
"""

from __future__ import annotations

from cieprep_docs.content.nodes import Inlines, Run
from cieprep_docs.office.word.paragraphs import paragraph, words
from cieprep_docs.office.word.place import Place
from cieprep_docs.office.word.runs import field, fill_label, run_look, write_runs

_SEQUENCES = {"table": "Table", "figure": "Figure"}


def write_caption(place: Place, role: str, kind: str, content: Inlines) -> str:
    """Return the caption of a ``table`` or ``figure`` as a paragraph in the style of its role."""
    inside = place.inside("", keep=place.keep)
    label = place.document.labels.get(kind, ())
    if not label:
        return words(inside, role, content)
    number = str(place.parts.count(_SEQUENCES[kind]))

    def put(name: str, run: Run) -> str:
        if name == "caption":
            return write_runs(content, inside)
        return field(f"SEQ {_SEQUENCES[kind]} \\* ARABIC", run_look(run, inside), number)

    return paragraph(inside, inside.style_of(role), fill_label(label, inside, put))
