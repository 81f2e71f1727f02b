"""Pairing and layouts: nothing is lost, nothing is said twice, and what does not belong together is refused."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from immutabledict import immutabledict

from cieprep_docs.content import nodes
from cieprep_docs.content.bilingual import LAYOUTS, Layout
from cieprep_docs.content.fields import passages, rebuilt
from cieprep_docs.content.inlines import plain_text
from cieprep_docs.content.markup import read_markup
from cieprep_docs.content.nodes import Block, Document, Run
from cieprep_docs.content.outline import show
from cieprep_docs.content.pairing import pair
from cieprep_docs.errors import TemplateError

HERE = Path(__file__).parent
BAD = sorted((HERE / "bad" / "pairs").glob("*.html"))
TAGS = {"zh": "zh-CN", "ru": "ru-RU", "en": "en-GB"}

PLACE = "§"
"""Where every language has a word of its own."""
WORDS = st.just((Run(PLACE, "zh-CN"),))
MAYBE = WORDS | st.just(())
LEAVES: st.SearchStrategy[Block] = st.one_of(
    st.builds(nodes.Paragraph, WORDS, st.sampled_from(["body", "lead"])),
    st.builds(nodes.Heading, WORDS, st.integers(1, 4)),
    st.builds(nodes.KeyFigures, st.just((nodes.KeyFigure((Run(PLACE, "zh-CN"),), (Run(PLACE, "zh-CN"),)),))),
    st.builds(
        nodes.Chart,
        st.just("bar"),
        st.just((PLACE, PLACE)),
        st.just((nodes.Series(PLACE, (Decimal(1), None)),)),
        st.just("zh-CN"),
        st.just(PLACE),
        MAYBE,
    ),
)


def some(strategy: st.SearchStrategy[Any], least: int = 1) -> st.SearchStrategy[Any]:
    return st.lists(strategy, min_size=least, max_size=3).map(tuple)


def tables(blocks: st.SearchStrategy[Block], columns: int) -> st.SearchStrategy[nodes.Table]:
    cells = st.lists(st.builds(nodes.Cell, some(blocks, 0)), min_size=columns, max_size=columns).map(tuple)
    return st.builds(nodes.Table, some(st.builds(nodes.Row, cells)), MAYBE)


HOLDERS: st.SearchStrategy[Block] = st.one_of(
    st.builds(nodes.List, some(st.builds(nodes.Item, some(LEAVES))), st.booleans()),
    st.builds(nodes.Timeline, some(st.builds(nodes.Step, MAYBE, some(LEAVES)))),
    st.integers(1, 3).flatmap(lambda columns: tables(LEAVES, columns)),
    st.builds(nodes.Quotation, some(LEAVES), WORDS, MAYBE),
    st.builds(nodes.Aside, some(LEAVES)),
)
ROLES = st.sampled_from(["cover", "section", "notes"])
TREES = some(st.builds(nodes.Section, some(LEAVES | HOLDERS), ROLES))


def worded(blocks: tuple[Block, ...], language: str) -> Document:
    """The tree with a word of its own in each place: zh0, zh1 …"""
    numbers = count()

    def put(value: Any) -> Any:
        if isinstance(value, str):
            return f"{language}{next(numbers)}." if value == PLACE else value
        if isinstance(value, tuple):
            return tuple(put(each) for each in value)
        return replace(value, text=put(value.text), lang=TAGS[language]) if isinstance(value, Run) else value

    def fill(node: Any) -> Any:
        names = ("alt", "categories", "caption", "name", "when", "number", "noun", "speaker", "post", "content")
        return replace(node, **{name: put(getattr(node, name)) for name in names if hasattr(node, name)})

    filled = tuple(rebuilt(block, lambda node: node if isinstance(node, Run) else fill(node)) for block in blocks)
    return Document(TAGS[language], language, filled, {"page": (Run(f"{language}-label", TAGS[language]),)})


def said(document: Document, language: str) -> list[str]:
    """The words of one language in the order of reading."""
    text = "\n".join(passage.text for passage in passages(document.blocks))
    return re.findall(rf"{language}\d+\.", text)


@given(TREES)
def test_a_pair_gives_each_document_back(blocks: tuple[Block, ...]) -> None:
    documents = tuple(worded(blocks, language) for language in ("zh", "ru", "en"))
    assert pair(*documents).documents == documents


@settings(deadline=None)
@given(TREES, st.sampled_from(["columns", "stacked", "proof"]), st.sampled_from([("zh", "ru"), ("ru", "zh", "en")]))
def test_a_layout_says_everything_once_and_in_order(
    blocks: tuple[Block, ...], layout: Layout, languages: tuple[str, ...]
) -> None:
    documents = [worded(blocks, language) for language in languages]
    laid = LAYOUTS[layout](pair(*documents))
    if layout == "proof":  # its headings only say which part a table is of
        laid = replace(laid, blocks=tuple(block for block in laid.blocks if isinstance(block, nodes.Table)))
    for language, document in zip(languages, documents, strict=True):
        assert said(laid, language) == said(document, language)


@given(TREES)
def test_the_first_language_is_whole_where_only_tables_are_in_both(blocks: tuple[Block, ...]) -> None:
    documents = worded(blocks, "zh"), worded(blocks, "ru")
    assert said(LAYOUTS["tables"](pair(*documents)), "zh") == said(documents[0], "zh")


@given(TREES, st.sampled_from(["columns", "stacked", "tables"]))
def test_the_same_words_are_said_once(blocks: tuple[Block, ...], layout: Layout) -> None:
    document = worded(blocks, "zh")
    laid = LAYOUTS[layout](pair(document, replace(document, lang="ru-RU")))
    assert said(laid, "zh") == said(document, "zh")


def versions(file: Path) -> tuple[Document, Document]:
    zh, ru = file.read_text("utf-8").split("\n===\n")
    return read_markup(zh, file.name), read_markup(ru, file.name)


@pytest.mark.parametrize("layout", ["columns", "stacked", "tables", "proof"])
def test_a_document_in_two_languages(layout: Layout) -> None:
    file = HERE / "bilingual" / "document.html"
    expected = file.with_name(f"{layout}.txt").read_text("utf-8")
    assert show(LAYOUTS[layout](pair(*versions(file)))) == expected


@pytest.mark.parametrize("file", BAD, ids=[file.stem for file in BAD])
def test_trees_that_differ_are_refused_at_the_line_of_the_template(file: Path) -> None:
    with pytest.raises(TemplateError) as caught:
        pair(*versions(file))
    found = [str(each).partition(" (ask for")[0] for each in caught.value.diagnostics]
    assert found == file.with_suffix(".txt").read_text("utf-8").splitlines()


def test_the_proof_names_its_columns_in_the_languages_themselves() -> None:
    def version(lang: str, language: str, where: str) -> nodes.Document:
        labels = {"language": (nodes.Run(language, lang),), "where": (nodes.Run(where, lang),)}
        return nodes.Document(lang, "T", (nodes.Paragraph((nodes.Run("W", lang),)),), immutabledict(labels))

    laid = LAYOUTS["proof"](pair(version("zh-CN", "中文", "位置"), version("ru-RU", "Русский", "Место")))
    table = laid.blocks[0]
    assert isinstance(table, nodes.Table)
    head = [block for cell in table.rows[0].cells for block in cell.blocks if isinstance(block, nodes.Paragraph)]
    assert [plain_text(each.content) for each in head] == ["位置", "中文", "Русский"]


@pytest.mark.parametrize("numbered", [False, True])
def test_headings_without_numbers_stand_across_where_the_table_that_they_lead_to_does(*, numbered: bool) -> None:
    def version(lang: str, word: str) -> nodes.Document:
        run = (nodes.Run(word, lang),)
        cell = nodes.Cell((nodes.Paragraph(run),))
        table = nodes.Table((nodes.Row((cell,) * 3),))
        first, second = (nodes.Heading(run, level, numbered=numbered) for level in (1, 2))
        return nodes.Document(lang, "T", (first, nodes.Paragraph(run), first, second, table))

    laid = LAYOUTS["columns"](pair(version("zh-CN", "字"), version("ru-RU", "слово")))
    kinds = [type(block) for block in laid.blocks]
    across = () if numbered else (nodes.Heading, nodes.Version)
    assert kinds == [nodes.Columns, *across * 2, nodes.Table]
