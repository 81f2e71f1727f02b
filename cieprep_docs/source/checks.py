"""What must hold between the parts of an event file, checked on what was read, faulty or not."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path as FilePath
from typing import Any

from cieprep_docs.diagnostics import Diagnostic
from cieprep_docs.model.event import Event
from cieprep_docs.model.programme import is_drawing, picture_beside
from cieprep_docs.model.references import references
from cieprep_docs.model.shape import Keyed, Part, fields_of, walk
from cieprep_docs.source.beside import problem_beside
from cieprep_docs.source.suggest import show, suggest
from cieprep_docs.source.tree import Path, Plain, Tree

_NOUNS = {
    "cities": "city",
    "venues": "venue",
    "organisations": "organisation",
    "people": "person",
    "delegations": "delegation",
    "fields": "field",
    "sessions": "session",
    "sources": "source",
    "images": "image",
}
_TAKEN = ("public", "internal", "secretariat", "all")


def check_tree(tree: Tree, folder: FilePath, misspelt: Collection[tuple[Path, str]]) -> Iterator[Diagnostic]:
    """Yield broken references, ids in disorder, unknown countries, circles of bodies, and missing pictures."""
    if not isinstance(tree.value, dict):
        return
    yield from _broken_references(tree, tree.value, {name for path, name in misspelt if not path})
    yield from _ids_in_disorder(tree, tree.value)
    yield from _unknown_countries(tree, tree.value)
    yield from _repeated_languages(tree, tree.value)
    yield from _circles(tree, _collection(tree.value, "organisations"))
    yield from _missing_images(tree, folder, _collection(tree.value, "images"))


def _collection(value: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = value.get(name)
    return found if isinstance(found, Mapping) else {}


def _broken_references(tree: Tree, value: Mapping[str, Plain], unreadable: Collection[str]) -> Iterator[Diagnostic]:
    for reference in references(value):
        ids = _collection(value, reference.collection)
        if reference.id not in ids and reference.collection not in unreadable:
            message = f"no {_NOUNS[reference.collection]} has the id {show(reference.id)}"
            yield Diagnostic("EVT014", message, tree.at(reference.path), suggest(reference.id, ids, 12))


def _ids_in_disorder(tree: Tree, value: Mapping[str, Plain]) -> Iterator[Diagnostic]:
    for name in (field.key for field in fields_of(Event) if isinstance(field.shape, Keyed)):
        for key, record in _collection(value, name).items():
            if isinstance(record, Mapping) and record.get("id", key) != key:
                message = f"has the id {show(str(record['id']))} but stands under the key {show(key)}"
                yield Diagnostic("EVT015", message, tree.at((name, key, "id")), "delete the id: the key is the id")
    for key in _collection(value, "delegations"):
        if key in _TAKEN:
            message = f'a delegation cannot be called "{key}": the word has a meaning of its own'
            yield Diagnostic("EVT015", message, tree.at(("delegations", key)))


def _unknown_countries(tree: Tree, value: Mapping[str, Plain]) -> Iterator[Diagnostic]:
    given = [(path, each) for path, each, _ in walk(value, Part(Event)) if path[-1:] == ("country",)]
    for path, code in given:
        if isinstance(code, str) and code.isupper() and len(code) == len("CN") and code not in _countries():
            yield Diagnostic("EVT016", f'"{code}" is no country code', tree.at(path), "ISO 3166, such as CN or RU")


def _countries() -> Mapping[str, str]:
    from babel import Locale  # noqa: PLC0415 - only event files need it, `import cieprep_docs` must stay light

    return Locale("en").territories


def _repeated_languages(tree: Tree, value: Mapping[str, Plain]) -> Iterator[Diagnostic]:
    given = [(path, each) for path, each, _ in walk(value, Part(Event)) if path[-1:] == ("languages",)]
    for path, languages in given:
        for index, language in enumerate(languages if isinstance(languages, list) else ()):
            together = str(language).split("+")
            if language in languages[:index] or len(set(together)) < len(together):
                yield Diagnostic("EVT016", f"{show(str(language))} is named twice", tree.at((*path, index)))


def _circles(tree: Tree, bodies: Mapping[str, Any]) -> Iterator[Diagnostic]:
    parents = {id_: body.get("parent") for id_, body in bodies.items() if isinstance(body, Mapping)}
    for start in parents:
        seen, step = {start}, parents.get(start)
        while isinstance(step, str) and step not in seen:
            seen.add(step)
            step = parents.get(step)
        if step == start:
            yield Diagnostic("EVT018", "is above itself", tree.at(("organisations", start, "parent")))


def _missing_images(tree: Tree, folder: FilePath, images: Mapping[str, Any]) -> Iterator[Diagnostic]:
    for id_, image in images.items():
        file = image.get("file") if isinstance(image, Mapping) else None
        problem = _image_problem(folder, file) if isinstance(file, str) else None
        if problem:
            message, hint = problem
            yield Diagnostic("EVT019", message, tree.at(("images", id_, "file")), hint)


def _image_problem(folder: FilePath, file: str) -> tuple[str, str] | None:
    problem = problem_beside(folder, file)
    if problem is None and is_drawing(file):
        return _drawing_problem(folder, file)
    if problem is None and not _is_picture(folder / file):
        return f"{show(file)} is neither PNG nor JPEG", "or SVG, with a PNG of the same name beside it"
    return problem


def _drawing_problem(folder: FilePath, file: str) -> tuple[str, str] | None:
    """Return what is wrong with the PNG that must stand beside a drawing."""
    beside = picture_beside(file)
    if problem_beside(folder, beside):
        return f"the drawing {show(file)} has no picture {show(beside)} beside it", "export it as PNG too"
    return None if _is_picture(folder / beside) else (f"{show(beside)} is neither PNG nor JPEG", "")


def _is_picture(path: FilePath) -> bool:
    with path.open("rb") as file:
        return file.read(8).startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"))
