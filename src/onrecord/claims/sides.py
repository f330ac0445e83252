"""Who stands where: a statement's stance towards a wording that may be its own content or the contrary.

Who asserts that they are not surrounded denies that they are.
"""

from __future__ import annotations

from typing import Final

from onrecord.schema import OPPOSING, SUPPORTING, Stance

# The stance towards the contrary of one's own content. To ask, or to make a thing depend on another, takes no side on
# either; to offer not to do a thing, or to doubt that it is not so, leaves open where one stands on the thing itself.
_CONTRARY: Final[dict[Stance, Stance | None]] = {
    "asserts": "denies", "confirms": "denies", "denies": "asserts", "accepts": "rejects", "rejects": "accepts",
    "demands": "rejects", "expects": "doubts", "asks": "asks", "conditions": None, "offers": None, "doubts": None,
}  # fmt: skip


def stance_towards(stance: Stance, sign: int) -> Stance | None:
    """Turn the stance where the wording is the contrary (`sign` -1); None where that leaves no stance to speak of."""
    return stance if sign > 0 else _CONTRARY[stance]


def side_of(stance: Stance) -> int:
    """1 for the wording, -1 against it, 0 on neither side."""
    return 1 if stance in SUPPORTING else -1 if stance in OPPOSING else 0
