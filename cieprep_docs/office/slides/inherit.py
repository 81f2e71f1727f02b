"""How a placeholder's type comes about: presentation, master and layout say it in turn, the last word counts."""

from __future__ import annotations

import copy
from collections.abc import Iterable

from lxml import etree
from lxml.etree import _Element as Element

from cieprep_docs.office.xml import NAMESPACES, qualified

# Children of a:lvlNpPr and a:defRPr in the order of the schema (ECMA-376 part 1, 21.1.2.2.7 and 21.1.2.3.2);
# children of one line exclude each other.
_ORDER = (
    ("lnSpc",),
    ("spcBef",),
    ("spcAft",),
    ("buClrTx", "buClr"),
    ("buSzTx", "buSzPct", "buSzPts"),
    ("buFontTx", "buFont"),
    ("buNone", "buAutoNum", "buChar", "buBlip"),
    ("tabLst",),
    ("ln",),
    ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill"),
    ("effectLst", "effectDag"),
    ("highlight",),
    ("uLnTx", "uLn"),
    ("uFillTx", "uFill"),
    ("latin",),
    ("ea",),
    ("cs",),
    ("sym",),
    ("hlinkClick",),
    ("defRPr",),
)
_SLOT = {name: slot for slot, names in enumerate(_ORDER) for name in names}
_DEEPEST = 9
_PREFIX = {"a": NAMESPACES["a"]}


def merge_levels(sources: Iterable[Element | None]) -> list[Element]:
    """Return ``a:lvl1pPr`` and on, as far as any source names them; later sources overrule earlier ones."""
    known = [source for source in sources if source is not None]
    levels: list[Element] = []
    for number in range(1, _DEEPEST + 1):
        name = qualified(f"a:lvl{number}pPr")
        stated = [level for source in known if (level := source.find(name)) is not None]
        if not stated:
            break
        merged = etree.Element(name, nsmap=_PREFIX)
        for level in stated:
            merged = merge(merged, level)
        levels.append(merged)
    return levels


def merge(base: Element, over: Element) -> Element:
    """Return ``base`` with the attributes and children of ``over`` in place of its own."""
    merged = etree.Element(base.tag, _attributes(base) | _attributes(over), nsmap=_PREFIX)
    slots = {_SLOT[_local(child)]: child for child in base if _local(child) in _SLOT}
    for child in over:
        if _local(child) in _SLOT:
            slot = _SLOT[_local(child)]
            deeper = slot in slots and _local(child) == "defRPr"
            slots[slot] = merge(slots[slot], child) if deeper else child
    merged.extend(copy.deepcopy(slots[slot]) for slot in sorted(slots))
    return merged


def _local(child: Element) -> str:
    return str(child.tag).rpartition("}")[2]


def _attributes(element: Element) -> dict[str, str]:
    return {str(name): str(value) for name, value in element.attrib.items()}
