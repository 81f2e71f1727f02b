"""Numbers that the text repeats: of captions and headings in REF fields, and those of notes.

Everything is looked up when the first link or note asks; most reports have few.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Literal

from cieprep_docs.content.nodes import NOWHERE, Chart, Heading, List, Picture, Section, Table, Version
from cieprep_docs.content.references import UNNUMBERED, count_level
from cieprep_docs.office.word.numbering import Level, number_words
from cieprep_docs.office.word.outline import blocks_of_others, heading_levels, walk
from cieprep_docs.office.word.parts import Counted, heading_mark
from cieprep_docs.office.word.place import Place

Captioned = Literal["table", "figure"]
_LETTERS = 26
_AROUND = "、（）()"
"""What stands around the numbers of Chinese headings and not around those in a sentence."""


def caption_mark(kind: Captioned, number: str) -> str:
    """Return the bookmark around the number of a caption, named as Word names those of its own cross-references."""
    return f"_Ref{'1' if kind == 'table' else '2'}{int(number):07d}"


def counted_at(identity: str, lang: str, place: Place) -> Counted | None:
    """Return the number of the block with an id, None where a hand-made document links to something else.

    Headings have it in the form of the sentence: 八 in Chinese and 8 in Russian, whichever of them stands first. A
    heading that the house style sets without a number is noted as a fault.
    """
    lang = lang if lang in place.document.other_labels else place.document.lang
    if lang not in place.parts.numbers:
        place.parts.numbers[lang] = _numbers(lang, place)
    found = place.parts.numbers[lang].get(identity)
    if found and not found.number:
        place.report(f"the house style numbers no headings, so a link to #{identity} needs words", NOWHERE, "OFF066")
    return found


def _numbers(lang: str, place: Place) -> Mapping[str, Counted]:
    """Return the numbers of all blocks with ids, as the writer counts them and a language writes them."""
    others = blocks_of_others(place.document)
    numbers: dict[str, Counted] = {}
    counts, headings, marks = Counter[str](), list[int](), 0
    waiting: list[str] = []
    for block, role in walk(place.document.blocks):
        if isinstance(block, Section) and block.id:
            waiting.append(block.id)
        elif isinstance(block, Heading):
            marks += 1
            if block.numbered and role not in UNNUMBERED:
                if id(block) not in others:
                    count_level(headings, block.level)
                printed = number_words(_levels_of(others.get(id(block)), place), tuple(headings))
                said = number_words(heading_levels(place.style, lang), tuple(headings)) or printed
                numbers |= dict.fromkeys([*waiting, block.id], _heading(said, printed, marks))
            waiting = []
        elif isinstance(block, Table | Picture | Chart) and block.caption:
            kind: Captioned = "table" if isinstance(block, Table) else "figure"
            counts[kind] += id(block) not in others
            numbers[block.id] = Counted(str(counts[kind]), caption_mark(kind, str(counts[kind])))
    return numbers


def _levels_of(version: Version | None, place: Place) -> tuple[Level, ...]:
    """Return how a heading is numbered where it stands: below one in another language it bears no number."""
    if version is None:
        return heading_levels(place.style, place.document.lang)
    manner = "second column" if version.manner == "beside" else "second language"
    return heading_levels(place.style, version.lang, manner)


def _heading(said: str, printed: str, mark: int) -> Counted:
    r"""Return the number of a heading as it stands in a sentence, with a bookmark where Word's field says the same.

    A field leaves out full stops at the end (switch ``\n``), but not what stands around Chinese numbers.
    """
    bare = said.strip(f".{_AROUND}")
    return Counted(bare, heading_mark(mark) if bare == printed.rstrip(".") else "", "\\n ")


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
