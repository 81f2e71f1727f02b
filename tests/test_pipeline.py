"""The way through from Python: reports and decks as values that a script can go on with."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pptx
import pytest

from cieprep_docs import Event, load_event, make_deck, make_report, nodes
from cieprep_docs.content.bilingual import Layout
from cieprep_docs.content.fields import passages
from cieprep_docs.content.nodes import Document
from cieprep_docs.content.outline import show
from cieprep_docs.errors import CatalogError, EventError, TemplateError, UsageError
from cieprep_docs.model.programme import Image
from tests.support.command import EXAMPLE


@pytest.fixture(scope="module")
def event() -> Event:
    return load_event(EXAMPLE).value


def words_of_report(data: bytes) -> str:
    return "\n".join(each.text for each in docx.Document(io.BytesIO(data)).paragraphs)


def test_a_report_can_be_saved_and_edited_on(event: Event, tmp_path: Path) -> None:
    report = make_report(event, "ru", delegation="russia")
    assert report.tree.lang == "ru-RU"
    untouched = report.to_bytes()
    report.document.add_paragraph("Дополнение секретариата")
    report.save(tmp_path / "report.docx")
    saved = (tmp_path / "report.docx").read_bytes()
    assert "Дополнение секретариата" in words_of_report(saved)
    assert "Дополнение секретариата" not in words_of_report(untouched)


def test_what_a_script_adds_leaves_no_trace_of_the_time(event: Event) -> None:
    first, second = (make_report(event, "en") for _ in range(2))
    for report in (first, second):
        report.document.add_paragraph("An addition")
    assert first.to_bytes() == second.to_bytes()


def test_a_file_is_saved_under_a_name_that_says_what_it_is(event: Event, tmp_path: Path) -> None:
    for output, name in ((make_report(event, "en"), "report.pdf"), (make_deck(event, "en"), "deck.pptm")):
        with pytest.raises(UsageError, match=f"{name} does not end in {output.ending} "):
            output.save(tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_a_path_is_no_event() -> None:
    for make in (make_report, make_deck):
        with pytest.raises(UsageError, match=r"load_event\(path\)\.value"):
            make(str(EXAMPLE), "en")  # type: ignore[arg-type]


def test_a_kind_belongs_to_one_file_format(event: Event) -> None:
    with pytest.raises(UsageError, match=r"CLI033 there is no \.docx of the kind .briefing."):
        make_report(event, "en", kind="briefing")  # type: ignore[arg-type]
    with pytest.raises(UsageError, match=r"CLI033 there is no \.pptx of the kind .brief."):
        make_deck(event, "en", kind="brief")  # type: ignore[arg-type]


def test_a_choice_that_does_not_exist_is_told_as_by_any_function(event: Event) -> None:
    with pytest.raises(TypeError, match="unexpected keyword argument 'layuot'"):
        make_report(event, "en", layuot="stacked")  # type: ignore[call-arg]
    with pytest.raises(UsageError, match="CLI032"):
        make_deck(event, "zh+ru", mode="beside")  # type: ignore[arg-type]


def test_a_deck_can_be_edited_on(event: Event) -> None:
    deck = make_deck(event, "zh", delegation="china")
    assert len(deck.presentation.slides) == len(deck.plan.slides)
    deck.presentation.slides[0].shapes.title.text = "新标题"
    assert pptx.Presentation(io.BytesIO(deck.to_bytes())).slides[0].shapes.title.text == "新标题"


@pytest.mark.parametrize("language", ["zh", "zh-CN", "zh_CN.UTF-8"])
def test_languages_go_by_their_usual_names(event: Event, language: str) -> None:
    assert make_deck(event, language).tree.lang == "zh-CN"


def test_the_same_arguments_give_the_same_bytes(event: Event) -> None:
    again = load_event(EXAMPLE / "event.yaml").value
    assert make_report(event, "ru").to_bytes() == make_report(again, "ru").to_bytes()
    assert make_deck(event, "ru").to_bytes() == make_deck(again, "ru").to_bytes()


def test_without_its_catalogs_an_event_has_the_words_that_it_brings_along(event: Event, tmp_path: Path) -> None:
    alone = event.in_folder(tmp_path)
    report = make_report(alone, "ru")
    missing = [each for each in report.diagnostics if each.code == "LNG090"]
    assert {each.location.file for each in missing} == {str(tmp_path / "locales" / "ru" / "LC_MESSAGES" / "event.po")}
    assert {each.severity for each in missing} == {"warning"}
    with pytest.raises(CatalogError) as caught:
        make_report(alone, "ru", strict=True)
    assert len(caught.value.diagnostics) == len(missing)
    assert {each.severity for each in caught.value.diagnostics} == {"error"}


def test_the_secretariat_sees_what_delegations_do_not(event: Event) -> None:
    hidden = event.sessions["closing"].model_copy(update={"visibility": "internal"})
    guarded = event.model_copy(update={"sessions": {**event.sessions, "closing": hidden}})
    title = event.sessions["closing"].title.source
    seen = [
        title in words_of_report(make_report(guarded, "en", audience=audience).to_bytes())
        for audience in ("secretariat", "public", "russia")
    ]
    assert seen == [True, False, False]


def test_a_delegation_that_does_not_exist_is_refused(event: Event) -> None:
    with pytest.raises(UsageError, match="russia"):
        make_report(event, "ru", delegation="rusia")


def test_a_word_file_can_be_the_house_style(event: Event, tmp_path: Path) -> None:
    ours = EXAMPLE.parents[1] / "templates" / "office" / "conference" / "report.docx"
    own = tmp_path / "own.docx"
    own.write_bytes(ours.read_bytes())
    assert make_report(event, "en", style=own).to_bytes()[:2] == b"PK"


def test_pictures_come_from_the_folder_of_the_event(event: Event, tmp_path: Path) -> None:
    image = Image.model_validate({"id": "hall", "file": "hall.png", "alt": "The hall"})
    pictured = event.model_copy(update={"images": {"hall": image}}).in_folder(tmp_path)
    with pytest.raises(EventError, match=r"hall\.png: EVT051 the picture cannot be read"):
        make_report(pictured, "en")
    (tmp_path / "hall.png").write_bytes(b"a picture")
    assert make_report(pictured, "en").tree.images == {"hall": b"a picture"}


def test_a_drawing_brings_the_picture_beside_it(event: Event, tmp_path: Path) -> None:
    image = Image.model_validate({"id": "plan", "file": "plan.svg", "alt": "The plan"})
    pictured = event.model_copy(update={"images": {"plan": image}}).in_folder(tmp_path)
    (tmp_path / "plan.svg").write_bytes(b"a drawing")
    with pytest.raises(EventError, match=r"plan\.png: EVT051 the picture cannot be read"):
        make_report(pictured, "en")
    (tmp_path / "plan.png").write_bytes(b"a picture")
    tree = make_report(pictured, "en").tree
    assert (tree.images, tree.vectors) == ({"plan": b"a picture"}, {"plan": b"a drawing"})


@pytest.mark.parametrize("layout", ["columns", "stacked", "tables", "proof"])
def test_a_report_in_two_languages_has_one_order_of_records(event: Event, layout: Layout) -> None:
    single = make_report(event, "ru", delegation="russia").tree
    both = make_report(event, ("ru", "zh"), layout=layout, delegation="russia").tree
    assert [each for each in records_in(single) if each] == [each for each in records_in(both) if each]


def records_in(tree: Document) -> list[str]:
    """The records of a document in the order of their first words."""
    found = (passage.origin.record for passage in passages(tree.blocks))
    return list(dict.fromkeys(found))


def test_words_of_ones_own_templates_wait_in_ones_own_catalog(event: Event, tmp_path: Path) -> None:
    own = tmp_path / "templates" / "reports" / "report.html"
    own.parent.mkdir(parents=True)
    words = '{% extends "reports/report.html" %}{% block outlook %}<p>{{ _("Our own words") }}</p>{% endblock %}'
    own.write_text(words, encoding="utf-8")
    (tmp_path / "words").mkdir()
    for catalogs, folder in ((None, EXAMPLE / "locales"), (tmp_path / "words", tmp_path / "words")):
        report = make_report(event, "ru", templates=own.parents[1], catalogs=catalogs)
        (told,) = [each for each in report.diagnostics if "Our own words" in each.message]
        assert Path(told.location.file).resolve() == folder / "ru" / "LC_MESSAGES" / "messages.po"
        assert told.hint == "into ru, as an entry of this catalog"


def test_an_unknown_layout_is_refused(event: Event) -> None:
    with pytest.raises(UsageError, match="CLI021"):
        make_report(event, "zh+ru", layout="rows")  # type: ignore[arg-type]


def remarks(text: str, lang: str) -> tuple[nodes.Block, ...]:
    """A section of a script's own that links to a table of ours by its number."""
    said = (nodes.Run(text, lang), nodes.Reference("own", lang, alone=True), nodes.Note((nodes.Run(text, lang),), lang))
    cells = tuple(nodes.Cell((nodes.Paragraph((nodes.Run(each, lang),)),)) for each in "ab")
    table = nodes.Table((nodes.Row(cells, "header"), nodes.Row(cells)), (nodes.Run(text, lang),), id="own")
    heading = nodes.Heading((nodes.Run(text, lang),), 1)
    return (nodes.Section((heading, nodes.Paragraph(said), table), "section", id="remarks"),)


