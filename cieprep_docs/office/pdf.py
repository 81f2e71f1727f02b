"""A PDF of LibreOffice's, fit to be handed out: in whose language it is, and nothing of when or by what it was made."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from io import BytesIO

from cieprep_docs.errors import UsageError

_OF_THE_DOCUMENT = ("/Title", "/Author", "/Subject", "/Keywords")
_OF_THE_RUN = {"/ID", "/DocChecksum"}
"""Entries of the trailer that LibreOffice reckons from the time; the library makes an ID from the contents."""
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
"""ISO 16684-1; the packet's id is that standard's own."""


@dataclass(frozen=True, slots=True)
class Pdf:
    """A PDF that may be handed out."""

    data: bytes = field(repr=False)
    pages: int


def settle_pdf(drawn: bytes, language: str) -> Pdf:
    """Return a PDF with the language of its document, a BCP 47 tag, and without times, programs and checksums.

    Title, author, subject and keywords stay: they are the document's own. LibreOffice takes its user's language for
    that of the document. Raises UsageError where the library for PDFs is not installed.
    """
    try:
        import pikepdf  # noqa: PLC0415 - of the extra
    except ImportError:
        message = "PDFs need a library that is not installed"
        raise UsageError.at("OFF073", message, hint="pip install 'cieprep-docs[pdf]'") from None

    with pikepdf.open(BytesIO(drawn)) as pdf:
        kept = {name: value for name, value in pdf.docinfo.items() if name in _OF_THE_DOCUMENT}
        pdf.trailer.Info = pdf.make_indirect(pikepdf.Dictionary(kept))
        for name in _OF_THE_RUN & set(pdf.trailer.keys()):
            del pdf.trailer[name]
        pdf.Root.Lang = pikepdf.String(language)
        xmp = _XMP.format(title=escape(str(kept.get("/Title", "")), quote=False), language=escape(language))
        pdf.Root.Metadata = pdf.make_stream(xmp.encode(), Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)
        saved = BytesIO()
        pdf.save(saved, deterministic_id=True)
        return Pdf(saved.getvalue(), len(pdf.pages))
