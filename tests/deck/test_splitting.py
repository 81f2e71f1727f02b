"""What one slide cannot hold goes on on the next: nothing outside its room, nothing lost, nothing twice, balanced."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cieprep_docs.deck.parts import balance
from cieprep_docs.deck.slides import TablePlace, Words
from cieprep_docs.deck.words import paragraphs, plain
from cieprep_docs.errors import LayoutError
from tests.support.decks import items, plan_of, refuse_words_outside, shapes_of, slide_of, words_on

LANGUAGES = {
    "en-GB": "The conference brought experts of both countries together ",
    "ru-RU": "Конференция объединила специалистов обеих стран и научно-исследовательские институты ",
    "zh-CN": "大会汇聚了两国的专家学者和企业负责人，",
}


def sentence(lang: str, number: int, length: int) -> str:
    return f"{number}{LANGUAGES[lang] * length}".strip()


languages = st.sampled_from(sorted(LANGUAGES))
lengths = st.lists(st.integers(1, 6), min_size=1, max_size=30)


@given(languages, lengths)
def test_lists(lang: str, numbers: list[int]) -> None:
    words = [sentence(lang, index, length) for index, length in enumerate(numbers)]
    deck = plan_of(slide_of(items(*words)), lang)
    refuse_words_outside(deck)
    assert [each for slide in deck.slides for each in words_on(slide)] == words
    assert len({slide.title for slide in deck.slides}) == len(deck.slides)


@given(languages, lengths)
def test_tables(lang: str, numbers: list[int]) -> None:
    words = [sentence(lang, index, length) for index, length in enumerate(numbers)]
    rows = "".join(f"<tr><td>{each}</td><td>2020</td></tr>" for each in words)
    table = f"<table><thead><tr><th>H</th><th>Y</th></tr></thead><tbody>{rows}</tbody></table>"
    deck = plan_of(slide_of(table), lang)
    refuse_words_outside(deck)
    places = [shape for slide in deck.slides for shape in slide.shapes if isinstance(shape, TablePlace)]
    assert len({place.columns for place in places}) == 1, "columns stay where they are"
    assert {place.table.rows[0].kind for place in places} == {"header"}
    assert sum(len(place.table.rows) - 1 for place in places) == len(words)


@given(languages, st.integers(1, 20))
def test_people(lang: str, count: int) -> None:
    cards = "".join(
        f'<li data-initials="{n}"><p class="name">{n}</p><p class="post">{LANGUAGES[lang]}</p></li>'
        for n in range(count)
    )
    deck = plan_of(slide_of(f'<ul class="people">{cards}</ul>'), lang)
    refuse_words_outside(deck)
    names = [word for slide in deck.slides for word in words_on(slide) if word != LANGUAGES[lang].strip()]
    assert sorted(map(int, names)) == sorted([*range(count)] * 2), "each name once, each initial once"


@given(st.lists(st.floats(1, 50), min_size=1, max_size=40), st.data())
def test_ranges_follow_one_another_and_none_is_empty(weights: list[float], data: st.DataObject) -> None:
    count = data.draw(st.integers(1, len(weights)))
    ranges = balance(weights, count)
    assert len(ranges) == count
    assert [index for start, end in ranges for index in range(start, end)] == list(range(len(weights)))
    assert all(start < end for start, end in ranges)


@pytest.mark.parametrize(("pieces", "count", "sizes"), [(10, 2, [5, 5]), (7, 3, [2, 3, 2]), (9, 2, [4, 5])])
def test_equal_pieces_are_shared_evenly(pieces: int, count: int, sizes: list[int]) -> None:
    assert [end - start for start, end in balance([1.0] * pieces, count)] == sizes


@pytest.mark.parametrize(
    ("lang", "first", "last"),
    [("en-GB", "Title\u00a0(1/2)", "Title\u00a0(2/2)"), ("zh-CN", "Title（1/2）", "Title（2/2）")],
)
def test_titles_are_numbered_in_the_form_of_the_language(lang: str, first: str, last: str) -> None:
    deck = plan_of(slide_of("<blockquote><p>A</p></blockquote><blockquote><p>B</p></blockquote>"), lang)
    assert [slide.title for slide in deck.slides] == [first, last]


def test_type_is_stepped_down_before_a_list_is_split() -> None:
    deck = plan_of(slide_of(items(*[sentence("en-GB", number, 2) for number in range(8)])))
    assert len(deck.slides) == 1
    assert "type stepped down" in deck.slides[0].decisions[0]


def test_a_heading_goes_with_what_it_stands_over() -> None:
    paragraphs = "".join(f"<h2>Heading {n}</h2><p>{sentence('ru-RU', n, 5)}</p>" for n in range(8))
    deck = plan_of(slide_of(paragraphs), "ru-RU")
    assert len(deck.slides) > 1
    assert not [slide.title for slide in deck.slides if words_on(slide)[-1].startswith("Heading")]


def test_rows_that_a_cell_holds_together_stay_together() -> None:
    pair = '<tr><th rowspan="2">{0}</th><td>' + "word " * 40 + "</td></tr><tr><td>" + "word " * 40 + "</td></tr>"
    rows = "".join(pair.format(n) for n in range(12))
    head = "<thead><tr><th>A</th><th>B</th></tr></thead>"
    deck = plan_of(slide_of(f"<table><caption>All</caption>{head}<tbody>{rows}</tbody></table>"))
    tables = [shape for slide in deck.slides for shape in slide.shapes if isinstance(shape, TablePlace)]
    assert len(tables) > 1
    assert all((len(table.table.rows) - 1) % 2 == 0 for table in tables)
    assert [words_on(slide)[0] for slide in deck.slides] == ["All", *["All (continued)"] * (len(tables) - 1)]


def test_numbered_items_go_on_counting() -> None:
    listed = "".join(f"<li>{sentence('ru-RU', n, 4)}</li>" for n in range(12))
    deck = plan_of(slide_of(f"<ol>{listed}</ol>"), "ru-RU")
    bodies = [shape for slide in deck.slides for shape in slide.shapes[1:] if isinstance(shape, Words)]
    assert len(bodies) > 1
    assert [para.number for body in bodies for para in body.paras] == list(range(1, 13))


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        (
            slide_of(f"<p>{'words without end ' * 400}</p>", title="Too much"),
            "DCK001 slide “Too much”, field body, en-GB: needs 905 pt of height at 14 pt, the room is 370 pt",
        ),
        (slide_of(f"<p>{'W' * 200}</p>"), "a word is wider than the room of 874 pt at 14 pt"),
        (
            slide_of("<p>Short</p>", title="A title that goes on and on " * 16),
            "field title, en-GB: the title does not fit",
        ),
        (
            '<section data-at="decks/mine.html:7"><p>No title</p></section>',
            "decks/mine.html:7: DCK002 a slide has no title (begin the section with an h1)",
        ),
        ("<p>Alone</p>", "DCK004 a paragraph stands outside every section"),
        (
            slide_of(f"<p>Body</p><aside>{'<p>' + 'side words ' * 300 + '</p>'}</aside>"),
            "field side, en-GB: needs ",
        ),
        (
            slide_of("<p>Few words</p><table><tbody><tr><td>A</td></tr></tbody></table>", role="title"),
            "its words fit, but this layout has no place for the table, chart or picture",
        ),
        (slide_of('<figure><img src="gone" alt="A view"/></figure>'), "there is no picture “gone”"),
    ],
)
def test_what_fits_nowhere_is_told(markup: str, said: str) -> None:
    with pytest.raises(LayoutError) as caught:
        plan_of(markup)
    assert said in str(caught.value)


def test_all_faults_are_told_in_one_pass() -> None:
    with pytest.raises(LayoutError) as caught:
        plan_of(slide_of(f"<p>{'W' * 200}</p>") + slide_of(f"<p>{'M' * 200}</p>", title="Other"))
    assert len(caught.value.diagnostics) == 2


@pytest.mark.parametrize("lang", sorted(LANGUAGES))
@pytest.mark.parametrize("length", [2, 4])
def test_a_dense_slide_keeps_the_first_items_and_the_others_are_spoken(lang: str, length: int) -> None:
    words = [sentence(lang, number, length) for number in range(20)]
    body = f"<h2>A</h2>{items(*words[:8])}<h2>B</h2>{items(*words[8:16])}<aside>{items(*words[16:])}</aside>"
    deck = plan_of(f'<section class="one-pager"><h1>T</h1>{body}<aside class="notes"><p>N</p></aside></section>', lang)
    (slide,) = deck.slides
    refuse_words_outside(deck)
    shown = words_on(slide)
    spoken = [plain(para.content) for para in paragraphs(slide.notes)]
    assert shown[:2] == ["A", words[0]]
    assert {words[8], words[16]} <= set(shown)
    assert sorted([*shown, *spoken]) == sorted(["A", "B", "N", *words])
    assert any(decision.startswith("left to the notes") for decision in slide.decisions)


def test_a_timeline_says_its_details_in_the_notes_where_slides_have_no_room() -> None:
    step = '<li><p class="when">2 May 2020</p><p>Opening {0}</p><p class="detail">{1}</p></li>'
    told = [sentence("en-GB", number, 6) for number in range(5)]
    steps = "".join(step.format(number, words) for number, words in enumerate(told))
    (slide,) = plan_of(slide_of(f'<ol class="timeline">{steps}</ol>')).slides
    assert [plain(para.content) for para in paragraphs(slide.notes)] == told
    assert slide.decisions[-1] == "left to the notes: 5"


def test_a_long_quotation_goes_on_on_the_next_slide_with_its_speaker() -> None:
    words = [sentence("ru-RU", number, 3) for number in range(8)]
    points = "".join(f"<p>{each}</p>" for each in words)
    deck = plan_of(slide_of(f'<blockquote><p class="speaker">Делегат 012</p>{points}</blockquote>'), "ru-RU")
    refuse_words_outside(deck)
    assert len(deck.slides) == 2
    assert [each for slide in deck.slides for each in words_on(slide)] == [
        *words[:4], "Делегат 012", *words[4:], "Делегат 012"
    ]  # fmt: skip


def test_a_link_to_an_item_leads_to_the_slide_where_it_went() -> None:
    listed = "".join(f'<li id="item-{n}">{sentence("en-GB", n, 4)}</li>' for n in range(12))
    deck = plan_of(slide_of(f"<ol>{listed}</ol>"))
    assert len(deck.slides) > 1
    assert [anchor for slide in deck.slides for anchor in slide.anchors] == [f"item-{n}" for n in range(12)]
    assert [len(slide.anchors) for slide in deck.slides] == [len(words_on(slide)) for slide in deck.slides]


def test_the_rule_of_a_timeline_stands_at_one_height_on_all_its_slides() -> None:
    step = '<li><p class="when">{0} May 2020 {1}</p><p>Opening</p>{2}</li>'
    steps = "".join(
        step.format(n, "from nine to eleven" * (n % 3), "<p>Great Hall</p>" * (n % 4)) for n in range(1, 12)
    )
    deck = plan_of(slide_of(f'<ol class="timeline">{steps}</ol>'))
    rules = [shape for slide in deck.slides for shape in shapes_of(slide) if isinstance(shape, Words)]
    assert len(deck.slides) > 1
    assert len({shape.box.top for shape in rules if shape.field == "rule"}) == 1


def test_two_columns_are_about_equally_long() -> None:
    words = [sentence("en-GB", n, length) for n, length in enumerate((6, 1, 1, 1, 1, 1))]
    (slide,) = plan_of(slide_of(items(*words), role="two-columns")).slides
    body, side = (shape for shape in slide.shapes[1:] if isinstance(shape, Words))
    assert (len(body.paras), len(side.paras)) == (1, 5)
