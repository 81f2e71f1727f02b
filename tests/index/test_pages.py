from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser

import pytest
from hypothesis import assume, given, settings

from cieprep_docs.choices import Choices
from cieprep_docs.index import make_delegation_pages, make_secretariat_pages
from cieprep_docs.index.pages import LONG
from cieprep_docs.kinds import KINDS
from cieprep_docs.language.languages import load_language
from cieprep_docs.model.audience import audiences, restrict
from cieprep_docs.model.event import Event
from cieprep_docs.source import load_event
from tests.support.command import EXAMPLE
from tests.support.events import DELEGATIONS, LANGUAGES, event_trees, marked, strings_of
from tests.support.listed import Listed, output_of, pack, thumbnail, within

CHOICES = Choices()


@cache
def event() -> Event:
    return load_event(EXAMPLE).value


def pages() -> dict[str, str]:
    """The secretariat's pages and Russia's, with a first page for each PDF."""
    files = output_of(event())
    drawn = {each.file: thumbnail() for each in files if each.file.endswith(".pdf")}
    own = {file.removeprefix("russia/"): data for file, data in drawn.items() if file.startswith("russia/")}
    made = make_secretariat_pages(event(), files, CHOICES, drawn)
    russias = make_delegation_pages(event(), "russia", within("russia", files), CHOICES, own)
    return {name: data.decode() for name, data in {**made, **{f"russia/{k}": v for k, v in russias.items()}}.items()}


