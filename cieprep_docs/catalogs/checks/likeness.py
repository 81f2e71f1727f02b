"""What a translation shares with its source in any language: figures, ends, brackets, blanks, acronyms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cieprep_docs.catalogs.checks.figures import named_figures, written_figures
from cieprep_docs.catalogs.checks.subject import HAN, HELD, Found, Subject, listed

_LETTER = re.compile(r"[^\W\d_]{2,}")
_ACRONYM = re.compile(r"(?<![\w-])[A-Z]{2,}[A-Z\d]*(?![\w-])")
_OF_DATA = {"KB", "MB", "GB", "TB"}
"""Units that each language may write in its own letters: KB, КБ."""
_REPEATED = re.compile(
    rf"\b([^\W\d_{HAN}]{{2,}})[ \xa0]+\1\b|([{HAN}]{{2,}})\2|([的了是在和与及将为])\3", re.IGNORECASE
)
_CLOSING = "»”“’\"')）》〉」』 \xa0"
_FULL_WIDTH = str.maketrans("。：？！；", ".:?!;")
_ENDS = ".:?!;…"
_END_NAMES = dict(
    zip(_ENDS, ("a full stop", "a colon", "a question mark", "an exclamation mark", "a semicolon", "…"), strict=True)
)
_ABBREVIATIONS = (
    *("г", "гг", "тыс", "руб", "тел", "стр", "с", "ч", "мин", "им", "др", r"т\. ?е", r"т\. ?д", r"т\. ?п"),
    *("etc", "Inc", "Ltd", "Co", "No", "Nos", "p", "pp", "vol", "ed", "tel", "Mr", "Ms", "Dr", "Prof", r"[ap]\.m"),
)
_ABBREVIATED = re.compile(rf"\b(?:{'|'.join(_ABBREVIATIONS)})\.$", re.IGNORECASE)
_PAIRS = {"(": ")", "（": "）", "[": "]", "«": "»", "《": "》", "〈": "〉", "„": "“", "【": "】"}
_QUOTED = re.compile(r"[“«\"„《「]")
_BRACKET = re.compile(r"[(（\[【]")
_SPACES = (
    (re.compile(r"^[ \xa0]+|[ \xa0]+$"), "", "begins or ends with a blank"),
    (re.compile(r"[ \xa0]{2,}"), " ", "has two blanks side by side"),
    (re.compile(r"[ \xa0]+(?=[,.;:!?)\]»](?!\w))"), "", "has a blank before a punctuation mark"),
    (re.compile(r"(?<=[(\[«])[ \xa0]+"), "", "has a blank after an opening bracket"),
    (re.compile(r"(?<=[^\W\d_][,;])(?=[^\W\d_])"), " ", "has no blank after a punctuation mark"),
)


def check_figures(subject: Subject) -> Iterator[Found]:
    """CAT201: the figures of the source; months, and numbers written as words, may become figures or words."""
    there, here = written_figures(subject.bare_source), written_figures(subject.bare)
    if there == here:
        return
    if lost := sorted(there - here - named_figures(subject.bare)):
        yield Found("CAT201", f"lacks the figure {listed(lost)} of its source")
    if added := sorted(here - there - named_figures(subject.bare_source)):
        yield Found("CAT201", f"has the figure {listed(added)}, which its source has not")


def check_end(subject: Subject) -> Iterator[Found]:
    """CAT202: ends as its source ends, with its own language's mark."""
    there, here = _end(subject.bare_source), _end(subject.bare)
    if there != here and not _ABBREVIATED.search(subject.bare.rstrip(_CLOSING)):
        wanted = _END_NAMES[there] if there else "no punctuation mark"
        yield Found("CAT202", f"does not end as its source does, with {wanted}")


def _end(text: str) -> str:
    text = text.rstrip(_CLOSING).translate(_FULL_WIDTH)
    if text.endswith("..."):
        return "…"
    return "" if not text or text[-1] not in _ENDS or _ABBREVIATED.search(text) else text[-1]


def check_brackets(subject: Subject) -> Iterator[Found]:
    """CAT203: brackets and quotation marks come in pairs, and none of the source's are lost."""
    if unpaired := _unpaired(subject.bare):
        yield Found("CAT203", f"has {unpaired} without its partner")
    for pattern, what in ((_BRACKET, "brackets"), (_QUOTED, "quotation marks")):
        if pattern.search(subject.bare_source) and not pattern.search(subject.bare):
            yield Found("CAT203", f"lacks the {what} of its source")


def _unpaired(text: str) -> str:
    opened: list[str] = []
    closers = {closer: opener for opener, closer in _PAIRS.items()}
    for sign in text:
        if sign == "“" and opened[-1:] != ["„"]:
            continue
        if sign in closers:
            if not opened or opened.pop() != closers[sign]:
                return sign
        elif sign in _PAIRS:
            opened.append(sign)
    return opened[-1] if opened else ""


def check_spaces(subject: Subject) -> Iterator[Found]:
    """CAT204: no blanks where none belong."""
    bare = subject.bare
    for pattern, put, what in _SPACES:
        if pattern.search(bare) and not pattern.search(subject.bare_source):
            yield Found("CAT204", what, "", subject.put_back(pattern.sub(put, bare)))


def check_repeats(subject: Subject) -> Iterator[Found]:
    """CAT205: no word twice in a row."""
    if (match := _REPEATED.search(subject.bare)) and not _REPEATED.search(subject.bare_source):
        yield Found("CAT205", f"says “{match[0]}”")


def check_translated(subject: Subject) -> Iterator[Found]:
    """CAT206: not simply the source's words."""
    if subject.language != "en" and subject.words == subject.source:
        words = _ACRONYM.sub("", subject.bare.replace(HELD, " "))
        if _LETTER.search(words):
            yield Found("CAT206", "is the same as its source", "translate it, or say why not: # qa-ignore: CAT206 …")


def check_acronyms(subject: Subject) -> Iterator[Found]:
    """CAT209: acronyms stay, unless the glossary says how they read."""
    acronyms = (each for each in dict.fromkeys(_ACRONYM.findall(subject.bare_source)) if each not in _OF_DATA)
    if lost := [each for each in acronyms if each not in subject.bare]:
        yield Found("CAT209", f"lacks {listed(lost)}", "give it in glossary.csv if it has a form of its own")
