"""What an Office file from elsewhere must not be: a zip bomb, a program, or a line to somewhere outside."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator

from cieprep_docs.diagnostics import Diagnostic, Location
from cieprep_docs.errors import StyleError
from cieprep_docs.office.archive import Member, Package, read_archive
from cieprep_docs.office.relationships import Relationship, read_content_types, read_relationships, target_name
from cieprep_docs.office.xml import read_xml

MAX_MEMBERS = 4_000
MAX_MEMBER = 64 * 2**20
MAX_TOTAL = 256 * 2**20
# Deflate reaches 1032; large parts of real Office files stay below 100.
MAX_RATIO = 200
_RATIO_COUNTS_FROM = 2**20

_NOT_IN_NAMES = re.compile(r"[\x00-\x1f\\:]")
# Not .vml: Office itself writes it with unclosed tags, and nobody here parses it.
_XML = (".xml", ".rels")
_PACKAGES = (".docx", ".pptx", ".xlsx")
_PROGRAM_NAME = re.compile(
    r"vbaProject|vbaData|activeX|\.(bat|cmd|com|dll|exe|hta|jar|js|lnk|msi|ps1|scr|vbs|wsf)$", re.IGNORECASE
)
_PROGRAM_TYPE = re.compile(r"macroEnabled|vba|activeX|oleObject|msdownload|keyMapCustom", re.IGNORECASE)
# Compound files hold Visual Basic projects and OLE objects; the other is how a Windows program begins.
_PROGRAM_START = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"MZ")
_ADDRESS = re.compile(r"(https?|mailto):", re.IGNORECASE)

Findings = Iterator[tuple[str, str, str]]
"""Part, code and message."""
Stages = tuple[tuple[Callable[[Package], Findings], ...], ...]
"""Checks by turns: the next ones are made only where the ones before found nothing."""


def refuse_unsafe(package: Package, file: str = "") -> None:
    """Raise StyleError with all that makes `package` unsafe to open; sizes are judged before anything is unpacked."""
    _refuse(package, file, (*_STAGES, (_check_nested,)))


def _refuse(package: Package, file: str, stages: Stages) -> None:
    for checks in stages:
        found = [finding for check in checks for finding in check(package)]
        if found:
            raise StyleError(*(Diagnostic(code, message, Location(file, path=part)) for part, code, message in found))


def _check_sizes(package: Package) -> Findings:
    members = package.members
    if len(members) > MAX_MEMBERS:
        yield "", "OFF011", f"holds {len(members)} parts, more than {MAX_MEMBERS}"
    if sum(each.size for each in members.values()) > MAX_TOTAL:
        yield "", "OFF011", f"unpacks to more than {MAX_TOTAL // 2**20} MB"
    for name, each in members.items():
        if each.size > min(MAX_MEMBER, max(_RATIO_COUNTS_FROM, MAX_RATIO * len(each.packed))):
            yield name, "OFF011", f"unpacks from {len(each.packed)} to {each.size} bytes"


def _check_names(package: Package) -> Findings:
    for name in package.members:
        if _NOT_IN_NAMES.search(name) or {"", ".", ".."} & set(name.split("/")):
            yield name, "OFF012", "is no name of a part"
    for name in ("[Content_Types].xml", "_rels/.rels"):
        if name not in package.members:
            yield name, "OFF016", "is missing, so this is no Office file"


def _check_contents(package: Package) -> Findings:
    for name, member in package.members.items():
        if not _is_whole(member):
            yield name, "OFF010", "is damaged: size or checksum differ"


def _check_xml(package: Package) -> Findings:
    for name in package.members:
        if name.lower().endswith(_XML):
            try:
                read_xml(package.read(name), name)
            except StyleError as error:
                yield name, "OFF013", error.diagnostics[0].message


def _check_programs(package: Package) -> Findings:
    for name in package.members:
        if _PROGRAM_NAME.search(name) or package.read(name).startswith(_PROGRAM_START):
            yield name, "OFF014", "is a program, a macro or an embedded object"
    for types in read_content_types(package.read("[Content_Types].xml")):
        for name, content_type in types.items():
            if _PROGRAM_TYPE.search(content_type):
                yield name, "OFF014", f"has the type of a program, a macro or an embedded object, {content_type}"


def _check_targets(package: Package) -> Findings:
    for name in package.members:
        if name.endswith(".rels"):
            for each in read_relationships(package.read(name), name):
                yield from _check_target(package, name, each)


def _check_target(package: Package, name: str, relationship: Relationship) -> Findings:
    target = relationship.target
    if relationship.external:
        if not relationship.type.endswith("/hyperlink") or not _ADDRESS.match(target):
            yield name, "OFF015", f"reaches outside the file, to {target}"
    elif target_name(name, target) not in package.members and not target.startswith("#"):
        yield name, "OFF016", f"names the part {target}, which is missing"


def _check_nested(package: Package) -> Findings:
    """Workbooks of charts and embedded documents are looked into, but not what is embedded in them in turn."""
    for name in package.members:
        if name.lower().endswith(_PACKAGES):
            try:
                _refuse(read_archive(package.read(name)), name, (*_STAGES, (_check_no_nested,)))
            except StyleError as error:
                yield from (
                    (name, each.code, f"holds {each.location.path or 'a file that'} {each.message}")
                    for each in error.diagnostics
                )


def _check_no_nested(package: Package) -> Findings:
    for name in package.members:
        if name.lower().endswith(_PACKAGES):
            yield name, "OFF014", "is embedded in what is embedded itself"


def _is_whole(member: Member) -> bool:
    try:
        data = member.unpack()
    except zlib.error:
        return False
    return len(data) == member.size and zlib.crc32(data) == member.checksum


_STAGES: Stages = (
    (_check_sizes, _check_names),
    (_check_contents,),
    (_check_xml,),
    (_check_programs, _check_targets),
)
