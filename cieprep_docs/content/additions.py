"""Blocks of a script's own in a document that a template has made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from cieprep_docs.content.nodes import Block, Document, Section
from cieprep_docs.content.references import with_references
from cieprep_docs.content.validity import check_document

_AT_THE_END = frozenset({"annex", "notes"})


def with_blocks(document: Document, blocks: Sequence[Block]) -> Document:
    """Return the document with more blocks behind its last section, in front of its annexes and notes.

    Raises TemplateError with all that is wrong with them, each with its path in the whole document.
    """
    end = len(list(takewhile(_is_at_the_end, reversed(document.blocks))))
    before, after = document.blocks[: len(document.blocks) - end], document.blocks[len(document.blocks) - end :]
    whole = replace(document, blocks=(*before, *blocks, *after))
    check_document(whole)
    return with_references(whole)


def _is_at_the_end(block: Block) -> bool:
    return isinstance(block, Section) and block.role in _AT_THE_END
