"""Stamps on tags: every block knows its template and line, and no line moves."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cieprep_docs.templating.stamps import stamp_tags


@pytest.mark.parametrize(
    ("source", "stamped"),
    [
        ("<p>a</p>\n\n<ul>\n<li>", '<p data-at="t:1">a</p>\n\n<ul data-at="t:3">\n<li data-at="t:4">'),
        ("<em>a</em><br/><td>", "<em>a</em><br/><td>"),
        ("{# <p> #}{{ '<p>' }}{% set a = '<p>' %}<!-- <p> -->", "{# <p> #}{{ '<p>' }}{% set a = '<p>' %}<!-- <p> -->"),
        (
            '<p class="{{ a }}"\n id="x{{- b -}}">',
            '<p data-at="t:1" class="{{( a )|plain}}"\n id="x{{-( b )|plain-}}">',
        ),
        ('<p{% if a > 1 %} id="b"{% endif %}>', '<p data-at="t:1"{% if a > 1 %} id="b"{% endif %}>'),
        ('<p title="a > b">', '<p data-at="t:1" title="a > b">'),
        ('<p id="{{ a["}}"] }}">', '<p data-at="t:1" id="{{( a["}}"] )|plain}}">'),
        ("{{ a\n}}\n<p>", '{{ a\n}}\n<p data-at="t:3">'),
        ("{{ never closed <p>", "{{ never closed <p>"),
    ],
)
def test_tags_are_stamped(source: str, stamped: str) -> None:
    assert stamp_tags(source, "t") == stamped


@given(st.text(st.sampled_from("<>p/{}%#\"' \n=-a"), max_size=60))
def test_a_stamp_moves_no_line_and_loses_nothing(source: str) -> None:
    stamped = stamp_tags(source, "t")
    assert stamped.count("\n") == source.count("\n")
    bare = re.sub(r" data-at=\"t:\d+\"", "", stamped)
    assert re.sub(r"\{\{([-+]?)\((.*?)\)\|plain([-+]?)\}\}", r"{{\1\2\3}}", bare, flags=re.DOTALL) == source


@pytest.mark.parametrize("piece", ["<p {{ a }}", '<p "', "{% ", "{{", "<!--", "{#"])
def test_no_source_takes_long(piece: str) -> None:
    assert stamp_tags(piece * 2_000, "t").count("<p") == piece.count("<p") * 2_000
