"""Sections of a presentation, as PowerPoint's overview shows them: one from each slide that can be linked to."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Sequence

from cieprep_docs.deck.slides import Slide
from cieprep_docs.office.xml import NAMESPACES, attributes

# [MS-PPTX] 2.4.3.15 sectionLst and the extension that holds it.
_EXTENSION = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_PART_NUMBER = re.compile(r"\s?[（(]\d+/\d+[)）]$")


def write_sections(title: str, slides: Iterable[tuple[int, Slide | None]]) -> str:
    """Return the extension of a presentation with its sections; nothing where no slide begins one.

    ``slides`` are all slides by their numbers in the presentation; a kept one of the house style goes with the slides
    before it. What stands before the first section is called by the title of the deck.
    """
    names, members = [title], list[list[int]]([[]])
    for number, slide in slides:
        if slide is not None and slide.id:
            names.append(_PART_NUMBER.sub("", slide.title))
            members.append([])
        members[-1].append(number)
    if len(names) == 1:
        return ""
    rows = "".join(_section(index, *row) for index, row in enumerate(zip(names, members, strict=True)) if row[1])
    listed = f'<p14:sectionLst xmlns:p14="{NAMESPACES["p14"]}">{rows}</p14:sectionLst>'
    return f"<p:extLst><p:ext{attributes(uri=_EXTENSION)}>{listed}</p:ext></p:extLst>"


def _section(index: int, name: str, numbers: Sequence[int]) -> str:
    ids = "".join(f"<p14:sldId{attributes(id=number)}/>" for number in numbers)
    own = f"{{{str(uuid.uuid5(uuid.NAMESPACE_OID, f'{index} {name}')).upper()}}}"
    return f"<p14:section{attributes(name=name, id=own)}><p14:sldIdLst>{ids}</p14:sldIdLst></p14:section>"
