"""What one render adds to the package: drawings, links, lists and the numbers that must not occur twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from cieprep_docs.content.nodes import Block, Chart, Inlines, Item
from cieprep_docs.diagnostics import Diagnostic
from cieprep_docs.office.charts import ChartPart, chart_part
from cieprep_docs.office.media import ImageFile
from cieprep_docs.office.relationships import OFFICE_TYPE, Relationship
from cieprep_docs.office.word.house import ReportStyle
from cieprep_docs.office.word.numbering import Started


class Footnote(NamedTuple):
    """What stands at the foot of a page."""

    blocks: tuple[Block, ...]
    lang: str
    mark: str = ""
    """Its number, where Word counts only the notes of the document's first language."""


class Counted(NamedTuple):
    """A number that Word sets and that links may repeat."""

    number: str
    bookmark: str
    switches: str = ""
    """What a REF field needs to show it."""


@dataclass(slots=True)
class Parts:
    """Counts and collects while a document is written; the one thing here that changes."""

    style: ReportStyle
    bookmarks: Mapping[str, str]
    """The Word name of each id of the document."""
    pages: Mapping[str, int] = field(default_factory=dict)
    """The page of each heading by its bookmark, where a program has laid the pages out."""
    notes: Mapping[str, Item] = field(default_factory=dict)
    """What stands in footnotes, by the ids that links lead to."""
    noted: dict[str, int] = field(default_factory=dict)
    """The number of each listed note that the text has pointed to so far, in ``footnotes`` counted from 1."""
    footnotes: list[Footnote] = field(default_factory=list)
    lettered: bool | None = None
    """Whether footnotes have letters because a list of notes has the numbers; None before the first one."""
    numbers: dict[str, Mapping[str, Counted]] = field(default_factory=dict)
    """Of tables, figures and headings, by their ids, as each language writes them; none before a link asks."""
    comments: dict[tuple[str, str], Inlines] | None = None
    """What is said of marked words, by mark and words; None where no comments are wanted."""
    looks: dict[tuple[object, ...], str] = field(default_factory=dict)
    """The inside of ``w:rPr`` by what is special about a run and its place; a document has a handful."""
    members: dict[str, bytes] = field(default_factory=dict)
    content_types: dict[str, str] = field(default_factory=dict)
    links: dict[tuple[str, str], Relationship] = field(default_factory=dict)
    lists: dict[int, Started] = field(default_factory=dict)
    """New numbering instances."""
    faults: list[Diagnostic] = field(default_factory=list)
    apart: dict[tuple[str, str], str] = field(default_factory=dict)
    """The instance that counts beside another, by that and the language."""
    counts: Counter[str] = field(default_factory=Counter)
    """How many captions of each kind there are so far."""
    sections: int = 0
    """Of the pages, so far."""
    headings: int = 0
    marks: int = 0
    drawings: int = 0

    def next_mark(self) -> int:
        """Return a number for a bookmark."""
        self.marks += 1
        return self.marks

    def next_drawing(self) -> int:
        """Return a number for a picture or chart, unique in the document."""
        self.drawings += 1
        return self.drawings

    def next_heading(self) -> str:
        """Return the bookmark of the next heading in the order of the document."""
        self.headings += 1
        return heading_mark(self.headings)

    def count(self, kind: str) -> int:
        """Return the number of the next caption of a kind."""
        self.counts[kind] += 1
        return self.counts[kind]

    def start_list(self, started: Started) -> str:
        """Return a new numbering instance."""
        number = self.style.numbering.next + len(self.lists)
        self.lists[number] = started
        return str(number)

    def list_apart(self, instance: str, lang: str) -> str:
        """Return the instance that counts for one language beside `instance`; nothing where that is no list."""
        if instance not in self.style.numbering.abstract:
            return ""
        if (instance, lang) not in self.apart:
            self.apart[instance, lang] = self.start_list(Started(instance, 0, 1, apart=True))
        return self.apart[instance, lang]

    def link(self, kind: str, target: str, *, external: bool = False) -> str:
        """Return the relationship id of a target, one for each."""
        key = (kind, target)
        if key not in self.links:
            name = f"new{len(self.links) + 1}"
            self.links[key] = Relationship(name, f"{OFFICE_TYPE}/{kind}", target, external)
        return self.links[key].id

    def add_image(self, image: ImageFile) -> str:
        """Return the relationship id of a picture, stored once however often it is shown."""
        name = f"media/{image.name}"
        self.members[f"word/{name}"] = image.data
        self.content_types[f"word/{name}"] = image.content_type
        return self.link("image", name)

    def add_chart(self, chart: Chart) -> str:
        """Return the relationship id of a new chart with its workbook."""
        part = chart_part(chart, self.style.charts)
        number = 1 + sum(kind == "chart" for kind, _ in self.links)
        name, workbook = f"charts/chart{number}.xml", f"embeddings/chart{number}.xlsx"
        self.members[f"word/{name}"] = part.xml
        self.members[f"word/{workbook}"] = part.workbook
        self.members[f"word/charts/_rels/chart{number}.xml.rels"] = part.relationships(f"../{workbook}")
        self.content_types[f"word/{name}"] = ChartPart.CONTENT_TYPE
        self.content_types[f"word/{workbook}"] = ChartPart.WORKBOOK_TYPE
        return self.link("chart", name)


def heading_mark(number: int) -> str:
    """Return the bookmark of the `number`-th heading, named as Word names those of its own contents."""
    return f"_Toc{number:08d}"
