"""The settings with which LibreOffice draws: tagged PDF, no network, no macros, nothing but what stands on the page."""

from __future__ import annotations

from pathlib import Path

_PDF = "/org.openoffice.Office.Common/Filter/PDF/Export"
_SCRIPTS = "/org.openoffice.Office.Common/Security/Scripting"
_INTERNET = "/org.openoffice.Inet/Settings"
_UPDATES = (
    "/org.openoffice.Office.Jobs/Jobs/org.openoffice.Office.Jobs:Job['UpdateCheck']"
    "/org.openoffice.Office.Jobs:Job['UpdateCheck']/Arguments"
)

_SETTINGS: tuple[tuple[str, str, str], ...] = (
    # A PDF for readers of all kinds (ISO 14289): tags, its title in the window's bar, bookmarks from headings.
    (_PDF, "UseTaggedPDF", "true"),
    (_PDF, "PDFUACompliance", "true"),
    (_PDF, "DisplayPDFDocumentTitle", "true"),
    (_PDF, "ExportBookmarks", "true"),
    # What is no page stays out of it.
    (_PDF, "ExportNotes", "false"),
    (_PDF, "ExportNotesInMargin", "false"),
    (_PDF, "ExportNotesPages", "false"),
    (_PDF, "ExportHiddenSlides", "false"),
    (_PDF, "IsAddStream", "false"),
    (_PDF, "ExportFormFields", "false"),
    # Nothing is fetched: no linked pictures, no linked parts, no updates; what tries meets a proxy that is not there.
    (_SCRIPTS, "BlockUntrustedRefererLinks", "true"),
    (_SCRIPTS, "MacroSecurityLevel", "3"),
    (_SCRIPTS, "DisableMacrosExecution", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("/org.openoffice.Office.Calc/Content/Update", "Link", "2"),
    (_UPDATES, "AutoCheckEnabled", "false"),
    (_INTERNET, "ooInetProxyType", "2"),
    (_INTERNET, "ooInetHTTPProxyName", "127.0.0.1"),
    (_INTERNET, "ooInetHTTPProxyPort", "9"),
    (_INTERNET, "ooInetHTTPSProxyName", "127.0.0.1"),
    (_INTERNET, "ooInetHTTPSProxyPort", "9"),
    (_INTERNET, "ooInetNoProxy", ""),
    ("/org.openoffice.Office.Common/Misc", "FirstRun", "false"),
    ("/org.openoffice.Office.Common/Misc", "CrashReport", "false"),
    ("/org.openoffice.Office.Java/VirtualMachine", "Enable", "false"),
)
"""Place in LibreOffice's registry, name, value; the names are of its schemas in officecfg."""


def write_profile(folder: Path) -> None:
    """Make a user profile of LibreOffice that holds nothing but our settings."""
    (folder / "user").mkdir(parents=True)
    (folder / "user" / "registrymodifications.xcu").write_text(_registry(), "utf-8")


def _registry() -> str:
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>\n'
        for path, name, value in _SETTINGS
    )
    head = '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}\n{items}</oor:items>\n'
