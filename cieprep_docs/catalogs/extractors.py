"""For ``pybabel extract``: what event files, templates and Office files hold, in the form that Babel asks for.

Registered as ``cieprep_event``, ``cieprep_template`` and ``cieprep_office``. Nothing is skipped: a file that cannot be
read, a syntax error or a call without literal words raises an error with its place, and Babel stops.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from cieprep_docs.catalogs.events import event_messages, target_languages
from cieprep_docs.catalogs.messages import Message
from cieprep_docs.catalogs.placeholders import office_messages
from cieprep_docs.catalogs.templates import read_template
from cieprep_docs.diagnostics import Diagnostic
from cieprep_docs.errors import TemplateError
from cieprep_docs.source import read_event

Found = Iterator[tuple[int, str, tuple[str, ...], list[str]]]
"""Line, the gettext function that takes these words, the words, and comments."""


def extract_event(
    fileobj: BinaryIO,
    _keywords: Collection[str],
    _tags: Sequence[str],
    options: Mapping[str, str],  # noqa: ARG001 - Babel names it
) -> Found:
    """Yield what is to be translated of an event file. Raises EventError."""
    loaded = read_event(fileobj.name)
    return _for_babel(event_messages(loaded, target_languages(loaded.event)))


def extract_template(
    fileobj: BinaryIO,
    _keywords: Collection[str],
    _tags: Sequence[str],
    options: Mapping[str, str],  # noqa: ARG001 - Babel names it
) -> Found:
    """Yield what is to be translated of a template. Raises TemplateError."""
    found = list(read_template(fileobj, fileobj.name))
    faults = [each for each in found if isinstance(each, Diagnostic)]
    if faults:
        raise TemplateError(*faults)
    return _for_babel(each for each in found if isinstance(each, Message))


def extract_office(
    fileobj: BinaryIO,
    _keywords: Collection[str],
    _tags: Sequence[str],
    options: Mapping[str, str],  # noqa: ARG001 - Babel names it
) -> Found:
    """Yield what is to be translated of the placeholders in a .docx or .pptx. Raises StyleError and TemplateError."""
    return _for_babel(office_messages(Path(fileobj.name)))


def _for_babel(messages: Iterable[Message]) -> Found:
    for each in messages:
        words = tuple(word for word in (each.context, each.msgid, each.plural) if word)
        function = f"{'n' if each.plural else ''}{'p' if each.context else ''}gettext"
        for place in each.places:
            yield place.line, function, words, list(each.comments)
