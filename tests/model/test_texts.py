"""The model knows by itself what there is to translate."""

from __future__ import annotations

from pathlib import Path

from cieprep_docs.model.texts import texts, units
from cieprep_docs.source import read_event

LOADED = read_event(Path(__file__).parents[2] / "examples" / "ciep18")


def test_texts_come_with_their_path_and_role() -> None:
    found = {path: text.role for path, text in texts(LOADED.event)}

    assert found[("title",)] == "event.title"
    assert found[("theme", "title")] == "theme.title"
    assert found[("summary", 2)] == "event.summary"
    assert found[("cities", "xian", "name")] == "city.name"
    assert found[("delegations", "china", "members", 0, "role")] == "member.role"
    assert all(found.values())


def test_every_text_and_unit_stands_somewhere_in_the_file() -> None:
    lines = LOADED.path.read_text("utf-8").splitlines()

    for path, text in texts(LOADED.event):
        line = lines[LOADED.at(path).line - 1]
        assert str(path[-1]) in line or text.source.split()[0] in line or ">-" in line, path
    assert [path[1] for path, _ in units(LOADED.event)] == list(LOADED.event.figures)
