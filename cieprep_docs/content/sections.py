"""Sections whose class says nothing to anybody."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Iterator
from itertools import chain

from cieprep_docs.content.nodes import Block, Columns, Document, Section, Version
from cieprep_docs.content.vocabulary import PARTS_OF_REPORTS, SLIDES
from cieprep_docs.diagnostics import Diagnostic, Location


def idle_sections(document: Document, names: Collection[str]) -> tuple[Diagnostic, ...]:
    """Return a warning for each section of a class that is not known and that the house style does not serve either.

    ``names`` are those of its paragraph styles, in small letters, or of its layouts. The words of such a section are
    set like those of any other.
    """
    idle = [each for each in _sections(document.blocks) if not _is_known(each.role, names)]
    return tuple(dict.fromkeys(map(_warning, idle)))


def _is_known(role: str, names: Collection[str]) -> bool:
    if not role or role in PARTS_OF_REPORTS or role in SLIDES or role in names:
        return True
    return any(name.startswith(f"{role.replace('-', ' ')} ") for name in names)


def _sections(blocks: Iterable[Block]) -> Iterator[Section]:
    for block in blocks:
        match block:
            case Section():
                yield block
                yield from _sections(block.blocks)
            case Version():
                yield from _sections(block.blocks)
            case Columns():
                yield from _sections(chain.from_iterable(block.rows))


def _warning(section: Section) -> Diagnostic:
    known = sorted(PARTS_OF_REPORTS | SLIDES)
    near = difflib.get_close_matches(section.role, known, 1)
    hint = f'did you mean "{near[0]}"?' if near else f"there are {', '.join(known)}"
    place = Location(section.origin.template, section.origin.line, path=section.origin.record)
    message = f'a section of the class "{section.role}", which the house style does not know'
    return Diagnostic("MRK016", message, place, hint, "warning")
