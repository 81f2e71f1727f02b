"""One report in Chinese, English and Russian with every kind of block, built without a template."""

from __future__ import annotations

import io
import struct
import tomllib
import zipfile
import zlib
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from lxml.etree import _Element as Element

from cieprep_docs.content.nodes import (
    Aside,
    Block,
    Cell,
    Chart,
    Contents,
    Document,
    Heading,
    Inlines,
    Item,
    KeyFigure,
    KeyFigures,
    List,
    Paragraph,
    People,
    PersonCard,
    Picture,
    Quotation,
    Row,
    Run,
    Section,
    Series,
    Step,
    Table,
    Timeline,
)
from cieprep_docs.office.word import ReportStyle, load_report_style, write_report

ROOT = Path(__file__).parents[3]
BASE = ROOT / "templates" / "office" / "conference" / "report.docx"
TAGS = {"zh": "zh-CN", "en": "en-GB", "ru": "ru-RU"}

WORDS = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))


def picture() -> bytes:
    """Return a small grey PNG."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">L", len(body)) + kind + body + struct.pack(">L", zlib.crc32(kind + body))

    rows = b"".join(b"\0" + bytes([180]) * 300 for _ in range(200))
    head = struct.pack(">2L5B", 300, 200, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


class Writer:
    """Says the words of one language as nodes."""

    def __init__(self, key: str) -> None:
        self.key, self.tag = key, TAGS[key]

    def text(self, name: str) -> str:
        return str(WORDS[name][self.key])

    def say(self, name: str) -> Inlines:
        return (Run(self.text(name), self.tag),)

    def p(self, name: str, role: str = "body") -> Paragraph:
        return Paragraph(self.say(name), role)

    def h(self, name: str, level: int = 1, *, numbered: bool = True, identity: str = "") -> Heading:
        return Heading(self.say(name), level, identity, numbered)

    def cell(self, name: str, *, header: bool = False) -> Cell:
        return Cell((self.p(name),), header)

    def number(self, text: str) -> Cell:
        return Cell((Paragraph((Run(text, self.tag),)),), align="end")


def make_document(key: str) -> Document:
    w = Writer(key)
    labels = {
        "short-title": w.say("short"),
        **{name: w.say(name) for name in ("copy", "page", "contents", "when", "step", "person", "part")},
    }
    sections = (
        _cover(w),
        _contents(w),
        _summary(w),
        _course(w),
        _said(w),
        _figures(w),
        _projects(w),
        _notes(w),
        _annex(w),
    )
    return Document(w.tag, w.text("title"), sections, labels, images={"venue": picture()})


def _cover(w: Writer) -> Section:
    blocks: tuple[Block, ...] = (
        Aside((w.p("series", "series"), w.p("edition", "edition"), w.h("title", numbered=False)), "band"),
        w.p("dates", "dates"),
        w.p("places", "places"),
        w.p("copy", "copy"),
    )
    return Section(blocks, "cover")


def _contents(w: Writer) -> Section:
    return Section((w.h("contents", numbered=False), Contents()), "contents")


def _summary(w: Writer) -> Section:
    bullets = List((Item((w.p("b1"),)), Item((w.p("b2"), List((Item((w.p("k1"),)),))))))
    steps = List((Item((w.p("b1"),)), Item((w.p("b2"),))), ordered=True)
    note = Paragraph((*w.say("body"), Run("1", w.tag, raised=True, href="#source-1")))
    return Section(
        (
            w.h("summary", identity="summary"),
            w.p("lead", "lead"),
            _key_figures(w),
            note,
            w.h("aim", 2),
            bullets,
            steps,
            Aside((w.p("panel"),)),
        ),
        "section",
    )


def _key_figures(w: Writer) -> KeyFigures:
    def figure(over: str, number: str, noun: str) -> KeyFigure:
        qualifier = (Run(w.text(over), w.tag, emphasis=True),) if over else ()
        return KeyFigure((*qualifier, Run(number, w.tag)), w.say(noun))

    return KeyFigures(
        (
            figure("", "9", "events"),
            figure("over", "500", "experts"),
            figure("over", w.text("n800"), "online"),
            figure("almost", "150", "shown"),
        )
    )


def _course(w: Writer) -> Section:
    timeline = Timeline(
        (Step(w.say("t1when"), (w.p("t1"),)), Step((), (w.p("t2"),)), Step(w.say("t3when"), (w.p("t3"), w.p("t3more"))))
    )
    shot = Picture("venue", w.text("t3"), w.tag, w.say("t3"), "venue-1")
    return Section((w.h("course"), w.p("body"), timeline, w.p("body"), shot), "section", id="course")


def _said(w: Writer) -> Section:
    quotes = (
        Quotation((w.p("huangsaid"),), w.say("huang"), w.say("huangpost")),
        Quotation((w.p("borsaid"), w.p("b2")), (Run(w.text("bor"), w.tag, mark="proposed"),), w.say("borpost")),
    )
    cards = tuple(
        PersonCard(w.say(name), w.say(post), (), w.say("attend"), "", initials)
        for name, post, initials in (("huang", "huangpost", "HW"), ("bor", "borpost", "NB"))
    )
    return Section((w.h("said"), *quotes, w.h("people", 2), People(cards)), "section")


def _figures(w: Writer) -> Section:
    chart = Chart(
        "bar",
        (w.text("c1"), w.text("c2")),
        (Series(w.text("number"), (Decimal(500), Decimal(150))),),
        w.tag,
        w.text("chartcap"),
        w.say("chartcap"),
    )
    english = Paragraph(
        (
            *w.say("lead"),
            Run(" ", w.tag),
            Run("Silk Road Science and Education Center", "en-GB", mark="untranslated"),
            Run("，中俄“CIEP”", "zh-CN"),
        )
    )
    return Section((w.h("figures"), english, chart), "section")


def _projects(w: Writer) -> Section:
    head = Row(
        (w.cell("kind", header=True), w.cell("field", header=True), Cell((w.p("number"),), header=True, align="end")),
        "header",
    )
    rows = [
        Row((w.cell(kind, header=True), w.cell(name), w.number(count)))
        for _ in range(6)
        for kind, name, count in (("k1", "f1", "60"), ("k2", "f2", "50"), ("k3", "f3", "40"))
    ]
    spanning = [
        Row((Cell((w.p("k1"),), header=True, rowspan=2), w.cell("f1"), w.number("1 200"))),
        Row((w.cell("f2"), w.number("15"))),
    ]
    total = Row((Cell((w.p("total"),), colspan=2), w.number("150")), "total")
    return Section(
        (w.h("projects"), w.p("body"), Table((head, *rows, *spanning, total), w.say("tablecap"), id="projects")),
        "section",
    )


def _notes(w: Writer) -> Section:
    return Section(
        (
            w.h("notes", numbered=False),
            List((Item((w.p("source"),), "source-1"), Item((w.p("source"),), "source-2")), ordered=True, role="notes"),
        ),
        "notes",
    )


def _annex(w: Writer) -> Section:
    rows = tuple(Row((w.cell(one, header=True), w.cell(two))) for one, two in (("k1", "f1"), ("k2", "f2")))
    return Section(
        (
            w.h("annex", numbered=False),
            w.p("body"),
            Table((Row((w.cell("kind", header=True), w.cell("field", header=True)), "header"), *rows)),
        ),
        "annex",
    )


@pytest.fixture(scope="session")
def style() -> ReportStyle:
    return load_report_style(BASE)


@pytest.fixture(params=["zh", "en", "ru"])
def document(request: pytest.FixtureRequest) -> Document:
    return make_document(str(request.param))


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def show_body(data: bytes) -> str:
    """Return the body of a .docx as lines: a paragraph is its style and words, a table its rows and cells."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        body = etree.fromstring(package.read("word/document.xml")).find(f"{W}body")
    assert body is not None
    return "\n".join(_block_lines(body))


