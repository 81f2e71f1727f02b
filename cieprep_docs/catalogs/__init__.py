"""Tools for translators: messages taken from templates and event files, catalogs kept in step with them."""
