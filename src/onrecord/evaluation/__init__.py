"""Floor 4: metrics and corpora."""
