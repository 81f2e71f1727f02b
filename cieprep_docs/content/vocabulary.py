"""The closed vocabulary of templates: which tags there are, what they carry and what may stand in them."""

from __future__ import annotations

import re
from collections.abc import Mapping

HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
INLINES = frozenset({"strong", "em", "br", "sup", "sub", "span", "a", "abbr"})
WORDS = frozenset({"p", "ul", "ol"})
"""Blocks of running words: all that stands in table cells, list items, quotations and speaker notes."""
PANEL = WORDS | HEADINGS | {"dl", "table", "figure", "blockquote"}
"""What stands in a panel beside the text."""
BLOCKS = PANEL | {"section", "aside", "nav"}
PARTS = frozenset(
    {"article", "header", "li", "dt", "dd", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "img", "figcaption"}
)
"""Tags that make sense only inside the one block they belong to."""
TAGS = BLOCKS | INLINES | PARTS

INSTEAD: Mapping[str, str] = {
    "b": "strong",
    "i": "em",
    "u": "em",
    "div": "section",
    "main": "article",
    "footer": "p",
    "h5": "h4",
    "h6": "h4",
    "body": "article",
    "html": "article",
    "cite": "em",
    "small": "span",
    "acronym": "abbr",
}
"""What to write for a tag of HTML that does not belong to the vocabulary."""

EVERYWHERE = frozenset({"lang", "data-at", "data-record"})
ATTRIBUTES: Mapping[str, frozenset[str]] = {
    tag: EVERYWHERE | frozenset(own.split())
    for tag, own in {
        "section": "class id",
        "aside": "class",
        "nav": "class data-depth",
        "p": "class id",
        "ul": "class",
        "ol": "class",
        "li": "id data-portrait data-initials",
        "dl": "class",
        "table": "class id",
        "th": "class colspan rowspan",
        "td": "class colspan rowspan data-value",
        "figure": "class id data-kind",
        "img": "src alt",
        "blockquote": "class data-portrait data-initials",
        "a": "href class",
        "span": "class",
        **dict.fromkeys(HEADINGS, "class id"),
    }.items()
}
"""The attributes of each tag; a tag that is not named here carries those of ``EVERYWHERE``."""

REQUIRED: Mapping[str, tuple[str, ...]] = {
    "article": ("lang",),
    "img": ("src", "alt"),
    "dl": ("class",),
    "nav": ("class",),
}

CLASSES: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(HEADINGS, frozenset({"plain"})),
    "a": frozenset({"note", "number"}),
    "span": frozenset({"untranslated", "proposed"}),
    "dl": frozenset({"figures"}),
    "blockquote": frozenset({"verbatim"}),
    "nav": frozenset({"contents"}),
    "figure": frozenset({"chart"}),
    "th": frozenset({"number", "center"}),
    "td": frozenset({"number", "center"}),
}
"""Where classes are a closed list; elsewhere a class is a role, which the house style knows."""

PARTS_OF_REPORTS = frozenset({"cover", "contents", "section", "annex", "notes", "landscape"})
SLIDES = frozenset(
    [
        "agenda",
        "bullets",
        "cards",
        "chart",
        "cities",
        "closing",
        "comparison",
        "key-figures",
        "one-pager",
        "people",
        "picture",
        "quotation",
        "section",
        "table",
        "timeline",
        "title",
        "two-columns",
    ]
)
"""The classes of sections that are known: parts of a report, and slides by their layouts."""

CHART_KINDS = ("bar", "column", "line", "pie", "doughnut", "stacked")

VALUES: Mapping[str, tuple[re.Pattern[str], str]] = {
    "id": (re.compile(r"[A-Za-z][A-Za-z0-9._-]{0,39}"), "a letter, then at most 39 letters, digits, dots and hyphens"),
    "class": (re.compile(r"[a-z][a-z0-9-]*"), "one word of small letters, digits and hyphens"),
    "lang": (re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"), "a language tag such as zh-CN"),
    "href": (re.compile(r"#.+|https?://\S+|mailto:\S+"), "#id of a block, or an http or mail address"),
    "src": (re.compile(r"[^\s/\\:]+"), "the id of a picture of the event"),
    "colspan": (re.compile(r"[1-9][0-9]?"), "1 to 99"),
    "rowspan": (re.compile(r"[1-9][0-9]{0,2}"), "1 to 999"),
    "data-at": (re.compile(r".+:\d+"), "template:line"),
    "data-depth": (re.compile(r"[1-4]"), "1 to 4"),
    "data-kind": (re.compile("|".join(CHART_KINDS)), "one of " + ", ".join(CHART_KINDS)),
    "data-value": (re.compile(r"-?\d{1,18}(?:\.\d{1,9})?"), "a plain number such as 1234.5"),
    "data-initials": (re.compile(r".{1,6}"), "one to six characters"),
}
"""How the values of attributes are written: the pattern and its meaning in words."""

DEPTH = 24
"""How deep tags may stand in each other; deeper is a template that calls itself."""
