"""Floor 4: reading over many pages."""

from onrecord.engines.reading import FoundPage, read_pages

__all__ = ["FoundPage", "read_pages"]
