"""Numbers that the text repeats: of captions and headings in REF fields, and those of notes.

Everything is looked up when the first link or note asks; most reports have few.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Literal

from cieprep_docs.content.nodes import NOWHERE, Chart, Heading, List, Picture, Section, Table
from cieprep_docs.content.references import UNNUMBERED
from cieprep_docs.office.word.outline import blocks_of_others, count_heading, heading_levels, walk
from cieprep_docs.office.word.parts import Counted, heading_mark
from cieprep_docs.office.word.place import Place

Captioned = Literal["table", "figure"]
_LETTERS = 26
_AROUND = "、（）()"
"""What stands around the numbers of Chinese headings and not around those in a sentence."""


def caption_mark(kind: Captioned, number: str) -> str:
    """Return the bookmark around the number of a caption, named as Word names those of its own cross-references."""
    return f"_Ref{'1' if kind == 'table' else '2'}{int(number):07d}"


def counted_at(identity: str, place: Place) -> Counted | None:
    """Return the number of the block with an id, None where a hand-made document links to something else.

    A heading that the house style sets without a number is noted as a fault.
    """
    if place.parts.numbers is None:
        place.parts.numbers = _numbers(place)
    found = place.parts.numbers.get(identity)
    if found and not found.number:
        place.report(f"the house style numbers no headings, so a link to #{identity} needs words", NOWHERE, "OFF066")
    return found


def _numbers(place: Place) -> Mapping[str, Counted]:
    """Return the numbers of all blocks with ids, as the writer counts them."""
    others = blocks_of_others(place.document)
    levels = heading_levels(place.document, place.style)
    numbers: dict[str, Counted] = {}
    counts, headings, marks = Counter[str](), list[int](), 0
    waiting: list[str] = []
    heading = Counted("", "")
    for block, role in walk(place.document.blocks):
        if isinstance(block, Section) and block.id:
            waiting.append(block.id)
        elif isinstance(block, Heading):
            marks += 1
            if block.numbered and role not in UNNUMBERED:
                number = heading.number if id(block) in others else count_heading(block, headings, levels)
                heading = _heading(number, marks)
                numbers |= dict.fromkeys([*waiting, block.id], heading)
            waiting = []
        elif isinstance(block, Table | Picture | Chart) and block.caption:
            kind: Captioned = "table" if isinstance(block, Table) else "figure"
            counts[kind] += id(block) not in others
            numbers[block.id] = Counted(str(counts[kind]), caption_mark(kind, str(counts[kind])))
    return numbers


def _heading(number: str, mark: int) -> Counted:
    r"""Return the number of a heading as it stands in a sentence, with a bookmark where Word's field says the same.

    A field leaves out full stops at the end (switch ``\n``), but not what stands around Chinese numbers.
    """
    bare = number.strip(f".{_AROUND}")
    return Counted(bare, heading_mark(mark) if bare == number.rstrip(".") else "", "\\n ")


def mark_of_note(lang: str, place: Place) -> str:
    """Return the number of the next note of a language: each has its own, as in a document of its own.

    Where a list of notes has the numbers already, notes at the foot of the page have letters.
    """
    parts = place.parts
    number = parts.count(f"note {lang}")
    if parts.lettered is None:
        listed = (block for block, _ in walk(place.document.blocks) if isinstance(block, List))
        parts.lettered = any(block.role == "notes" for block in listed)
    if not parts.lettered:
        return str(number)
    rounds, letter = divmod(number - 1, _LETTERS)
    return chr(ord("a") + letter) * (rounds + 1)
