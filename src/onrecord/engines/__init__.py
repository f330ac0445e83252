"""Floor 4: reading over many pages, in processes of their own that a bad page may bring down."""

from onrecord.engines.limits import ReadingLimits
from onrecord.engines.pool import FoundPage, Readers, read_pages

__all__ = ["FoundPage", "Readers", "ReadingLimits", "read_pages"]
