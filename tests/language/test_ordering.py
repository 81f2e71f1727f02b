from __future__ import annotations

from typing import Any

import pytest

from cieprep_docs.errors import UsageError
from cieprep_docs.language.languages import load_language
from cieprep_docs.language.ordering import order_delegations, order_people, sort_key
from cieprep_docs.language.tables import load_table
from cieprep_docs.model.event import Event
from cieprep_docs.model.people import Person


def people(*names: str, tradition: str = "chinese", key: str = "zh", **fields: Any) -> list[Person]:
    return [
        Person.model_validate(
            {"id": f"p-{place}", "name": {key: name}, "tradition": tradition, "gender": "male", **fields}
        )
        for place, name in enumerate(names)
    ]


def names(persons: tuple[Person, ...]) -> str:
    return " ".join(form.full for person in persons for form in person.name.values())


@pytest.mark.parametrize(
    ("collation", "expected"),
    [
        ("", "丁一 王五 孔明 李四 李世民 张三 欧阳修 黄卫"),
        ("strokes", "丁一 王五 孔明 李四 李世民 张三 欧阳修 黄卫"),
        ("pinyin", "丁一 黄卫 孔明 李世民 李四 欧阳修 王五 张三"),
    ],
)
def test_chinese_people_of_one_rank(collation: str, expected: str) -> None:
    unordered = people(*sorted(expected.split()))
    assert names(order_people(unordered, load_language("zh"), collation)) == expected


def test_a_surname_sorts_by_its_own_reading() -> None:
    assert (
        names(order_people(people("曾一", "张一", "陈一", "单一"), load_language("zh"), "pinyin"))
        == "陈一 单一 曾一 张一"
    )


def test_u_with_dots_stands_beside_u() -> None:
    assert (
        names(order_people(people("罗一", "吕一", "卢一", "栾一"), load_language("en"), "pinyin"))
        == "卢一 吕一 栾一 罗一"
    )


def test_foreign_names_stand_between_the_syllables() -> None:
    mixed = people("黄卫", "张三") + people("Natalia Borisova", tradition="russian", key="en")
    assert names(order_people(mixed, load_language("zh"), "pinyin")) == "Natalia Borisova 黄卫 张三"


def test_a_surname_without_known_strokes_stands_last() -> None:
    assert names(order_people(people("佴一", "黄卫"), load_language("zh"))) == "黄卫 佴一"


@pytest.mark.parametrize("row", load_table("strokes")["surnames"].values())
def test_no_surname_stands_twice_in_the_table_of_strokes(row: str) -> None:
    everything = "".join(load_table("strokes")["surnames"].values())
    assert all(everything.count(each) == 1 for each in row)


def test_russian_people_stand_by_family_name_with_yo_after_ye() -> None:
    unordered = people("Пётр Жуков", "Пётр Ёлкин", "Пётр Ершов", "Анна Ершов", key="ru", tradition="russian")
    ordered = order_people(unordered, load_language("ru"))
    assert names(ordered) == "Анна Ершов Пётр Ершов Пётр Ёлкин Пётр Жуков"


def test_given_ranks_win_over_posts_and_posts_over_alphabets() -> None:
    ranked = people("张三", rank=1)
    minister = people("王五", post={"source": "Minister of Science", "forms": {"zh": {"text": "科技部部长"}}})
    deputy = people("丁一", post="Vice Minister of Science and Technology")
    nobody = people("卜一")
    ordered = order_people([*nobody, *deputy, *minister, *ranked], load_language("zh"))
    assert names(ordered) == "张三 王五 丁一 卜一"


def test_a_deputy_is_no_minister() -> None:
    deputy = people("Ян Ань", key="ru", post="заместитель министра науки")
    minister = people("Ян Янь", key="ru", post="министр науки")
    assert names(order_people([*deputy, *minister], load_language("ru"))) == "Ян Янь Ян Ань"


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        (
            "en",
            ["zeta", "Élan", "Emil", "echo", "De Witt", "Dewar"],
            ["De Witt", "Dewar", "echo", "Élan", "Emil", "zeta"],
        ),
        ("ru", ["Россия", "Китай", "Ёлка", "China", "Ельня"], ["Ельня", "Ёлка", "Китай", "Россия", "China"]),
        ("zh", ["深圳", "北京", "Moscow"], ["北京", "Moscow", "深圳"]),
    ],
)
def test_words_sort_by_the_alphabet_of_the_language(language: str, words: list[str], expected: list[str]) -> None:
    assert sorted(words, key=lambda word: sort_key(word, load_language(language))) == expected


def event(**delegations: dict[str, Any]) -> Event:
    record = {
        "id": "event",
        "series": "Series",
        "title": "Title",
        "short_title": "Short",
        "when": "2020-12-09",
        "delegations": {
            key: {"languages": ["en"], "zone": "Asia/Shanghai", **fields} for key, fields in delegations.items()
        },
    }
    return Event.model_validate(record)


FOUR = event(
    russia={"country": "RU"},
    host={"country": "CN", "host": True},
    belarus={"country": "BY"},
    kazakhstan={"country": "KZ"},
)


@pytest.mark.parametrize(
    ("language", "rule", "own", "expected"),
    [
        ("en", "protocol", "", "belarus kazakhstan russia host"),
        ("ru", "protocol", "", "belarus kazakhstan russia host"),
        ("zh", "protocol", "", "belarus russia kazakhstan host"),
        ("en", "alphabet", "", "belarus host kazakhstan russia"),
        ("en", "file", "", "russia host belarus kazakhstan"),
        ("en", "protocol", "russia", "russia belarus kazakhstan host"),
    ],
)
def test_delegations_stand_in_protocol_order(language: str, rule: str, own: str, expected: str) -> None:
    ordered = order_delegations(FOUR, load_language(language), rule, own)
    assert " ".join(each.id for each in ordered) == expected


def test_given_ranks_of_delegations_win() -> None:
    ranked = event(
        russia={"country": "RU", "rank": 1}, host={"country": "CN", "rank": 2, "host": True}, by={"country": "BY"}
    )
    assert [each.id for each in order_delegations(ranked, load_language("en"))] == ["russia", "host", "by"]


def test_unknown_orders_are_errors_that_list_what_exists() -> None:
    with pytest.raises(UsageError, match=r"LNG105.*alphabet, pinyin, strokes"):
        order_people([], load_language("zh"), "radical")
    with pytest.raises(UsageError, match=r"LNG106.*alphabet, file, protocol"):
        order_delegations(FOUR, load_language("zh"), "random")
