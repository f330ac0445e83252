"""Floor 2: an article becomes attributions: who said what, how, and where in the text."""

from onrecord.statements.find import LinkSettings, find_attributions
from onrecord.statements.scores import calibration_of

__all__ = ["LinkSettings", "calibration_of", "find_attributions"]
