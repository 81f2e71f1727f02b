"""The pages in headless Chromium, from the file system."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlparse

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from cieprep_docs.choices import Choices
from cieprep_docs.index import make_delegation_pages, make_secretariat_pages
from cieprep_docs.source import load_event
from tests.support.command import EXAMPLE
from tests.support.listed import output_of, thumbnail, within

pytestmark = pytest.mark.xdist_group("browser")

PAGES = (
    "index.html",
    "index.en.html",
    "index.ru.html",
    "russia/index.html",
    "russia/index.zh.html",
    "russia/index.en.html",
)
WIDE, NARROW = 1200, 320


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if not program:
        pytest.skip("needs chromium")
    sandbox = os.geteuid() != 0  # the superuser has none
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, chromium_sandbox=sandbox)
        yield started
        started.close()


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output with its pages; the documents themselves are empty files."""
    folder = tmp_path_factory.mktemp("output")
    event = load_event(EXAMPLE).value
    files = output_of(event)
    drawn = {each.file: thumbnail() for each in files if each.file.endswith(".pdf")}
    own = {file.removeprefix("russia/"): data for file, data in drawn.items() if file.startswith("russia/")}
    for each in files:
        folder.joinpath(each.file).parent.mkdir(exist_ok=True)
        folder.joinpath(each.file).touch()
    for name, data in make_secretariat_pages(event, files, Choices(), drawn).items():
        folder.joinpath(name).write_bytes(data)
    for delegation in event.delegations:
        of = own if delegation == "russia" else {}
        for name, data in make_delegation_pages(event, delegation, within(delegation, files), Choices(), of).items():
            folder.joinpath(delegation, name).write_bytes(data)
    return folder


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": WIDE, "height": 900})
    yield opened
    opened.close()


def show(page: Page, path: Path, width: int = WIDE) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(path.as_uri())


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_for_nothing_but_itself_and_complains_of_nothing(page: Page, output: Path, name: str) -> None:
    requests, complaints = list[str](), list[str]()
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    show(page, output / name)
    assert [each for each in requests if not each.startswith("data:image/png;")] == [(output / name).as_uri()]
    assert not complaints
    broken = "() => [...document.images].filter(each => !each.naturalWidth).length"
    assert page.evaluate(broken) == 0


@pytest.mark.parametrize("name", ["index.html", "index.en.html", "russia/index.html"])
def test_every_link_leads_to_a_file_or_a_place_that_is_there(page: Page, output: Path, name: str) -> None:
    show(page, output / name)
    links: list[str] = page.evaluate("() => [...document.links].map(each => each.href)")
    assert links
    assert not [each for each in links if not Path(unquote(urlparse(each).path)).is_file()]
    missing = """() => [...document.links].filter(
        each => each.hash && !document.getElementById(each.hash.slice(1))).length"""
    assert page.evaluate(missing) == 0


FOCUSED = """() => {
    const on = document.activeElement, style = getComputedStyle(on), box = on.getBoundingClientRect();
    if (on === document.body) return null;
    return {href: on.getAttribute("href"), outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
            seen: box.width > 1 && box.height > 1 && box.left >= 0 && box.right <= innerWidth + 1 && box.top >= 0};
}"""


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("name", ["index.ru.html", "russia/index.html"])
def test_the_tab_key_reaches_every_link_in_order_and_shows_where_it_is(
    page: Page, output: Path, name: str, width: int
) -> None:
    show(page, output / name, width)
    links: list[str] = page.evaluate('() => [...document.links].map(each => each.getAttribute("href"))')
    reached = list[dict[str, Any]]()
    for _ in links:
        page.keyboard.press("Tab")
        reached.append(page.evaluate(FOCUSED))
    assert [each["href"] for each in reached] == links
    assert not [each for each in reached if each["outline"] < 2 or not each["seen"]]


def roles(page: Page) -> list[tuple[str, str]]:
    """Return what a screen reader is told: role and name of each thing, in order."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    seen = [each for each in nodes if not each["ignored"]]
    return [(each["role"]["value"], each.get("name", {}).get("value", "")) for each in seen]


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_screen_reader_is_told_of_landmarks_tables_captions_and_headings(
    page: Page, output: Path, width: int
) -> None:
    show(page, output / "index.en.html", width)
    told = roles(page)
    assert {"banner", "main", "navigation"} <= {role for role, _ in told}
    assert ("navigation", "This page in other languages") in told
    tables = [name for role, name in told if role == "table"]
    assert tables[0].startswith("Documents by reader")
    assert tables[1:] == [f"Documents: {reader}" for reader in ("Secretariat", "Public", "China", "Russia")]
    assert [name for role, name in told if role == "columnheader"][:5] == [
        "For",
        "Languages",
        "Documents",
        "Untranslated",
        "Unconfirmed",
    ]
    assert [name for role, name in told if role == "rowheader"][:4] == ["Secretariat", "Public", "China", "Russia"]
    assert ("heading", "Russia") in told


def test_links_of_one_name_are_told_apart(page: Page, output: Path) -> None:
    show(page, output / "russia" / "index.html")
    names = [name for role, name in roles(page) if role == "link"]
    assert "Word Отчёт, Русский" in names
    assert len(set(names)) == len(names)


def test_nothing_must_be_scrolled_sideways_on_the_narrowest_screen(page: Page, output: Path) -> None:
    for name in PAGES:
        show(page, output / name, NARROW)
        assert page.evaluate("() => document.documentElement.scrollWidth") <= NARROW, name


# The contrast of each piece of text with the nearest background that is painted behind it (WCAG 2.2, 1.4.3).
PALE = """() => {
    const parts = colour => colour.match(/[\\d.]+/g).map(Number);
    const light = colour => { const [r, g, b] = parts(colour).map(each => each / 255)
        .map(each => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
    const behind = element => { for (let each = element; each; each = each.parentElement) {
        const colour = getComputedStyle(each).backgroundColor;
        if ((parts(colour)[3] ?? 1) > 0) return colour; } return "rgb(255, 255, 255)"; };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), pale = [];
    while (texts.nextNode()) {
        const text = texts.currentNode, element = text.parentElement;
        if (!text.data.trim() || !element.checkVisibility()) continue;
        const [a, b] = [light(getComputedStyle(element).color), light(behind(element))];
        const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        if (ratio < 4.5) pale.push([text.data.trim(), ratio]);
    }
    return pale;
}"""


@pytest.mark.parametrize("name", ["index.html", "russia/index.html"])
def test_all_words_stand_out_from_what_is_behind_them(page: Page, output: Path, name: str) -> None:
    show(page, output / name)
    assert page.evaluate(PALE) == []
    page.emulate_media(media="print")
    assert page.evaluate(PALE) == []
