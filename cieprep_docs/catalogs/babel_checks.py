"""The checks that block, for Babel: ``pybabel compile`` asks them through the entry point ``babel.checkers``."""

from __future__ import annotations

from typing import Any

from babel.messages.catalog import Catalog, Message, TranslationError

from cieprep_docs.catalogs.checks.catalog import Checker, blocks
from cieprep_docs.catalogs.entries import Entry
from cieprep_docs.errors import UsageError
from cieprep_docs.language.tags import normalise_language


def check_message(catalog: Catalog | None, message: Message) -> None:
    """Raise TranslationError for the first finding that blocks; fuzzy and empty messages are none of its business."""
    entry = _entry(message)
    if catalog is None or message.fuzzy or not all(entry.forms):
        return
    for found in Checker(_language(catalog)).check_entry(entry):
        if blocks(found.code):
            text = f"{found.code} {found.message}"
            raise TranslationError(text)


def _entry(message: Message) -> Entry:
    sources, forms = _words(message.id), _words(message.string)
    return Entry(
        msgid=sources[0],
        context=message.context or "",
        plural=sources[1] if len(sources) > 1 else "",
        forms=forms,
        notes=tuple(message.user_comments),
        flags=tuple(message.flags),
    )


def _words(words: Any) -> tuple[str, ...]:
    return tuple(each or "" for each in (words if isinstance(words, (list, tuple)) else (words,)))


def _language(catalog: Catalog) -> str:
    try:
        return normalise_language(str(catalog.locale))
    except UsageError:
        return ""