def roles(document: nodes.Document) -> list[str]:
    return [block.id or block.role for block in document.blocks if isinstance(block, nodes.Section)]


def test_blocks_of_a_script_stand_in_front_of_annexes_and_notes(event: Event) -> None:
    report = make_report(event, "en", blocks=remarks("Remarks", "en-GB"))
    order = roles(report.tree)
    assert order[order.index("remarks") - 1] == "outlook"
    assert order[order.index("remarks") + 1 :] == order[order.index("outlook") + 2 :]
    assert set(order[order.index("remarks") + 1 :]) & {"notes", "bodies"}
    assert "counted →#own" in show(report.tree)
    assert roles(make_report(event, "en").tree) == [each for each in order if each != "remarks"]


def test_blocks_for_each_language_stand_together_and_those_for_all_once(event: Event) -> None:
    both = {"zh": remarks("备忘补记", "zh-CN"), "ru": remarks("Памятка 012", "ru-RU")}
    shown = show(make_report(event, "zh+ru", blocks=both).tree)
    assert shown.count("备忘补记") == shown.count("Памятка 012") > 1
    shown = show(make_report(event, ("zh", "ru"), blocks=remarks("Remarks", "en-GB")).tree)
    alone = show(make_report(event, "zh", blocks=remarks("Remarks", "en-GB")).tree)
    assert shown.count("Remarks") == alone.count("Remarks")
    with pytest.raises(UsageError, match="CLI062 blocks are given for zh; the report is in zh, ru"):
        make_report(event, "zh+ru", blocks={"zh": both["zh"]})
    with pytest.raises(TemplateError, match="MRK040"):
        make_report(event, "zh+ru", blocks={**both, "ru": (nodes.Paragraph((nodes.Run("Слова", "ru-RU"),)),)})


