"""A language is added beside an event, with a language file and catalogs; its documents are made as all others are."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from PIL import Image as Picture
from pptx import Presentation

from cieprep_docs import build, load_event, make_deck, make_report
from cieprep_docs.content.nodes import Run
from cieprep_docs.office.xml import NAMESPACES, qualified
from tests.support.command import CHECKOUT, EXAMPLE, run
from tests.support.reading import part, tagged_words
from tests.support.views import large_event

OURS = CHECKOUT / "tests" / "language"
ARABIC = range(0x600, 0x700)


@pytest.fixture(scope="module")
def event(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example as its editors have it once they also write French and Arabic."""
    folder = Path(shutil.copytree(EXAMPLE, tmp_path_factory.mktemp("further") / "event"))
    shutil.copytree(OURS / "languages", folder / "languages")
    for file in OURS.glob("catalogs/*.*.po"):
        name, language, _ = file.name.split(".")
        (folder / "locales" / language / "LC_MESSAGES").mkdir(parents=True, exist_ok=True)
        shutil.copy(file, folder / "locales" / language / "LC_MESSAGES" / f"{name}.po")
    return folder


@pytest.fixture(scope="module")
def out(event: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The documents in both languages."""
    folder = tmp_path_factory.mktemp("out")
    build(event, folder, languages=["fr_FR.UTF-8", "ar"])
    return folder


def said(path: Path, lang: str) -> str:
    return "".join(words.text for words in tagged_words(path) if words.lang == lang)


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("report.fr.docx", "La Russie, invitée d’honneur de la 18e conférence"),
        ("report.fr.docx", "Sommaire"),
        ("report.fr.docx", "plus de 500"),
        ("report.fr.docx", "experts, chercheurs et chefs d’entreprise"),
        ("report.fr.docx", "Septembre 2020 – 9 décembre 2020"),
        ("briefing.fr.pptx", "Merci de votre attention⍽!"),
        ("briefing.fr.pptx", "Moscou"),
    ],
)
def test_documents_read_as_the_language_file_and_the_catalogs_say(out: Path, file: str, expected: str) -> None:
    assert expected.replace("⍽", "\u00a0") in said(out / file, "fr-FR")


def test_words_without_a_translation_stay_english_and_are_told(event: Path) -> None:
    draft = make_report(load_event(event).value, "fr").draft
    outlook = [(run.lang, run.mark) for run in runs_of(draft.tree) if run.text == "Outlook"]
    assert outlook == [("en-GB", "untranslated")]
    catalog = event / "locales" / "fr" / "LC_MESSAGES" / "event.po"
    assert str(catalog) in {each.location.file for each in draft.untranslated}


def test_arabic_reports_run_from_the_right(out: Path) -> None:
    document = part(out / "report.ar.docx", "word/document.xml")
    assert all(each.find("w:pPr/w:bidi", NAMESPACES) is not None for each in document.iter(qualified("w:p")))
    assert all(each.find("w:tblPr/w:bidiVisual", NAMESPACES) is not None for each in document.iter(qualified("w:tbl")))
    arabic = [each for each in document.iter(qualified("w:r")) if in_arabic(each)]
    assert arabic
    assert all(each.find("w:rPr/w:rtl", NAMESPACES) is not None for each in arabic)


def test_arabic_slides_run_from_the_right(out: Path) -> None:
    presentation = Presentation(str(out / "briefing.ar.pptx"))
    slides = [slide.element for slide in presentation.slides]
    arabic = [each for slide in slides for each in slide.iter(qualified("a:p")) if in_arabic(each)]
    assert arabic
    assert {each.find("a:pPr", NAMESPACES).get("rtl") for each in arabic} == {"1"}


def test_tables_on_arabic_slides_begin_at_the_right(event: Path) -> None:
    Picture.new("RGB", (80, 80), "white").save(event / "face.png")
    made = make_deck(large_event().in_folder(event), "ar", kind="delegation", delegation="delegation-000")
    tables = [each for slide in made.presentation.slides for each in slide.element.iter(qualified("a:tblPr"))]
    assert {each.get("rtl") for each in tables} == {"1"}


def test_its_catalogs_are_kept_with_the_same_commands(event: Path) -> None:
    ended = run("catalog", "update", event, "--templates", "--languages", "fr")
    assert ended.code == 0, ended.err
    catalog = (event / "locales" / "fr" / "LC_MESSAGES" / "messages.po").read_text("utf-8")
    assert 'msgstr "Sommaire"' in catalog
    assert 'msgid "Outlook"' in catalog
    assert run("catalog", "status", event, "--languages", "fr").code == 0


def runs_of(node: Any) -> Iterator[Run]:
    """Yield every run of a tree, wherever it stands."""
    if isinstance(node, Run):
        yield node
    elif is_dataclass(node):
        yield from (run for each in fields(node) for run in runs_of(getattr(node, each.name)))
    elif isinstance(node, tuple):
        yield from (run for each in node for run in runs_of(each))


def in_arabic(element: etree._Element) -> bool:
    return any(ord(sign) in ARABIC for sign in "".join(map(str, element.itertext())))
