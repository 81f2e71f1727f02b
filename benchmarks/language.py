"""What dates, numbers and quantities cost: ``python benchmarks/language.py``. Aims: 2 µs again, 60 µs first."""  # noqa: INP001 - a script

from __future__ import annotations

import sys
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from timeit import Timer
from typing import Any

from cieprep_docs.language.catalog import read_catalog
from cieprep_docs.language.languages import load_language
from cieprep_docs.language.translator import Translator
from cieprep_docs.language.typography import set_typography
from cieprep_docs.language.wording import Wording
from cieprep_docs.model.quantity import Quantity
from cieprep_docs.model.time import Day, Period, When

AIM_AGAIN, AIM_FIRST = 2, 60
"""Microseconds."""

CALLS = 2_000
RUSSIAN = r"""
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\n"

msgctxt "unit after genitive qualifier"
msgid "%(n)s expert"
msgid_plural "%(n)s experts"
msgstr[0] "%(n)s эксперта"
msgstr[1] "%(n)s экспертов"
msgstr[2] "%(n)s экспертов"
"""
VALUES: dict[str, Any] = {
    "day": Day(year=2020, month=12, day=9),
    "period": Period.model_validate({"from": "2020-11-30", "to": "2020-12-02"}),
    "hours in two zones": When.model_validate(
        {"from": "2020-12-09 15:00", "to": "2020-12-09 17:30", "zone": "Asia/Shanghai"}
    ),
    "number": Decimal(1_200_000),
    "quantity": Quantity.model_validate(
        {"value": 500, "qualifier": "more than", "unit": {"one": "expert", "other": "experts"}}
    ),
}
PARAGRAPH = 'В Пекине и Москве прошли 9 мероприятий - форум "Шёлковый путь" и т. д. ' * 4


def measure(name: str, call: Callable[[], Any]) -> float:
    """Return microseconds for one call, best of five, and print them."""
    best = min(Timer(call).repeat(5, CALLS)) / CALLS * 1e6
    sys.stdout.write(f"{best:7.2f} µs  {name}\n")
    return best


def main() -> None:
    """Print a line for each type, said again and said first, and the worst of both."""
    translator = Translator(load_language("ru"), [read_catalog(RUSSIAN)])
    again: list[float] = []
    first: list[float] = []
    for name, value in VALUES.items():
        wording = Wording(translator, ("Europe/Moscow", "Asia/Shanghai"))
        again.append(measure(f"{name}, again", partial(wording.say, value)))
        first.append(measure(f"{name}, first", partial(_say_first, translator, value)))
    measure(f"typographic pass over {len(PARAGRAPH)} letters", partial(set_typography, PARAGRAPH, "ru-RU"))
    sys.stdout.write(
        f"worst again {max(again):.2f} µs (aim {AIM_AGAIN}), worst first {max(first):.1f} µs (aim {AIM_FIRST})\n"
    )


def _say_first(translator: Translator, value: Any) -> Any:
    """Say a value in a fresh wording, which has nothing to remember; making it is part of the cost."""
    return Wording(translator, ("Europe/Moscow", "Asia/Shanghai")).say(value)


if __name__ == "__main__":
    main()
