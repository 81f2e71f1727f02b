"""Russian declension: names of people, cities, and drafts for posts and bodies.

The forms are made by rule from ``data/names/declension.toml`` (Russian personal names by pytrovich). A function returns
"" where no rule reaches. What is a draft and what is checked is for ``cases`` to say.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any, Literal, get_args

from cieprep_docs.language.tables import load_table
from cieprep_docs.model.text import Case

CASES: tuple[Case, ...] = get_args(Case)
Gender = Literal["male", "female"]
Part = Literal["family", "given", "patronymic"]

_COLUMNS = {"gen": 0, "dat": 1, "acc": 2, "ins": 4, "loc": 5}
_VOWELS = frozenset("аеёиоуыэюя")
_BOUNDARY = re.compile(r"(,\s|\sи\s)")
_UNTOUCHED = re.compile(r"\s*[«„“\"(].*", re.DOTALL)


@lru_cache(maxsize=4096)
def decline_phrase(phrase: str, case: Case, *, animate: bool) -> str:
    """Return a draft of a post or body in a case: its head and the adjectives that agree with it change, nothing else.

    >>> decline_phrase("заместитель министра науки и высшего образования", "gen", animate=True)
    'заместителя министра науки и высшего образования'
    >>> decline_phrase("Научно-образовательный центр «Шёлковый путь»", "ins", animate=False)
    'Научно-образовательным центром «Шёлковый путь»'
    """
    tail = _UNTOUCHED.search(phrase)
    plain = phrase[: tail.start()] if tail else phrase
    first, *rest = _BOUNDARY.split(plain)
    declined = [_decline_group(first, case, animate=animate)]
    for mark, group in zip(rest[::2], rest[1::2], strict=True):
        declined += [mark, _decline_group(group, case, animate=animate) if _has_head(group) else group]
    return "".join(declined) + phrase[len(plain) :] if all(declined) else ""


def _decline_group(group: str, case: Case, *, animate: bool) -> str:
    words = re.split(r"(\s+)", group)
    head = _head_of(words)
    for place in range(0, head + 1, 2):
        decline = decline_adjective if _is_adjective(words[place]) else decline_noun
        words[place] = decline(words[place], case, animate=animate)
    return "".join(words) if all(words[: head + 1]) else ""


def _head_of(words: list[str]) -> int:
    """Return the place of the head among words and the blanks between them: the first that is no mere adjective."""
    for place in range(0, len(words), 2):
        following = words[place + 2 : place + 3]
        if not _is_adjective(words[place]) or not following or _stands_alone(words[place], following[0]):
            return place
    return 0


def _stands_alone(word: str, following: str) -> bool:
    """Tell whether a participle is the head itself: заведующий лабораторией, but управляющий партнёр."""
    if word.lower() not in load_table("declension")["phrase"]["participles"]:
        return False
    # -ой after a participle is nearly always another noun: заведующая кафедрой.
    return not _is_head(following) and (following.endswith("ой") or not _is_adjective(following))


def _has_head(group: str) -> bool:
    words = re.split(r"(\s+)", group)
    return _is_head(words[_head_of(words)])


def _is_head(word: str) -> bool:
    return word.lower().rpartition("-")[2] in _heads()


def _is_adjective(word: str) -> bool:
    rules = load_table("declension")
    return _ending_of(word, rules["adjectives"]) != "" and word.lower() not in rules["phrase"]["not_adjectives"]


@cache
def _heads() -> frozenset[str]:
    return frozenset(load_table("declension")["phrase"]["heads"])


def decline_adjective(word: str, case: Case, *, animate: bool) -> str:
    """Return an adjective or participle in a case, in the gender and number in which it stands.

    >>> decline_adjective("Российская", "ins", animate=False), decline_adjective("первый", "acc", animate=True)
    ('Российской', 'первого')
    """
    return _replace_ending(word, load_table("declension")["adjectives"], case, animate=animate)


def decline_noun(word: str, case: Case, *, animate: bool) -> str:
    """Return a noun in a case, or "" where its ending does not tell its declension.

    >>> decline_noun("член-корреспондент", "dat", animate=True), decline_noun("вице-мэр", "ins", animate=True)
    ('члену-корреспонденту', 'вице-мэром')
    """
    *firsts, last = word.split("-")
    known = [decline_noun(each, case, animate=animate) if each.lower() in _heads() else each for each in firsts]
    return "-".join((*known, declined)) if (declined := _decline_simple_noun(last, case, animate=animate)) else ""


def _decline_simple_noun(word: str, case: Case, *, animate: bool) -> str:
    table = load_table("declension")
    if word.lower() in table["phrase"]["indeclinable"] or (word.isupper() and len(word) > 1):
        return word
    forms = table["words"].get(word.lower())
    if forms:
        form: str = forms.split()[_column(case, animate=animate)]
        return form.capitalize() if word[:1].isupper() else form
    return _replace_ending(word, table["nouns"], case, animate=animate) or _ask_dictionary(word, case)


def _column(case: Case, *, animate: bool) -> int:
    return 3 if case == "acc" and not animate else _COLUMNS[case]


def _ending_of(word: str, rules: dict[str, str]) -> str:
    lower = word.lower()
    endings = (lower[-length:] for length in range(min(5, len(lower)), 0, -1))
    return next((each for each in endings if each in rules), "")


def _replace_ending(word: str, rules: dict[str, str], case: Case, *, animate: bool) -> str:
    """Return the word with the ending of the case: by the longest ending in the rules, else by ``*``, any consonant."""
    column = _column(case, animate=animate)
    ending = _ending_of(word, rules)
    if ending:
        return word[: -len(ending)] + rules[ending].split()[column]
    last = word[-1:].lower()
    if "*" in rules and "а" <= last <= "я" and last not in _VOWELS and last not in "ьъ":
        return rules["*"].split()[column].replace("*", word)
    return ""


@cache
def _dictionary() -> Any:
    """Return pymorphy3's dictionary, or None where the extra is not installed."""
    try:
        import pymorphy3  # noqa: PLC0415 - an extra
    except ImportError:
        return None
    return pymorphy3.MorphAnalyzer()


