"""Where templates come from: the user's folder first, then ours, and nothing outside."""

from __future__ import annotations

from pathlib import Path

import pytest

from cieprep_docs.errors import TemplateError
from cieprep_docs.templating import render
from tests.support.views import small_view


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    for folder in (ours, theirs):
        folder.mkdir()
    (ours / "page.html").write_text("{% block a %}a{% endblock %}{% block b %}b{% endblock %}", "utf-8")
    return theirs, ours


def test_the_first_folder_wins(folders: tuple[Path, Path]) -> None:
    assert render("page.html", small_view(), folders) == "ab"
    (folders[0] / "page.html").write_text("theirs", "utf-8")
    assert render("page.html", small_view(), folders) == "theirs"


def test_a_template_of_theirs_extends_one_of_ours(folders: tuple[Path, Path]) -> None:
    (folders[0] / "mine.html").write_text(
        '{% extends "page.html" %}{% block b %}{{ event.title }}{% endblock %}', "utf-8"
    )
    assert render("mine.html", small_view(), folders) == "aA forum of tests"


def test_a_template_of_theirs_extends_the_one_it_overrides(folders: tuple[Path, Path]) -> None:
    (folders[1] / "base.html").write_text("<{% block a %}ours{% endblock %}>", "utf-8")
    (folders[0] / "base.html").write_text(
        '{% extends "base.html" %}{% block a %}theirs and {{ super() }}{% endblock %}', "utf-8"
    )
    assert render("base.html", small_view(), folders) == "<theirs and ours>"


def test_a_template_that_overrides_nothing_cannot_extend_itself(folders: tuple[Path, Path]) -> None:
    (folders[0] / "alone.html").write_text('{% extends "alone.html" %}', "utf-8")
    with pytest.raises(TemplateError, match=r"alone.html:1"):
        render("alone.html", small_view(), folders)


def test_a_changed_template_is_read_again(folders: tuple[Path, Path]) -> None:
    page = folders[0] / "mine.html"
    page.write_text("first", "utf-8")
    assert render("mine.html", small_view(), folders) == "first"
    page.write_text("the second", "utf-8")
    assert render("mine.html", small_view(), folders) == "the second"


@pytest.mark.parametrize("name", ["../secret.html", "/etc/hostname", "sub/../../secret.html", "link.html"])
def test_no_name_leads_out_of_the_folders(name: str, folders: tuple[Path, Path]) -> None:
    secret = folders[0].parent / "secret.html"
    secret.write_text("secret", "utf-8")
    (folders[0] / "link.html").symlink_to(secret)
    with pytest.raises(TemplateError, match="TPL002 there is no template"):
        render(name, small_view(), folders)
