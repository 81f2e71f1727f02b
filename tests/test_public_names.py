"""What a script's author can rely on: the names of the package, and that asking for them costs little."""

from __future__ import annotations

import ast
import pickle
import sys
from pathlib import Path

import pytest

import cieprep_docs
from cieprep_docs import errors
from cieprep_docs.diagnostics import Diagnostic, Location
from tests.support.command import run_program

PACKAGE = Path(cieprep_docs.__file__).parent
HEAVY = {"babel", "docx", "jinja2", "lxml", "pptx", "pydantic", "rich", "typer", "yaml"}


def test_the_public_names_are_these() -> None:
    assert sorted(cieprep_docs.__all__) == [
        "BuildError",
        "CatalogError",
        "CieprepError",
        "Diagnostic",
        "Event",
        "EventError",
        "LayoutError",
        "Location",
        "Report",
        "Result",
        "SlideDeck",
        "StyleError",
        "TemplateError",
        "UsageError",
        "__version__",
        "build",
        "compose_deck",
        "compose_report",
        "event_schema",
        "load_event",
        "make_deck",
        "make_mirrored_decks",
        "make_notice",
        "make_report",
        "nodes",
        "tell_changes",
    ]
    assert dir(cieprep_docs) == sorted(cieprep_docs.__all__)


@pytest.mark.parametrize("name", [*cieprep_docs.__all__])
def test_every_public_name_is_there_and_documented(name: str) -> None:
    value = getattr(cieprep_docs, name)
    assert isinstance(value, str) or value.__doc__


def test_the_types_name_the_same_as_the_package() -> None:
    stub = ast.parse((PACKAGE / "__init__.pyi").read_text("utf-8"))
    imported = [alias.asname for node in stub.body if isinstance(node, ast.ImportFrom) for alias in node.names]
    assert sorted([*map(str, imported), "__version__"]) == sorted(cieprep_docs.__all__)


def test_an_unknown_name_is_an_ordinary_attribute_error() -> None:
    with pytest.raises(AttributeError, match="'cieprep_docs' has no attribute 'make_reprot'"):
        _ = cieprep_docs.make_reprot  # type: ignore[attr-defined]


@pytest.mark.parametrize("code", ["import cieprep_docs", "import cieprep_docs; cieprep_docs.CieprepError"])
def test_importing_the_package_loads_nothing_heavy(code: str) -> None:
    ended = run_program(sys.executable, "-c", f"{code}; import sys; print(*sys.modules)")
    assert not HEAVY & set(ended.out.split())


@pytest.mark.parametrize(
    "kind", [each for each in vars(errors).values() if isinstance(each, type) and issubclass(each, Exception)]
)
def test_every_error_survives_the_way_to_another_process(kind: type[errors.CieprepError]) -> None:
    error = kind(Diagnostic("EVT014", "no such person", Location("event.yaml", 41, 12, "people"), "did you mean…?"))
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert (type(again), again.diagnostics, str(again)) == (kind, error.diagnostics, str(error))
