"""Floor 2: statements that put forward the same become claims, with who stands where on each.

`accounts` compares one side's version with another's.
"""

from typing import Final

from onrecord.claims.finding import find_propositions
from onrecord.claims.grouping import group_claims
from onrecord.claims.linking import link_proposition
from onrecord.claims.propositions import Proposition

RULES: Final = "2"
"""The version of what finds, links and groups: where it changes, what was found by another is found anew."""

__all__ = ["RULES", "Proposition", "find_propositions", "group_claims", "link_proposition"]
