"""Floor 2: a page becomes an article, or is rejected with a reason."""
