"""What blocks a translation: it would break a document, or look right and be wrong.

Placeholders and plural forms are judged by the strict reader (LNG025, LNG026), which every build uses too.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from cieprep_docs.catalogs.checks.subject import ADDRESS, HAN, TAG, Found, Subject, listed

_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd]")
_MIXED = re.compile(r"(?=[^\W\d_]*[а-яё])(?=[^\W\d_]*[a-z])[^\W\d_]+", re.IGNORECASE)
_LATIN, _CYRILLIC = "ABCEHKMOPTXaceopxy", "АВСЕНКМОРТХасеорху"
_TO_CYRILLIC, _TO_LATIN = str.maketrans(_LATIN, _CYRILLIC), str.maketrans(_CYRILLIC, _LATIN)
_HAN = re.compile(f"[{HAN}]")
_CYRILLIC_RUN, _HAN_RUN = re.compile("[А-Яа-яЁё]+"), re.compile(f"[{HAN}]+")
_SCRIPTS = {"ru": (_CYRILLIC_RUN, _HAN_RUN), "zh": (_HAN_RUN, _CYRILLIC_RUN), "en": (re.compile("[A-Za-z]"), _HAN_RUN)}
"""Of a language, the letters it is written in, and those that stand in it only where its source has them."""
_ENGLISH_WORD = re.compile(r"(?<!\S)[a-z]{2,}\b")
# Names have few words in small letters: “University of Science and Technology”.
_FEWEST_WORDS = 3
_IN_LANGUAGE = "translate it, or say why not: # qa-ignore: CAT112 …"
_BREAK = re.compile(r"[ \xa0]*[\n\r]+[ \xa0]*(?=\S)")


def check_tags(subject: Subject) -> Iterator[Found]:
    """CAT102: a translation has exactly the tags of its source, so it can neither lose nor add markup."""
    yield from _same("CAT102", "tag", TAG, subject)


def check_addresses(subject: Subject) -> Iterator[Found]:
    """CAT103: web and mail addresses stay as they are."""
    yield from _same("CAT103", "address", ADDRESS, subject)


def _same(code: str, what: str, pattern: re.Pattern[str], subject: Subject) -> Iterator[Found]:
    here, there = Counter(pattern.findall(subject.words)), Counter(pattern.findall(subject.source))
    if lost := list((there - here).elements()):
        yield Found(code, f"lacks the {what} {listed(lost)} of its source")
    if added := list((here - there).elements()):
        yield Found(code, f"has the {what} {listed(added)}, which its source has not")


def check_invisible(subject: Subject) -> Iterator[Found]:
    """CAT104: no control characters, no marks of direction, nothing of no width."""
    found = [each for each in _INVISIBLE.findall(subject.words) if each not in subject.source]
    if found:
        named = listed([f"U+{ord(each):04X} {unicodedata.name(each, 'CONTROL')}" for each in dict.fromkeys(found)])
        yield Found("CAT104", f"holds {named}", "delete it", re.sub(f"[{''.join(set(found))}]", "", subject.words))


def check_scripts(subject: Subject) -> Iterator[Found]:
    """CAT105: no Latin letters inside Cyrillic words, nor the other way round."""
    mixed = _MIXED.findall(subject.bare)
    if mixed:
        fixed = subject.put_back(_MIXED.sub(lambda word: _one_script(word[0]), subject.bare))
        same = _MIXED.search(fixed)
        yield Found("CAT105", f"mixes Latin and Cyrillic letters in {listed(mixed)}", "", None if same else fixed)


def _one_script(word: str) -> str:
    latin = sum(each.isascii() for each in word)
    return word.translate(_TO_LATIN if latin * 2 > len(word) else _TO_CYRILLIC)


def check_breaks(subject: Subject) -> Iterator[Found]:
    """CAT108: on one line where its source is, as nothing that is printed breaks there."""
    if _BREAK.search(subject.words.strip("\n")) and "\n" not in subject.source.strip("\n"):
        between = "" if subject.language == "zh" else " "
        fixed = _BREAK.sub(between, subject.words)
        yield Found("CAT108", "has a line break, its source is on one line", "write it on one line", fixed)


def check_scripts_of_language(subject: Subject) -> Iterator[Found]:
    """CAT112: written as its language is, not as another one: no Han in Russian, no English sentence in Chinese."""
    own, foreign = _SCRIPTS.get(subject.language, (None, None))
    if own is None or foreign is None or subject.words == subject.source:
        return
    if strange := [each for each in foreign.findall(subject.bare) if each not in subject.bare_source]:
        yield Found("CAT112", f"holds “{strange[0]}”, which is of another language", _IN_LANGUAGE)
    elif len(_ENGLISH_WORD.findall(subject.bare)) >= _FEWEST_WORDS and not own.search(subject.bare):
        yield Found("CAT112", "is a sentence in another language", _IN_LANGUAGE)


def check_length(subject: Subject) -> Iterator[Found]:
    """CAT106: at most so many half-widths as its place has."""
    if subject.limit and (length := half_widths(subject.words)) > subject.limit:
        yield Found("CAT106", f"is {length} half-widths long, its place has {subject.limit}", "find shorter words")


def half_widths(text: str) -> int:
    """Return how long words are, Han and full-width characters counted as two; so are quotation marks beside Han."""
    wide = "WFA" if _HAN.search(text) else "WF"
    return sum(2 if unicodedata.east_asian_width(each) in wide else 1 for each in text)
