"""What the header of a catalog says of language and plural forms is what the language needs."""

from __future__ import annotations

from pathlib import Path

import pytest

from cieprep_docs.errors import CatalogError
from cieprep_docs.language.catalog import load_catalog, read_catalog

RUSSIAN = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
CROWDIN = (
    "nplurals=4; plural=((n%10==1 && n%100!=11) ? 0 : ((n%10 >= 2 && n%10 <=4 && (n%100 < 12 || n%100 > 14)) ? 1 : "
    "((n%10 == 0 || (n%10 >= 5 && n%10 <=9)) || (n%100 >= 11 && n%100 <= 14)) ? 2 : 3));"
)
OTHER_ORDER = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 2 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 0 : 1);"
CZECH = "nplurals=3; plural=(n==1) ? 0 : (n>=2 && n<=4) ? 1 : 2;"


def catalog(plural_forms: str, forms: int, language: str = "ru") -> str:
    """Return a catalog with one plural."""
    words = "".join(f'msgstr[{form}] "%(n)s слово {form}"\n' for form in range(forms))
    return (
        f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: {language}\\n"\n'
        f'"Plural-Forms: {plural_forms}\\n"\n\nmsgid "%(n)s word"\nmsgid_plural "%(n)s words"\n{words}'
    )


def faults(text: str, locale: str = "ru") -> list[tuple[int, str]]:
    with pytest.raises(CatalogError) as caught:
        read_catalog(text, "event.po", locale)
    return [(each.location.line, each.code) for each in caught.value.diagnostics]


@pytest.mark.parametrize(
    ("plural_forms", "forms", "locale"),
    [
        ("nplurals=3; plural=n%3;", 3, "ru"),
        (CZECH, 3, "ru"),
        ("nplurals=2; plural=n != 1;", 2, "ru"),
        ("nplurals=2; plural=n != 1;", 2, "zh_CN"),
        ("nplurals=1; plural=0;", 1, "ru"),
        ("nplurals=1; plural=0;", 3, "ru"),
    ],
)
def test_a_rule_of_another_language_is_told_once_at_the_header(plural_forms: str, forms: int, locale: str) -> None:
    assert faults(catalog(plural_forms, forms, locale), locale) == [(1, "LNG028")]


def test_the_right_rule_is_the_hint() -> None:
    with pytest.raises(CatalogError) as caught:
        read_catalog(catalog(CZECH, 3), "event.po", "ru")
    assert caught.value.diagnostics[0].hint == RUSSIAN


@pytest.mark.parametrize(
    ("plural_forms", "forms", "locale"),
    [(RUSSIAN, 3, "ru"), (CROWDIN, 4, "ru"), (OTHER_ORDER, 3, "ru"), ("nplurals=1; plural=0;", 1, "zh_CN")],
)
def test_a_rule_that_keeps_the_same_numbers_apart_is_as_good(plural_forms: str, forms: int, locale: str) -> None:
    assert read_catalog(catalog(plural_forms, forms, locale), "event.po", locale).messages


def test_each_number_takes_its_form_by_the_rule_of_the_catalog() -> None:
    read = read_catalog(catalog(CROWDIN, 4), "event.po", "ru")
    assert [read.find_plural("", "%(n)s word", n) for n in (1, 2, 5)] == [f"%(n)s слово {form}" for form in range(3)]
    other = read_catalog(catalog(OTHER_ORDER, 3), "event.po", "ru")
    assert other.find_plural("", "%(n)s word", 1) == "%(n)s слово 2"


def test_a_wrong_number_of_forms_is_the_fault_of_the_header_where_all_messages_agree() -> None:
    assert faults(catalog(RUSSIAN.replace("=3", "=4", 1), 3)) == [(1, "LNG028")]
    assert faults(catalog(RUSSIAN, 2)) == [(7, "LNG025")]


@pytest.mark.parametrize(("language", "locale"), [("zh_CN", "ru"), ("ru", "zh_CN"), ("zh_TW", "zh_CN"), ("en", "ru")])
def test_a_catalog_of_another_language_is_told_at_its_header(language: str, locale: str) -> None:
    assert (1, "LNG029") in faults(catalog(RUSSIAN, 3, language), locale)


@pytest.mark.parametrize("language", ["ru", "ru_RU", "ru-RU", "ru_RU.UTF-8", "", "Russian"])
def test_a_language_may_be_named_in_many_ways(language: str) -> None:
    assert read_catalog(catalog(RUSSIAN, 3, language), "event.po", "ru").messages


def test_the_folder_of_a_catalog_says_its_locale(tmp_path: Path) -> None:
    path = tmp_path / "ru" / "LC_MESSAGES" / "event.po"
    path.parent.mkdir(parents=True)
    path.write_text(catalog("nplurals=1; plural=0;", 1, "zh_CN"), "utf-8")
    with pytest.raises(CatalogError, match="LNG029 the header says Language: zh_CN, the folder is that of ru"):
        load_catalog(path)


def test_an_empty_file_is_no_catalog(tmp_path: Path) -> None:
    path = tmp_path / "event.po"
    path.write_bytes(b"")
    with pytest.raises(CatalogError, match="LNG023 is empty"):
        load_catalog(path)


def test_each_faulty_form_is_told_once_by_its_number() -> None:
    text = catalog(RUSSIAN, 3).replace("%(n)s слово 1", "слово").replace("%(n)s слово 2", "слов")
    with pytest.raises(CatalogError) as caught:
        read_catalog(text, "event.po", "ru")
    assert [each.message.split()[0] for each in caught.value.diagnostics] == ["msgstr[1]", "msgstr[2]"]
