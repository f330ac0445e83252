"""Floor 2: files, folders and standard input become pages; what can't is rejected with a reason and a remedy."""

from onrecord.pages.finding import find_sources, load_page
from onrecord.pages.settings import PageSettings

__all__ = ["PageSettings", "find_sources", "load_page"]
