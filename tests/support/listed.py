"""Files of an output as an index lists them, and small pictures of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO

from PIL import Image

from cieprep_docs.model.event import Event


@dataclass(frozen=True, slots=True)
class Listed:
    """A file."""

    file: str
    kind: str = "report"
    languages: tuple[str, ...] = ("en",)
    delegation: str | None = None
    audience: str = "public"
    size: int = 90_000
    slides: int | None = None
    pages: int | None = None
    untranslated: int = 0
    proposed: int = 0


KINDS = (("report", "docx", None), ("briefing", "pptx", 12), ("delegation", "pptx", 7))


def pack(delegation: str, languages: Sequence[str]) -> Iterator[Listed]:
    """Yield the files of a delegation: documents in its languages, and what was drawn from them."""
    for kind, ending, slides in KINDS:
        for language in languages:
            name = f"{delegation}/{kind}.{language}"
            of = (kind, (language,), delegation, delegation)
            yield Listed(f"{name}.{ending}", *of, slides=slides, untranslated=2, proposed=16)
            yield Listed(f"{name}.pdf", *of, size=1_500_000, pages=slides or 9)


def output_of(event: Event) -> tuple[Listed, ...]:
    """Return what an output of an event holds: a set for the public, one for the secretariat, one a delegation."""
    common = [
        Listed(f"{folder}report.{language}.docx", languages=(language,), audience=audience)
        for folder, audience in (("", "public"), ("secretariat/", "secretariat"))
        for language in event.languages
    ]
    packs = [each for id_, of in event.delegations.items() for each in pack(id_, of.languages)]
    return (*common, *packs)


def within(folder: str, files: Sequence[Listed]) -> tuple[Listed, ...]:
    """Return the files of a folder, with paths that start in it."""
    start = f"{folder}/"
    return tuple(replace(each, file=each.file.removeprefix(start)) for each in files if each.file.startswith(start))


def thumbnail(width: int = 120, height: int = 170) -> bytes:
    """Return a small PNG."""
    saved = BytesIO()
    Image.new("P", (width, height)).save(saved, "PNG")
    return saved.getvalue()
