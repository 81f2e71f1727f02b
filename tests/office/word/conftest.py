"""One report in Chinese, English and Russian with every kind of block, built without a template."""

from __future__ import annotations

import struct
import tomllib
import zlib
from decimal import Decimal
from pathlib import Path

import pytest

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
from cieprep_docs.office.word import ReportStyle, load_report_style

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
    return Document(w.tag, w.text("title"), sections, labels, {"venue": picture()})


def _cover(w: Writer) -> Section:
    blocks: tuple[Block, ...] = (
        w.p("series", "series"),
        w.p("edition", "edition"),
        w.h("title", numbered=False),
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
