"""Floor 3: the places where the stages meet."""

from onrecord.pipeline.reading import producer_of, read_page

__all__ = ["producer_of", "read_page"]
