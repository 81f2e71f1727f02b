"""How names are said: Pinyin with tones, Latin letters, and what the event file gives."""

from __future__ import annotations

from typing import Any

import pytest

from cieprep_docs.language.languages import load_language
from cieprep_docs.language.reading_aids import reading_of, reading_of_words, tones_of
from cieprep_docs.language.words import plain
from cieprep_docs.model.people import Person


def person(tradition: str, **name: Any) -> Person:
    return Person.model_validate({"id": "somebody", "name": name, "tradition": tradition, "gender": "male"})


@pytest.mark.parametrize(
    ("han", "syllables", "said"),
    [
        ("黄", ("huang",), "Huáng"),
        ("尉迟", ("yu", "chi"), "Yùchí"),
        ("单", ("shan",), "Shàn"),
        ("重庆", ("chong", "qing"), "Chóngqìng"),
        ("吕", ("lü",), "Lǚ"),
        ("西安", ("xi", "an"), "Xī'ān"),
        ("黄卫", ("huang",), ""),
        ("Delegate", ("de",), ""),
    ],
)
def test_characters_read_with_tones(han: str, syllables: tuple[str, ...], said: str) -> None:
    assert tones_of(han, syllables) == said


@pytest.mark.parametrize(
    ("somebody", "language", "said"),
    [
        (person("chinese", zh="单建安"), "zh", "Shàn Jiàn'ān"),
        (person("chinese", zh="代表001"), "zh", ""),
        (person("chinese", zh="单建安"), "ru", ""),
        (person("russian", ru="Делегат Первый"), "ru", "Delegat Pervy"),
        (person("russian", ru="Делегат Первый", en="Delegate First"), "ru", ""),
        (person("russian", ru={"full": "Делегат 001", "reading": "Делега́т 001"}), "ru", "Делега́т 001"),
        (person("western", en="Delegate 001"), "en", ""),
    ],
)
def test_a_reading_is_given_or_made_by_rule_or_left_out(somebody: Person, language: str, said: str) -> None:
    assert plain(reading_of(somebody, load_language(language))) == said


def test_a_reading_says_that_it_is_no_running_chinese() -> None:
    assert [words.lang for words in reading_of_words("成都")] == ["zh-Latn"]
    assert reading_of_words("Chengdu") == ()
