from __future__ import annotations

import json
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
    assert {each[5] for each in states(run("catalog", "status", event).out)} == {"out"}
    assert run("catalog", "update", event).code == 0
    assert [[*each[1:3], *each[5:]] for each in states(run("catalog", "status", event).out)] == [
        ["0", "1", "in", "step"]
    ] * 2
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


def test_an_event_or_the_templates_must_be_named(tmp_path: Path) -> None:
    ended = run("catalog", "status", cwd=tmp_path)
    assert ended.code == 2
    assert "CLI002" in ended.err
    assert run("catalog", "status", "--templates").code == 0


def test_the_status_can_fail_a_run_and_tell_other_programs(event: Path) -> None:
    assert run("catalog", "status", event, "--fail-under", "100").code == 0
    add_session(event)
    assert run("catalog", "update", event).code == 0
    ended = run("catalog", "status", event, "--fail-under", "100", "--badge")
    assert (ended.code, ended.out) == (1, "translated: zh 98%, ru 98%\n")
    (zh, ru, *sets) = json.loads(run("catalog", "status", event, "--json", "--sets").out)
    assert (zh["language"], zh["missing"], ru["percent"]) == ("zh", 1, 98)
    assert {each["audience"] for each in sets} == {"public", "china", "russia"}


def test_a_check_tells_file_and_line_and_fixes_what_is_mechanical(event: Path) -> None:
    catalog = event / "locales" / "ru" / "LC_MESSAGES" / "event.po"
    assert (run("catalog", "check", event).code, run("catalog", "check", event).err) == (0, "")
    good = catalog.read_text("utf-8")
    catalog.write_text(good.replace("Россия — почётный", "Рoссия - почётный", 1), encoding="utf-8")
    ended = run("catalog", "check", event)
    assert ended.code == 1
    title = good[: good.index('msgctxt "event.title"')].count("\n") + 2
    assert f"{catalog}:{title} event.title: CAT105" in ended.err
    assert run("catalog", "check", event, "--fix").code == 0
    assert catalog.read_text("utf-8") == good.replace("Россия — почётный", "Россия\xa0— почётный", 1)


def test_a_glossary_starts_from_names_and_travels_as_tbx(event: Path, tmp_path: Path) -> None:
    assert run("catalog", "glossary", event).code == 2
    kept = (event / "glossary.csv").read_bytes()
    assert run("catalog", "glossary", event, "-o", tmp_path / "out.tbx").code == 0
    (event / "glossary.csv").unlink()
    assert run("catalog", "glossary", event).code == 0
    assert "\nMoscow," in (event / "glossary.csv").read_text("utf-8")
    assert run("catalog", "glossary", event, "--from", tmp_path / "out.tbx").code == 0
    assert (event / "glossary.csv").read_bytes() == kept


def test_the_event_that_is_here_needs_no_name(event: Path) -> None:
    assert run("catalog", "status", "--badge", cwd=event).out == "translated: zh 100%, ru 100%\n"
