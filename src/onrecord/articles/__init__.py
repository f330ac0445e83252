"""Floor 2: a page becomes an article, or is rejected with a reason."""

from onrecord.articles.extract import extract_article

__all__ = ["extract_article"]
