from __future__ import annotations

from cieprep_docs.office.properties import app_properties, core_properties
from cieprep_docs.office.xml import read_xml


def test_core_properties_say_title_language_and_fixed_dates_and_nothing_else() -> None:
    root = read_xml(core_properties("Отчёт «А & Б»", "ru-RU"))
    assert {str(each.tag).rpartition("}")[2]: each.text for each in root} == {
        "title": "Отчёт «А & Б»",
        "language": "ru-RU",
        "created": "2000-01-01T00:00:00Z",
        "modified": "2000-01-01T00:00:00Z",
    }


def test_app_properties_name_the_program_and_nothing_else() -> None:
    root = read_xml(app_properties("Microsoft Office Word"))
    assert [each.text for each in root] == ["Microsoft Office Word"]
