from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cieprep_docs.errors import LayoutError, StyleError
from cieprep_docs.office.xml import attributes, declare, escape, qualified, quote, read_xml

PRINTABLE = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn"], include_characters="\t\n"),
)


@given(PRINTABLE)
def test_words_come_back_as_they_went_in(words: str) -> None:
    root = read_xml(f"<t a={quote(words)}>{escape(words)}</t>".encode())
    assert (root.text or "") == words
    assert root.get("a") == words


@pytest.mark.parametrize("sign", ["\0", "\x07", "\x0b", "\r", "\x85", "\ud800", "\ufdd0", "\uffff", "\U0001fffe"])
def test_a_sign_that_office_cannot_keep_is_refused_with_the_words_around_it(sign: str) -> None:
    with pytest.raises(LayoutError, match=f"OFF001 .*U\\+{ord(sign):04X}.*before�after"):
        escape(f"before{sign}after")


def test_none_of_the_signs_that_office_cannot_keep_gets_through() -> None:
    planes = ((plane << 16) + low for plane in range(17) for low in (0xFFFE, 0xFFFF))
    controls = (code for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n")
    for code in (*controls, *range(0xD800, 0xE000), *range(0xFDD0, 0xFDF0), *planes):
        with pytest.raises(LayoutError, match=f"U\\+{code:04X}"):
            quote(chr(code))


def test_an_attribute_without_a_value_is_left_out() -> None:
    assert attributes(Id="rId1", r__embed='"&', TargetMode=None) == ' Id="rId1" r:embed="&quot;&amp;"'


def test_prefixes_become_namespaces() -> None:
    root = read_xml(f"<w:p{declare('w', 'r')}/>".encode())
    assert root.tag == qualified("w:p")


def test_a_part_with_a_doctype_is_refused_in_any_encoding() -> None:
    part = '<?xml version="1.0" encoding="{}"?><!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]><a>&e;</a>'
    for encoding in ("utf-8", "utf-16"):
        with pytest.raises(StyleError, match="OFF013 carries a DOCTYPE"):
            read_xml(part.format(encoding).encode(encoding), "word/document.xml")


def test_a_broken_part_is_named_with_its_line() -> None:
    with pytest.raises(StyleError, match=r"word/document\.xml:2: OFF013 is not well-formed"):
        read_xml(b"<a>\n<b></a>", "word/document.xml")
