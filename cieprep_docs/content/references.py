"""Links that stand for the number of their target: “Table 3”, «таблица 3», 表3.

Tables, and pictures and charts together, are counted by their captions where the labels ``table`` and ``figure`` of the
document number these; headings by their levels. The labels ``table-link``, ``figure-link`` and ``section-link`` say
the words around a number in a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Literal, NamedTuple

from cieprep_docs.content.fields import children_of, passages, rebuilt, shape_of
from cieprep_docs.content.nodes import (
    Chart,
    Document,
    Heading,
    Inline,
    Inlines,
    Picture,
    Reference,
    Run,
    Section,
    Table,
)
from cieprep_docs.diagnostics import Diagnostic, Location
from cieprep_docs.errors import TemplateError

Kind = Literal["table", "figure", "section"]
UNNUMBERED = frozenset({"cover", "contents", "annex", "notes"})
"""Parts whose headings stand outside the numbering."""
LANDSCAPE = "landscape"
"""A part whose pages are turned; it belongs to the part around it."""
_NUMBER = "%(number)s"
_HINT = (
    "write the words of the link, or link to a numbered heading, to a table with a <caption>, or to a picture or chart "
    "with a <figcaption>"
)


class Target(NamedTuple):
    """What a link finds at its id."""

    kind: Kind
    number: str


def with_references(document: Document) -> Document:
    """Return the document with words in place of each ``Reference``: linked, the number marked as counted.

    Raises TemplateError where a target has no number.
    """
    targets = _targets_of(document)
    missing = [
        Diagnostic("MRK034", f"a link without words to #{each.target}, which has no number", _location(passage), _HINT)
        for passage in passages(document.blocks)
        for each in _references(passage.words)
        if each.target not in targets
    ]
    if missing:
        raise TemplateError(*dict.fromkeys(missing))

    def change(node: Any) -> Any:
        found = {} if isinstance(node, Run | Reference) else _spelled(node, targets, document.labels)
        return replace(node, **found) if found else node

    return replace(document, blocks=tuple(rebuilt(block, change) for block in document.blocks))


def _location(passage: Any) -> Location:
    return Location(passage.origin.template, passage.origin.line, path=passage.origin.record)


def _references(words: Any) -> Iterator[Reference]:
    for each in () if isinstance(words, str) else words:
        if isinstance(each, Reference):
            yield each
        yield from _references(getattr(each, "content", ()))


def _spelled(node: Any, targets: Mapping[str, Target], labels: Mapping[str, Inlines]) -> dict[str, Inlines]:
    """Return the fields of a node that hold references, with words in their place."""
    words = {name: getattr(node, name) for name in shape_of(node).words}
    return {
        name: tuple(run for each in value for run in _words_of(each, targets, labels))
        for name, value in words.items()
        if any(isinstance(each, Reference) or _is_counted(each) for each in value)
    }


def _is_counted(inline: Any) -> bool:
    """Return whether a number was put there before; it is counted again, for blocks may have joined the document."""
    return isinstance(inline, Run) and inline.counted


def _words_of(inline: Inline, targets: Mapping[str, Target], labels: Mapping[str, Inlines]) -> Iterator[Inline]:
    if isinstance(inline, Run) and _is_counted(inline) and inline.href[1:] in targets:
        yield replace(inline, text=targets[inline.href[1:]].number)
        return
    if not isinstance(inline, Reference):
        yield inline
        return
    kind, number = targets[inline.target]
    counted = Run(number, inline.lang, href=f"#{inline.target}", counted=True)
    label = () if inline.alone else labels.get(f"{kind}-link", ())
    for run in label or (replace(counted, text=_NUMBER),):
        yield from _filled(run, counted) if isinstance(run, Run) else (run,)


def _filled(run: Run, counted: Run) -> Iterator[Run]:
    """Yield a label's words with the number; no line ends between them."""
    before, mark, after = run.text.replace(f" {_NUMBER}", f"\u00a0{_NUMBER}").partition(_NUMBER)
    parts = (replace(run, text=before, href=counted.href), *([counted] if mark else []))
    yield from (part for part in (*parts, replace(run, text=after, href=counted.href)) if part.text)


def _targets_of(document: Document) -> Mapping[str, Target]:
    counting = _Counting({kind for kind in ("table", "figure") if document.labels.get(kind)})
    counting.walk(document.blocks, "")
    return counting.targets


class _Counting:
    """One walk over a document in one language, in the order of reading."""

    def __init__(self, captioned: set[str]) -> None:
        self.captioned = captioned
        self.targets: dict[str, Target] = {}
        self.headings: list[int] = []
        self.captions = {"table": 0, "figure": 0}
        self.waiting: list[str] = []
        """Sections whose first heading is still to come."""

    def walk(self, nodes: tuple[Any, ...], part: str) -> None:
        for node in nodes:
            inner = part
            match node:
                case Section():
                    inner = part if node.role == LANDSCAPE else node.role
                    self.waiting += [node.id] if node.id else []
                case Heading():
                    self.count_heading(node, part)
                case Table():
                    self.count_caption(node, "table")
                case Picture() | Chart():
                    self.count_caption(node, "figure")
            self.walk(tuple(children_of(node)), inner)

    def count_heading(self, node: Heading, part: str) -> None:
        names, self.waiting = [*self.waiting, node.id], []
        if node.numbered and part not in UNNUMBERED:
            count_level(self.headings, node.level)
            number = ".".join(map(str, self.headings))
            self.targets |= {name: Target("section", number) for name in names if name}

    def count_caption(self, node: Table | Picture | Chart, kind: Kind) -> None:
        if node.caption and kind in self.captioned:
            self.captions[kind] += 1
            self.targets |= {node.id: Target(kind, str(self.captions[kind]))} if node.id else {}


def count_level(counts: list[int], level: int) -> None:
    """Count a heading of a level, 1 to 4; levels that were jumped over count as one."""
    counts.extend([1] * (level - 1 - len(counts)))
    del counts[level:]
    if len(counts) < level:
        counts.append(0)
    counts[level - 1] += 1
