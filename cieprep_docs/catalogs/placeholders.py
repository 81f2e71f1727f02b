"""The messages of Office files that people lay out themselves: ``{{ _("…") }}`` and ``{% trans %}`` in their words.

A call may be broken over runs, as Word breaks them at every change of spelling language, but not over paragraphs; a
``{% trans %}`` block may reach over several. Places are told by the part and the number of the paragraph in it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lxml import etree

from cieprep_docs.catalogs.messages import Message, merge_messages
from cieprep_docs.catalogs.templates import read_template
from cieprep_docs.diagnostics import Diagnostic
from cieprep_docs.errors import TemplateError
from cieprep_docs.office.package import read_package
from cieprep_docs.office.xml import qualified, read_xml

_PARTS = re.compile(r"(word|ppt)/(?!theme).*\.xml")
_KINDS = {"word": ("w:p", "w:t"), "ppt": ("a:p", "a:t")}
# Word turns straight quotation marks into these while one types.
_STRAIGHT = str.maketrans("“”„‘’", '"""\'\'')
_CODE = re.compile(r"\{[{%].*?[%}]\}")


def office_messages(path: Path) -> tuple[Message, ...]:
    """Return the messages in the words of a .docx or .pptx, part by part.

    Raises StyleError where the file is none, TemplateError with every placeholder that cannot be read.
    """
    package = read_package(path)
    found = [
        each
        for part in sorted(filter(_PARTS.fullmatch, package.members))
        for each in _part_messages(read_xml(package.read(part), part), path.name, part)
    ]
    faults = [each for each in found if isinstance(each, Diagnostic)]
    if faults:
        raise TemplateError(*faults)
    return merge_messages(each for each in found if isinstance(each, Message))


def _part_messages(root: etree._Element, name: str, part: str) -> Iterator[Message | Diagnostic]:
    paragraph, text = (qualified(each) for each in _KINDS[part.partition("/")[0]])
    lines = ["".join(each.text or "" for each in one.iter(text)) for one in root.iter(paragraph)]
    words = "\n".join(_CODE.sub(lambda code: code[0].translate(_STRAIGHT), line) for line in lines)
    for each in read_template(io.BytesIO(words.encode()), name):
        if isinstance(each, Message):
            yield replace(each, places=tuple(replace(place, path=part) for place in each.places))
        else:
            yield replace(each, location=replace(each.location, path=part))
