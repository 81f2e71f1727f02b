"""Records that stand in spreadsheets beside the event file, put where the event file would have them.

In the event file::

    tables:
      people:
        file: people.xlsx
        sheet: Participants                       # where the workbook has several
        columns: {id: No., name.zh: 姓名, name.ru: Имя, gender: 性别, organisation: University}
        values: {gender: {男: male, 女: female}}  # where the table has words of its own

A column fills the field of that path; the headings are in whatever language the table is. Empty cells say nothing,
other columns are not read. A cell of a field that takes several holds them with semicolons between.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from dataclasses import dataclass, replace
from pathlib import Path as FilePath
from typing import Annotated, Any

from pydantic import Field, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from cieprep_docs.diagnostics import Diagnostic
from cieprep_docs.errors import EventError
from cieprep_docs.model.base import Value
from cieprep_docs.model.event import Event
from cieprep_docs.model.shape import Keyed, Many, fields_of
from cieprep_docs.source.beside import problem_beside
from cieprep_docs.source.columns import columns_of, field_shape
from cieprep_docs.source.faults import faults
from cieprep_docs.source.sheets import Cell, Row, faults_of, read_rows
from cieprep_docs.source.suggest import show, suggest
from cieprep_docs.source.tree import Path, Plain, Tree, printable, unprintable

KEY = "tables"
COLLECTIONS = tuple(field.key for field in fields_of(Event) if isinstance(field.shape, Keyed))


class Table(Value):
    """A spreadsheet with records, one a row under a row of headings."""

    file: str
    """Path relative to the event file, .xlsx or .csv (UTF-8; commas, semicolons or tabs)."""
    sheet: str = ""
    """The sheet of a workbook; may be left out where there is only one."""
    columns: Annotated[Mapping[str, str], Field(min_length=1)]
    """Headings by field: ``{id: No., name.zh: 姓名, post.en: Post, visibility: Who sees it}``; ``id`` is needed."""
    values: Mapping[str, Mapping[str, str]] = {}
    """By field, what words of the table mean: ``{gender: {男: male, 女: female}}``."""


Tables = TypeAdapter(dict[str, Table])


def take_tables(tree: Tree, folder: FilePath) -> frozenset[str]:
    """Put the records of the tables that an event file names among its own, with their places and faults.

    Returns the collections of which records are missing because a table could not be read.
    """
    given = tree.value
    if not isinstance(given, dict) or given.get(KEY) is None:
        return frozenset()
    errors = _errors(given[KEY])
    tree.faults.extend(faults(errors, tree))
    wrong = {error["loc"][1] for error in errors if len(error["loc"]) > 1}
    tables = given.pop(KEY)
    named = tables.items() if isinstance(tables, dict) else ()
    return frozenset(name for name, table in named if name in wrong or not _take(tree, folder, name, table))


def _errors(tables: Plain) -> list[ErrorDetails]:
    try:
        Tables.validate_python(tables)
    except ValidationError as error:
        found = error.errors(include_url=False)
        return [{**each, "loc": (KEY, *each["loc"])} for each in found]
    return []


def _take(tree: Tree, folder: FilePath, name: str, given: Plain) -> bool:
    """Return whether all records of a table could be read."""
    if name not in COLLECTIONS:
        message = f"{show(name)} is no kind of record"
        tree.faults.append(Diagnostic("EVT010", message, tree.at((KEY, name)), suggest(name, COLLECTIONS, 20)))
        return False
    reader = _TableReader(tree, folder, name, Table.model_validate(given))
    before = len(tree.faults)
    try:
        reader.take()
    except EventError as error:
        tree.faults.extend(error.diagnostics)
    return len(tree.faults) == before


@dataclass(frozen=True, slots=True)
class _TableReader:
    tree: Tree
    folder: FilePath
    name: str
    """The collection."""
    table: Table

    def take(self) -> None:
        """Put the records into the tree. Raises EventError where the table as a whole cannot be read."""
        problem = problem_beside(self.folder, self.table.file)
        if problem:
            raise EventError.at("EVT019", problem[0], location=self.tree.at((KEY, self.name, "file")), hint=problem[1])
        unknown = list(self._unknown_fields())
        if unknown:
            raise EventError(*unknown)
        rows = read_rows(self.folder / self.table.file, self.table.sheet, self.table.columns.values())
        places = self._places_of_columns(rows[0] if rows else [])
        for row in rows[1:]:
            self._take_row(row, places)

    def _unknown_fields(self) -> Iterator[Diagnostic]:
        for part in ("columns", "values"):
            for field in getattr(self.table, part):
                place = self.tree.at((KEY, self.name, part, field))
                if field_shape(self.name, field) is None:
                    hint = suggest(field, columns_of(self.name))
                    yield Diagnostic("EVT010", f"{show(field)} is no field that a column can fill", place, hint)
                elif inner := [each for each in self.table.columns if each.startswith(f"{field}.")]:
                    hint = f"{show(inner[0])} fills a part of it"
                    yield Diagnostic("EVT010", f"{show(field)} cannot be one column and several", place, hint)
        if "id" not in self.table.columns:
            yield Diagnostic("EVT011", 'lacks "id"', self.tree.at((KEY, self.name, "columns")))

    def _places_of_columns(self, heads: Row) -> dict[str, int]:
        """Return in which column each field stands. Raises EventError for headings that are not there, or twice."""
        headings = [each.words if each else "" for each in heads]
        found: list[Diagnostic] = []
        for field, heading in self.table.columns.items():
            count = headings.count(heading)
            if count != 1:
                message = f"{self.table.file} has {'no' if not count else 'more than one'} column {show(heading)}"
                hint = suggest(heading, filter(None, headings), 12) if not count else ""
                found.append(Diagnostic("EVT051", message, self.tree.at((KEY, self.name, "columns", field)), hint))
        if found:
            raise EventError(*found)
        return {field: headings.index(heading) for field, heading in self.table.columns.items()}

    def _take_row(self, row: Row, columns: Mapping[str, int]) -> None:
        filled = {field: cell for field, column in columns.items() if column < len(row) and (cell := row[column])}
        self.tree.faults.extend(faults_of(filled.values()))
        id_ = filled.pop("id", None)
        if id_ is None:
            first = next(each for each in row if each)
            self.tree.faults.append(Diagnostic("EVT052", "the row has no id", first.place))
        elif self._is_new(id_):
            self._put((self.name, id_.words), {}, id_)
            for field, cell in filled.items():
                self._fill((self.name, id_.words), field, cell)

    def _is_new(self, id_: Cell) -> bool:
        records = self._records()
        if records is None or id_.words not in records:
            return records is not None
        first = self.tree.at((self.name, id_.words))
        message = f"the id {show(id_.words)} stands here a second time"
        where = replace(first, path="")
        self.tree.faults.append(Diagnostic("EVT005", message, id_.place, f"first at {where}"))
        return False

    def _records(self) -> MutableMapping[str, Plain] | None:
        """Return the records of the event file, or nothing where something else stands in their place."""
        event = self.tree.value
        if not isinstance(event, dict):
            return None
        if event.get(self.name) is None:
            event[self.name] = {}
            self.tree.positions.setdefault((self.name,), self.tree.at((KEY, self.name)))
        records = event[self.name]
        return records if isinstance(records, dict) else None

    def _fill(self, record: Path, field: str, cell: Cell) -> None:
        steps = (*record, *field.split("."))
        for length in range(len(record) + 1, len(steps)):
            if steps[:length] not in self.tree.positions:
                self._put(steps[:length], {}, cell)
        self._refuse_unprintable(steps, cell)
        self._put(steps, self._value(field, cell), cell)

    def _value(self, field: str, cell: Cell) -> Plain:
        meanings = self.table.values.get(field, {})
        words = meanings.get(cell.words, cell.words)
        if not isinstance(field_shape(self.name, field), Many) or words in ("public", "internal"):
            return words
        parts = [each.strip() for each in words.split(";")]
        return [meanings.get(each, each) for each in parts if each]

    def _refuse_unprintable(self, path: Path, cell: Cell) -> None:
        if found := unprintable(cell.words):
            message = f"holds the character {printable(found)}, which no document can show"
            self.tree.faults.append(Diagnostic("EVT006", message, cell.place, "delete it"))
            self.tree.faulty.add(path)

    def _put(self, path: Path, value: Any, cell: Cell) -> None:
        into: Any = self.tree.value
        for step in path[:-1]:
            into = into[step]
        into[path[-1]] = value
        self.tree.positions[path] = self.tree.keys[path] = cell.place
        if isinstance(value, list):
            self.tree.positions.update({(*path, index): cell.place for index in range(len(value))})
