"""What makes a report an official paper: issuer, number, addressee, attachments, signature and record.

The words come with the build (``--field signatory=…``, ``--issued``) as labels of the document; how each block looks is
the house style's affair. Blocks stand in the order of GB/T 9704-2012 (7.2 to 7.4), which is also that of
GOST R 7.0.97: the head in front of the title, attachments and signature behind the text, the record at the very end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from cieprep_docs.content.nodes import Block, Break, Document, Inlines, Paragraph, Run, Section
from cieprep_docs.office.fields import REQUISITES

_BEHIND_TEXT = frozenset({"annex", "notes"})
_LISTED = re.compile(r"\s*[;；]\s*")
_END = " 。；;.,，、"
_DOCKET = re.compile(r"(?P<code>.*?)\s*[\[［(（〔](?P<year>\d{4})[\]］)）〕]\s*第?0*(?P<number>\d+)\s*号?")
_BOUND = re.compile(
    r"(?<=№) (?=\d)|(?<=\d) (?=(?:л|экз)\.)|(?<=[А-ЯЁ]\.) (?=[А-ЯЁ])|(?<=[а-яё]) (?=[А-ЯЁ]\.[А-ЯЁ]?\.?$)"
)


def with_requisites(document: Document, *, banded: bool = False) -> Document:
    """Return a report with the requisites that were given for it, the same report where there are none.

    Where the cover is `banded`, the head stands at its foot: the band begins at the edge of the sheet.
    """
    if not any(document.labels.get(name) for name in REQUISITES):
        return document
    head, foot = tuple(_head(document)), tuple(_signed(document))
    blocks = list(document.blocks)
    end = next((place for place, block in enumerate(blocks) if _role(block) in _BEHIND_TEXT), len(blocks))
    blocks[:end] = _signed_off(blocks[:end], foot)
    start = next((place for place, block in enumerate(blocks) if _role(block) not in {"cover", "contents"}), 0)
    blocks[start:start] = _paragraphs(document, "addressee")
    return replace(document, blocks=(*_headed(blocks, head, banded=banded), *_record(document)))


def _role(block: Block) -> str:
    return block.role if isinstance(block, Section) else ""


def _signed_off(blocks: Sequence[Block], foot: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the text with what signs it, inside its last part, so that neither stands alone on a page."""
    *others, last = blocks or (Section((), "section"),)
    if not isinstance(last, Section) or last.role == "cover":
        return (*others, last, *foot)
    return (*others, replace(last, blocks=(*last.blocks, *foot)))


def _headed(blocks: Sequence[Block], head: tuple[Block, ...], *, banded: bool) -> tuple[Block, ...]:
    first, *others = blocks
    if not isinstance(first, Section) or first.role != "cover":
        return (*head, *blocks)
    inner = (*first.blocks, *head) if banded else (*head, *first.blocks)
    return (replace(first, blocks=inner), *others)


def _head(document: Document) -> Iterator[Block]:
    """Yield the issuer, and the number with the date where that does not stand under the signature."""
    yield from _paragraphs(document, "issuer")
    labels = document.labels
    date = labels.get("issued", ()) if labels.get("post") else ()
    number = _changed(labels.get("docket", ()), docket_words)
    between = (Run(" ", document.lang),) if date and number else ()
    if date or number:
        yield Paragraph((*date, *between, *number), "docket")
    if labels.get("issuer") or number:
        yield Paragraph((), "red-rule")


def _signed(document: Document) -> Iterator[Block]:
    """Yield the note on attachments, and who signs: post and name, or the body with the date below it."""
    labels = document.labels
    names = _LISTED.split(_text(labels.get("attachments", ())))
    lines = attachment_lines([name for name in names if name], _text(labels.get("attached", ())) or "%(names)s")
    if lines:
        yield Paragraph(_in_lines([(Run(line, document.lang),) for line in lines]), "attachment-note")
    signed = [labels.get("post", ()), labels.get("signatory", ())]
    signed += [] if labels.get("post") else [labels.get("issued", ())]
    parts = [_changed(part, bound_words) for part in signed if part]
    if labels.get("signatory") or labels.get("post"):
        yield Paragraph(_in_lines(parts), "sealed-signature" if labels.get("seal") else "signature")


