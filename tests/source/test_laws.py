"""What holds for every event file."""

from __future__ import annotations

import json
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from cieprep_docs.errors import EventError
from cieprep_docs.model.event import Event
from cieprep_docs.source import load_event

EXAMPLE = Path(__file__).parents[2] / "examples" / "ciep18" / "event.yaml"
TREE: dict[str, Any] = yaml.load(EXAMPLE.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - strings only

words = st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), min_size=1).filter(str.strip)
junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def loaded(tree: Any) -> Event:
    """Return the event that a tree makes when it is written to a file and read again."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "event.yaml"
        path.write_text(json.dumps(tree), "utf-8")
        return load_event(path).value.in_folder(Path())


def places(tree: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of everything in a tree."""
    yield path
    inside = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, value in inside:
        yield from places(value, (*path, key))


def replaced(tree: Any, path: tuple[Any, ...], value: Any) -> Any:
    """Return a tree with another value at a path."""
    if not path:
        return value
    copy = tree.copy()
    copy[path[0]] = replaced(copy[path[0]], path[1:], value)
    return copy


def shuffled(tree: Any, order: random.Random) -> Any:
    """Return a tree with the keys of every mapping in another order."""
    if isinstance(tree, list):
        return [shuffled(each, order) for each in tree]
    if not isinstance(tree, dict):
        return tree
    keys = list(tree)
    order.shuffle(keys)
    return {key: shuffled(tree[key], order) for key in keys}


@given(words)
def test_words_survive(text: str) -> None:
    head = {"id": "a", "series": "A", "short_title": "A", "when": "2020"}

    assert loaded({**head, "title": text}).title.source == text.strip()


@settings(max_examples=10)
@given(st.randoms(use_true_random=False))
def test_the_order_of_keys_does_not_matter(order: random.Random) -> None:
    assert loaded(shuffled(TREE, order)) == loaded(TREE)


@settings(max_examples=60)
@given(st.sampled_from(list(places(TREE))), junk)
def test_junk_anywhere_is_an_event_or_an_error_at_a_line(path: tuple[Any, ...], value: Any) -> None:
    try:
        loaded(replaced(TREE, path, value))
    except EventError as error:
        lines = [(each.location.line, each.location.column) for each in error.diagnostics]
        assert lines == sorted(lines)
        assert all(line > 0 for line, _ in lines)
        str(error).encode()
