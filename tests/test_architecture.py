"""Who may import whom, imports inside functions and under TYPE_CHECKING included; names; sizes."""

from __future__ import annotations

import ast
import statistics
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.support.command import CHECKOUT

PACKAGE = CHECKOUT / "cieprep_docs"
MODULES = sorted(PACKAGE.rglob("*.py"))

ANYONE = {"errors", "diagnostics"}
BELOW_PIPELINE = {"model", "source", "language", "templating", "content", "deck", "office", "resources"}
MAY_IMPORT = {
    "diagnostics": set[str](),
    "errors": {"diagnostics"},
    "resources": ANYONE,
    "model": ANYONE,
    "source": {"model"} | ANYONE,
    "language": {"model"} | ANYONE,
    "templating": {"model", "language"} | ANYONE,
    "content": ANYONE,
    "deck": {"content"} | ANYONE,
    "office": {"content", "deck"} | ANYONE,
    # Reviews are Word files and workbooks, and lengths are measured in the house style's boxes: content, deck, office.
    "catalogs": {"model", "source", "language", "templating", "resources", "content", "deck", "office"} | ANYONE,
    "outputs": {"content", "deck", "office"} | ANYONE,
    "kinds": set[str](),
    "choices": {"content", "model"} | ANYONE,
    "drafts": BELOW_PIPELINE | {"kinds", "choices", "outputs"} | ANYONE,
    "documents": {"content", "deck", "office", "outputs", "resources"} | ANYONE,
    "pipeline": BELOW_PIPELINE | {"kinds", "choices", "drafts", "outputs"} | ANYONE,
    "index": {"model", "language", "templating", "kinds", "choices", "drafts"} | ANYONE,
    "batch": BELOW_PIPELINE | {"kinds", "choices", "drafts", "pipeline", "outputs", "index"} | ANYONE,
    "cli": BELOW_PIPELINE | {"kinds", "choices", "drafts", "pipeline", "outputs", "batch", "catalogs"} | ANYONE,
}
LIBRARY_HOMES = {
    "babel": {"language", "catalogs", "templating", "source"},
    "distributed": {"batch"},
    "docx": {"office", "outputs"},
    "fsspec": {"batch"},
    "jinja2": {"templating", "catalogs"},
    "PIL": {"office"},
    "pikepdf": {"office"},
    "pptx": {"office", "outputs"},
    "pypinyin": {"language"},
    "pytrovich": {"language"},
    "rich": {"cli"},
    "typer": {"cli"},
    "xlsxwriter": {"catalogs"},
    "yaml": {"source"},
}
AMBIENT_MODULES = {"locale", "time", "random", "getpass", "socket", "platform"}
AMBIENT_NAMES = {"environ", "getenv", "now", "today", "utcnow", "getcwd", "cwd", "getdefaultlocale", "expanduser"}
VAGUE = {"utils", "util", "helpers", "helper", "common", "manager", "engine", "misc", "core"}

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def name_of(path: Path) -> str:
    """The dotted name of a module without ``cieprep_docs``; ``""`` is the package root."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(path: Path) -> str:
    return name_of(path).partition(".")[0]


def imports_of(path: Path) -> Iterator[str]:
    """Every dotted name that a module imports, wherever in it, and the ones it names to ``import_module``."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}:{node.lineno} imports relative to itself, which hides the room"
            yield from (f"{node.module}.{each.name}" for each in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("import_module", "__import__")):
            yield from (str(each.value) for each in node.args if isinstance(each, ast.Constant))


def ours(path: Path) -> Iterator[str]:
    """The imports of our own modules, without ``cieprep_docs``."""
    for name in imports_of(path):
        first, _, rest = name.partition(".")
        if first == "cieprep_docs":
            yield rest


def functions() -> Iterator[tuple[Path, FunctionNode]]:
    for path in MODULES:
        for node in ast.walk(tree_of(path)):
            if isinstance(node, FunctionNode):
                yield path, node


def lines_of(node: FunctionNode) -> int:
    assert node.end_lineno
    return node.end_lineno - node.lineno + 1


@pytest.mark.parametrize("path", [path for path in MODULES if room_of(path)], ids=name_of)
def test_a_room_imports_only_the_rooms_it_builds_on(path: Path) -> None:
    room = room_of(path)
    strangers = {name for name in ours(path) if name.partition(".")[0] not in MAY_IMPORT[room] | {room}}
    assert not strangers


def test_every_room_is_known_here() -> None:
    assert {room_of(path) for path in MODULES} - {""} <= MAY_IMPORT.keys()


@pytest.mark.parametrize("library", LIBRARY_HOMES)
def test_a_library_is_known_to_few_rooms(library: str) -> None:
    users = {room_of(path) for path in MODULES if any(name.partition(".")[0] == library for name in imports_of(path))}
    assert users <= LIBRARY_HOMES[library]


def test_no_modules_import_each_other_in_a_ring() -> None:
    names = {name_of(path): path for path in MODULES}
    graph = {name: {known_module(target, names) for target in ours(path)} - {name} for name, path in names.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))


def known_module(target: str, names: dict[str, Path]) -> str:
    """The module that an imported name belongs to: itself, or what it is defined in."""
    while target not in names:
        target = target.rpartition(".")[0]
    return target


@pytest.mark.parametrize("path", [path for path in MODULES if room_of(path) not in {"", "cli"}], ids=name_of)
def test_nothing_below_the_command_prints_or_asks_the_machine(path: Path) -> None:
    found = [ast.unparse(node) for node in ast.walk(tree_of(path)) if is_ambient(node)]
    assert not found


def is_ambient(node: ast.AST) -> bool:
    match node:
        case ast.Call(func=ast.Name(id="print" | "input")):
            return True
        case ast.Attribute(attr=name):
            return name in AMBIENT_NAMES
        case ast.Import(names=names):
            return any(each.name.partition(".")[0] in AMBIENT_MODULES for each in names)
        case ast.ImportFrom(module=str(module)):
            return module.partition(".")[0] in AMBIENT_MODULES
    return False


def test_no_function_is_longer_than_50_lines() -> None:
    assert not [
        f"{path}:{node.lineno} {node.name} {lines_of(node)}" for path, node in functions() if lines_of(node) > 50
    ]


def test_functions_are_small() -> None:
    lengths = sorted(lines_of(node) for _, node in functions())
    assert statistics.median(lengths) <= 8
    assert lengths[len(lengths) * 9 // 10] <= 25


def test_no_module_is_longer_than_400_lines() -> None:
    lengths = {str(path.relative_to(CHECKOUT)): len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert not {path: length for path, length in lengths.items() if length > 400}
    assert sum(length <= 200 for length in lengths.values()) >= 0.8 * len(lengths)


def test_nothing_has_a_vague_name() -> None:
    assert not [str(path) for path in MODULES if VAGUE & {path.stem, *path.relative_to(PACKAGE).parts}]
    classes = [node for path in MODULES for node in ast.walk(tree_of(path)) if isinstance(node, ast.ClassDef)]
    assert not [node.name for node in classes if node.name.lower().endswith(tuple(VAGUE))]


def test_tests_stand_where_the_code_stands() -> None:
    rooms = {path.name for path in PACKAGE.iterdir() if path.is_dir() and (path / "__init__.py").exists()}
    tested = {path.name for path in (CHECKOUT / "tests").iterdir() if path.is_dir() and any(path.rglob("test_*.py"))}
    assert rooms <= tested
