"""What is checked of translations: ``block`` keeps a catalog from being accepted, ``warn`` asks somebody to look."""
