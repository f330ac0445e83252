"""Is a content put forward or denied in its own words, and which words carry that?

"No talks are under way", "the talks never began" and "the claim that there were talks is a lie" deny.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_NEGATORS: Final = frozenset(
    {"not", "never", "no", "nobody", "none", "neither", "nor", "nothing", "hardly", "barely", "cannot",
     "nowhere", "zero"}
)  # fmt: skip
# "Not only", "no doubt", "no more than 40": these deny nothing.
_IDLE: Final = re.compile(
    r"\b(?:not (?:only|just|merely|simply|least|to mention|until)|no (?:doubt|more than|fewer than|less than|matter|"
    r"longer than|later than|wonder)|nothing (?:but|short of)|none other|never mind|why not|or not|if not)\b",
    re.IGNORECASE,
)
_FAILURES: Final = re.compile(
    r"\b(?:fail(?:s|ed|ing)? to|refus(?:e|es|ed|ing) to|unable to|declin(?:e|es|ed|ing) to|no longer|far from|"
    r"no plans? to|lack(?:s|ed|ing)?|r[au]n(?:ning|s)? out of|short of|call(?:s|ed|ing)? off|"
    r"cancel(?:s|led|ed|ling|ing)?)\b",
    re.IGNORECASE,
)
# A negation behind one of these is a side matter: "the troops, who were not warned, are surrounded".
_ASIDE: Final = frozenset(
    {"who", "which", "whose", "because", "although", "though", "while", "when", "until", "unless", "if", "after",
     "before", "since", "whereas", "despite", "but"}
)  # fmt: skip
_NT: Final = re.compile(r"(?:n['’]t|nn?ot)$", re.IGNORECASE)


def blank_idle(text: str) -> str:
    """Leave out what only looks like a negation, and write "failed to", "no longer" and "ran out of" as "not"."""
    return _FAILURES.sub("not", _IDLE.sub(" ", text))


def negators(words: Sequence[str]) -> list[int]:
    """The places of the words that deny, those of a side clause left out unless the content begins with one."""
    found: list[int] = []
    for at, word in enumerate(words):
        low = word.lower()
        if low in _ASIDE and at > 1:
            break
        if low in ("and", "nor") and found and words[found[0]].lower() != "neither":
            break  # "She did not send any and no message was marked" denies once.
        if low in _NEGATORS or _NT.search(low):
            found.append(at)
    # "Neither free nor fair" denies once.
    if [words[at].lower() for at in found] == ["neither", "nor"]:
        found = found[:1]
    return found


def is_negator(word: str) -> bool:
    return word.lower() in _NEGATORS or bool(_NT.search(word))
