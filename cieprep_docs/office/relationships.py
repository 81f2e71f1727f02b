"""Relationships and content types: how the parts of a package find each other."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from cieprep_docs.office.xml import DECLARATION, NAMESPACES, attributes, qualified, read_xml

OFFICE_TYPE = NAMESPACES["r"]
"""Prefix of most relationship types, for example ``{OFFICE_TYPE}/image``."""


@dataclass(frozen=True, slots=True)
class Relationship:
    """One arrow from a part to another part, or to an address outside."""

    id: str
    type: str
    target: str
    external: bool = False


def relationships_name(part: str) -> str:
    """Return the name of the part that holds the relationships of `part`; ``""`` is the package itself."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def target_name(relationships_part: str, target: str) -> str:
    """Return the part that an internal `target` means, seen from the relationships part that names it."""
    folder = posixpath.dirname(posixpath.dirname(relationships_part))
    return posixpath.normpath(posixpath.join("/", folder, unquote(target.partition("#")[0]))).lstrip("/")


def read_relationships(data: bytes, part: str = "") -> tuple[Relationship, ...]:
    """Return the relationships of a ``.rels`` part; `part` is its name, for errors."""
    return tuple(
        Relationship(
            each.get("Id", ""), each.get("Type", ""), each.get("Target", ""), each.get("TargetMode") == "External"
        )
        for each in read_xml(data, part).iter(qualified("pr:Relationship"))
    )


def write_relationships(relationships: Iterable[Relationship]) -> bytes:
    """Return a ``.rels`` part."""
    rows = "".join(_relationship(each) for each in relationships)
    return f'{DECLARATION}<Relationships xmlns="{NAMESPACES["pr"]}">{rows}</Relationships>'.encode()


def read_content_types(data: bytes) -> tuple[dict[str, str], dict[str, str]]:
    """Return the types by extension (lower case) and by part name (no leading slash)."""
    root = read_xml(data, "[Content_Types].xml")
    defaults = {each.get("Extension", "").lower(): each.get("ContentType", "") for each in root.iter(_DEFAULT)}
    overrides = {each.get("PartName", "").lstrip("/"): each.get("ContentType", "") for each in root.iter(_OVERRIDE)}
    return defaults, overrides


def write_content_types(defaults: Mapping[str, str], overrides: Mapping[str, str]) -> bytes:
    """Return ``[Content_Types].xml``, in the order of the names."""
    rows = [f"<Default{attributes(Extension=name, ContentType=defaults[name])}/>" for name in sorted(defaults)]
    rows += [f"<Override{attributes(PartName=f'/{name}', ContentType=overrides[name])}/>" for name in sorted(overrides)]
    return f'{DECLARATION}<Types xmlns="{NAMESPACES["ct"]}">{"".join(rows)}</Types>'.encode()


_DEFAULT = qualified("ct:Default")
_OVERRIDE = qualified("ct:Override")


def _relationship(each: Relationship) -> str:
    mode = "External" if each.external else None
    return f"<Relationship{attributes(Id=each.id, Type=each.type, Target=each.target, TargetMode=mode)}/>"
