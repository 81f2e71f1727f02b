"""Faults of templates: each a file with a name, each answered with template and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from cieprep_docs.errors import TemplateError
from cieprep_docs.model.event import Event
from cieprep_docs.templating import render
from tests.support.views import FOLDER, small_view, view_of

BAD = sorted((FOLDER / "bad").glob("*.html"))


@pytest.mark.parametrize("file", BAD, ids=[file.stem for file in BAD])
def test_a_fault_is_told_with_template_and_line(file: Path, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(file.read_bytes())
    with pytest.raises(TemplateError) as caught:
        render("page.html", small_view(), [tmp_path])
    assert str(caught.value).startswith(file.with_suffix(".txt").read_text("utf-8").strip())


def test_a_fault_in_an_included_template_names_that_one(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "inner.html").write_text("\n\n{{ event.titel }}", "utf-8")
    (tmp_path / "page.html").write_text('{% include "parts/inner.html" %}', "utf-8")
    with pytest.raises(TemplateError, match=r"^parts/inner\.html:3: TPL003 event has no field 'titel'"):
        render("page.html", small_view(), [tmp_path])


def test_a_template_that_is_no_utf8_is_told(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes("<p>привет</p>".encode("cp1251"))
    with pytest.raises(TemplateError, match=r"page\.html:1: TPL001 the template is not UTF-8"):
        render("page.html", small_view(), [tmp_path])


def test_a_defect_of_ours_keeps_its_traceback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    view = small_view()

    def fail(*_: object) -> None:
        message = "a defect"
        raise TypeError(message)

    monkeypatch.setattr(view.wording, "say", fail)
    (tmp_path / "page.html").write_text("{{ event.title }}", "utf-8")
    with pytest.raises(TypeError, match="a defect"):
        render("page.html", view, [tmp_path])


def test_an_event_made_in_python_that_names_nobody_is_told(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("{{ event.host }}", "utf-8")
    event = Event.model_validate(
        {"id": "e", "series": "S", "title": "T", "short_title": "T", "when": "2020", "host": "x"}
    )
    with pytest.raises(TemplateError, match=r"page\.html:1: TPL009 the event has no delegations/x"):
        render("page.html", view_of(event, "en"), [tmp_path])
