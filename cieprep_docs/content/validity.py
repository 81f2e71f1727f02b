"""What is wrong with a tree that a script has built: what the markup reader would refuse is refused here too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from cieprep_docs.content import nodes
from cieprep_docs.content.fields import origin_of, shape_of
from cieprep_docs.content.inlines import plain_text
from cieprep_docs.content.shapes import Fault, wrong_types
from cieprep_docs.content.tables import misfits
from cieprep_docs.content.vocabulary import DEPTH, VALUES
from cieprep_docs.diagnostics import Diagnostic, Location
from cieprep_docs.errors import TemplateError, UsageError

_WORDS = (nodes.Paragraph, nodes.List, nodes.Version)
_NO_SECTION = (nodes.Section, nodes.Contents, nodes.Aside)
_HOLD_WORDS = (nodes.Cell, nodes.Item, nodes.Quotation, nodes.Step)
_MUST_HOLD = ("blocks", "rows", "items", "steps", "cards", "figures", "categories", "series")
_MUST_SAY = ("content", "name", "number", "noun")
_LEVELS = range(1, 5)
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")


def check_document(document: nodes.Document) -> None:
    """Raise TemplateError with all that is wrong with a tree, each with its path: ``blocks[2].rows[0]``.

    Types are looked at first; only a tree of nodes is asked whether it makes sense. Raises UsageError for what is no
    Document.
    """
    if not isinstance(document, nodes.Document):
        raise UsageError.at("CLI060", f"a document is made of a Document, not of {type(document).__name__}")
    _refuse(list(wrong_types(document)))
    _refuse([*_of_document(document), *_of_nodes(document)])


def _refuse(faults: list[Fault]) -> None:
    if faults:
        raise TemplateError(*(_diagnostic(each) for each in faults))


def _diagnostic(fault: Fault) -> Diagnostic:
    place = Location(fault.origin.template, fault.origin.line, path=fault.path)
    return Diagnostic(fault.code, fault.message, place, fault.hint)


def _of_document(document: nodes.Document) -> Iterator[Fault]:
    yield from _value("lang", document.lang, "lang")
    if not document.title.strip():
        yield Fault("MRK021", "a document without a title", "title")
    if not document.blocks:
        yield Fault("MRK020", "the document is empty", "blocks")
    for name, words in document.labels.items():
        yield from _of_words(words, f"labels[{name!r}]")
        if any(isinstance(each, nodes.Note | nodes.Reference) for each in words):
            yield Fault("MRK011", "a label holds no notes and no numbers of blocks", f"labels[{name!r}]")


def _of_nodes(document: nodes.Document) -> Iterator[Fault]:
    """Yield what is wrong with each node, then the links that lead nowhere."""
    found = list(_walk(document, "", 0))
    ids: set[str] = set()
    for node, path in found:
        yield from (each._replace(origin=origin_of(node)) for each in _of_node(node, path, document))
        name = getattr(node, "id", "")
        if name in ids:
            yield Fault("MRK030", f"the id {name!r} stands twice", path, origin=origin_of(node))
        ids |= {name} - {""}
    for node, path in found:
        for target in _targets(node):
            if target not in ids:
                yield Fault("MRK031", f"a link to #{target}, which does not stand in the document", path)


def _walk(node: Any, path: str, depth: int) -> Iterator[tuple[Any, str]]:
    for name in shape_of(node).nodes:
        for index, child in enumerate(getattr(node, name)):
            for inner, each in enumerate(child if isinstance(child, tuple) else (child,)):
                at = f"{path}{name}[{index}]" + (f"[{inner}]" if isinstance(child, tuple) else "")
                yield each, at
                if depth < DEPTH:
                    yield from _walk(each, f"{at}.", depth + 1)


def _targets(node: Any) -> Iterator[str]:
    for name in shape_of(node).words:
        value = getattr(node, name)
        for each in () if isinstance(value, str) else value:
            yield from _target(each)


def _target(inline: Any) -> Iterator[str]:
    if isinstance(inline, nodes.Reference):
        yield inline.target
    elif isinstance(inline, nodes.Note):
        for each in inline.content:
            yield from _target(each)
    elif isinstance(inline, nodes.Run) and inline.href.startswith("#"):
        yield inline.href[1:]


def _of_node(node: Any, path: str, document: nodes.Document) -> Iterator[Fault]:
    for name in shape_of(node).words:
        if name not in {"alt", "categories"}:
            yield from _of_words(getattr(node, name), f"{path}.{name}")
    if getattr(node, "id", ""):
        yield from _value("id", node.id, path)
    for name in _MUST_HOLD:
        if not isinstance(node, nodes.Cell) and getattr(node, name, True) in {(), ""} and not _may_be_bare(node):
            yield Fault("MRK020", f"{_a(node)} without {name}", path)
    for name in _MUST_SAY:
        if getattr(node, name, True) == ():
            yield Fault("MRK020", f"{_a(node)} without words", path)
    yield from _misplaced(node, path)
    if type(node) in _CHECKS:
        yield from _CHECKS[type(node)](node, path, document)


def _a(node: Any) -> str:
    """Return what a node is called in a sentence."""
    kind = type(node).__name__.lower()
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def _may_be_bare(node: Any) -> bool:
    """A quotation may be nothing but its speaker beside the words in another language."""
    return isinstance(node, nodes.Quotation) and bool(node.speaker)


def _misplaced(node: Any, path: str) -> Iterator[Fault]:
    """Yield the blocks that must not stand in this node."""
    held = getattr(node, "blocks", ())
    spoken = getattr(node, "notes", ())
    wrong = [each for each in held if isinstance(node, _HOLD_WORDS) and not isinstance(each, _WORDS)]
    wrong += [each for each in held if isinstance(node, nodes.Aside) and isinstance(each, _NO_SECTION)]
    wrong += [each for each in spoken if not isinstance(each, _WORDS)]
    for each in wrong:
        yield Fault("MRK011", f"{_a(each)} must not stand in {_a(node)}", path, "paragraphs and lists may")


def _of_words(words: nodes.Inlines, path: str) -> Iterator[Fault]:
    for index, each in enumerate(words):
        at = f"{path}[{index}]"
        if isinstance(each, nodes.Run):
            yield from _of_run(each, at)
        elif isinstance(each, nodes.Note):
            yield from _of_note(each, at)


def _of_note(note: nodes.Note, path: str) -> Iterator[Fault]:
    yield from _value("lang", note.lang, path)
    if not plain_text(note.content).strip() and not any(isinstance(each, nodes.Reference) for each in note.content):
        yield Fault("MRK020", "a note without words", path)
    if any(isinstance(each, nodes.Note) for each in note.content):
        yield Fault("MRK011", "a note must not stand in another note", path)
    yield from _of_words(note.content, f"{path}.content")


def _of_run(run: nodes.Run, path: str) -> Iterator[Fault]:
    yield from _value("lang", run.lang, path)
    if not run.text:
        yield Fault("MRK020", "a run without words", path)
    if not run.text.isprintable() and _CONTROL.search(run.text):
        yield Fault("MRK003", f"{run.text!r} holds a line break or a control character", path, "Break() is a new line")
    if run.href:
        yield from _value("href", run.href, path)


def _value(name: str, value: str, path: str) -> Iterator[Fault]:
    pattern, meaning = VALUES[name]
    if not pattern.fullmatch(value):
        yield Fault("MRK015", f"{name}={value!r}", path, meaning)


def _of_heading(node: nodes.Heading, path: str, _: nodes.Document) -> Iterator[Fault]:
    if node.level not in _LEVELS:
        yield Fault("MRK015", f"level={node.level}", path, "1 to 4")
    if any(isinstance(each, nodes.Note) for each in node.content):
        yield Fault("MRK011", "a note must not stand in a heading", path, "put it into a paragraph or a cell")


def _of_contents(node: nodes.Contents, path: str, _: nodes.Document) -> Iterator[Fault]:
    if node.depth not in _LEVELS:
        yield Fault("MRK015", f"depth={node.depth}", path, "1 to 4")


def _of_table(node: nodes.Table, path: str, _: nodes.Document) -> Iterator[Fault]:
    spans = [span for row in node.rows for cell in row.cells for span in (cell.colspan, cell.rowspan)]
    if any(span < 1 for span in spans):
        yield Fault("MRK015", "a cell spans less than one row or column", path)
    elif node.rows:
        yield from (Fault(each.code, each.message, path, each.hint) for each in misfits(node.rows))


def _of_picture(node: nodes.Picture, path: str, document: nodes.Document) -> Iterator[Fault]:
    yield from _of_source(node.source, path, document)
    if not node.alt.strip():
        yield Fault("MRK021", "a picture without words that stand for it", path, "fill alt")


def _of_speaker(node: nodes.Quotation | nodes.PersonCard, path: str, document: nodes.Document) -> Iterator[Fault]:
    if node.portrait:
        yield from _of_source(node.portrait, path, document)


def _of_source(source: str, path: str, document: nodes.Document) -> Iterator[Fault]:
    if source in document.vectors and source not in document.images:
        message = f"the drawing {source!r} has no picture of the same key among the images of the document"
        yield Fault("MRK051", message, path, "add its PNG: programs that cannot draw SVG show that")
    elif source not in document.images:
        hint = f"there are {', '.join(sorted(document.images))}" if document.images else "it has none"
        yield Fault("MRK051", f"there is no picture {source!r} among the images of the document", path, hint)


def _of_chart(node: nodes.Chart, path: str, _: nodes.Document) -> Iterator[Fault]:
    if not node.alt.strip():
        yield Fault("MRK021", "a chart without words that stand for it", path, "fill alt")
    for series in node.series:
        if len(series.values) != len(node.categories):
            message = f"the series {series.name!r} has {len(series.values)} values, not {len(node.categories)}"
            yield Fault("MRK043", message, path)


_CHECKS: Mapping[type, Callable[[Any, str, nodes.Document], Iterator[Fault]]] = {
    nodes.Heading: _of_heading,
    nodes.Contents: _of_contents,
    nodes.Table: _of_table,
    nodes.Picture: _of_picture,
    nodes.Quotation: _of_speaker,
    nodes.PersonCard: _of_speaker,
    nodes.Chart: _of_chart,
}
