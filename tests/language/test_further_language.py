"""A language is a file and a catalog: French, Kazakh and Arabic are added from a folder, without a line of Python."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from cieprep_docs.errors import UsageError
from cieprep_docs.language.catalog import read_catalog
from cieprep_docs.language.languages import load_language
from cieprep_docs.language.tags import normalise_language
from cieprep_docs.language.translator import Translator
from cieprep_docs.language.typography import set_typography
from cieprep_docs.language.wording import Wording
from cieprep_docs.language.words import plain
from cieprep_docs.model.quantity import Quantity
from cieprep_docs.model.text import Text
from cieprep_docs.model.time import Day, Hours, Period

HERE = Path(__file__).parent
FOLDER = HERE / "languages"
CATALOG = r"""msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=n > 1;\n"

msgctxt "city.name"
msgid "Harbin"
msgstr "Harbin (Heilongjiang)"

msgctxt "unit"
msgid "%(n)s expert"
msgid_plural "%(n)s experts"
msgstr[0] "%(n)s expert"
msgstr[1] "%(n)s experts"
"""
EXPERTS = Quantity.model_validate(
    {"value": "1500", "qualifier": "more than", "unit": {"one": "expert", "other": "experts"}}
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of language files as a user has it."""
    for file in FOLDER.glob("*.toml"):
        (tmp_path / file.name).write_text(file.read_text("utf-8"), "utf-8")
    return tmp_path


def wording(language: str, folder: Path) -> Wording:
    return Wording(Translator(load_language(language, folder), [read_catalog(CATALOG)]), ("Europe/Moscow",))


@pytest.mark.parametrize(
    ("value", "form", "expected"),
    [
        (Day(year=2020, month=12, day=9), "", "9 décembre 2020"),
        (Day(year=2020, month=12, day=1), "", "1er décembre 2020"),
        (Day(year=2020, month=9), "in", "en septembre 2020"),
        (Period.model_validate({"from": "2020-12-09", "to": "2020-12-11"}), "", "9-11 décembre 2020"),
        (
            Hours.model_validate({"from": "2020-12-09 15:00", "zone": "Asia/Shanghai"}),
            "",
            "10 h, heure de Moscou (15 h, heure de Pékin)",
        ),
        (Decimal("1234567.5"), "", "1⍽234⍽567,5"),
        (18, "edition", "18e"),
        (EXPERTS, "", "plus de 1⍽500⍽experts"),
        (["Pékin", "Moscou"], "", "Pékin et Moscou"),
        (Text(source="Harbin", role="city.name"), "", "Harbin (Heilongjiang)"),
    ],
)
def test_french_reads_as_its_file_says(folder: Path, value: Any, form: str, expected: str) -> None:
    assert plain(wording("fr", folder).say(value, form)) == expected.replace("⍽", "\u00a0")


def test_french_typography_is_set_from_its_file(folder: Path) -> None:
    text = 'L\'innovation "sans frontière" : un succès ! Voir https://example.org/a?b'
    expected = "L’innovation «⍽sans frontière⍽»⍽: un succès⍽! Voir https://example.org/a?b"
    once = set_typography(text, "fr-FR", folder)
    assert once == expected.replace("⍽", "\u00a0")
    assert set_typography(once, "fr-FR", folder) == once


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Day(year=2020, month=12, day=9), "2020 жылғы 9 желтоқсан"),
        (Period.model_validate({"from": "2020-12-09", "to": "2020-12-11"}), "2020 жылғы 9–11 желтоқсан"),
        (["Бейжің", "Шанхай", "Мәскеу"], "Бейжің, Шанхай және Мәскеу"),
    ],
)
def test_kazakh_reads_as_its_file_says(folder: Path, value: Any, expected: str) -> None:
    assert plain(wording("kk", folder).say(value)) == expected


def test_a_qualifier_that_a_language_lacks_is_told_with_those_it_has(folder: Path) -> None:
    nearly = EXPERTS.model_copy(update={"qualifier": "nearly"})
    with pytest.raises(UsageError, match=r"kk has no words for the qualifier 'nearly' \(there are exactly, about"):
        wording("kk", folder).say(nearly)


@pytest.mark.parametrize(
    ("number", "expected"),
    [(500, "500-ден"), (1000, "1000-нан"), (60, "60-тан"), (25, "25-тен"), (120, "120-дан"), (180, "180-нен")],
)
def test_a_qualifier_may_put_an_ending_on_the_number(folder: Path, number: int, expected: str) -> None:
    experts = EXPERTS.model_copy(update={"value": Decimal(number)})
    words = wording("kk", folder)
    assert plain(words.say(experts, "number")) == f"{expected} астам"


def test_arabic_runs_from_right_to_left_and_counts_in_six_ways(folder: Path) -> None:
    words = wording("ar", folder)
    assert words.language.direction == "rtl"
    assert plain(words.say(["بكين", "موسكو"])) == "بكين وموسكو"
    assert [plain(words.money(amount, "USD")) for amount in (1, 2, 3, 11, 100)] == [
        "دولار واحد",
        "دولاران",
        "3 دولارات",
        "11 دولارًا",
        "100 دولار",
    ]


def test_a_users_language_is_known_only_in_its_folder(folder: Path) -> None:
    assert normalise_language("fr_FR.UTF-8", folder) == "fr"
    with pytest.raises(UsageError, match="there are en, en-US, en-XA, ru, zh, zh-XA"):
        normalise_language("fr")


def test_a_users_language_file_wins_over_ours(folder: Path) -> None:
    (folder / "ru.toml").write_text('base = "en"\nname = "x"\nlocale = "ru"\ntag = "ru-RU"\n', "utf-8")
    assert plain(wording("ru", folder).say(Day(year=2020, month=12, day=9))) == "9 декабря 2020"
