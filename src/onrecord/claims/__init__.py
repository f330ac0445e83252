"""Floor 2: statements that put forward the same become claims, with who stands where on each.

`accounts` compares one side's version with another's.
"""

from onrecord.claims.finding import find_propositions
from onrecord.claims.linking import link_proposition
from onrecord.claims.propositions import Proposition

__all__ = ["Proposition", "find_propositions", "link_proposition"]
