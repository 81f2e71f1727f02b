from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cieprep_docs.errors import StyleError, UsageError
from cieprep_docs.office.package import CONTENT_TYPES, read_package, save_bytes, write_package
from cieprep_docs.office.relationships import (
    Relationship,
    read_content_types,
    read_relationships,
    relationships_name,
    target_name,
    write_content_types,
    write_relationships,
)

TYPES = write_content_types({"rels": "application/xml", "xml": "application/xml"}, {"word/document.xml": "a/b"})
ROOT = write_relationships([Relationship("rId1", "t/officeDocument", "word/document.xml")])
SMALLEST = {CONTENT_TYPES: TYPES, "_rels/.rels": ROOT, "word/document.xml": b"<a/>"}


def zipped(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip as other programs write it: any order, today's date, names repeated."""
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", method) as archive:
        for name, data in members:
            with_date = zipfile.ZipInfo(name, (2020, 12, 9, 10, 0, 0))
            archive.writestr(with_date, data, compress_type=method)
    return output.getvalue()


def package_with(members: Mapping[str, bytes]) -> bytes:
    return zipped(*{**SMALLEST, **members}.items())


def test_the_same_parts_give_the_same_bytes_whoever_packed_them() -> None:
    first = read_package(zipped(*SMALLEST.items()))
    second = read_package(zipped(*reversed(SMALLEST.items()), method=zipfile.ZIP_STORED))
    assert write_package(None, SMALLEST) == write_package(first, SMALLEST) == write_package(second, SMALLEST)


def test_members_stand_in_order_without_date_host_or_attributes() -> None:
    written = write_package(None, {"word/document.xml": b"<a/>", "_rels/.rels": ROOT, CONTENT_TYPES: TYPES})
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert archive.testzip() is None
        infos = archive.infolist()
    assert [info.filename for info in infos] == [CONTENT_TYPES, "_rels/.rels", "word/document.xml"]
    assert {(*info.date_time, info.create_system, info.external_attr, info.extra) for info in infos} == {
        (1980, 1, 1, 0, 0, 0, 0, 0, b"")
    }


def test_an_unchanged_member_is_copied_as_it_was_packed() -> None:
    stored = zipped(*SMALLEST.items(), method=zipfile.ZIP_STORED)
    written = write_package(read_package(stored), {"word/document.xml": b"<b/>"})
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        methods = {info.filename: info.compress_type for info in archive.infolist()}
        assert archive.read("word/document.xml") == b"<b/>"
    assert methods["_rels/.rels"] == zipfile.ZIP_STORED
    assert methods["word/document.xml"] == zipfile.ZIP_DEFLATED


def test_a_dropped_member_is_gone() -> None:
    base = read_package(package_with({"docProps/thumbnail.jpeg": b"small"}))
    assert "docProps/thumbnail.jpeg" not in read_package(write_package(base, {}, {"docProps/thumbnail.jpeg"})).members


NAMES = st.from_regex(r"\A(word|ppt)/[a-zé]{1,8}\.(bin|png)\Z")


HARMLESS = st.binary(max_size=2000).filter(lambda data: not data.startswith((b"MZ", b"\xd0\xcf\x11\xe0")))


@given(st.dictionaries(NAMES, HARMLESS, max_size=5))
def test_what_is_written_reads_back_and_writes_the_same(parts: dict[str, bytes]) -> None:
    written = write_package(None, {**SMALLEST, **parts})
    package = read_package(written)
    assert {name: package.read(name) for name in parts} == parts
    assert write_package(package, {}) == written


def bomb() -> bytes:
    return package_with({"word/media/a.png": bytes(40 * 2**20)})


def lying_size() -> bytes:
    data = bytearray(write_package(None, SMALLEST))
    directory = data.rindex(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = (1).to_bytes(4, "little")
    return bytes(data)


def encrypted() -> bytes:
    data = bytearray(write_package(None, SMALLEST))
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def relationship(kind: str, target: str, *, external: bool) -> bytes:
    rels = write_relationships([Relationship("rId9", f"t/{kind}", target, external)])
    return package_with({"word/_rels/document.xml.rels": rels})


def typed(content_type: str) -> bytes:
    return package_with({CONTENT_TYPES: write_content_types({}, {"word/document.xml": content_type})})


FAULTS = {
    "no zip": (b"nothing", "OFF010 is no readable zip"),
    "cut off": (write_package(None, SMALLEST)[:-40], "OFF010"),
    "protected": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), r"OFF010 is protected by a password.*\(save it"),
    "encrypted member": (encrypted(), r"OFF010 .*encrypted"),
    "wrong size": (lying_size(), "OFF010 is damaged"),
    "name twice": (
        zipped(*SMALLEST.items(), ("WORD/document.xml", b"<b/>")),
        r"OFF010 .*word/document\.xml stands in it more than once",
    ),
    "bomb": (bomb(), r"word/media/a\.png: OFF011 unpacks from \d+ to 41943040 bytes"),
    "many parts": (package_with({f"word/{i}.bin": b"" for i in range(4001)}), "OFF011 holds 4004 parts"),
    "path upwards": (package_with({"word/../../x.bin": b"a"}), "OFF012"),
    "absolute path": (package_with({"/etc/x.bin": b"a"}), "OFF012"),
    "drive": (package_with({"c:x.bin": b"a"}), "OFF012"),
    "no types": (zipped(("_rels/.rels", ROOT)), r"\[Content_Types\]\.xml: OFF016 is missing"),
    "doctype": (package_with({"word/a.xml": b"<!DOCTYPE a><a/>"}), "OFF013 carries a DOCTYPE"),
    "broken part": (package_with({"word/a.xml": b"<a>"}), "OFF013 is not well-formed"),
    "macro": (package_with({"word/vbaProject.bin": b"a"}), "OFF014"),
    "renamed macro": (package_with({"word/a.bin": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"}), "OFF014"),
    "program": (package_with({"word/embeddings/a.bin": b"MZ\x90"}), "OFF014"),
    "control": (package_with({"word/activeX/activeX1.xml": b"<a/>"}), "OFF014"),
    "macro type": (typed("application/vnd.ms-word.document.macroEnabled.main+xml"), "OFF014 has the type"),
    "remote template": (relationship("attachedTemplate", "https://a.example/t.dotm", external=True), "OFF015"),
    "remote picture": (relationship("image", "https://a.example/t.png", external=True), "OFF015"),
    "link to a file": (relationship("hyperlink", "file:///etc/hostname", external=True), "OFF015"),
    "macro in a workbook": (
        package_with({"word/embeddings/a.xlsx": package_with({"xl/vbaProject.bin": b"a"})}),
        r"word/embeddings/a\.xlsx: OFF014 holds xl/vbaProject\.bin is a program",
    ),
    "endless nesting": (
        package_with({"a.xlsx": package_with({"b.xlsx": package_with({})})}),
        r"a\.xlsx: OFF014 holds b\.xlsx is embedded in what is embedded itself",
    ),
    "no workbook": (
        package_with({"word/embeddings/a.xlsx": b"nothing"}),
        "OFF010 holds a file that is no readable zip",
    ),
    "missing part": (relationship("styles", "styles.xml", external=False), r"OFF016 names the part styles\.xml"),
}


@pytest.mark.parametrize(("data", "message"), FAULTS.values(), ids=FAULTS.keys())
def test_a_package_that_is_unsafe_to_open_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(StyleError, match=message):
        read_package(data)


def test_all_faults_of_a_package_are_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "house.docx"
    remote = write_relationships([Relationship("rId9", "t/image", "https://a.example/t.png", external=True)])
    path.write_bytes(package_with({"word/vbaProject.bin": b"a", "word/_rels/document.xml.rels": remote}))
    with pytest.raises(StyleError) as caught:
        read_package(path)
    assert [each.code for each in caught.value.diagnostics] == ["OFF014", "OFF015"]
    assert all(each.location.file == str(path) for each in caught.value.diagnostics)


def test_a_web_address_is_no_fault() -> None:
    assert read_package(relationship("hyperlink", "https://a.example/", external=True)).members


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(StyleError, match=r"missing\.docx: OFF010 cannot be read: No such file"):
        read_package(tmp_path / "missing.docx")


def test_relationships_and_types_read_back() -> None:
    rows = (
        Relationship("rId1", "t", "media/a&b.png"),
        Relationship("rId2", "h", "https://a.example/?a=1&b", external=True),
    )
    assert read_relationships(write_relationships(rows)) == rows
    assert read_content_types(TYPES)[1] == {"word/document.xml": "a/b"}


def test_targets_are_seen_from_the_part() -> None:
    rels = relationships_name("ppt/slides/slide1.xml")
    assert rels == "ppt/slides/_rels/slide1.xml.rels"
    assert target_name(rels, "../media/a%20b.png") == "ppt/media/a b.png"
    assert target_name(rels, "/ppt/media/a.png") == "ppt/media/a.png"
    assert target_name(relationships_name(""), "word/document.xml") == "word/document.xml"


def test_saving_replaces_the_old_file_and_leaves_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    for data in (b"old", b"new"):
        save_bytes(path, data)
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {"report.docx": b"new"}


def test_a_failed_save_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "report.docx"
    save_bytes(path, b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UsageError, match="OFF020 cannot be written: No space left on device"):
        save_bytes(path, b"new")
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {"report.docx": b"old"}


def test_saving_into_a_folder_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="OFF020 cannot be written: No such file or directory"):
        save_bytes(tmp_path / "missing" / "report.docx", b"new")


def test_saving_through_a_link_keeps_the_link(tmp_path: Path) -> None:
    (tmp_path / "link.docx").symlink_to(tmp_path / "real.docx")
    save_bytes(tmp_path / "link.docx", b"new")
    assert (tmp_path / "real.docx").read_bytes() == b"new"
    assert (tmp_path / "link.docx").is_symlink()
