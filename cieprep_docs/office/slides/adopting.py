"""Another's deck as a package to write slides into: without what it came with, with the notes page that it lacks."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from lxml import etree

from cieprep_docs.office.archive import Package
from cieprep_docs.office.package import CONTENT_TYPES, read_package, write_package
from cieprep_docs.office.relationships import (
    OFFICE_TYPE,
    Relationship,
    read_content_types,
    read_relationships,
    relationships_name,
    target_name,
    write_content_types,
    write_relationships,
)
from cieprep_docs.office.slides.reading import PRESENTATION, StyleReader
from cieprep_docs.office.xml import qualified

_KEPT = frozenset({"slideMaster", "notesMaster", "handoutMaster", "theme", "presProps", "tableStyles", "font"})
"""What a presentation is made of; its slides, comments, printer settings and other people's data stay behind."""
_MAIN = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_NOTES, _NOTES_THEME = "ppt/notesMasters/lentNotesMaster.xml", "ppt/theme/lentTheme.xml"
_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.notesMaster+xml"
_THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
_LENT = "rIdNotesMaster"
_VIEW, _VIEW_TYPE = "ppt/lentViewProps.xml", _NOTES_TYPE.replace("notesMaster", "viewProps")


def complete(reader: StyleReader, lender: StyleReader, slides: Collection[str]) -> Package:
    """Return the package of a deck with its masters, its layouts and the slides to keep, and with a notes page."""
    name = relationships_name(PRESENTATION)
    arrows = [
        each
        for each in read_relationships(reader.package.read(name), name)
        if each.type.removeprefix(f"{OFFICE_TYPE}/") in _KEPT
    ]
    main = Relationship("rId1", f"{OFFICE_TYPE}/officeDocument", PRESENTATION)
    changed = {relationships_name(""): write_relationships([main])}
    types = {PRESENTATION: _MAIN}
    arrows.append(Relationship("rIdView", f"{OFFICE_TYPE}/viewProps", _VIEW.removeprefix("ppt/")))
    changed[_VIEW] = lender.package.read(lender.one(PRESENTATION, "viewProps"))
    types[_VIEW] = _VIEW_TYPE
    if not reader.related(PRESENTATION, "notesMaster"):
        arrows.append(Relationship(_LENT, f"{OFFICE_TYPE}/notesMaster", _NOTES.removeprefix("ppt/")))
        changed |= _lent_notes(lender)
        types |= {_NOTES: _NOTES_TYPE, _NOTES_THEME: _THEME_TYPE}
        _list_notes(reader)
    changed[PRESENTATION] = etree.tostring(reader.presentation, encoding="UTF-8", standalone=True)
    changed[name] = write_relationships(arrows)
    kept = reachable(reader.package, [*slides, *(target_name(name, each.target) for each in arrows)])
    changed[CONTENT_TYPES] = _types(reader.package, {*kept, *changed}, types)
    return read_package(write_package(reader.package, changed, set(reader.package.members) - kept))


def reachable(package: Package, starts: Iterable[str]) -> set[str]:
    """Return the parts that can be reached from some parts, with those that hold their relationships."""
    found: set[str] = set()
    left = [start for start in starts if start in package.members]
    while left:
        part = left.pop()
        name = relationships_name(part)
        found |= {part, name} & package.members.keys()
        if name in package.members:
            targets = (
                target_name(name, each.target)
                for each in read_relationships(package.read(name), name)
                if not each.external
            )
            left += [each for each in targets if each in package.members and each not in found]
    return found


def _lent_notes(lender: StyleReader) -> dict[str, bytes]:
    """Return the notes page of our own house style as parts of another package."""
    master = lender.one(PRESENTATION, "notesMaster")
    theme = lender.one(master, "theme")
    arrow = Relationship("rId1", f"{OFFICE_TYPE}/theme", f"../{_NOTES_THEME.removeprefix('ppt/')}")
    return {
        _NOTES: lender.package.read(master),
        _NOTES_THEME: lender.package.read(theme),
        relationships_name(_NOTES): write_relationships([arrow]),
    }


def _list_notes(reader: StyleReader) -> None:
    """Name the notes page in the presentation, behind the masters as the schema has it."""
    masters = reader.presentation.find(qualified("p:sldMasterIdLst"))
    listed = etree.Element(qualified("p:notesMasterIdLst"))
    etree.SubElement(listed, qualified("p:notesMasterId"), {qualified("r:id"): _LENT})
    if masters is not None:
        masters.addnext(listed)


def _types(package: Package, parts: Collection[str], more: dict[str, str]) -> bytes:
    defaults, overrides = read_content_types(package.read(CONTENT_TYPES))
    kept = {name: kind for name, kind in overrides.items() if name in parts}
    return write_content_types(defaults, kept | more)
