"""The document tree: what a report or a deck says, before any file format.

Blocks stand under blocks, inlines stand in paragraphs, and the two are different types, so that nonsense cannot be
built. Every node is immutable. Words carry their language; nothing carries a font, a size or a colour.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from immutabledict import immutabledict

Mark = Literal["", "untranslated", "proposed"]
"""What a reader must know of a word: it stands in a foreign language, or the form of the name is not confirmed."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a block comes from; diagnostics name it, and bilingual pairing compares it."""

    template: str = ""
    line: int = 0
    record: str = ""
    """The record printed here, for example ``sessions/closing``."""


NOWHERE = Origin()


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one language that look alike. Holds no line break and no control character."""

    text: str
    lang: str
    """BCP 47, for example ``zh-CN``, ``en-GB``, ``ru-RU``."""
    strong: bool = False
    emphasis: bool = False
    raised: bool = False
    """Superscript, as for the number of a note."""
    href: str = ""
    """``#id`` of a block of the same document, or an address."""
    mark: Mark = ""
    abbreviation: bool = False
    """Set in small capitals where its script has them."""
    lowered: bool = False
    """Subscript, as in a chemical formula."""
    second: bool = False
    """Of a document in several languages: words of another than the first, set smaller or lighter."""
    counted: bool = False
    """The number of the block that ``href`` leads to; Word counts it again."""


@dataclass(frozen=True, slots=True)
class Break:
    """A new line inside a paragraph."""


@dataclass(frozen=True, slots=True)
class Note:
    """Words at the foot of the page; its mark stands where the note does. In a deck the words are spoken."""

    content: Inlines
    lang: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A link that says which number its target has: “Table 3”. ``with_references`` turns it into runs."""

    target: str
    """Id of a table, picture or chart with a caption, of a numbered heading, or of a section that begins with one."""
    lang: str
    alone: bool = False
    """The number alone, for sentences that say the word themselves."""


Inline = Run | Break | Note | Reference
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of what follows. In a deck, a level-one heading inside a section is the slide's title."""

    content: Inlines
    level: int
    """1 to 4."""
    id: str = ""
    numbered: bool = True
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; ``role`` names a style of the house style: ``body``, ``lead``, ``note``, ``meta``, ``when``."""

    content: Inlines
    role: str = "body"
    id: str = ""
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list."""

    blocks: tuple[Block, ...]
    id: str = ""
    """Target of links, as for a numbered note."""
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class List:
    """A bulleted or numbered list. ``role``: ``list``, ``notes`` (numbered sources), ``cities``, ``agenda``."""

    items: tuple[Item, ...]
    ordered: bool = False
    role: str = "list"
    origin: Origin = NOWHERE
    start: int = 1
    """The number of the first item of an ordered list that goes on from another."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; ``header`` where it names its row or column."""

    blocks: tuple[Block, ...]
    header: bool = False
    colspan: int = 1
    rowspan: int = 1
    align: Literal["start", "center", "end"] = "start"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table; never torn over two pages."""

    cells: tuple[Cell, ...]
    kind: Literal["header", "body", "total"] = "body"
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class Table:
    """A table. Header rows stand first and repeat on every page or slide."""

    rows: tuple[Row, ...]
    caption: Inlines = ()
    role: str = "table"
    id: str = ""
    origin: Origin = NOWHERE
    sides: int = 1
    """How many languages stand beside each other in its rows, each in as many columns."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with the words that stand for it."""

    source: str
    """Key into ``Document.images``."""
    alt: str
    lang: str
    caption: Inlines = ()
    id: str = ""
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class Series:
    """One row of values of a chart; as many as the chart has categories, None where there is none."""

    name: str
    values: tuple[Decimal | None, ...]


ChartKind = Literal["bar", "column", "line", "pie", "doughnut", "stacked"]


@dataclass(frozen=True, slots=True)
class Chart:
    """A native, editable chart around the table of its data."""

    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    lang: str
    alt: str
    caption: Inlines = ()
    id: str = ""
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A number large, what it counts small. Emphasised runs of ``number`` are its qualifier («более»)."""

    number: Inlines
    noun: Inlines
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """A band of three to six key figures."""

    figures: tuple[KeyFigure, ...]
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a timeline; ``when`` is empty where no date is known."""

    when: Inlines
    blocks: tuple[Block, ...]
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class Timeline:
    """Steps in the order of time."""

    steps: tuple[Step, ...]
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class Quotation:
    """What somebody said, the point first. ``verbatim`` words carry the quotation marks of their language."""

    blocks: tuple[Block, ...]
    speaker: Inlines = ()
    post: Inlines = ()
    portrait: str = ""
    """Key into ``Document.images``, or empty: then the writer sets ``initials``."""
    initials: str = ""
    verbatim: bool = False
    """False for a paraphrase: nothing may then make it look like the speaker's own words."""
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class PersonCard:
    """One person: name, post, body, and what he or she did."""

    name: Inlines
    post: Inlines = ()
    body: Inlines = ()
    part: Inlines = ()
    portrait: str = ""
    initials: str = ""
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class People:
    """People in protocol order, on cards of equal size."""

    cards: tuple[PersonCard, ...]
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class Contents:
    """The place of the table of contents; the writer fills it from the numbered headings."""

    depth: int = 2
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class Aside:
    """A panel beside the text."""

    blocks: tuple[Block, ...]
    role: str = "panel"
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a report, or one slide of a deck.

    ``role`` in a report: ``cover``, ``contents``, ``section``, ``annex``, ``notes``. In a deck it is the layout asked
    for (``title``, ``key-figures``, ``timeline``, ``people``, ``quotation``, ``bullets``, ``closing`` …), empty where
    the plan chooses.
    """

    blocks: tuple[Block, ...]
    role: str = ""
    notes: tuple[Block, ...] = ()
    """Speaker notes of a slide."""
    id: str = ""
    origin: Origin = NOWHERE


Manner = Literal["", "second", "beside"]
"""How words in one of several languages are set: with the weight of the first, lighter below it, or in a column."""


@dataclass(frozen=True, slots=True)
class Version:
    """Blocks in one language of a document in several."""

    blocks: tuple[Block, ...]
    lang: str
    manner: Manner = ""
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class Columns:
    """Rows of versions beside each other, one column a language; a row is never torn over two pages."""

    rows: tuple[tuple[Version, ...], ...]
    origin: Origin = NOWHERE


Block = (
    Heading
    | Paragraph
    | List
    | Table
    | Picture
    | Chart
    | KeyFigures
    | Timeline
    | Quotation
    | People
    | Contents
    | Aside
    | Section
    | Version
    | Columns
)


@dataclass(frozen=True, slots=True)
class Document:
    """One document in one language (or laid out from two): what the writers get.

    ``labels`` holds the small words that writers need in the document's language, for example ``short-title``,
    ``copy`` (whose copy it is), ``page`` («Page %(page)s of %(pages)s»), ``continued``, ``contents``.
    """

    lang: str
    title: str
    blocks: tuple[Block, ...]
    labels: Mapping[str, Inlines] = field(default_factory=immutabledict)
    other_labels: Mapping[str, Mapping[str, Inlines]] = field(default_factory=immutabledict)
    """The labels of the other languages of a document in several, by language."""
    images: Mapping[str, bytes] = field(default_factory=immutabledict)
    """Picture files (PNG, JPEG) by the key that pictures and portraits name."""
    vectors: Mapping[str, bytes] = field(default_factory=immutabledict)
    """Drawings (SVG) by the same keys; the picture is shown where a program cannot draw them."""
