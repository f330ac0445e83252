"""Readings made by hand and by number, for tests that need a record but no language model."""
