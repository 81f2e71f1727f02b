from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.command import EXAMPLE, documents_of, run

UNTRANSLATED = "Many small, targeted activities in several sessions"


def catalog_of(event: Path, locale: str) -> Path:
    return event / "locales" / locale / "LC_MESSAGES" / "event.po"


def drop_translation(event: Path, locale: str) -> None:
    catalog = catalog_of(event, locale)
    lines = catalog.read_text("utf-8").splitlines()
    at = lines.index(f'msgid "{UNTRANSLATED}"') + 1
    lines[at] = 'msgstr ""'
    catalog.write_text("\n".join(lines), encoding="utf-8")


def row_of(file: str, out: str) -> list[str]:
    return next(line for line in out.splitlines() if f"{file} " in line).split()


def test_a_build_says_what_it_wrote(tmp_path: Path) -> None:
    ended = run("build", EXAMPLE, "-o", tmp_path / "out")
    assert (ended.code, ended.err) == (0, "")
    assert sorted(documents_of(tmp_path / "out")) == [
        "briefing.en.pptx",
        "briefing.ru.pptx",
        "briefing.zh.pptx",
        "report.en.docx",
        "report.ru.docx",
        "report.zh.docx",
    ]
    assert ended.out.splitlines()[0].split() == ["file", "slides", "untranslated", "proposed", "warnings"]
    _, slides, untranslated, proposed, warnings = row_of("briefing.zh.pptx", ended.out)
    assert int(slides) >= 9
    assert (untranslated, warnings) == ("0", "0")
    assert int(proposed) > 0
    assert ended.out.count("Наталья Борисова") == 1


def test_languages_kinds_and_delegations_can_be_chosen(tmp_path: Path) -> None:
    ended = run(
        "build", EXAMPLE, "-o", tmp_path, "--delegation", "all", "--kind", "briefing", "--languages", "zh_CN,ru"
    )
    assert ended.code == 0
    assert sorted(documents_of(tmp_path)) == [
        "china/briefing.ru.pptx",
        "china/briefing.zh.pptx",
        "russia/briefing.ru.pptx",
        "russia/briefing.zh.pptx",
    ]


def test_a_delegation_is_served_in_its_own_languages(tmp_path: Path) -> None:
    assert run("build", EXAMPLE, "-o", tmp_path, "--delegation", "russia", "-q").out == ""
    assert sorted(documents_of(tmp_path)) == ["russia/briefing.ru.pptx", "russia/report.ru.docx"]


def test_several_processes_make_the_same_files(tmp_path: Path) -> None:
    for jobs in ("1", "3"):
        assert run("build", EXAMPLE, "-o", tmp_path / jobs, "-j", jobs, "--kind", "report").code == 0
    assert documents_of(tmp_path / "1") == documents_of(tmp_path / "3")


def test_untranslated_words_are_counted_and_named(event: Path, tmp_path: Path) -> None:
    drop_translation(event, "ru")
    ended = run("build", event, "-o", tmp_path / "out", "--languages", "ru,zh")
    assert ended.code == 0
    for file, count in (("report.ru.docx", "1"), ("briefing.ru.pptx", "1"), ("report.zh.docx", "0")):
        untranslated, _, warnings = row_of(file, ended.out)[-3:]
        assert (untranslated, warnings) == (count, count)
    (warning,) = ended.err.splitlines()
    catalog = catalog_of(event, "ru")
    line = catalog.read_text("utf-8").splitlines().index(f'msgid "{UNTRANSLATED}"') + 1
    assert warning == f"{catalog}:{line} event.approach: warning: LNG090 no translation of {UNTRANSLATED!r}"


def test_words_that_no_catalog_has_are_told_where_the_event_file_says_them(event: Path, tmp_path: Path) -> None:
    file, new = event / "event.yaml", "Visits to laboratories"
    file.write_text(file.read_text("utf-8").replace(UNTRANSLATED, new), encoding="utf-8")
    line = next(number for number, words in enumerate(file.read_text("utf-8").splitlines(), 1) if new in words)
    place = f"{file}:{line}:"
    told = f"LNG090 no translation of {new!r} (into ru)"
    for command in (("build", event, "-o", tmp_path / "out", "--languages", "ru"), ("show", event, "-l", "ru")):
        ended = run(*command)
        assert ended.err.startswith(place)
        assert ended.err.splitlines()[0].endswith(f"approach[0]: warning: {told}")
    ended = run("build", event, "-o", tmp_path / "strict", "--languages", "ru", "--strict")
    assert ended.code == 1
    assert ended.err.startswith(place)
    assert f"approach[0]: {told}" in ended.err


def test_strict_refuses_untranslated_words_of_all_documents_at_once(event: Path, tmp_path: Path) -> None:
    drop_translation(event, "ru")
    drop_translation(event, "zh_CN")
    ended = run("build", event, "-o", tmp_path / "out", "--strict")
    assert (ended.code, ended.out) == (1, "")
    *errors, last = ended.err.splitlines()
    assert [each.partition(":")[0] for each in errors] == [str(catalog_of(event, each)) for each in ("zh_CN", "ru")]
    assert last == "2 errors, nothing written"
    assert not (tmp_path / "out").exists()


