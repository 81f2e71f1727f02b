"""The YAML parser's complaints in plain words."""

from __future__ import annotations

import re

import yaml

from cieprep_docs.diagnostics import Diagnostic, Location

_UNCLOSED = (
    (
        r"unexpected end of stream",
        "a quotation mark is never closed",
        "close it, or put words with an apostrophe in double quotes",
    ),
    (r"expected ',' or '\]'", "a [list] is not closed, or a comma is missing", ""),
    (r"expected ',' or '}'", "a {mapping} is not closed, or a comma is missing", ""),
)
"""Told where the thing begins, not where the parser noticed."""

_WORDS = (
    (r"found character '\\t'", "a tab stands where spaces must be", "indent with spaces"),
    (r"mapping values are not allowed", "a colon stands where no key can be", "quote words that hold a colon"),
    (r"found character '[@`%|>]'", "words cannot begin with this character", "quote them"),
    (r"found character", "words cannot begin with this character", "quote them"),
    (r"found unknown escape", "a backslash in double quotes starts an unknown character", "use single quotes"),
    (r"expected <block end>", "the indentation does not fit what is above", "align it with its neighbours"),
    (r"sequence entries are not allowed", "a list item stands where none can be", "start it on a line of its own"),
    (r"could not find expected ':'", "a key has no colon", "write key: value"),
    (r"expected the node content", "a value is missing", ""),
    (r"mapping keys are not allowed", "a question mark begins a value", "quote it"),
    (r"duplicate anchor", "an anchor stands here a second time", "write the words where they are needed"),
    (r"expected '<document start>'", "something stands after the end of the file's content", "check the indentation"),
)


def syntax_error(error: yaml.MarkedYAMLError, file: str) -> Diagnostic:
    """Return what is wrong with the form of a YAML text, at the place where the parser gave up."""
    problem = error.problem or ""
    for mark, words in ((error.context_mark, _UNCLOSED), (error.problem_mark, _WORDS)):
        for pattern, message, hint in words:
            if re.search(pattern, problem):
                return Diagnostic("EVT003", message, _place(mark, file), hint)
    return Diagnostic("EVT003", f"is no YAML: {problem}", _place(error.problem_mark, file))


def _place(mark: yaml.Mark | None, file: str) -> Location:
    return Location(file, mark.line + 1, mark.column + 1) if mark else Location(file)