def _record(document: Document) -> Iterator[Block]:
    """Yield who gets copies, and who produced the paper and when: the foot of the last page."""
    labels = document.labels
    lines = []
    if labels.get("copies"):
        lines.append(
            _around(labels.get("copied", ()), "names", _changed(labels["copies"], lambda text: text.strip(_END)))
        )
    if labels.get("executor"):
        made = _around(labels.get("made", ()), "names", labels["executor"])
        printed = _around(labels.get("printed", ()), "date", labels["issued"]) if labels.get("issued") else ()
        lines.append(_in_lines([each for each in (made, printed) if each]))
    yield from (Paragraph(line, "record") for line in lines)
    if lines:
        yield Paragraph((), "section end")


def _paragraphs(document: Document, name: str) -> list[Block]:
    words = document.labels.get(name, ())
    return [Paragraph(_changed(words, bound_words), name)] if words else []


def _text(words: Inlines) -> str:
    return "".join(each.text for each in words if isinstance(each, Run))


def _changed(words: Inlines, change: Callable[[str], str]) -> Inlines:
    return tuple(replace(each, text=change(each.text)) if isinstance(each, Run) else each for each in words)


def _around(label: Inlines, name: str, words: Inlines) -> Inlines:
    """Return words inside the label of the language, as they are where it has none."""
    before, found, after = _text(label).partition(f"%({name})s")
    if not found:
        return words
    lang = next(each.lang for each in label if isinstance(each, Run))
    return tuple(
        each for each in (Run(before, lang), *words, Run(after, lang)) if not isinstance(each, Run) or each.text
    )


def _in_lines(parts: Sequence[Inlines]) -> Inlines:
    return tuple(each for part in parts for each in (Break(), *part))[1:]


def docket_number(code: str, year: int, number: int) -> str:
    """Return a number as GB/T 9704-2012 (7.2.5) writes it: the year in 〔〕, no 第, no zeros in front.

    >>> docket_number("国科发外", 2020, 1)
    '国科发外〔2020〕1号'
    """
    return f"{code}〔{year}〕{number}号"


def docket_words(text: str) -> str:
    r"""Return a number as the standard writes it, whichever brackets it was typed with; any other words as they are.

    >>> docket_words("国科发外[2020]第01号"), docket_words("№ 01-15/7")
    ('国科发外〔2020〕1号', '№\xa001-15/7')
    """
    found = _DOCKET.fullmatch(text.strip())
    return docket_number(found["code"], int(found["year"]), int(found["number"])) if found else bound_words(text)


def attachment_lines(names: Sequence[str], label: str) -> list[str]:
    """Return the lines of the note on attachments: several are numbered, no sign stands behind a name.

    `label` is ``附件：%(names)s`` in the language of the document. Source: GB/T 9704-2012, 7.3.4.

    >>> attachment_lines(["名单。"], "附件：%(names)s"), attachment_lines(["名单", "日程"], "附件：%(names)s")
    (['附件：名单'], ['附件：1. 名单', '2. 日程'])
    """
    said = [bound_words(name if name.endswith(("л.", "экз.")) else name.rstrip(_END)) for name in names]
    lines = [f"{number}. {name}" for number, name in enumerate(said, 1)] if len(said) > 1 else said
    return [label.replace("%(names)s", line) if not index else line for index, line in enumerate(lines)]


def bound_words(text: str) -> str:
    r"""Return words of a Russian requisite with what belongs together on one line: initials, numbers of sheets.

    >>> bound_words("Н.А. Борисова, на 2 л. в 1 экз.")
    'Н.А.\xa0Борисова, на 2\xa0л. в 1\xa0экз.'
    """
    return _BOUND.sub("\u00a0", text)
