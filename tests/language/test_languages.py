from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from cieprep_docs.errors import UsageError
from cieprep_docs.language.languages import load_language
from cieprep_docs.language.tags import normalise_language

HERE = Path(__file__).parent
DAY_FIELDS = "{d}, {dd}, {m}, {mm}, {month}, {month_alone}, {month_in}, {year}, {weekday}"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        *((name, "zh") for name in ("zh", "zh-CN", "zh_CN", "zh-Hans", "zh_Hans_CN", "zh_CN.UTF-8", "ZH-cn")),
        *((name, "ru") for name in ("ru", "ru-RU", "ru_RU.UTF-8", "ru_RU.utf8")),
        *((name, "en") for name in ("en", "en_GB", "en-GB.UTF-8")),
        ("en_US", "en-US"),
    ],
)
def test_names_of_one_language_come_to_one_key(name: str, key: str) -> None:
    assert normalise_language(name) == key


@pytest.mark.parametrize(
    "name",
    [
        *("en_US@x=../../y", "und", "root", "", " ", "C", "C.UTF-8", "POSIX", "zh-TW", "zh_Hant", "ru_RU.KOI8-R"),
        *("../ru", "ru/../ru", "ru\n", "ru.", "r", "русский", "zh-", "names", "en-US-x-twain", "ru@euro"),
    ],
)
def test_what_names_no_language_is_refused_and_says_what_there_is(name: str) -> None:
    with pytest.raises(UsageError) as error:
        load_language(name)
    assert str(error.value) == (
        f"LNG001 {name!r} is no language that has a language file (there are en, en-US, en-XA, ru, zh, zh-XA)"
    )


def test_a_language_is_one_object_however_it_is_called() -> None:
    assert load_language("ru_RU.UTF-8") is load_language("ru")
    assert pickle.loads(pickle.dumps(load_language("zh"))) is load_language("zh")  # noqa: S301 - our own bytes


def test_what_a_language_says_of_itself() -> None:
    chinese = load_language("zh")
    assert (chinese.key, chinese.tag, chinese.locale, chinese.direction) == ("zh", "zh-CN", "zh_CN", "ltr")


def test_a_variant_is_another_way_to_set_its_base() -> None:
    american = load_language("en-US")
    assert (american.key, american.tag) == ("en", "en-US")
    assert american.facts.zones == load_language("en").facts.zones


def test_months_do_not_depend_on_which_language_was_read_first() -> None:
    """Babel keeps what it resolves for one locale in tables that all locales share."""
    script = (
        "from babel import Locale; [Locale.parse(name).months['stand-alone']['wide'][12] for name in ('zh_CN', 'fr')];"
        "from cieprep_docs.language.languages import load_language;"
        "print(load_language('en').months_alone[11], load_language('ru').months_alone[11])"
    )
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)  # noqa: S603
    assert ended.stdout == "December декабрь\n"


def test_a_language_file_with_faults_tells_all_of_them() -> None:
    with pytest.raises(UsageError) as error:
        load_language("xx", HERE / "bad" / "languages")
    assert {each.location.file for each in error.value.diagnostics} == {str(HERE / "bad" / "languages" / "xx.toml")}
    assert [(each.location.path, each.message) for each in error.value.diagnostics] == [
        ("days.long.day", f"has no field {{mouth}}; the fields are {DAY_FIELDS}"),
        ("days.long.weekday", "is no key of a language file"),
        ("numbers.percent", "has a brace that closes or opens no field: '{n'"),
        ("lists.special.0.items", "is no regular expression: missing ), unterminated subpattern at position 0"),
    ]


def test_a_language_file_that_is_no_toml_is_told() -> None:
    with pytest.raises(UsageError, match=r"broken\.toml: LNG002 no valid TOML: .*line 2"):
        load_language("broken", HERE / "bad" / "broken-language")
