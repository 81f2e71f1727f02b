from __future__ import annotations

import json
import re
from pathlib import Path

from tests.support.command import CHECKOUT, EXAMPLE, run


def test_the_version_is_printed() -> None:
    assert re.fullmatch(r"cieprep-docs \d+\.\d+\.\d+\n", run("--version").out)


def test_without_arguments_help_is_shown() -> None:
    assert "build" in run("--help").out


def test_an_unknown_command_is_wrong_usage() -> None:
    assert run("biuld").code == 2


def test_a_good_event_passes() -> None:
    ended = run("check", EXAMPLE)
    assert (ended.code, ended.err) == (0, "")
    assert run("check", EXAMPLE, "-q").out == ""


def test_every_fault_is_said_in_one_go(event: Path) -> None:
    file = event / "event.yaml"
    words = (
        file.read_text("utf-8").replace("edition: 18", "edition: eighteen").replace("mode: hybrid", "mode: mixed", 1)
    )
    file.write_text(words, encoding="utf-8")
    ended = run("check", event)
    assert (ended.code, ended.out) == (1, "")
    assert [" edition: " in line or " mode: " in line for line in ended.err.splitlines()] == [True, True]


def test_what_two_sessions_need_at_once_is_said_where_the_later_one_names_it() -> None:
    ended = run("check", CHECKOUT / "tests" / "packs")
    assert ended.code == 0
    (said,) = [line for line in (ended.out + ended.err).splitlines() if "EVT044" in line]
    line = next(
        number
        for number, text in enumerate((CHECKOUT / "tests/packs/event.yaml").read_text("utf-8").splitlines(), 1)
        if text.strip() == "secret:"
    )
    assert f"event.yaml:{line + 4}:14 sessions.secret.venues[0]: warning: EVT044 venues.hall is needed" in said


def test_an_event_that_is_not_there_is_said_plainly(tmp_path: Path) -> None:
    ended = run("check", tmp_path / "nothing")
    assert ended.code in {1, 2}
    assert "nothing" in ended.err
    assert "Traceback" not in ended.err


def test_the_schema_is_the_one_that_the_example_names() -> None:
    printed = json.loads(run("schema").out)
    assert printed == json.loads((CHECKOUT / "examples" / "event.schema.json").read_text("utf-8"))


def test_a_document_is_shown_as_text() -> None:
    ended = run("show", EXAMPLE, "--kind", "briefing", "--language", "zh", "--delegation", "china")
    assert ended.code == 0
    assert ended.out.startswith("document zh-CN: ")
    assert "section closing" in ended.out


def test_one_document_is_shown_at_a_time() -> None:
    ended = run("show", EXAMPLE, "--kind", "pack")
    assert (ended.code, ended.out) == (2, "")
    assert 'CLI036 "pack" stands for several documents (name one, such as report)' in ended.err


def test_a_terminal_gets_a_table_and_no_colour_where_that_is_asked(tmp_path: Path) -> None:
    arguments = ("build", EXAMPLE, "-o", tmp_path, "--kind", "report", "--languages", "en")
    coloured = run(*arguments, env={"FORCE_COLOR": "1", "TERM": "xterm"}).out
    assert "\x1b[1m" in coloured
    plain = run(*arguments, env={"NO_COLOR": "1"}).out
    assert "\x1b" not in plain


def test_names_are_listed_with_what_is_to_be_checked() -> None:
    table = run("names", EXAMPLE, "--unsettled", "--languages", "zh").out.splitlines()
    assert table[0].split() == ["name", "language", "form", "state", "note"]
    row = next(line for line in table if "夏兵" in line)
    assert row.split() == ["people.xia-bing.name", "zh", "夏兵", "proposed"]
    assert not [line for line in table if "people.huang-wei.name" in line]
    assert "gen" in run("names", EXAMPLE, "--cases").out.splitlines()[0].split()


def test_names_come_as_lines_for_the_event_file() -> None:
    out = run("names", EXAMPLE, "--yaml", "--languages", "zh").out
    assert "status: proposed" in out.partition("xia-bing:")[2].partition("gennady-popov:")[0]


def test_a_language_without_a_language_file_is_told_where_it_is_named(event: Path) -> None:
    file = event / "event.yaml"
    words = file.read_text("utf-8").replace("languages: [zh, en, ru]", "languages: [zh, en, ru, de]")
    file.write_text(words, encoding="utf-8")
    for command, *options in (["check"], ["build", "-o", str(event.parent / "out")], ["names"]):
        ended = run(command, event, *options)
        assert (ended.code, ended.out) == (1, "")
        assert re.search(r"event\.yaml:\d+:\d+ languages\[3\]: LNG001 'de' .*there are en, en-US", ended.err)


def test_names_show_the_cases_of_people_posts_and_bodies_in_russian() -> None:
    rows = run("names", EXAMPLE, "--cases", "--languages", "ru").out.splitlines()
    assert "Хуан" in next(row for row in rows if row.startswith("people.huang-wei.name"))
    assert re.search(r"Хуан Вэя\??\s+Хуан Вэю\??", "\n".join(rows))
    assert [row for row in rows if re.search(r"\.post\b.*заместителя", row)]
    assert [row for row in rows if row.startswith("organisations.") and "Министерства" in row]


def test_warnings_are_counted_and_called_so(event: Path) -> None:
    file = event / "event.yaml"
    file.write_text(file.read_text("utf-8").replace("languages: [zh, en, ru]", "languages: [zh, en]", 1), "utf-8")
    ended = run("check", event)
    (warning,) = ended.err.splitlines()
    assert f"{file}:" in warning
    assert ": warning: EVT030 " in warning
    assert (ended.code, ended.out) == (0, f"{event}: no errors, 1 warning\n")
