"""Floor 2: an article becomes attributions: who said what, how, and where in the text."""

from onrecord.statements.find import LinkSettings, find_attributions

__all__ = ["LinkSettings", "find_attributions"]