def test_a_misspelt_key_is_named_with_its_line_and_nothing_is_written(event: Path, tmp_path: Path) -> None:
    file = event / "event.yaml"
    file.write_text(file.read_text("utf-8").replace("guest_of_honour: russia", "guest_of_honor: russia"), "utf-8")
    line = file.read_text("utf-8").splitlines().index("guest_of_honor: russia") + 1
    ended = run("build", event, "-o", tmp_path / "out")
    assert (ended.code, ended.out) == (1, "")
    assert f"event.yaml:{line}:1" in ended.err
    assert "guest_of_honour" in ended.err
    assert not (tmp_path / "out").exists()


def test_a_failed_build_leaves_the_files_of_the_last_one(event: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run("build", event, "-o", out, "--kind", "report", "--languages", "en").code == 0
    before = documents_of(out)
    catalog = event / "locales" / "ru" / "LC_MESSAGES" / "event.po"
    catalog.write_text(catalog.read_text("utf-8") + '\nmsgid "unclosed\n', encoding="utf-8")
    ended = run("build", event, "-o", out, "--kind", "report")
    assert ended.code == 1
    assert "event.po" in ended.err
    assert "Traceback" not in ended.err
    assert documents_of(out) == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--delegation", "rusia"], 'there is no delegation "rusia" (did you mean "russia"?)'),
        (["--delegation", "secretariat"], "--audience secretariat"),
        (["--audience", "secretary"], 'there is no audience "secretary" (did you mean "secretariat"?)'),
        (["--audience", "china", "--delegation", "russia"], 'the copy of "russia" is not for "china"'),
        (["--kind", "breifing"], 'there is no kind of document "breifing" (did you mean "briefing"?)'),
        (["--languages", "xx"], "'xx' is no language that has a language file"),
        (["--languages", ""], "the list '' has an empty entry"),
        (["--languages", "zh,,en"], "the list 'zh,,en' has an empty entry"),
        (["--issued", "soon"], "'soon' is no date of issue"),
        (["--scheduler", "tcp://127.0.0.1:9"], "no scheduler answers at tcp://127.0.0.1:9"),
        (["--style", "no.docx"], "there is no file no.docx"),
        (["--style", "gost"], "there is no house style 'gost'"),
        (
            ["--style", "zh=gb-t-9704,rus=gost-r-7.0.97"],
            'house style for "rus", which is no language (did you mean "ru"?)',
        ),
        (["--templates", "nowhere"], "there is no folder of templates at nowhere"),
        (["--catalogs", "nowhere"], "there is no folder of locales at nowhere"),
    ],
)
def test_an_argument_that_names_nothing_is_wrong_usage(arguments: list[str], words: str, tmp_path: Path) -> None:
    ended = run("build", EXAMPLE, "-o", tmp_path / "out", *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert words in ended.err
    assert not (tmp_path / "out").exists()


def test_a_mistyped_event_is_told_as_such_wherever_the_output_stands(tmp_path: Path) -> None:
    ended = run("build", "secnd", "-o", "out", cwd=tmp_path)
    assert ended.code == 1
    assert "secnd: EVT001 there is no such file" in ended.err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("kind", "option", "choice"), [("report", "--layout", "columns"), ("briefing", "--mode", "both")]
)
def test_a_choice_for_several_languages_is_told_where_there_is_one(
    kind: str, option: str, choice: str, tmp_path: Path
) -> None:
    told = f"{option} {choice} changes nothing: it is for documents in several languages, zh+ru"
    assert told in run("build", EXAMPLE, "-o", tmp_path, "--kind", kind, "--languages", "en", option, choice).err
    assert (
        option not in run("build", EXAMPLE, "-o", tmp_path, "--kind", kind, "--languages", "zh+ru", option, choice).err
    )


def test_no_page_of_links_is_named_where_no_document_was_written(tmp_path: Path) -> None:
    own = tmp_path / "own" / "reports"
    own.mkdir(parents=True)
    (own / "report.html").write_text("{{ nothing }}", encoding="utf-8")
    arguments = ("--kind", "report", "--languages", "en", "--templates", str(own.parent))
    ended = run("build", EXAMPLE, "-o", tmp_path / "out", *arguments)
    assert ended.code == 1
    assert "0 other documents written" in ended.err
    assert "index.html" not in ended.out


def test_a_folder_that_cannot_be_written_to_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    ended = run("build", EXAMPLE, "-o", tmp_path / "out", "--kind", "report", "--languages", "en")
    assert ended.code == 2
    assert "Traceback" not in ended.err
    assert f"{tmp_path / 'out'} is a file (name a folder)" in ended.err


def test_own_catalogs_and_templates_win_over_ours(event: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    (own / "ru" / "LC_MESSAGES").mkdir(parents=True)
    words = f'msgctxt "event.approach"\nmsgid "{UNTRANSLATED}"\nmsgstr "Иначе сказано"\n'
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    (own / "ru" / "LC_MESSAGES" / "event.po").write_text(header + words, encoding="utf-8")
    shown = run("show", event, "-l", "ru", "--catalogs", own).out
    assert "Иначе сказано" in shown
