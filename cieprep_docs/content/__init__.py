"""The document tree between templates and files."""
