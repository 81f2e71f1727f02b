"""Names in another script: Hanyu Pinyin, Palladius, and Russian in Latin letters.

Everything here is a rule and yields a proposal; a form that the bearer of the name gives always wins, see ``people``.
A function returns "" where the rule does not reach, never a half converted name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from cieprep_docs.errors import UsageError
from cieprep_docs.language.tables import load_table

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U000323af]+")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_WORD = re.compile(r"[^\W\d_]+")
_JOINED_BY_HARD_SIGN = frozenset("аеёиоуыэюя")


def is_han(text: str) -> bool:
    """Tell whether the text is one run of Chinese characters.

    >>> is_han("黄卫"), is_han("纳塔利娅·鲍里索娃"), is_han("")
    (True, False, False)
    """
    return _HAN.fullmatch(text) is not None


def is_cyrillic(text: str) -> bool:
    """Tell whether the text has Cyrillic letters."""
    return _CYRILLIC.search(text) is not None


@lru_cache(maxsize=4096)
def split_chinese_name(full: str) -> tuple[str, str]:
    """Return surname and given name of a Chinese name in characters.

    >>> split_chinese_name("黄卫"), split_chinese_name("欧阳修")
    (('黄', '卫'), ('欧阳', '修'))
    """
    length = 2 if len(full) > 2 and full[:2] in _compound_surnames() else 1  # noqa: PLR2004 - a surname of two characters
    return full[:length], full[length:]


@cache
def _compound_surnames() -> frozenset[str]:
    return frozenset(load_table("surnames")["compound"])


@lru_cache(maxsize=4096)
def read_surname(family: str) -> tuple[str, ...]:
    """Return the Pinyin syllables of a surname, for example ``("yu", "chi")`` for 尉迟."""
    reading = load_table("surnames")["readings"].get(family)
    return tuple(reading.split()) if reading else read_han(family)


def readings_of_surname(family: str) -> tuple[str, ...]:
    """Return the readings between which only the bearer can choose, the usual one first; empty where there is one.

    >>> readings_of_surname("覃"), readings_of_surname("黄")
    (('qin', 'tan'), ())
    """
    return tuple(load_table("surnames")["ambiguous"].get(family, ()))


@lru_cache(maxsize=4096)
def read_han(text: str) -> tuple[str, ...]:
    """Return the Pinyin syllables of Chinese characters, without tones and with ü; empty for anything else."""
    if not is_han(text):
        return ()
    from pypinyin import lazy_pinyin  # noqa: PLC0415 - a quarter of a second, which only names without Pinyin need

    syllables = tuple(lazy_pinyin(text, v_to_u=True))
    return syllables if all(each in _palladius() for each in syllables) else ()


def join_pinyin(syllables: Sequence[str]) -> str:
    """Return one capitalised word of Pinyin, with the apostrophe where a syllable begins with a vowel (ISO 7098).

    >>> join_pinyin(["jian", "an"]), join_pinyin(["lü"])
    ("Jian'an", 'Lü')
    """
    rest = (f"'{each}" if unicodedata.normalize("NFD", each)[0] in "aoe" else each for each in syllables[1:])
    return "".join((*syllables[:1], *rest)).capitalize()


def join_passport(syllables: Sequence[str]) -> str:
    """Return one word as Chinese passports spell it: capitals, no apostrophe, ü as YU.

    >>> join_passport(["lü"]), join_passport(["jian", "an"])
    ('LYU', 'JIANAN')
    """
    return "".join(syllables).replace("ü", "yu").upper()


def join_palladius(syllables: Sequence[str]) -> str:
    """Return one capitalised word of Palladius; ъ keeps -н of Pinyin -ng apart from a vowel.

    >>> join_palladius(["chang", "an"]), join_palladius(["yan", "an"])
    ('Чанъань', 'Яньань')
    """
    word = ""
    for syllable in syllables:
        part = _palladius()[syllable]
        word += ("ъ" if word.endswith("н") and part[0] in _JOINED_BY_HARD_SIGN else "") + part
    return word.capitalize()


@cache
def _palladius() -> dict[str, str]:
    table: dict[str, str] = load_table("palladius")["syllables"]
    return table


@lru_cache(maxsize=4096)
def split_pinyin(word: str) -> tuple[str, ...]:
    """Return the syllables of one word of Pinyin, or () where it is none.

    >>> split_pinyin("Xi'an"), split_pinyin("Xian"), split_pinyin("Zhigang"), split_pinyin("Borisova")
    (('xi', 'an'), ('xian',), ('zhi', 'gang'), ())
    """
    letters = re.sub(r"(?<=[ln])(?:v|yu)", "ü", word.lower().replace("’", "'"))
    found: tuple[str, ...] = ()
    for part in letters.split("'"):
        syllables = _cut(part)
        if not syllables:
            return ()
        found += syllables
    return found


def _cut(letters: str) -> tuple[str, ...]:
    """Cut into syllables, longest first; inside a word no syllable begins with a vowel without its apostrophe."""
    if letters in _palladius():
        return (letters,)
    for length in range(min(6, len(letters) - 1), 0, -1):
        head, tail = letters[:length], letters[length:]
        if head in _palladius() and tail[0] not in "aoeiuü":
            rest = _cut(tail)
            if rest:
                return (head, *rest)
    return ()


@lru_cache(maxsize=4096)
def palladius_from_pinyin(name: str) -> str:
    """Return a name given in Pinyin in Russian letters, word by word, or "" where a word is no Pinyin.

    >>> palladius_from_pinyin("Lü Simian"), palladius_from_pinyin("Natalia Borisova")
    ('Люй Сымянь', '')
    """
    words = [split_pinyin(word) for word in name.split()]
    return " ".join(join_palladius(each) for each in words) if words and all(words) else ""


@lru_cache(maxsize=4096)
def transcribe_place(han: str, system: str) -> str:
    """Return a Chinese place name in ``pinyin`` or ``palladius``: its traditional form, else by rule, else "".

    >>> transcribe_place("哈尔滨", "palladius"), transcribe_place("西安", "pinyin")
    ('Харбин', "Xi'an")
    """
    traditional = load_table("places")[system].get(han)
    join = {"pinyin": join_pinyin, "palladius": join_palladius}[system]
    return traditional or join(read_han(han))


@lru_cache(maxsize=4096)
def romanise(russian: str, scheme: str) -> str:
    """Return Russian in Latin letters, or "" where a letter is not Russian.

    ``scheme`` is a key of ``data/names/romanisation.toml``: ``icao`` for badges and travel (Doc 9303, as in Russian
    passports), ``readable`` for running text, and others for papers that ask for them.

    >>> romanise("Наталья Борисова", "icao"), romanise("ЩУКИН", "readable"), romanise("Қазақ", "icao")
    ('Natalia Borisova', 'SHCHUKIN', '')
    """
    rules = load_table("romanisation")
    if scheme not in rules:
        known = ", ".join(sorted(rules))
        raise UsageError.at("LNG101", f"there is no romanisation {scheme!r}", hint=known)
    latin = _WORD.sub(lambda word: _romanise_word(word[0], rules[scheme]), russian)
    return "" if is_cyrillic(latin) else latin


def _romanise_word(word: str, rule: dict[str, Any]) -> str:
    # The library capitalises letter by letter, so a word in capitals takes the way through small letters.
    capitals = word.isupper() and len(word) > 1
    latin: str = _schema(rule["schema"]).translate(word.lower() if capitals else word)
    for letter, spelling in rule["left_over"].items():
        latin = latin.replace(letter, spelling)
    return latin.upper() if capitals else latin


@cache
def _schema(name: str) -> Any:
    import iuliia  # noqa: PLC0415 - read on first use

    return getattr(iuliia, name)
