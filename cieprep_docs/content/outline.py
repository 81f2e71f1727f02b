"""The document tree as text that people read: one line a block, children indented.

Words are printed as they are, with what a reader cannot see made visible: ``⍽`` is a no-break space, ``⏎`` a line
break, ``{ru-RU strong|…}`` a run that is more than plain words of the document's language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from cieprep_docs.content import nodes
from cieprep_docs.content.nodes import Block, Document, Inlines

Lines = Iterator[str]
_INDENT = "  "
_VISIBLE = str.maketrans({"\u00a0": "⍽", "\\": "\\\\", "{": "\\{", "}": "\\}"})


def show(document: Document, *, origins: bool = False) -> str:
    """Return the whole tree; ``origins`` adds the template and line of every block."""
    return "\n".join(_Outline(document.lang, origins).document(document)) + "\n"


class _Outline:
    def __init__(self, lang: str, origins: bool) -> None:  # noqa: FBT001 - private
        self.lang = lang
        self.origins = origins

    def document(self, document: Document) -> Lines:
        yield f"document {document.lang}: {document.title.translate(_VISIBLE)}"
        for name, words in document.labels.items():
            yield f"{_INDENT}label {name}: {self.words(words)}"
        for key in document.images:
            yield f"{_INDENT}image {key}{' with a drawing' if key in document.vectors else ''}"
        yield from self.blocks(document.blocks)

    def blocks(self, blocks: tuple[Block, ...]) -> Lines:
        for block in blocks:
            yield from (_INDENT + line for line in _SHOW[type(block)](self, block))

    def head(self, name: str, node: Any, *details: str) -> str:
        node_id = getattr(node, "id", "")
        marks = [f"#{node_id}"] if node_id else []
        marks += [f"@{node.origin.record}"] if node.origin.record else []
        marks += [f"[{node.origin.template}:{node.origin.line}]"] if self.origins and node.origin.template else []
        return " ".join(part for part in (name, *details, *marks) if part)

    def words(self, words: Inlines) -> str:
        return "".join(self.inline(each) for each in words)

    def inline(self, inline: nodes.Inline) -> str:
        match inline:
            case nodes.Run():
                return self.run(inline)
            case nodes.Note():
                return f"{{note{_lang(self, inline.lang)}|{self.words(inline.content)}}}"
            case nodes.Reference():
                return f"{{→#{inline.target}{' number' if inline.alone else ''}|?}}"
            case nodes.Break():
                return "⏎"

    def run(self, run: nodes.Run) -> str:
        traits = [
            run.lang if run.lang != self.lang else "",
            "strong" if run.strong else "",
            "emphasis" if run.emphasis else "",
            "raised" if run.raised else "",
            "lowered" if run.lowered else "",
            "abbreviation" if run.abbreviation else "",
            "counted" if run.counted else "",
            run.mark,
            f"→{run.href}" if run.href else "",
        ]
        text = run.text.translate(_VISIBLE)
        shown = " ".join(trait for trait in traits if trait)
        return f"{{{shown}|{text}}}" if shown else text


def _heading(out: _Outline, node: nodes.Heading) -> Lines:
    yield out.head(f"heading {node.level}", node, "" if node.numbered else "plain") + f": {out.words(node.content)}"


def _paragraph(out: _Outline, node: nodes.Paragraph) -> Lines:
    yield out.head("paragraph", node, "" if node.role == "body" else node.role) + f": {out.words(node.content)}"


def _list(out: _Outline, node: nodes.List) -> Lines:
    kind = "ordered list" if node.ordered else "list"
    start = f"from {node.start}" if node.start > 1 else ""
    yield out.head(kind, node, "" if node.role == "list" else node.role, start)
    for item in node.items:
        yield from _container(out, out.head("item", item), item.blocks)


def _container(out: _Outline, head: str, blocks: tuple[Block, ...]) -> Lines:
    """Yield a holder of blocks; a single plain paragraph stands on its own line."""
    only = blocks[0] if len(blocks) == 1 else None
    if isinstance(only, nodes.Paragraph) and only.role == "body" and not only.id:
        yield f"{_INDENT}{head}: {out.words(only.content)}"
    else:
        yield _INDENT + head
        yield from (_INDENT + line for line in out.blocks(blocks))


def _table(out: _Outline, node: nodes.Table) -> Lines:
    caption = f": {out.words(node.caption)}" if node.caption else ""
    sides = f"{node.sides} sides" if node.sides > 1 else ""
    yield out.head("table", node, "" if node.role == "table" else node.role, sides) + caption
    for row in node.rows:
        yield _INDENT + out.head(f"{row.kind} row", row)
        for cell in row.cells:
            yield from (_INDENT + line for line in _container(out, _cell_head(cell), cell.blocks))


def _cell_head(cell: nodes.Cell) -> str:
    spans = f" {cell.colspan}×{cell.rowspan}" if (cell.colspan, cell.rowspan) != (1, 1) else ""
    align = f" {cell.align}" if cell.align != "start" else ""
    return ("header cell" if cell.header else "cell") + spans + align


def _picture(out: _Outline, node: nodes.Picture) -> Lines:
    yield out.head("picture", node, node.source) + _lang(out, node.lang) + f": {node.alt.translate(_VISIBLE)}"
    yield from _part(out, "caption", node.caption)


def _chart(out: _Outline, node: nodes.Chart) -> Lines:
    yield out.head("chart", node, node.kind) + _lang(out, node.lang) + f": {node.alt.translate(_VISIBLE)}"
    yield from _part(out, "caption", node.caption)
    yield f"{_INDENT}categories: " + " | ".join(node.categories)
    for series in node.series:
        values = " | ".join("-" if value is None else f"{value:f}" for value in series.values)
        yield f"{_INDENT}series {series.name}: {values}"


def _lang(out: _Outline, lang: str) -> str:
    return f" ({lang})" if lang != out.lang else ""


def _part(out: _Outline, name: str, words: Inlines) -> Lines:
    if words:
        yield f"{_INDENT}{name}: {out.words(words)}"


def _key_figures(out: _Outline, node: nodes.KeyFigures) -> Lines:
    yield out.head("key figures", node)
    for figure in node.figures:
        yield _INDENT + out.head("figure", figure) + f": {out.words(figure.number)} | {out.words(figure.noun)}"


def _timeline(out: _Outline, node: nodes.Timeline) -> Lines:
    yield out.head("timeline", node)
    for step in node.steps:
        yield from _container(out, out.head("step", step, out.words(step.when)), step.blocks)


def _quotation(out: _Outline, node: nodes.Quotation) -> Lines:
    yield out.head("verbatim" if node.verbatim else "paraphrase", node, *_portrait(node))
    yield from _part(out, "speaker", node.speaker)
    yield from _part(out, "post", node.post)
    yield from out.blocks(node.blocks)


def _people(out: _Outline, node: nodes.People) -> Lines:
    yield out.head("people", node)
    for card in node.cards:
        yield _INDENT + out.head("person", card, *_portrait(card)) + f": {out.words(card.name)}"
        for name, words in (("post", card.post), ("body", card.body), ("part", card.part)):
            yield from (_INDENT + line for line in _part(out, name, words))


def _portrait(node: nodes.Quotation | nodes.PersonCard) -> tuple[str, str]:
    return f"({node.initials})" if node.initials else "", f"portrait {node.portrait}" if node.portrait else ""


def _contents(out: _Outline, node: nodes.Contents) -> Lines:
    yield out.head("contents", node, f"depth {node.depth}")


def _aside(out: _Outline, node: nodes.Aside) -> Lines:
    yield out.head("aside", node, node.role)
    yield from out.blocks(node.blocks)


def _section(out: _Outline, node: nodes.Section) -> Lines:
    yield out.head("section", node, node.role)
    yield from out.blocks(node.blocks)
    if node.notes:
        yield f"{_INDENT}notes"
        yield from (_INDENT + line for line in out.blocks(node.notes))


def _version(out: _Outline, node: nodes.Version) -> Lines:
    yield out.head("version", node, node.lang, node.manner)
    yield from out.blocks(node.blocks)


def _columns(out: _Outline, node: nodes.Columns) -> Lines:
    yield out.head("columns", node)
    for row in node.rows:
        yield f"{_INDENT}row"
        yield from (_INDENT + line for line in out.blocks(row))


_SHOW: Mapping[type, Callable[[_Outline, Any], Lines]] = {
    nodes.Heading: _heading,
    nodes.Paragraph: _paragraph,
    nodes.List: _list,
    nodes.Table: _table,
    nodes.Picture: _picture,
    nodes.Chart: _chart,
    nodes.KeyFigures: _key_figures,
    nodes.Timeline: _timeline,
    nodes.Quotation: _quotation,
    nodes.People: _people,
    nodes.Contents: _contents,
    nodes.Aside: _aside,
    nodes.Section: _section,
    nodes.Version: _version,
    nodes.Columns: _columns,
}
