"""What templates print, in cases that read as template and result."""

from __future__ import annotations

from pathlib import Path

import pytest

from cieprep_docs.templating import render
from tests.support.views import FOLDER, small_view


def cases() -> list[tuple[str, str, str, str]]:
    found = []
    for case in (FOLDER / "cases" / "printing.txt").read_text("utf-8").rstrip("\n").split("\n===\n"):
        title, language, *template, expected = case.split("\n")
        found.append((title, language, "\n".join(template), expected))
    return found


@pytest.mark.parametrize(
    ("language", "template", "expected"), [case[1:] for case in cases()], ids=[case[0] for case in cases()]
)
def test_templates_print(language: str, template: str, expected: str, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(template, "utf-8")
    printed = render("page.html", small_view(language), [tmp_path])
    assert printed.replace("\u00a0", "⍽").strip() == expected.strip()


def test_one_language_never_speaks_for_another(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text('{{ event.cities }} {{ _("Open") }}', "utf-8")
    first = [render("page.html", small_view(language), [tmp_path]) for language in ("zh", "ru", "en")]
    again = [render("page.html", small_view(language), [tmp_path]) for language in ("en", "ru", "zh")]
    assert first == again[::-1]
    assert len(set(first)) == 3


def test_a_delegation_stands_first_in_its_own_copy(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("{{ event.delegations }}/{{ delegation or audience }}", "utf-8")
    copies = [render("page.html", small_view("en", **who), [tmp_path]) for who in ({}, {"delegation": "china"})]
    assert copies == ["Russia and China/secretariat", "China and Russia/China"]


def test_what_is_untranslated_is_known_afterwards(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text('{{ event.sessions[0] }}{{ _("Hello") }}', "utf-8")
    view = small_view("zh")
    render("page.html", view, [tmp_path])
    assert [miss.source for miss in view.wording.translator.misses] == ["Opening & welcome", "Hello"]