class Reader(HTMLParser):
    """Collects the attributes of a page's tags, and its words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.words = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.words += data

    def all(self, tag: str, attribute: str) -> list[str]:
        return [attributes[attribute] for name, attributes in self.tags if name == tag and attribute in attributes]


def said(page: str) -> str:
    """Return the words of a page, blanks made one."""
    return " ".join(re.sub(r"<style>.*?</style>", "", Reader(page).words, flags=re.DOTALL).split())


def test_the_page_that_is_looked_for_first_is_in_the_readers_first_language() -> None:
    made = pages()
    assert [name for name in made if "/" not in name] == ["index.html", "index.en.html", "index.ru.html"]
    assert [name for name in made if "/" in name] == [
        "russia/index.html",
        "russia/index.zh.html",
        "russia/index.en.html",
    ]
    assert Reader(made["index.html"]).all("html", "lang") == ["zh-CN"]
    assert Reader(made["russia/index.html"]).all("html", "lang") == ["ru-RU"]


def test_every_file_is_linked_once() -> None:
    links = [href for href in Reader(pages()["index.en.html"]).all("a", "href") if not href.startswith("#")]
    files = [each.file for each in output_of(event())]
    assert sorted(href for href in links if "index" not in href) == sorted(files)


def test_each_delegation_has_a_link_to_its_page_in_the_language_that_is_read() -> None:
    made = pages()
    assert "russia/index.en.html" in Reader(made["index.en.html"]).all("a", "href")
    assert "russia/index.html" in Reader(made["index.ru.html"]).all("a", "href")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("index.en.html", ("88 KB", "1.4 MB", "12 slides", "9 pages", "2 words untranslated", "16 forms unconfirmed")),
        ("index.html", ("88 KB", "1.4 MB", "12张幻灯片", "9页", "2处未翻译", "16处未确认")),
        ("index.ru.html", ("88 КБ", "1,4 МБ", "12 слайдов", "9 страниц", "2 слова не переведены", "16 форм")),
    ],
)
def test_sizes_and_counts_read_in_each_language(name: str, words: tuple[str, ...]) -> None:
    page = said(pages()[name])
    assert [each for each in words if each not in page] == []


def test_a_delegations_page_says_nothing_of_others_and_nothing_of_what_was_noticed() -> None:
    made = {name: page for name, page in pages().items() if name.startswith("russia/")}
    for name, page in made.items():
        links = Reader(page).all("a", "href")
        assert not [each for each in links if each.startswith(("..", "/", "china", "secretariat"))], name
        assert "untranslated" not in page
        assert "unconfirmed" not in page
        assert "secretariat" not in page.lower()


def test_a_delegations_page_lists_none_but_its_own_files_whatever_it_is_given() -> None:
    page = make_delegation_pages(event(), "russia", output_of(event()), CHOICES)["index.html"].decode()
    links = [each for each in Reader(page).all("a", "href") if each.endswith((".docx", ".pptx", ".pdf"))]
    assert links
    assert not [each for each in links if not each.startswith("russia/")]


def test_nothing_is_fetched_and_nothing_runs() -> None:
    for name, page in pages().items():
        tags = Reader(page).tags
        assert not [tag for tag, _ in tags if tag in {"script", "iframe", "object", "embed", "form"}], name
        addresses = [
            attributes[key] for _, attributes in tags for key in ("src", "href", "action") if key in attributes
        ]
        assert not [each for each in addresses if ":" in each and not each.startswith("data:image/png;base64,")], name
        assert "url(" not in page
        assert "@import" not in page


def test_tables_have_captions_and_headings_that_say_what_they_head() -> None:
    tags = Reader(pages()["index.en.html"]).tags
    count = sum(tag == "table" for tag, _ in tags)
    assert count == 5  # the overview, and a table for each of the four sets
    assert sum(tag == "caption" for tag, _ in tags) == count
    assert {attributes.get("scope") for tag, attributes in tags if tag == "th"} == {"col", "row"}


def test_every_picture_says_what_it_shows() -> None:
    alternatives = Reader(pages()["russia/index.en.html"]).all("img", "alt")
    assert alternatives == ["First page: Report", "First page: Briefing", "First page: Delegation’s slides"]


def test_nothing_of_the_writers_of_office_files_is_left() -> None:
    for page in pages().values():
        assert "data-at=" not in page
        assert "reference" not in page


def test_the_same_files_give_the_same_bytes() -> None:
    assert pages() == pages()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_document_has_a_name(language: str) -> None:
    files = [Listed(f"{kind}.docx", kind) for kind in (*KINDS, "changes")]
    made = make_secretariat_pages(event(), files, CHOICES)
    page = next(page.decode() for page in made.values() if f'lang="{load_language(language).tag}" dir' in page.decode())
    further = {"en": "Further document", "zh": "其他文件", "ru": "Другой документ"}[language]
    assert further not in page
    unknown = make_secretariat_pages(event(), [Listed("poster.docx", "poster")], CHOICES)
    assert any(further in each.decode() for each in unknown.values())


def test_a_file_name_is_an_address_even_where_it_has_signs_of_addresses() -> None:
    page = make_secretariat_pages(event(), [Listed('50% "off"#1.docx')], CHOICES)["index.html"].decode()
    assert "50%25%20%22off%22%231.docx" in Reader(page).all("a", "href")


def test_documents_in_two_languages_stand_in_a_column_of_their_own() -> None:
    files = [Listed("a.docx", languages=("zh",)), Listed("b.docx", languages=("zh", "ru"))]
    page = make_secretariat_pages(event(), files, CHOICES)["index.en.html"].decode()
    assert "中文 + Русский" in said(page)


def test_of_very_many_delegations_the_secretariats_page_lists_the_counts_and_their_own_pages_the_documents() -> None:
    packs = [each for number in range(LONG) for each in pack(f"d{number}", ["en"])]
    files = [*packs, *pack("russia", ["en"]), Listed("report.docx")]
    links = Reader(make_secretariat_pages(event(), files, CHOICES)["index.en.html"].decode()).all("a", "href")
    assert "russia/index.en.html" in links
    assert "report.docx" in links
    assert "russia/report.en.docx" not in links


def test_without_files_the_page_says_so() -> None:
    assert "There are no documents yet." in said(make_secretariat_pages(event(), (), CHOICES)["index.en.html"].decode())


def test_a_set_of_a_delegation_that_the_event_no_longer_has_is_still_listed() -> None:
    page = make_secretariat_pages(event(), tuple(pack("atlantis", ["en"])), CHOICES)["index.en.html"].decode()
    assert "No longer in the event" in said(page)
    assert "atlantis/report.en.docx" in Reader(page).all("a", "href")


def _words_of(event: Event) -> set[str]:
    return set[str]().union(*(marked(words) for _, words in strings_of(event)))


@settings(max_examples=15)
@given(event_trees())
def test_no_page_of_a_delegation_holds_what_is_not_for_it(tree: dict[str, object]) -> None:
    event = Event.model_validate(tree)
    files = output_of(event)
    for reader in DELEGATIONS:
        assume(reader in audiences(event))
        seen = _words_of(restrict(event, reader).value)
        made = make_delegation_pages(event, reader, within(reader, files), CHOICES)
        found = set[str]().union(*(marked(page.decode()) for page in made.values()))
        assert found <= seen
        assert event.title.forms["en"].text.casefold() in {each.casefold() for each in found}
