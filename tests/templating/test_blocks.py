"""Blocks that a template of one's own fills in the one that it extends."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cieprep_docs.errors import TemplateError
from cieprep_docs.resources import find_folder
from cieprep_docs.templating import render
from tests.support.command import CHECKOUT
from tests.support.views import small_view

PARENT = "<p>{% block first %}{% block inner %}{% endblock %}{% endblock %}</p>{% block outlook %}{% endblock %}"
MANUAL = CHECKOUT / "docs" / "templates.md"


def answer(tmp_path: Path, child: str, parent: str = PARENT) -> str:
    (tmp_path / "parent.html").write_text(parent, "utf-8")
    (tmp_path / "child.html").write_text(child, "utf-8")
    return render("child.html", small_view(), [tmp_path])


def test_all_blocks_that_the_parent_does_not_have_are_told(tmp_path: Path) -> None:
    child = '{% extends "parent.html" %}\n{% block outlok %}x{% endblock %}\n\n{% block zzz %}y{% endblock %}'
    with pytest.raises(TemplateError) as caught:
        answer(tmp_path, child)
    assert str(caught.value).splitlines() == [
        "child.html:2: TPL010 parent.html has no block 'outlok', so it would be left out (did you mean 'outlook'?)",
        "child.html:4: TPL010 parent.html has no block 'zzz', so it would be left out (it has first, inner, outlook)",
    ]


def test_a_block_may_hold_new_ones_and_fill_those_of_any_forebear(tmp_path: Path) -> None:
    (tmp_path / "middle.html").write_text('{% extends "parent.html" %}', "utf-8")
    child = '{% extends "middle.html" %}{% block inner %}{% block own %}x{% endblock %}{% endblock %}'
    assert answer(tmp_path, child).endswith(">x</p>")


def test_a_template_that_takes_the_place_of_ours_is_looked_at_too(tmp_path: Path) -> None:
    own, ours = tmp_path / "own", tmp_path / "ours"
    for folder, words in ((own, '{% extends "parent.html" %}{% block fist %}x{% endblock %}'), (ours, PARENT)):
        folder.mkdir()
        (folder / "parent.html").write_text(words, "utf-8")
    with pytest.raises(TemplateError, match=r"parent\.html:1: TPL010 .*'fist'.*did you mean 'first'"):
        render("parent.html", small_view(), [own, ours])


def test_a_parent_that_is_missing_or_wrong_is_told_as_before(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match=r"TPL002 there is no template .nowhere\.html"):
        answer(tmp_path, '{% extends "nowhere.html" %}{% block x %}{% endblock %}')
    with pytest.raises(TemplateError, match=r"parent\.html:1: TPL001"):
        answer(tmp_path, '{% extends "parent.html" %}{% block x %}{% endblock %}', "{% if %}")
    with pytest.raises(TemplateError, match="TPL005"):
        answer(tmp_path, '{% extends "child.html" %}{% block x %}{% endblock %}')


def test_the_manual_lists_the_blocks_of_each_of_our_templates() -> None:
    folder = find_folder("templates")
    listed = re.findall(r"^\| `((?:reports|decks)/[\w-]+\.html)` \| (.*) \|$", MANUAL.read_text("utf-8"), re.MULTILINE)
    blocks = {
        path.relative_to(folder).as_posix(): re.findall(r"{%-? block (\w+)", path.read_text("utf-8"))
        for name in ("reports", "decks")
        for path in sorted((folder / name).glob("*.html"))
    }
    found = {name: re.findall(r"`(\w+)`", words) for name, words in listed if words.startswith("`")}
    assert {name: own for name, own in blocks.items() if own} == found
