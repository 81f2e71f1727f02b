from __future__ import annotations

import pytest

from cieprep_docs.language.russian import CASES, decline_noun, decline_phrase
from cieprep_docs.model.text import Case


@pytest.mark.parametrize(
    ("phrase", "genitive"),
    [
        ("вице-председатель и председатель исполнительного комитета", None),
        ("Фонд «Дом и Центр»", "Фонда «Дом и Центр»"),
        ("АО «Наука»", "АО «Наука»"),
        ("НИИ физики", "НИИ физики"),
        ("Министерство науки и технологий КНР", "Министерства науки и технологий КНР"),
        ("заведующий научным отделом", "заведующего научным отделом"),
        ("Управление международного сотрудничества", "Управления международного сотрудничества"),
        ("первый секретарь\u00a0посольства", "первого секретаря\u00a0посольства"),
        ("Главное бюро", "Главного бюро"),
    ],
)
def test_only_the_head_and_its_adjectives_change(phrase: str, genitive: str | None) -> None:
    expected = genitive or "вице-председателя и председателя исполнительного комитета"
    assert decline_phrase(phrase, "gen", animate=False) == expected


@pytest.mark.parametrize("phrase", ["", "Delegate 012", "«Наука»", "42"])
def test_what_has_no_russian_head_has_no_draft(phrase: str) -> None:
    assert [decline_phrase(phrase, case, animate=False) for case in CASES] == [""] * 5


@pytest.mark.parametrize(
    ("noun", "forms"),
    [
        ("врач", "врача врачу врача врачом враче"),
        ("секретарь", "секретаря секретарю секретаря секретарём секретаре"),
        ("академия", "академии академии академию академией академии"),
        ("область", "области области область областью области"),
        ("музей", "музея музею музея музеем музее"),
    ],
)
def test_a_noun_in_all_cases(noun: str, forms: str) -> None:
    assert [decline_noun(noun, case, animate=True) for case in CASES] == forms.split()


@pytest.mark.parametrize(
    ("phrase", "case", "expected"),
    [
        ("модель сотрудничества", "gen", "модели сотрудничества"),
        ("стратегическая цель партнёрства", "ins", "стратегической целью партнёрства"),
        ("Главный календарь", "gen", "Главного календаря"),
    ],
)
def test_a_noun_whose_ending_hides_its_gender_is_looked_up(phrase: str, case: Case, expected: str) -> None:
    assert decline_phrase(phrase, case, animate=False) == expected
