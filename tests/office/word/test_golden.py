"""The body of one report in each house style and way of setting languages, as lines that people have read.

After a change that is meant, ``python -m tests.office.word.test_golden`` writes the files anew; read the difference
before it is committed.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from immutabledict import immutabledict

from cieprep_docs.content.bilingual import LAYOUTS, Layout
from cieprep_docs.content.nodes import Document, Run
from cieprep_docs.content.pairing import pair
from cieprep_docs.office.word import write_report
from tests.office.word.conftest import TAGS, make_document, show_body
from tests.support.styles import shipped

GOLDEN = Path(__file__).with_name("golden")
REPORTS: tuple[tuple[str, str, Layout | None], ...] = (
    ("en", "conference", None),
    ("zh", "gb-t-9704", None),
    ("ru", "gost-r-7.0.97", None),
    ("zh+ru", "conference", "columns"),
    ("ru+zh", "gost-r-7.0.97", "stacked"),
)
REQUISITES = {
    "zh": {
        "issuer": "会务组文件",
        "docket": "会务[2021]第03号",
        "addressee": "各参会单位：",
        "attachments": "名单；日程",
        "signatory": "会务组",
        "issued": "2021年5月3日",
        "copies": "代表012，代表013",
        "executor": "会务组办公室",
        "attached": "附件：%(names)s",
        "copied": "抄送：%(names)s。",
        "made": "%(names)s",
        "printed": "%(date)s印发",
    },
    "ru": {
        "docket": "№ 7",
        "addressee": "Делегату 012",
        "attachments": "на 2 л. в 1 экз.",
        "post": "Заместитель министра",
        "signatory": "А.А. Делегат",
        "issued": "3 мая 2021 г.",
        "executor": "Делегат 013",
        "attached": "Приложение: %(names)s",
        "made": "Исполнитель: %(names)s",
    },
    "en": {},
}


def document(key: str, *, signed: bool) -> Document:
    """The report of all blocks in one language, with the requisites of its country where it is `signed`."""
    plain = make_document(key)
    given = {name: (Run(words, TAGS[key]),) for name, words in REQUISITES[key].items()} if signed else {}
    return replace(plain, labels=immutabledict({**plain.labels, **given}))


def body(languages: str, house: str, layout: Layout | None) -> str:
    """The body of a report as lines."""
    keys = languages.split("+")
    documents = [document(key, signed=layout is None) for key in keys]
    tree = LAYOUTS[layout](pair(*documents)) if layout else documents[0]
    return show_body(write_report(tree, shipped(house))) + "\n"


def file_of(languages: str, house: str, layout: Layout | None) -> Path:
    """Where the lines of a report are kept."""
    return GOLDEN / f"{'-'.join(filter(None, (languages, house, layout)))}.txt"


@pytest.mark.parametrize(("languages", "house", "layout"), REPORTS)
def test_the_body_is_as_it_was_read(languages: str, house: str, layout: Layout | None) -> None:
    assert body(languages, house, layout) == file_of(languages, house, layout).read_text("utf-8")


def test_no_file_is_left_over() -> None:
    assert set(GOLDEN.iterdir()) == {file_of(*each) for each in REPORTS}


if __name__ == "__main__":
    for each in REPORTS:
        file_of(*each).write_text(body(*each), "utf-8")