def _block_lines(parent: Element) -> list[str]:
    lines: list[str] = []
    for child in parent:
        if child.tag == f"{W}p":
            lines.append(_paragraph_line(child))
        elif child.tag == f"{W}tbl":
            lines += _table_lines(child)
        elif child.tag == f"{W}bookmarkStart":
            lines.append(f"«{child.get(f'{W}name')}»")
    return lines


def _paragraph_line(paragraph: Element) -> str:
    properties = paragraph.find(f"{W}pPr")
    assert properties is not None
    told = [_property(each) for each in properties]
    return f"{' '.join(told)}: {''.join(_inline(each) for each in paragraph if each is not properties)}".rstrip()


def _property(element: Element) -> str:
    name = etree.QName(element).localname
    if name == "numPr":
        return f"list {element[1].get(f'{W}val')}/{element[0].get(f'{W}val')}"
    if name == "sectPr":
        return "section"
    return element.get(f"{W}val") or name


def _inline(element: Element) -> str:
    name = etree.QName(element).localname
    if name == "hyperlink":
        inner = "".join(map(_inline, element))
        return f"<{element.get(f'{W}anchor') or 'outside'}|{inner}>"
    if name == "bookmarkStart":
        return f"«{element.get(f'{W}name')}»"
    return _run(element) if name == "r" else ""


def _run(run: Element) -> str:
    properties = run.find(f"{W}rPr")
    told = [] if properties is None else [_look(each) for each in properties]
    words = "".join(_content(each) for each in run if each is not properties)
    return f"[{' '.join(told)}|{words}]" if told else words


def _look(element: Element) -> str:
    values = [str(value) for value in element.attrib.values()]
    return "/".join(values) or etree.QName(element).localname


def _content(element: Element) -> str:
    name = etree.QName(element).localname
    if name == "t":
        return element.text or ""
    if name == "instrText":
        return f"{{{(element.text or '').strip()}}}"
    if name == "drawing":
        shown = next(element.iter(f"{WP}docPr"))
        return f"({shown.get('name')}: {shown.get('descr')})"
    return {"tab": "⇥", "br": "⏎"}.get(name, "")


def _table_lines(table: Element) -> list[str]:
    style = table.find(f"{W}tblPr/{W}tblStyle")
    lines = [f"table {'' if style is None else style.get(f'{W}val')}"]
    for row in table.iter(f"{W}tr"):
        marks = [etree.QName(each).localname for each in row.iterfind(f"{W}trPr/*")]
        lines.append(f"  row {' '.join(marks)}")
        for cell in row.iter(f"{W}tc"):
            told = [_property(each) for each in cell.iterfind(f"{W}tcPr/*") if not each.tag.endswith("tcW")]
            lines.append(f"    cell {' '.join(told)}".rstrip())
            lines += [f"      {line}" for line in _block_lines(cell)]
    return lines


@pytest.fixture
def show(style: ReportStyle) -> Callable[..., str]:
    """Write blocks of an English document (or of another language) and show the body."""

    def shown(*blocks: Block, lang: str = "en-GB", **fields: Any) -> str:
        document = Document(lang, "Title", blocks, images={"venue": picture()}, **fields)
        return show_body(write_report(document, style))

    return shown
