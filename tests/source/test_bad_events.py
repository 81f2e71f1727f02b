"""Each file in ``bad/`` is refused with exactly the lines of the ``.txt`` beside it, all of them in one pass."""

from __future__ import annotations

from pathlib import Path

import pytest

from cieprep_docs.errors import EventError
from cieprep_docs.source import load_event

BAD = Path(__file__).parent / "bad"
FILES = sorted(path for path in BAD.iterdir() if path.suffix != ".txt")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_is_refused_with_every_fault_at_its_place(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(BAD)

    with pytest.raises(EventError) as caught:
        load_event(path.name)

    assert f"{caught.value}\n" == path.with_suffix(".txt").read_text("utf-8")


def test_a_missing_file_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(EventError, match=r"missing\.yaml: EVT001 there is no such file"):
        load_event(tmp_path / "missing.yaml")


def test_a_folder_without_an_event_file_is_an_error_that_names_the_file(tmp_path: Path) -> None:
    with pytest.raises(EventError, match=r"event\.yaml: EVT001 there is no such file"):
        load_event(tmp_path)


def test_a_file_too_large_to_be_meant_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "event.yaml").open("wb") as file:
        file.truncate(17 * 1024 * 1024)

    with pytest.raises(EventError, match="EVT001 the file is larger than 16 MB"):
        load_event(tmp_path)


def test_a_drawing_needs_a_picture_beside_it(tmp_path: Path) -> None:
    (tmp_path / "plan.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")
    (tmp_path / "event.yaml").write_text(
        "id: a\nseries: A\ntitle: A\nshort_title: A\nwhen: 2020\nimages:\n  a: {file: plan.svg, alt: A}\n", "utf-8"
    )
    with pytest.raises(EventError, match=r'EVT019 the drawing "plan\.svg" has no picture "plan\.png" beside it'):
        load_event(tmp_path)
    (tmp_path / "plan.png").write_bytes(b"GIF89a")
    with pytest.raises(EventError, match=r'EVT019 "plan\.png" is neither PNG nor JPEG'):
        load_event(tmp_path)
    (tmp_path / "plan.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert load_event(tmp_path).value.images["a"].file == "plan.svg"


def test_a_picture_behind_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    folder = tmp_path / "event"
    folder.mkdir()
    (folder / "a.png").symlink_to(tmp_path / "secret.png")
    (folder / "event.yaml").write_text(
        "id: a\nseries: A\ntitle: A\nshort_title: A\nwhen: 2020\nimages:\n  a: {file: a.png, alt: A}\n", "utf-8"
    )

    with pytest.raises(
        EventError, match=r"event\.yaml:7:13 images\.a\.file: EVT019 .* leads out of the event's folder"
    ):
        load_event(folder)
