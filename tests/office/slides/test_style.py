from __future__ import annotations

import runpy
from pathlib import Path

import pytest
from lxml import etree

from cieprep_docs.errors import StyleError
from cieprep_docs.office.package import read_package, write_package
from cieprep_docs.office.slides import load_deck_style
from cieprep_docs.office.slides.inherit import merge
from cieprep_docs.office.slides.serving import NEEDED
from tests.support.command import CHECKOUT
from tests.support.decks import STYLE_FILE, style

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def test_the_base_file_is_what_its_script_makes(monkeypatch: pytest.MonkeyPatch) -> None:
    folder = CHECKOUT / "templates" / "office" / "conference"
    monkeypatch.syspath_prepend(str(folder))
    assert runpy.run_path(str(folder / "make_deck.py"))["make_deck"]() == STYLE_FILE.read_bytes()


def test_it_serves_every_role_on_a_wide_page() -> None:
    layouts = style().layouts
    assert set(NEEDED) <= set(layouts.by_role)
    assert (layouts.width, layouts.height) == (960, 540)


def test_measures_are_inherited_from_the_master() -> None:
    title = style().layouts.field("bullets", "title")
    assert (title.box.left, title.levels[0].size, title.levels[0].bold) == (43.2, 28, True)
    assert title.levels[0].face == "Calibri"
    assert style().layouts.field("bullets", "body").level(1).bullet


def test_the_layout_has_the_last_word() -> None:
    card = style().layouts.field("key-figures", "card")
    assert [card.level(number).size for number in (0, 1)] == [44, 18]
    assert (card.levels[0].bullet, card.smallest, card.largest, card.insets.left) == (False, 32, 54, 14)


def test_nothing_is_stepped_below_the_smallest_size() -> None:
    card = style().layouts.field("people", "card")
    assert card.size(0, card.scale(6)) == 14
    assert card.size(1, card.scale(6)) == 14


def test_type_grows_to_the_largest_size() -> None:
    card = style().layouts.field("people", "card")
    assert [card.size(0, card.scale(step)) for step in (0, -3, -6)] == [18, 20, 22]


def test_merging_keeps_the_order_of_the_schema() -> None:
    run = '<a:defRPr sz="1800"><a:latin typeface="L"/></a:defRPr>'
    base = f'<a:lvl1pPr {A} marL="9"><a:lnSpc/><a:buChar char="•"/>{run}</a:lvl1pPr>'
    over = f'<a:lvl1pPr {A} indent="3"><a:spcBef/><a:buNone/><a:defRPr b="1"><a:solidFill/></a:defRPr></a:lvl1pPr>'
    merged = merge(etree.fromstring(base), etree.fromstring(over))
    assert sorted(merged.items()) == [("indent", "3"), ("marL", "9")]
    assert [etree.QName(child).localname for child in merged] == ["lnSpc", "spcBef", "buNone", "defRPr"]
    assert [etree.QName(child).localname for child in merged[-1]] == ["solidFill", "latin"]
    assert sorted(merged[-1].items()) == [("b", "1"), ("sz", "1800")]


def test_all_that_a_file_lacks_is_listed(tmp_path: Path) -> None:
    package = read_package(STYLE_FILE)
    figures, timeline = style().parts["key-figures"], style().parts["timeline"]
    xml = package.read(figures).replace(b'name="card"', b'name="tile"').replace(b'name="rule"', b'name="line"')
    other = package.read(timeline).replace(b'name="timeline"', b'name="time"')
    changed = {figures: xml, timeline: other}
    path = tmp_path / "deck.pptx"
    path.write_bytes(write_package(package, changed))
    with pytest.raises(StyleError) as caught:
        load_deck_style(path)
    assert [each.message for each in caught.value.diagnostics] == [
        "layout “key-figures” has no placeholder “card”",
        "layout “key-figures” has no placeholder “rule”",
        "has no layout “timeline”",
    ]
    assert {each.location.file for each in caught.value.diagnostics} == {str(path)}


def test_a_word_file_is_no_deck() -> None:
    with pytest.raises(StyleError, match="there is no presentation in it"):
        load_deck_style(STYLE_FILE.with_name("report.docx"))


def test_a_file_that_was_changed_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "house.pptx"
    path.write_bytes(STYLE_FILE.read_bytes())
    before = load_deck_style(path)
    assert load_deck_style(path) is before
    theme = before.package.read("ppt/theme/theme1.xml").replace(b"Calibri", b"Georgia")
    path.write_bytes(write_package(before.package, {"ppt/theme/theme1.xml": theme}))
    assert load_deck_style(path).layouts.field("bullets", "title").levels[0].face == "Georgia"
