from __future__ import annotations

import pytest

from cieprep_docs.batch.manifest import Entry, Manifest, entries_for, read_manifest, with_entries, write_manifest
from cieprep_docs.diagnostics import Diagnostic, Location
from cieprep_docs.errors import UsageError

HIDDEN = Diagnostic("EVT042", "session talks has no speaker left", Location("event.yaml", 12), severity="warning")
OURS = Entry("russia/report.ru.docx", "report", ("ru",), "russia", "russia", "a" * 64, "b" * 64, 10, warnings=1)
OURS_NOTED = Entry(
    "russia/briefing.ru-zh.pptx",
    "briefing",
    ("ru", "zh"),
    "russia",
    "russia",
    "c" * 64,
    "d" * 64,
    20,
    slides=12,
    untranslated=3,
    proposed=4,
    warnings=1,
    diagnostics=(HIDDEN,),
)
PUBLIC = Entry("report.en.docx", "report", ("en",), None, "public", "e" * 64, "f" * 64, 30, diagnostics=(HIDDEN,))
WHOLE = with_entries(Manifest(), [OURS, OURS_NOTED, PUBLIC])


def test_a_manifest_reads_as_it_was_written() -> None:
    assert read_manifest(write_manifest(WHOLE)) == WHOLE
    assert read_manifest(write_manifest(Manifest())) == Manifest()


def test_a_finding_of_many_files_stands_once() -> None:
    assert write_manifest(WHOLE).count(HIDDEN.message.encode()) == 1


def test_a_later_entry_of_the_same_file_takes_the_place_of_the_older() -> None:
    newer = Entry("report.en.docx", "report", ("en",), None, "public", "1" * 64, "2" * 64, 31)
    assert with_entries(WHOLE, [newer]).by_file["report.en.docx"] == newer
    assert len(with_entries(WHOLE, [newer]).entries) == len(WHOLE.entries)


def test_a_delegation_is_told_of_its_own_files_and_of_nothing_noticed_in_them() -> None:
    told = tuple(entries_for(WHOLE.entries, "russia"))
    assert [each.file for each in told] == ["briefing.ru-zh.pptx", "report.ru.docx"]
    assert not any(each.diagnostics or each.warnings or each.inputs for each in told)
    assert b"talks" not in write_manifest(Manifest(told))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "Expecting value"),
        (b"[]", "list indices"),
        (b'{"format": 2, "diagnostics": [], "files": []}', "its format is 2, not 1"),
        (b'{"format": 1, "diagnostics": [], "files": [{"diagnostics": [0]}]}', "out of range"),
        (b'{"format": 1, "diagnostics": [], "files": [{"diagnostics": []}]}', "fields are wrong"),
        (b"PK\x03\x04", "Expecting value"),
    ],
)
def test_what_is_no_manifest_is_said(data: bytes, words: str) -> None:
    with pytest.raises(UsageError, match=words) as caught:
        read_manifest(data, "out/manifest.json")
    assert str(caught.value).startswith("out/manifest.json: BAT001 is no manifest of a build")
