"""Slides in two languages: both on each, one in the notes, or two decks whose slides have the same numbers."""

from __future__ import annotations

import pytest

from cieprep_docs.content.nodes import Document
from cieprep_docs.content.pairing import pair
from cieprep_docs.content.slides import both, notes
from cieprep_docs.deck import plan, plan_alike
from cieprep_docs.deck.words import paragraphs, plain
from tests.support.decks import document_of, items, refuse_words_outside, slide_of, style, words_on

SHORT, LONG = (
    "两国专家共同参加了这次活动。",
    "Специалисты обеих стран вместе приняли участие в этом мероприятии, посвящённом науке. " * 2,
)


def versions(count: int) -> tuple[Document, Document]:
    chinese = slide_of(items(*[f"{n}{SHORT}" for n in range(count)]), title="成果")
    russian = slide_of(items(*[f"{n} {LONG}".strip() for n in range(count)]), title="Итоги")
    return document_of(chinese, "zh-CN"), document_of(russian, "ru-RU")


@pytest.mark.parametrize("count", [2, 5, 12, 30])
def test_mirrored_decks_have_the_same_items_on_the_same_slides(count: int) -> None:
    decks = plan_alike(pair(*versions(count)).documents, style().layouts)
    for deck in decks:
        refuse_words_outside(deck)
    numbers = [[[words[:2].strip() for words in words_on(slide)] for slide in deck.slides] for deck in decks]
    ours, theirs = ([[int("".join(filter(str.isdigit, each))) for each in slide] for slide in deck] for deck in numbers)
    assert ours == theirs
    assert len(decks[0].slides) == len(plan(versions(count)[1], style().layouts).slides), "the larger need decides"


def notes_in_russian(body: str, spoken: str = "") -> list[str]:
    """Return what the notes say of a slide whose words are the same in both languages."""
    aside = f'<aside class="notes">{spoken}</aside>' if spoken else ""
    ours, theirs = (document_of(slide_of(body + aside, title="Итоги"), lang) for lang in ("zh-CN", "ru-RU"))
    deck = plan(notes(pair(ours, theirs)), style().layouts)
    return [plain(para.content) for para in paragraphs(deck.slides[0].notes)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            (
                '<ul class="people"><li data-initials="А"><p class="name">Анна</p><p class="post">Ректор</p></li>'
                '<li data-initials="Б"><p class="name">Борис</p></li></ul>'
            ),
            ["Анна · Ректор", "Борис"],
        ),
        ('<dl class="figures"><dt><em>более</em> 500</dt><dd>экспертов</dd></dl>', ["более 500 экспертов"]),
        (
            (
                "<table><thead><tr><th>Проект</th><th>Вид</th></tr></thead><tbody><tr><td>А</td><td>Один</td></tr>"
                "<tr><td>Б</td><td>Один</td></tr></tbody></table>"
            ),
            ["Проект · Вид", "А · Один", "Б · Один"],
        ),
        (
            (
                '<ol class="timeline"><li><p class="when">11 мая<br/>09:30</p><p>Открытие</p><p>Зал</p>'
                '<p class="detail">Все говорят.</p></li></ol>'
            ),
            ["11 мая 09:30 · Открытие · Зал", "Все говорят."],
        ),
    ],
)
def test_the_notes_say_what_belongs_together_on_one_line(body: str, expected: list[str]) -> None:
    assert notes_in_russian(body) == ["Итоги", *expected]


def test_what_stands_on_the_slide_and_is_spoken_is_said_once() -> None:
    assert notes_in_russian("<p>Раз</p><p>Два</p>", "<p>Два.</p><p>Три.</p>") == ["Итоги", "Раз", "Два", "Три."]


@pytest.mark.parametrize("count", [2, 8])
def test_both_languages_stand_on_each_slide_and_fit(count: int) -> None:
    deck = plan(both(pair(*versions(count))), style().layouts)
    refuse_words_outside(deck)
    assert deck.slides[0].title.startswith("成果 Итоги")
    words = " ".join(each for slide in deck.slides for each in words_on(slide))
    assert words.count(SHORT) == words.count("Специалисты") // 2 == count


def test_what_is_the_same_in_both_languages_stands_once() -> None:
    one, other = (
        document_of(slide_of("<p>CIEP 2020</p>", title=title), lang)
        for title, lang in (("一", "zh-CN"), ("Раз", "ru-RU"))
    )
    assert words_on(plan(both(pair(one, other)), style().layouts).slides[0]) == ["CIEP 2020"]


def test_the_notes_say_the_slide_in_the_other_language() -> None:
    deck = plan(notes(pair(*versions(2))), style().layouts)
    assert deck.slides[0].title == "成果"
    spoken = [plain(para.content) for para in paragraphs(deck.slides[0].notes)]
    assert spoken == ["Итоги", f"0 {LONG}".strip(), f"1 {LONG}".strip()]
