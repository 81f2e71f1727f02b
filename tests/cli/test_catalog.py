from __future__ import annotations

from pathlib import Path

from tests.support.command import run


def add_session(event: Path) -> None:
    file = event / "event.yaml"
    session = "sessions:\n  visit:\n    kind: showcase\n    title: Visit to a laboratory\n"
    file.write_text(file.read_text("utf-8").replace("sessions:\n", session, 1), encoding="utf-8")


def states(out: str) -> list[list[str]]:
    return [line.split()[1:] for line in out.splitlines()[1:]]


def test_new_words_are_taken_up_and_counted_as_missing(event: Path) -> None:
    add_session(event)
    assert {each[3] for each in states(run("catalog", "status", event).out)} == {"out"}
    assert run("catalog", "update", event).code == 0
    assert [each[1:5] for each in states(run("catalog", "status", event).out)] == [["0", "1", "in", "step"]] * 2
    catalog = (event / "locales" / "ru" / "LC_MESSAGES" / "event.po").read_text("utf-8")
    assert 'msgctxt "session.title"\nmsgid "Visit to a laboratory"\nmsgstr ""' in catalog
    assert 'msgid "Visit to a laboratory"' in (event / "locales" / "event.pot").read_text("utf-8")


def test_an_update_without_news_writes_nothing(event: Path) -> None:
    ended = run("catalog", "update", event)
    assert [line.rpartition(": ")[2] for line in ended.out.splitlines()] == ["unchanged"] * 3


def test_a_new_language_starts_empty(event: Path) -> None:
    for folder in ("ru", "zh_CN"):
        (event / "locales" / folder / "LC_MESSAGES" / "event.po").unlink()
    assert run("catalog", "update", event, "--languages", "ru").code == 0
    assert (event / "locales" / "ru" / "LC_MESSAGES" / "event.po").exists()
    assert not (event / "locales" / "zh_CN" / "LC_MESSAGES" / "event.po").exists()


def test_a_broken_catalog_is_refused_and_left_alone(event: Path) -> None:
    catalog = event / "locales" / "ru" / "LC_MESSAGES" / "event.po"
    broken = catalog.read_text("utf-8").replace('msgstr "', "msgstr ", 3)
    catalog.write_text(broken, encoding="utf-8")
    ended = run("catalog", "update", event)
    assert (ended.code, ended.out) == (1, "")
    assert f"{catalog}:" in ended.err
    assert catalog.read_text("utf-8") == broken


def test_extraction_alone_touches_no_catalog(event: Path) -> None:
    before = (event / "locales" / "ru" / "LC_MESSAGES" / "event.po").read_bytes()
    add_session(event)
    assert run("catalog", "extract", event).code == 0
    assert (event / "locales" / "ru" / "LC_MESSAGES" / "event.po").read_bytes() == before
    assert "Visit to a laboratory" in (event / "locales" / "event.pot").read_text("utf-8")


def test_an_event_or_the_templates_must_be_named() -> None:
    for arguments in ([], ["examples/ciep18", "--templates"]):
        ended = run("catalog", "status", *arguments)
        assert ended.code == 2
        assert "CLI002" in ended.err
    assert run("catalog", "status", "--templates").code == 0
