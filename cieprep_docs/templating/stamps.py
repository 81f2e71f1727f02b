"""Stamps on the tags of a template's source, put there before Jinja reads it; lines stay where they are.

A block's tag gets ``data-at="template:line"``, so that every later fault can name its place, and so that the same block
can be found in two languages. An expression inside a tag prints plain text, because an attribute can hold no marks.
"""

from __future__ import annotations

import re

from jinja2.ext import Extension
from markupsafe import escape

STAMPED = frozenset(
    "article header section aside nav h1 h2 h3 h4 p ul ol li dl dt table tr figure blockquote".split()  # noqa: SIM905
)

# Possessive quantifiers throughout, so that no source makes the search go back.
_EXPRESSION = r"""\{\{(?:"[^"]*+"|'[^']*+'|(?!\}\})[^"'])*+\}\}"""
_BLOCK = r"\{%(?:(?!%\}).)*+%\}"
_QUOTED = rf"""\"(?:{_EXPRESSION}|{_BLOCK}|[^\"{{]|\{{(?![{{%]))*+\""""
_TOKEN = re.compile(
    rf"""
    {_EXPRESSION} | {_BLOCK} | \{{\#(?:(?!\#\}}).)*+\#\}} | <!--(?:(?!-->).)*+-->
    | <(?P<tag>[a-z][a-z0-9]*+) (?P<rest>(?:{_EXPRESSION}|{_BLOCK}|{_QUOTED}|[^<>"{{]|\{{(?![{{%]))*+)>
    | (?:\{{[{{%\#]|<!--).*+  # never closed: Jinja or the reader says so
    """,
    re.DOTALL | re.VERBOSE,
)
_PRINTED = re.compile(_EXPRESSION, re.DOTALL)


class Stamps(Extension):
    """Stamps the source of every template that an environment loads."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002
        """Return the source with its tags stamped."""
        return stamp_tags(source, name or "")


def stamp_tags(source: str, name: str) -> str:
    """Return the template's source with stamps, line for line.

    >>> stamp_tags('<p id="{{ a.id }}">{{ b }}</p>', "x.html")
    '<p data-at="x.html:1" id="{{( a.id )|plain}}">{{ b }}</p>'
    """
    written: list[str] = []
    line, end = 1, 0
    for token in _TOKEN.finditer(source):
        written.append(source[end : token.start()])
        line += written[-1].count("\n")
        written.append(_stamp(token, name, line) if token["tag"] else token[0])
        line += token[0].count("\n")
        end = token.end()
    written.append(source[end:])
    return "".join(written)


def _stamp(token: re.Match[str], name: str, line: int) -> str:
    stamp = f' data-at="{escape(name)}:{line}"' if name and token["tag"] in STAMPED else ""
    return f"<{token['tag']}{stamp}{_PRINTED.sub(_print_plain, token['rest'])}>"


def _print_plain(expression: re.Match[str]) -> str:
    """Return the expression with the filter, no line break lost."""
    inner = expression[0][2:-2]
    left = "-" if inner.startswith("-") else ""
    right = "-" if inner.endswith("-") and inner != "-" else ""
    inner = inner[len(left) : len(inner) - len(right)]
    return f"{{{{{left}({inner})|plain{right}}}}}"
