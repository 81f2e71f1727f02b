"""What a person's name costs in each language and form: ``python benchmarks/language_names.py``. Aim: 20 µs at most."""  # noqa: INP001 - a script

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from timeit import Timer

from cieprep_docs.language.cases import say_case
from cieprep_docs.language.languages import load_language
from cieprep_docs.language.people import say_person
from cieprep_docs.language.translator import Translator
from cieprep_docs.language.words import Phrase, plain
from cieprep_docs.model.people import Person

AIM = 20
"""Microseconds."""

CHINESE = Person.model_validate({"id": "chinese", "name": {"zh": "黄卫"}, "tradition": "chinese", "gender": "male"})
RUSSIAN = Person.model_validate(
    {"id": "russian", "name": {"ru": "Наталья Алексеевна Борисова"}, "tradition": "russian", "gender": "female"}
)
EXPECTED = {
    (CHINESE, "zh", "formal"): "黄卫先生",
    (CHINESE, "en", "list"): "HUANG Wei",
    (CHINESE, "ru", ""): "Хуан Вэй",
    (CHINESE, "ru", "formal"): "г-н\u00a0Хуан Вэй",
    (RUSSIAN, "zh", ""): "Natalya Borisova",
    (RUSSIAN, "en", "badge"): "Natalia Borisova",
    (RUSSIAN, "ru", "list"): "Борисова Наталья Алексеевна",
    (RUSSIAN, "ru", "signature"): "Н.А.\u00a0Борисова",
}
"""Names and forms whose answer is checked before they are timed; all but the own script's are made by rule."""


def measure(name: str, say: Callable[[], Phrase], expected: str) -> float:
    """Return microseconds for one call, the answer checked and the tables read before; best of five."""
    answer = plain(say())
    if answer != expected:
        sys.exit(f"{name}: {answer!r} is not {expected!r}")
    calls = 5_000
    best = min(Timer(say).repeat(5, calls)) / calls * 1e6
    sys.stdout.write(f"{best:6.1f} µs  {name}\n")
    return best


def main() -> None:
    """Print a line for each form and the worst of all."""
    costs = []
    for (person, key, form), expected in EXPECTED.items():
        translator = Translator(load_language(key))
        say = partial(say_person, person, translator, form)
        costs.append(measure(f"{person.id} {key} {form or 'running'}", say, expected))
    russian = Translator(load_language("ru"))
    costs.append(measure("russian ru gen", partial(say_case, RUSSIAN, "gen", russian), "Натальи Алексеевны Борисовой"))
    sys.stdout.write(f"{max(costs):6.1f} µs  the worst; the aim is {AIM} µs\n")


if __name__ == "__main__":
    main()
