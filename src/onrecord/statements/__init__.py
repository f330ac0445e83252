"""Floor 2: an article becomes attributions: who said what, how, and where in the text."""
