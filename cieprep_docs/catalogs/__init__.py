"""Tools for translators: extraction, updating and checking of gettext catalogs."""
