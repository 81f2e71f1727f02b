"""How values read in a language."""