def _ask_dictionary(word: str, case: Case) -> str:
    """Return the case of a noun whose gender its ending hides («ь» may be either): by dictionary, else ""."""
    if _dictionary() is None:
        return ""
    names = {"gen": "gent", "dat": "datv", "acc": "accs", "ins": "ablt", "loc": "loct"}
    nouns = (each for each in _dictionary().parse(word) if {"NOUN", "nomn"} <= each.tag.grammemes)
    declined = next((each.inflect({names[case]}) for each in nouns), None)
    form: str = declined.word if declined else ""
    return form.capitalize() if word[:1].isupper() else form


def decline_city(name: str, case: Case) -> str:
    """Return a city in a case from the table of checked forms, or "" where it does not stand there.

    >>> decline_city("Шэньчжэнь", "loc"), decline_city("Тьмутаракань", "gen")
    ('Шэньчжэне', '')
    """
    forms = load_table("declension")["cities"].get(name)
    return forms.split()[CASES.index(case)] if forms else ""


@lru_cache(maxsize=4096)
def decline_chinese_name(part: str, case: Case, gender: Gender) -> str:
    """Return the last part of a Chinese name in a case: only a man's changes, and only after a consonant, ь or й.

    >>> [decline_chinese_name(name, "gen", "male") for name in ("Вэй", "Мин", "Сымянь", "Сю")]
    ['Вэя', 'Мина', 'Сымяня', 'Сю']
    """
    if gender == "female":
        return part
    return _replace_ending(part, load_table("declension")["chinese"], case, animate=True) or part


@lru_cache(maxsize=4096)
def decline_name_part(name: str, part: Part, case: Case, gender: Gender) -> str:
    """Return a part of a Russian or Western name in a case; a name that does not change comes back as it is.

    >>> decline_name_part("Пётр", "given", "ins", "male"), decline_name_part("Живаго", "family", "gen", "male")
    ('Петром', 'Живаго')
    """
    from pytrovich import enums  # noqa: PLC0415 - read on first use

    parts = {"family": "LASTNAME", "given": "FIRSTNAME", "patronymic": "MIDDLENAME"}
    cases = {"gen": "GENITIVE", "dat": "DATIVE", "acc": "ACCUSATIVE", "ins": "INSTRUMENTAL", "loc": "PREPOSITIONAL"}
    declined: str = _maker().make(
        enums.NamePart[parts[part]], enums.Gender[gender.upper()], enums.Case[cases[case]], name
    )
    return declined


@cache
def _maker() -> Any:
    from pytrovich.maker import PetrovichDeclinationMaker  # noqa: PLC0415 - read on first use

    return PetrovichDeclinationMaker()
