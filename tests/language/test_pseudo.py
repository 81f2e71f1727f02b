"""Pseudo-languages disguise words of every kind and leave alone what a program fills in."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from cieprep_docs.language.languages import load_language
from cieprep_docs.language.pseudo import PseudoTranslator, disguise
from cieprep_docs.language.wording import Wording
from cieprep_docs.language.words import plain
from cieprep_docs.model.quantity import Quantity, Unit
from cieprep_docs.model.text import Text

SENTENCE = "Nine special events in seven Chinese cities covered five fields. Attendance reached a new high."


def translator(language: str) -> PseudoTranslator:
    return PseudoTranslator(load_language(language))


def test_accented_words_are_longer_by_about_two_fifths() -> None:
    assert 1.3 < len(disguise(SENTENCE, "accented")) / len(SENTENCE) < 1.5


def test_wide_words_hold_no_narrow_letter() -> None:
    assert not any("!" <= sign <= "~" for sign in disguise(SENTENCE, "wide"))


@pytest.mark.parametrize("as_", ["accented", "wide"])
@pytest.mark.parametrize("words", ["Page %(page)s of %(pages)s", "%(n)s city", "100%% of %(kind)s"])
def test_placeholders_survive(words: str, as_: str) -> None:
    kept = re.compile(r"%%|%\(\w+\)s")
    assert kept.findall(disguise(words, as_)) == kept.findall(words)


def test_every_kind_of_words_is_disguised() -> None:
    words = translator("qps-ploc")
    assert words.text(Text(source="Forum", role="session.title")).text == "[Fóórúúm]".replace("r", "ř")
    assert words.message("%(n)s of %(m)s").text == "[%(n)s óóf %(m)s]"
    assert [words.plural("%(n)s city", "%(n)s cities", n).text for n in (1, 2)] == [
        "[%(n)s çííťý]",
        "[%(n)s çííťííééš]",
    ]
    assert words.unit(Unit(one="city", other="cities"), Decimal(2)).text == "%(n)s[çííťííééš]"


@pytest.mark.parametrize(
    ("language", "expected"), [("en-XA", "more than 500[ééxpééřťš]"), ("zh-XA", "500多［ｘｐｒｔｓ］")]
)
def test_numbers_and_qualifiers_are_those_of_the_language(language: str, expected: str) -> None:
    unit = {"one": "expert", "other": "experts"}
    experts = Quantity.model_validate({"value": 500, "qualifier": "more than", "unit": unit})
    assert plain(Wording(translator(language)).say(experts)) == expected
