"""Placeholders of a house style filled with the labels of a document."""

from __future__ import annotations

import re

from cieprep_docs.content.nodes import Run
from cieprep_docs.office.fields import Slot, label_of
from cieprep_docs.office.word.place import Place
from cieprep_docs.office.word.runs import field, fill_label, run_look

_LANGUAGE = re.compile("<w:lang [^>]*/>")
_FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}


def fill_slot(slot: Slot, place: Place) -> str:
    """Return the runs of a label, its ``%(page)s`` and ``%(pages)s`` as fields, all set like the field they replace.

    Their language is their own, whatever the placeholder was typed in.
    """
    look = _LANGUAGE.sub("", slot.look)

    def put(name: str, run: Run) -> str:
        return field(_FIELDS[name], look + run_look(run, place))

    return fill_label(place.document.labels.get(label_of(slot.name), ()), place, put, look)
