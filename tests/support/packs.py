"""A small event whose documents cost next to nothing, for builds of many."""

from __future__ import annotations

import hashlib
import io
import os
import signal
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from cieprep_docs.batch.manifest import FILE, Manifest, read_manifest
from cieprep_docs.batch.stores import FolderStore

_HEAD = """\
format: 1
id: small
languages: [en]
series: Small Events
title: Small Event
short_title: Small Event
when: {from: 2027-05-11, to: 2027-05-13}
delegations:
"""
_DELEGATION = "  {id}: {{country: FR, languages: [en], zone: Europe/Paris}}\n"
_TEMPLATE = """\
<article lang="{{ lang }}"><header><p class="title">{{ event.title }}</p></header>
<section><h1>{{ event.series }}</h1><p>{{ event.title }}</p></section></article>
"""


def ids(count: int) -> list[str]:
    """The delegations of a small event."""
    return [f"delegation-{number:03}" for number in range(count)]


def write_event(folder: Path, count: int = 3, *, more: str = "") -> Path:
    """Write an event of so many delegations and a template whose reports are small; return its folder."""
    template = folder / "templates" / "reports" / "report.html"
    template.parent.mkdir(parents=True, exist_ok=True)
    template.write_text(_TEMPLATE, encoding="utf-8")
    event = folder / "event"
    event.mkdir(exist_ok=True)
    words = _HEAD + "".join(_DELEGATION.format(id=each) for each in ids(count)) + more
    (event / "event.yaml").write_text(words, encoding="utf-8")
    return event


def templates_of(event: Path) -> Path:
    """The templates beside a small event."""
    return event.parent / "templates"


def manifest_of(out: Path) -> Manifest:
    """What a build says that it wrote."""
    return read_manifest((out / FILE).read_bytes())


def broken(out: Path) -> list[str]:
    """The documents of a folder that do not open, or are not what the manifest says, and all that is half written."""
    known = manifest_of(out).by_file if (out / FILE).exists() else {}
    wrong = []
    for path in out.rglob("*"):
        name = path.relative_to(out).as_posix()
        if path.suffix == ".docx" and not opens(path.read_bytes()):
            wrong.append(f"{name} does not open")
        if name in known and hashlib.sha256(path.read_bytes()).hexdigest() != known[name].digest:
            wrong.append(f"{name} is not what the manifest says")
        if path.is_file() and path.name.startswith("."):
            wrong.append(f"{name} is left over")
    return wrong


def opens(data: bytes) -> bool:
    """Whether a package is whole, by the checksums of its parts."""
    try:
        return zipfile.ZipFile(io.BytesIO(data)).testzip() is None
    except zipfile.BadZipFile:
        return False


@dataclass(frozen=True)
class Deadly(FolderStore):
    """A folder that kills the process which asks for one of some files."""

    victims: tuple[str, ...] = ()
    always: bool = True
    """Otherwise once for each file."""

    def read(self, file: str) -> bytes | None:
        """Return a file, or die."""
        mark = self.root / f"{file.replace('/', '-')}.died"
        if file in self.victims and (self.always or not mark.exists()):
            self.root.mkdir(exist_ok=True)
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return super().read(file)


def reports(delegations: Iterable[str]) -> list[str]:
    """The files of the reports of some delegations."""
    return [f"{each}/report.en.docx" for each in delegations]
