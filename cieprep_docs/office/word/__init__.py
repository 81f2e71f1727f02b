"""Word: the document tree as a .docx."""
