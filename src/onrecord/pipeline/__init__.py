"""Floor 3: the places where the stages meet."""
