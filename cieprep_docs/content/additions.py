"""Blocks of a script's own in a document that a template has made."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import is_dataclass, replace
from itertools import takewhile
from typing import Any

from cieprep_docs.content.nodes import Block, Document, Section
from cieprep_docs.content.references import with_references
from cieprep_docs.content.validity import check_document
from cieprep_docs.diagnostics import Diagnostic
from cieprep_docs.errors import TemplateError, UsageError

_AT_THE_END = frozenset({"annex", "notes"})


_PATH = re.compile(r"blocks\[(\d+)\](.*)")


def read_blocks(given: Any, name: str = "blocks") -> tuple[Any, ...]:
    """Return what a script gives as blocks; a single one need not stand in a list. Raises UsageError for what is none.

    ``name`` is that of the argument.
    """
    if is_dataclass(given):
        return (given,)
    if isinstance(given, str | bytes) or not isinstance(given, Iterable):
        hint = "for example [nodes.Paragraph((nodes.Run('…', 'en-GB'),))]"
        raise UsageError.at("CLI063", f"{name} is a list of nodes, not {type(given).__name__}", hint=hint)
    return tuple(given)


def with_blocks(document: Document, blocks: Sequence[Block], name: str = "blocks") -> Document:
    """Return the document with more blocks behind its last section, in front of its annexes and notes.

    Raises TemplateError with all that is wrong with them, each with its path in the blocks, which are called ``name``.
    """
    end = len(list(takewhile(_is_at_the_end, reversed(document.blocks))))
    before, after = document.blocks[: len(document.blocks) - end], document.blocks[len(document.blocks) - end :]
    return check_own(
        replace(document, blocks=(*before, *blocks, *after)), range(len(before), len(before) + len(blocks)), name
    )


def check_own(whole: Document, own: range, name: str) -> Document:
    """Return a document with words in its links, once it is found right; ``own`` are the places of a script's blocks.

    Raises TemplateError, in which these are counted by themselves.
    """
    try:
        check_document(whole)
    except TemplateError as error:
        raise TemplateError(*(_counted_apart(each, own, name) for each in error.diagnostics)) from None
    return with_references(whole)


def _counted_apart(fault: Diagnostic, own: range, name: str) -> Diagnostic:
    found = _PATH.fullmatch(fault.location.path)
    if not found or int(found[1]) not in own:
        return fault
    path = f"{name}[{int(found[1]) - own.start}]{found[2]}"
    return replace(fault, location=replace(fault.location, path=path))


def _is_at_the_end(block: Block) -> bool:
    return isinstance(block, Section) and block.role in _AT_THE_END
