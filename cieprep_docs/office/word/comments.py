"""Word comments on words that somebody must look at: untranslated ones, and forms that are not confirmed.

They are for those who edit a report, so they are made only when asked for. Labels ``untranslated`` and ``proposed`` of
the document say what is wrong; each form is commented where it stands first.
"""

from __future__ import annotations

from collections.abc import Callable

from cieprep_docs.content.nodes import Inlines, Run
from cieprep_docs.office.word.parts import Parts
from cieprep_docs.office.word.place import Place
from cieprep_docs.office.xml import DECLARATION, attributes, declare

PART = "word/comments.xml"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_AUTHOR = {"w__author": "cieprep-docs", "w__initials": "cd"}
_ELSEWHERE = frozenset({"contents", "footnote"})
"""Parts that repeat words of the text, or where Word takes no comments."""


def commented(run: Run, inner: str, place: Place) -> str:
    """Return the runs of words, inside a comment where one is wanted."""
    said = place.document.labels.get(run.mark) if run.mark and place.context not in _ELSEWHERE else None
    comments = place.parts.comments
    if comments is None or not said or (run.mark, run.text) in comments:
        return inner
    number = len(comments)
    comments[run.mark, run.text] = said
    end = f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'
    return f'<w:commentRangeStart w:id="{number}"/>{inner}{end}'


def comments_part(parts: Parts, write: Callable[[Inlines], str]) -> bytes:
    """Return the part with the comments that were made; `write` gives the runs of words."""
    body = "".join(_comment(number, write(said)) for number, said in enumerate((parts.comments or {}).values()))
    return f"{DECLARATION}<w:comments{declare('w')}>{body}</w:comments>".encode()


def _comment(number: int, runs: str) -> str:
    start = f"<w:comment{attributes(w__id=number, **_AUTHOR)}>"
    return f"{start}<w:p><w:r><w:annotationRef/></w:r>{runs}</w:p></w:comment>"
