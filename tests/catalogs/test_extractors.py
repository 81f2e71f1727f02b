"""``pybabel extract`` finds what event files, templates and Office files say, and stops at what it cannot read."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po
from pptx import Presentation

from cieprep_docs.catalogs.extractors import extract_event, extract_office, extract_template
from cieprep_docs.catalogs.placeholders import office_messages
from cieprep_docs.errors import EventError, StyleError, TemplateError
from tests.support.command import BIN, EXAMPLE, run_program

BAD = Path(__file__).parent / "bad"


def test_pybabel_extracts_an_event_as_catalog_extract_does(tmp_path: Path) -> None:
    mapping = tmp_path / "babel.cfg"
    mapping.write_text("[cieprep_event: **.yaml]\n", encoding="utf-8")
    ended = run_program(BIN / "pybabel", "extract", "-F", mapping, "-o", tmp_path / "event.pot", EXAMPLE)
    assert ended.code == 0, ended.err
    with (tmp_path / "event.pot").open("rb") as theirs, (EXAMPLE / "locales" / "event.pot").open("rb") as ours:
        found, expected = read_po(theirs), read_po(ours)
    assert {(each.context, each.id) for each in found} == {(each.context, each.id) for each in expected}


def test_templates_are_extracted_with_context_and_comment(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        '{# translators: a heading #}\n{{ npgettext("x", "%(n)s day", "%(n)s days", 2) }}', encoding="utf-8"
    )
    with path.open("rb") as file:
        assert list(extract_template(file, (), (), {})) == [
            (2, "npgettext", ("x", "%(n)s day", "%(n)s days"), ["a heading"])
        ]


def test_words_of_a_word_file_are_found_across_runs_and_with_smart_quotes(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Host: {{ _(“Guest ")
    paragraph.add_run("of honour”)").bold = True
    paragraph.add_run(" }}")
    document.add_paragraph("{% trans %}Thank you{% endtrans %}")
    document.save(str(tmp_path / "letter.docx"))
    guest, thanks = office_messages(tmp_path / "letter.docx")
    assert (guest.msgid, thanks.msgid) == ("Guest of honour", "Thank you")
    assert str(thanks.places[0]) == "letter.docx:2 word/document.xml"
    with (tmp_path / "letter.docx").open("rb") as file:
        assert [each[2] for each in extract_office(file, (), (), {})] == [("Guest of honour",), ("Thank you",)]


def test_words_of_slides_are_found(tmp_path: Path) -> None:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    slide.shapes[0].text_frame.text = '{{ pgettext("slide", "Agenda") }}'
    deck.save(str(tmp_path / "deck.pptx"))
    (agenda,) = office_messages(tmp_path / "deck.pptx")
    assert (agenda.context, agenda.msgid) == ("slide", "Agenda")
    assert agenda.places[0].path == "ppt/slides/slide1.xml"


def test_a_placeholder_that_cannot_be_read_is_told_with_its_paragraph(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Fine.")
    document.add_paragraph("{{ _(title) }}")
    document.save(str(tmp_path / "letter.docx"))
    with pytest.raises(TemplateError, match=r"letter.docx:2 word/document.xml: CAT003 _\(…\) needs literal words"):
        office_messages(tmp_path / "letter.docx")


def test_what_is_no_office_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.docx").write_bytes(b"words")
    with pytest.raises(StyleError, match="OFF010"):
        office_messages(tmp_path / "letter.docx")


@pytest.mark.parametrize("case", ["unclosed", "not-literal"])
def test_babel_stops_at_a_faulty_template(case: str) -> None:
    with pytest.raises(TemplateError, match="CAT00"):
        extract_from_file("cieprep_template", BAD / case / "report.html")


def test_babel_stops_at_a_faulty_event(tmp_path: Path) -> None:
    path = tmp_path / "event.yaml"
    path.write_text("id: forum\n", encoding="utf-8")
    with path.open("rb") as file, pytest.raises(EventError, match="EVT"):
        list(extract_event(file, (), (), {}))
