"""Chinese typography (GB/T 15834, GB/T 15835): full-width marks, no blanks beside Han, simplified characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cieprep_docs.catalogs.checks.subject import HAN, HELD, Found, Subject, listed

_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）", ".": "。"}
_CELL = f"{HAN}{HELD}”》）"
_HALF = re.compile(
    rf"(?<=[{_CELL}])[ ]?([,;:?!()])[ ]?|[ ]?([()])(?=[{HAN}{HELD}])|(?<=[{HAN}{HELD}])(\.)(?=$|[\s{HAN}”])"
)
_STRAIGHT = re.compile(r'"([^"]*)"')
_ELLIPSIS = re.compile(r"\.{3,}|。{2,}|(?<!…)…(?!…)")
_BLANK = re.compile(rf"(?<=[{HAN}])[ \xa0]+(?=[\w{HELD}{HAN}])|(?<=[\w{HELD}，。；：？！、])[ \xa0]+(?=[{HAN}])")
_CORNERS = "「」『』"
_STRAIGHTENED = str.maketrans(_CORNERS, "“”‘’")
_DOUBLED = re.compile("[，、；：][，、；：。]+|。[，、；：]+")
_HAN_SIGN = re.compile(f"[{HAN}]")


def check_half_width(subject: Subject) -> Iterator[Found]:
    """CAT220: punctuation marks in Chinese are full-width, quotation marks “…”."""
    bare = subject.bare
    if _HAN_SIGN.search(bare) and (_HALF.search(_without_ellipsis(bare)) or '"' in bare):
        fixed = _STRAIGHT.sub(r"“\1”", _HALF.sub(lambda mark: _FULL[mark[1] or mark[2] or mark[3]], bare))
        yield Found("CAT220", "has half-width punctuation marks", "，。；：？！（）“”", subject.put_back(fixed))


def _without_ellipsis(text: str) -> str:
    return text.replace("...", "") if "..." in text else text


def check_ellipsis(subject: Subject) -> Iterator[Found]:
    """CAT221: an ellipsis is ……, two cells."""
    if _ELLIPSIS.search(subject.bare):
        fixed = subject.put_back(_ELLIPSIS.sub("……", subject.bare))
        yield Found("CAT221", "has an ellipsis that is not ……", "……", fixed)


def check_blanks(subject: Subject) -> Iterator[Found]:
    """CAT222: no blank is typed beside Han; the program that sets the line adds the gap."""
    if _BLANK.search(subject.bare):
        yield Found("CAT222", "has a blank beside Han", "delete it", subject.put_back(_BLANK.sub("", subject.bare)))


def check_simplified(subject: Subject) -> Iterator[Found]:
    """CAT223: no Traditional characters."""
    found = [each for each in dict.fromkeys(_HAN_SIGN.findall(subject.bare)) if _is_traditional(each)]
    if found:
        yield Found("CAT223", f"has the Traditional {listed(found)}")


def check_corner_quotes(subject: Subject) -> Iterator[Found]:
    """CAT224: quotation marks are “…” and ‘…’ (GB/T 15834 has 「」 for vertical lines alone)."""
    if any(each in _CORNERS for each in subject.bare):
        fixed = subject.put_back(subject.bare.translate(_STRAIGHTENED))
        yield Found("CAT224", "has corner quotation marks", "“”", fixed)


def check_doubled(subject: Subject) -> Iterator[Found]:
    """CAT225: no two marks of pause in a row."""
    if doubled := _DOUBLED.search(subject.bare):
        alike = len(set(doubled[0])) == 1
        fixed = subject.put_back(_DOUBLED.sub(lambda marks: marks[0][0], subject.bare)) if alike else None
        yield Found("CAT225", f"has the marks {doubled[0]} in a row", "one of them", fixed)


@cache
def _is_traditional(sign: str) -> bool:
    """A character of Big5 that is not in GB 2312 is Traditional, but for a few rare ones."""
    return _encodes(sign, "big5") and not _encodes(sign, "gb2312")


def _encodes(sign: str, charset: str) -> bool:
    try:
        sign.encode(charset)
    except UnicodeEncodeError:
        return False
    return True
