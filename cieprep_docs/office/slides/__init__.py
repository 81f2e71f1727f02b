"""PowerPoint: a planned deck as a .pptx."""
