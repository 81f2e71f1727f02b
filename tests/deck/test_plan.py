"""Cases are read from cases/plans.txt; what they come to stands in cases/plans.expected.txt, slide by slide."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cieprep_docs.deck.outline import show
from tests.support.decks import plan_of

CASES = Path(__file__).parent / "cases"


def read_cases() -> Iterator[tuple[str, str, str]]:
    for case in (CASES / "plans.txt").read_text("utf-8").split("===\n"):
        head, _, markup = case.partition("---\n")
        name, lang = head.strip().splitlines()
        yield name, lang, markup


def read_expected() -> dict[str, str]:
    blocks = (CASES / "plans.expected.txt").read_text("utf-8").split("=== ")
    return {name: plan.strip() for name, _, plan in (block.partition("\n") for block in blocks if block.strip())}


@pytest.mark.parametrize(("name", "lang", "markup"), [pytest.param(*case, id=case[0]) for case in read_cases()])
def test_a_section_becomes(name: str, lang: str, markup: str) -> None:
    assert show(plan_of(markup, lang)).strip() == read_expected()[name]
