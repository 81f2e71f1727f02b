"""The manual for translators says the same in all three languages, and all that there is to say."""

from __future__ import annotations

import re

import pytest

from tests.support.command import CHECKOUT

MANUAL = (CHECKOUT / "docs" / "translators.md").read_text("utf-8")
SECTIONS = dict(zip(("en", "ru", "zh"), re.split(r"^## .+$", MANUAL, flags=re.MULTILINE)[1:], strict=True))
CATALOGS = CHECKOUT / "cieprep_docs" / "catalogs"
FOUND = {
    code
    for path in (*CATALOGS.glob("checks/*.py"), CATALOGS / "boxes.py", CATALOGS / "glossary.py")
    for code in re.findall(r'Found\(\s*"(CAT\d+)"|_same\("(CAT\d+)"', path.read_text("utf-8"))
    for code in code
    if code
}


@pytest.mark.parametrize("language", SECTIONS)
def test_every_check_is_explained(language: str) -> None:
    assert len(FOUND) > 20
    explained = set(re.findall(r"CAT\d{3}", "".join(re.findall(r"^\| .*CAT.*$", SECTIONS[language], re.MULTILINE))))
    assert FOUND - explained == set()


def test_the_three_parts_have_the_same_commands_tables_and_pictures() -> None:
    shapes = [
        (
            re.findall(r"^cieprep-docs catalog (\w+)", part, re.MULTILINE),
            sum(line.startswith("|") for line in part.splitlines()),
            part.count("!["),
            part.count("```"),
        )
        for part in SECTIONS.values()
    ]
    assert shapes[0] == shapes[1] == shapes[2]
