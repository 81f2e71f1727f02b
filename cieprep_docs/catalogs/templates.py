"""The messages of our templates."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from jinja2 import TemplateSyntaxError
from jinja2.ext import babel_extract

from cieprep_docs.catalogs.messages import Message, merge_messages
from cieprep_docs.diagnostics import Diagnostic, Location
from cieprep_docs.errors import TemplateError

_ARGUMENTS = {
    "_": ("msgid",),
    "gettext": ("msgid",),
    "ngettext": ("msgid", "plural"),
    "pgettext": ("context", "msgid"),
    "npgettext": ("context", "msgid", "plural"),
}
"""What the leading arguments of each gettext call are; the rest are its values."""

_COMMENT_TAGS = ("translators:", "TRANSLATORS:")
_OPTIONS = {"silent": "false", "trimmed": "true", "extensions": "jinja2.ext.do,jinja2.ext.loopcontrols"}


def template_messages(folder: Path) -> tuple[Message, ...]:
    """Return the messages of all ``.html`` templates under the folder, files in sorted order.

    Raises TemplateError with every file that cannot be read and every call whose words are not literal.
    """
    messages: list[Message] = []
    faults: list[Diagnostic] = []
    for path in sorted(folder.rglob("*.html")):
        name = f"{folder.name}/{path.relative_to(folder).as_posix()}"
        with path.open("rb") as file:
            found = list(read_template(file, name))
        messages += (each for each in found if isinstance(each, Message))
        faults += (each for each in found if isinstance(each, Diagnostic))
    if faults:
        raise TemplateError(*faults)
    return merge_messages(messages)


def read_template(file: BinaryIO, name: str) -> Iterator[Message | Diagnostic]:
    """Yield the messages of one template as they stand there, and its faults; ``name`` is what places are told by."""
    try:
        for line, function, words, comments in babel_extract(file, list(_ARGUMENTS), _COMMENT_TAGS, _OPTIONS):
            yield _message(function, words, comments, Location(name, line))
    except TemplateSyntaxError as error:
        yield Diagnostic("CAT002", f"the template cannot be read: {error.message}", Location(name, error.lineno))
    except UnicodeDecodeError as error:
        yield Diagnostic("CAT002", f"the template is not UTF-8: {error.reason} at byte {error.start}", Location(name))


def _message(
    function: str, words: str | tuple[str | None, ...] | None, comments: list[str], place: Location
) -> Message | Diagnostic:
    given = words if isinstance(words, tuple) else (words,)
    named = dict(zip(_ARGUMENTS[function], given, strict=False))
    if not all(named.values()) or len(named) < len(_ARGUMENTS[function]):
        return Diagnostic("CAT003", f"{function}(…) needs literal words, so that they can be translated", place)
    return Message(
        named["msgid"] or "",
        named.get("context") or "",
        named.get("plural") or "",
        comments=tuple(" ".join(each.split()) for each in comments),
        places=(place,),
    )
