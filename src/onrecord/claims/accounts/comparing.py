"""Two accounts beside each other: what both say, what only one says, and where they contradict each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from onrecord.claims.accounts.alignment import align
from onrecord.claims.accounts.conflicts import contradict
from onrecord.claims.accounts.likeness import Judgement, find_evidence
from onrecord.claims.accounts.wording import wording_differs
from onrecord.language.embedder import Embedder
from onrecord.schema import AccountUnit, Alignment, Comparison, Conflict

# Fitted on the alignments in tests/golden/accounts; `onrecord.evaluation.accounts` judges each by the others' weights.
JUDGEMENT: Final = Judgement(overlap=7.4, containment=10.6, cosine=5.5, bias=-8.7)

# A conflict is told only where the two are surely on one matter.
_SURE: Final = 0.5


def compare_accounts(
    a: Sequence[AccountUnit], b: Sequence[AccountUnit], embedder: Embedder, *, called: tuple[str, str] = ("a", "b")
) -> Comparison:
    """Compare the propositions of two accounts, each list in the order in which it is to be shown.

    A proposition may stand in several pairs; one that stands in none stands alone. Two that contradict each other are a
    conflict, and not in both.
    """
    likeness = JUDGEMENT.of(find_evidence([unit.text for unit in a], [unit.text for unit in b], embedder))
    pairs = align(likeness)
    opposed = {(i, j) for i, j in pairs if likeness[i, j] >= _SURE and contradict(a[i].text, b[j].text)}
    return Comparison(
        a=called[0],
        b=called[1],
        both=tuple(
            Alignment(a[i], b[j], wording_differs(a[i].text, b[j].text)) for i, j in pairs if (i, j) not in opposed
        ),
        only_a=_alone(a, {i for i, _ in pairs}),
        only_b=_alone(b, {j for _, j in pairs}),
        conflict=tuple(Conflict(a[i], b[j]) for i, j in sorted(opposed)),
    )


def _alone(units: Sequence[AccountUnit], paired: set[int]) -> tuple[AccountUnit, ...]:
    return tuple(unit for at, unit in enumerate(units) if at not in paired)
