"""Placeholders in a house style's own words."""

from __future__ import annotations

from lxml import etree

from cieprep_docs.office.fields import FieldedPart, read_fielded_part, unknown_fields
from cieprep_docs.office.xml import NAMESPACES


def part_of(inner: str) -> FieldedPart:
    root = etree.fromstring(f'<w:hdr xmlns:w="{NAMESPACES["w"]}"><w:p>{inner}</w:p></w:hdr>')
    return read_fielded_part("word/header1.xml", [root])


def run(text: str, look: str = "") -> str:
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def filled(inner: str) -> str:
    """What a part says when each placeholder says its own name in brackets."""
    xml = part_of(inner).fill(lambda slot: run(f"[{slot.name}]"))
    return "|".join("".join(map(str, each.itertext())) for each in etree.fromstring(xml).iter("{*}r"))


def test_a_placeholder_alone_in_its_run() -> None:
    assert filled(run("{{ copy }}")) == "[copy]"


def test_words_before_and_behind_stay() -> None:
    assert filled(run("Copy: {{copy}}, {{ issued }}.")) == "Copy: |[copy]|, |[issued]|."


def test_a_placeholder_that_word_split_over_runs() -> None:
    assert filled(run("No. {") + run("{ event.") + run("title }") + run("} of")) == "No. |[event.title]| of"


def test_two_placeholders_that_share_a_run() -> None:
    assert filled(run("{{ cop") + run("y }}–{{ iss") + run("ued }}")) == "[copy]|–|[issued]"


def test_what_is_no_text_stays_where_it_was() -> None:
    inner = "<w:r><w:t>{{ copy }}</w:t><w:tab/><w:t>end</w:t></w:r>"
    xml = part_of(inner).fill(lambda slot: run(slot.name))
    tags = [etree.QName(each).localname for each in etree.fromstring(xml).iter("{*}t", "{*}tab")]
    assert tags == ["t", "t", "tab", "t"]


def test_a_placeholder_looks_like_the_run_in_which_it_begins() -> None:
    (slot,) = part_of(run("{{ co", "<w:b/>") + run("py }}", "<w:i/>")).slots
    assert slot.look == "<w:b/>"


def test_an_unknown_placeholder_is_named_with_its_part_and_what_was_meant() -> None:
    (found,) = unknown_fields([part_of(run("{{ event.titel }} {{ copy }}"))])
    assert (
        str(found) == "word/header1.xml: STY001 nothing is called {{ event.titel }} (did you mean {{ event.title }}?)"
    )


def test_fields_of_the_build_are_known() -> None:
    assert not list(unknown_fields([part_of(run("{{ classification }}"))], {"classification"}))
