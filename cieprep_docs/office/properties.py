"""Document properties: the title, the language and fixed dates, and nothing about who made the file where."""

from __future__ import annotations

from cieprep_docs.office.xml import DECLARATION, escape

CORE = "docProps/core.xml"
APP = "docProps/app.xml"
CORE_LINK = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
"""Type of the relationship from a package to its ``docProps/core.xml``."""
PROPERTY_TYPES = {
    CORE: "application/vnd.openxmlformats-package.core-properties+xml",
    APP: "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}
"""Content types by part."""

_METADATA = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_NAMESPACES = (
    f'xmlns:cp="{_METADATA}" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
# Two builds of the same input must be equal, so the day of the build cannot stand in the file.
_DATE = "2000-01-01T00:00:00Z"


def core_properties(title: str, lang: str) -> bytes:
    """Return ``docProps/core.xml``; `lang` is the BCP 47 tag of the document."""
    return (
        f"{DECLARATION}<cp:coreProperties {_NAMESPACES}><dc:title>{escape(title)}</dc:title>"
        f"<dc:language>{escape(lang)}</dc:language>{_dated('created')}{_dated('modified')}</cp:coreProperties>"
    ).encode()


def app_properties(application: str) -> bytes:
    """Return ``docProps/app.xml``, which names the program that is asked to open the file and nothing else."""
    return (
        f'{DECLARATION}<Properties xmlns="{_EXTENDED}"><Application>{escape(application)}</Application></Properties>'
    ).encode()


def _dated(name: str) -> str:
    return f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{_DATE}</dcterms:{name}>'
