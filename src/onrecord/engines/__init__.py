"""Floor 4: reading over many pages."""
