from __future__ import annotations

import re
from pathlib import Path

import pytest

from cieprep_docs.errors import UsageError
from cieprep_docs.language.tables import load_table
from cieprep_docs.language.transliteration import (
    join_palladius,
    join_passport,
    join_pinyin,
    palladius_from_pinyin,
    read_han,
    read_surname,
    readings_of_surname,
    romanise,
    split_chinese_name,
    split_pinyin,
    transcribe_place,
)
from tests.support.vectors import read_vectors

HERE = Path(__file__).parent
PINYIN = read_vectors(HERE, "pinyin")
CYRILLIC = re.compile(r"[\u0400-\u052f]")


@pytest.mark.parametrize("row", PINYIN, ids=lambda row: row["hanzi"])
def test_a_chinese_name_reads_in_pinyin_and_palladius(row: dict[str, str]) -> None:
    family, given = split_chinese_name(row["hanzi"])
    syllables = read_surname(family), read_han(given)
    assert " ".join(map(join_pinyin, syllables)) == row["pinyin"]
    assert " ".join(map(join_palladius, syllables)) == row["palladius"]
    assert " ".join(map(join_passport, syllables)) == row["passport"]


@pytest.mark.parametrize("row", PINYIN, ids=lambda row: row["pinyin"])
def test_pinyin_alone_is_enough_for_palladius(row: dict[str, str]) -> None:
    assert palladius_from_pinyin(row["pinyin"]) == row["palladius"]


@pytest.mark.parametrize("row", read_vectors(HERE, "surnames"), ids=lambda row: row["surname"])
def test_a_surname_has_its_own_reading(row: dict[str, str]) -> None:
    assert join_pinyin(read_surname(row["surname"])) == row["pinyin"]


def test_only_the_bearer_knows_some_readings() -> None:
    assert readings_of_surname("覃") == ("qin", "tan")


@pytest.mark.parametrize("row", read_vectors(HERE, "places"), ids=lambda row: f"{row['hanzi']}-{row['system']}")
def test_a_place_has_its_traditional_name_or_follows_the_rule(row: dict[str, str]) -> None:
    assert transcribe_place(row["hanzi"], row["system"]) == row["expected"]


@pytest.mark.parametrize("row", read_vectors(HERE, "romanisation"), ids=lambda row: f"{row['russian']}-{row['scheme']}")
def test_russian_in_latin_letters(row: dict[str, str]) -> None:
    assert romanise(row["russian"], row["scheme"]) == row["latin"]


@pytest.mark.parametrize("scheme", sorted(load_table("romanisation")))
def test_no_scheme_leaves_a_cyrillic_letter_or_breaks_capitals(scheme: str) -> None:
    alphabet = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
    words = f"Съешь ещё этих мягких французских булок, да выпей чаю. Ё{alphabet} {alphabet.upper()} Ю ЩУКИН"
    latin = romanise(words, scheme)
    assert latin
    assert not CYRILLIC.search(latin)
    assert latin.split()[-1].isupper()


def test_letters_that_are_not_russian_are_never_half_converted() -> None:
    assert romanise("Қазақ", "icao") == ""


def test_an_unknown_scheme_is_an_error_that_lists_what_exists() -> None:
    with pytest.raises(UsageError, match=r"LNG101.*icao.*readable"):
        romanise("Попов", "iso9")


def test_palladius_has_no_latin_letter_and_covers_every_syllable_of_pinyin() -> None:
    table = load_table("palladius")["syllables"]
    assert len(table) == 419
    assert all(re.fullmatch("[а-яё]+", syllable) for syllable in table.values())


@pytest.mark.parametrize("syllable", sorted(load_table("palladius")["syllables"]))
def test_every_syllable_is_read_back_from_pinyin(syllable: str) -> None:
    assert split_pinyin(syllable) == (syllable,)
    assert split_pinyin(join_pinyin([syllable, "an"])) == (syllable, "an")


@pytest.mark.parametrize("words", ["", "Petrov", "黄卫", "纳塔利娅·鲍里索娃", "Huang2"])
def test_what_is_no_pinyin_gives_nothing(words: str) -> None:
    assert palladius_from_pinyin(words) == ""


@pytest.mark.parametrize("words", ["", "Huang", "黄Wei", "纳塔利娅·鲍里索娃", "黄 卫"])
def test_what_is_not_all_chinese_characters_has_no_reading(words: str) -> None:
    assert read_han(words) == ()
