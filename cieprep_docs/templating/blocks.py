"""Blocks that a template fills in the one that it extends: one that is not there would be left out without a word."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

import jinja2
from jinja2 import TemplateNotFound, TemplateSyntaxError, nodes
from jinja2.parser import Parser

from cieprep_docs.diagnostics import Diagnostic, Location


class LostBlocksError(TemplateSyntaxError):
    """A template has blocks that no template has which it extends."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__(diagnostics[0].message, diagnostics[0].location.line)
        self.diagnostics = diagnostics


def refuse_lost_blocks(environment: jinja2.Environment, tree: nodes.Template, name: str) -> None:
    """Raise LostBlocksError for blocks of the template ``name`` that its parent does not print.

    A block inside another one is printed with that. A parent that is chosen by a condition is not looked at, and one
    that does not exist is told when it is asked for.
    """
    parent = _parent_of(environment, tree, name)
    own = list(_outermost(tree)) if parent else []
    if not own:
        return
    try:
        known = dict.fromkeys(_blocks_of(environment, parent))
    except TemplateNotFound:
        return
    lost = [_lost(each, list(known), parent, name) for each in own if each.name not in known]
    if lost:
        raise LostBlocksError(*lost)


def _parent_of(environment: jinja2.Environment, tree: nodes.Template, name: str) -> str:
    """Return the name of the template that a template extends; empty where it extends none, or one by a condition."""
    found = [each.template for each in tree.find_all(nodes.Extends)]
    written = [each.value for each in found if isinstance(each, nodes.Const)]
    return environment.join_path(written[0], name) if len(found) == len(written) == 1 else ""


def _outermost(node: nodes.Node) -> Iterator[nodes.Block]:
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Block):
            yield child
        else:
            yield from _outermost(child)


def _blocks_of(environment: jinja2.Environment, name: str) -> Iterator[str]:
    """Yield the names of the blocks of a template and of all that it extends."""
    seen: set[str] = set()
    while name and name not in seen and environment.loader:
        seen.add(name)
        source, shown, _ = environment.loader.get_source(environment, name)
        tree = Parser(environment, source, name, shown).parse()
        yield from (each.name for each in tree.find_all(nodes.Block))
        name = _parent_of(environment, tree, name)


def _lost(block: nodes.Block, known: list[str], parent: str, name: str) -> Diagnostic:
    near = difflib.get_close_matches(block.name, known, 1)
    hint = f"did you mean {near[0]!r}?" if near else f"it has {', '.join(known) or 'none'}"
    message = f"{parent} has no block {block.name!r}, so it would be left out"
    return Diagnostic("TPL010", message, Location(name, block.lineno), hint)
