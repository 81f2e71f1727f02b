from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from tests.support.command import documents_of, run

HIDDEN = "Closing ceremony of the talks behind closed doors"


@pytest.fixture
def guarded(event: Path) -> Path:
    """The example with a session that only the secretariat sees, and one whose only speaker is hidden."""
    file = event / "event.yaml"
    session = f"sessions:\n  talks:\n    kind: showcase\n    title: {HIDDEN}\n    visibility: internal\n"
    guest = "  visit:\n    kind: showcase\n    title: A visit\n    speakers: [xia-bing]\n"
    words = file.read_text("utf-8").replace("sessions:\n", session + guest, 1)
    file.write_text(words.replace("  xia-bing:\n", "  xia-bing:\n    visibility: internal\n", 1), "utf-8")
    return event


def words_of(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    return "\n".join(each.text or "" for each in document.element.body.iter("{*}t"))


def test_the_secretariat_has_a_set_of_its_own_with_internal_records(guarded: Path, tmp_path: Path) -> None:
    options = ("--kind", "report", "--languages", "en", "-o", str(tmp_path))
    assert run("build", guarded, *options).code == 0
    assert run("build", guarded, *options, "--audience", "secretariat").code == 0
    made = documents_of(tmp_path)
    assert sorted(made) == ["report.en.docx", "secretariat/report.en.docx"]
    assert [HIDDEN in words_of(each) for each in made.values()] == [False, True]


def test_the_secretariats_view_is_shown(guarded: Path) -> None:
    assert [
        HIDDEN in run("show", guarded, *option).out
        for option in ((), ("--audience", "secretariat"), ("--audience", "public"), ("--audience", "russia"))
    ] == [False, True, False, False]


@pytest.mark.parametrize("delegation", [(), ("--delegation", "russia")])
def test_only_the_secretariat_is_told_what_hiding_breaks(
    guarded: Path, tmp_path: Path, delegation: tuple[str, ...]
) -> None:
    options = ("--kind", "report", "--languages", "en", "-o", str(tmp_path), "-v", *delegation)
    assert "EVT04" not in run("build", guarded, *options).err
    told = run("build", guarded, *options, "--audience", "secretariat").err
    assert f"{guarded}/event.yaml:" in told
    assert "EVT042" in told
    assert "EVT042" in run("check", guarded).err


def test_an_audience_that_is_a_delegation_gets_its_set(guarded: Path, tmp_path: Path) -> None:
    assert run("build", guarded, "--audience", "russia", "--kind", "report", "-o", tmp_path).code == 0
    assert list(documents_of(tmp_path)) == ["russia/report.ru.docx"]