def test_wrong_blocks_are_refused_with_their_path_in_what_the_script_gives(event: Event) -> None:
    with pytest.raises(TemplateError, match=r"^blocks\[0\]: MRK050 is 'words' \(str\), not Heading"):
        make_report(event, "en", blocks=["words"])  # type: ignore[list-item]
    with pytest.raises(TemplateError, match=r"^blocks\[1\].*: MRK030 the id 'remarks' stands twice"):
        make_report(event, "en", blocks=(*remarks("A", "en-GB"), *remarks("B", "en-GB")))
    with pytest.raises(TemplateError, match=r"^blocks\['ru'\]\[0\]: MRK050"):
        make_report(event, "zh+ru", blocks={"zh": remarks("补记", "zh-CN"), "ru": ["words"]})  # type: ignore[list-item]
    with pytest.raises(TemplateError, match=r"^sections\[0\].*: MRK020"):
        make_deck(event, "en", sections=[nodes.Section(())])


def test_blocks_that_differ_by_language_are_told_to_the_script(event: Event) -> None:
    more = nodes.Paragraph((nodes.Run("Ещё", "ru-RU"),))
    both = {"zh": remarks("补记", "zh-CN"), "ru": (*remarks("Памятка", "ru-RU"), more)}
    with pytest.raises(TemplateError, match=r"^blocks\[1\]: MRK040 .*give the same blocks") as caught:
        make_report(event, "zh+ru", blocks=both)
    assert "{%" not in str(caught.value)


def test_a_single_block_needs_no_list(event: Event) -> None:
    (section,) = remarks("Remarks", "en-GB")
    assert make_report(event, "en", blocks=section).data == make_report(event, "en", blocks=(section,)).data
    slide = nodes.Section(
        (nodes.Heading((nodes.Run("Remarks", "en-GB"),), 1), nodes.Paragraph((nodes.Run("A", "en"),)))
    )
    assert make_deck(event, "en", sections=slide).data == make_deck(event, "en", sections=[slide]).data
    for wrong in ("words", 7):
        with pytest.raises(UsageError, match="CLI063 blocks is a list of nodes, not "):
            make_report(event, "en", blocks=wrong)  # type: ignore[arg-type]


def test_blocks_and_sections_are_told_apart(event: Event) -> None:
    with pytest.raises(TypeError, match=r"'blocks' \(did you mean 'sections'\?"):
        make_deck(event, "en", blocks=())  # type: ignore[call-arg]
    with pytest.raises(TypeError, match=r"'sections' \(did you mean 'blocks'\?"):
        make_report(event, "en", sections=())  # type: ignore[call-arg]
