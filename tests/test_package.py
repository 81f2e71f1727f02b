"""The package as others get it: from a wheel, from a checkout, and as an import."""

from __future__ import annotations

import ast
import shutil
import sys
import zipfile
from pathlib import Path

import pytest

import cieprep_docs
from tests.support.command import BIN, CHECKOUT, EXAMPLE, documents_of, files_of, run, run_program

HEAVY = (
    "docx",
    "pptx",
    "pypinyin",
    "pytrovich",
    "iuliia",
    "xlsxwriter",
    "typer",
    "rich",
    "babel",
    "jinja2",
    "pydantic",
)
LOADED = "import cieprep_docs, sys; print(*sorted({name.partition('.')[0] for name in sys.modules}))"


def test_importing_the_package_loads_nothing_heavy() -> None:
    ended = run_program(sys.executable, "-c", LOADED)
    assert ended.code == 0, ended.err
    assert not set(HEAVY) & set(ended.out.split())


def test_every_public_name_is_there() -> None:
    assert len(cieprep_docs.__all__) == len(set(cieprep_docs.__all__))
    for name in cieprep_docs.__all__:
        assert getattr(cieprep_docs, name) is not None


def test_the_types_name_what_the_package_offers() -> None:
    stub = ast.parse((CHECKOUT / "cieprep_docs" / "__init__.pyi").read_text("utf-8"))
    (listed,) = (ast.literal_eval(node.value) for node in stub.body if isinstance(node, ast.Assign))
    assert listed == sorted(cieprep_docs.__all__)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, made from what stands in the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    ended = run_program(BIN / "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, CHECKOUT)
    assert ended.code == 0, ended.err
    (made,) = folder.glob("*.whl")
    return made


@pytest.mark.slow
@pytest.mark.xdist_group("package")
def test_the_wheel_holds_templates_catalogs_and_types_and_nothing_beside_the_package(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert {name.partition("/")[0] for name in names if ".dist-info" not in name} == {"cieprep_docs"}
    assert "cieprep_docs/py.typed" in names
    for folder in ("templates", "locales"):
        held = {name.removeprefix("cieprep_docs/data/") for name in names if f"/data/{folder}/" in name}
        assert held
        missing = {f"{folder}/{name}" for name in files_of(CHECKOUT / folder) if "__pycache__" not in name} - held
        assert not missing


@pytest.mark.slow
@pytest.mark.xdist_group("package")
@pytest.mark.parametrize("way", ["wheel", "editable"])
def test_an_installed_package_builds_what_the_checkout_builds(
    way: str, wheel: Path, demo: Path, tmp_path: Path
) -> None:
    folder = install(wheel if way == "wheel" else CHECKOUT, tmp_path / "environment", editable=way == "editable")
    event = shutil.copytree(EXAMPLE, tmp_path / "event")
    ended = run("build", event, "-o", tmp_path / "out", cwd=tmp_path, folder=folder)
    assert ended.code == 0, ended.err
    assert documents_of(tmp_path / "out") == documents_of(demo)


def install(source: Path, environment: Path, *, editable: bool) -> Path:
    """Install into an empty environment and return the folder of its programs."""
    made = run_program(sys.executable, "-m", "venv", "--without-pip", environment)
    assert made.code == 0, made.err
    how = ["--editable"] if editable else []
    python = environment / "bin" / "python"
    done = run_program(BIN / "pip", "--python", python, "install", "--quiet", *how, source)
    assert done.code == 0, done.err
    return environment / "bin"
