"""Where a cue is silent (`said`, a colon), the stance that the content takes itself: `said he would never accept it`.

Only its first sentence counts, and in it only what the source says about itself, what it says must be, and what it
calls true or false. Definitions: docs/stance.md.
"""

from __future__ import annotations

import re
from typing import Final

from onrecord.schema import Stance
from onrecord.statements.main_clause import first_sentence, is_question, without_lead_in
from onrecord.statements.own_stance import own_clause, stance_of_clause
from onrecord.statements.prescriptions import prescribes

_OPENING: Final = ('"', "“", "'", "‘", "«", "”", "`")
_UNTRUE: Final = (
    r"(?:not true|untrue|false(?! \w)|false (?:claim|narrative|reason|story|statement|report|accusation|allegation|"
    r"equivalency|premise|choice)|a lie|lies|nonsense|baseless|unfounded|fabricat\w+|a hoax|fake|bogus|not the case|"
    r"incorrect|inaccurate|not accurate|not correct)\b"
)
_DENIAL = re.compile(
    rf"[^,;]{{0,120}}?\b(?:is|are|was|were|has been|being) (?:[a-z]+ly |just |all |a total )?{_UNTRUE}|{_UNTRUE}|no, |"
    r"there (?:is|was) (?:absolutely )?no truth|nothing could be further from the truth|"
    r"(?:this|that|it) (?:was|is) not (?:my|his|her|their|our) (?:view|position|opinion)|"
    r"(?:this|that|it) (?:never|did not) happen"
)
_CONFIRMATION = re.compile(
    r"yes, |it is true that|"
    r"(?:he|she|it|that|you|they|this|[\w.]+ [\w-]+|[\w-]+) (?:is|are|was|were) (?:[a-z]+ly )?(?:right|correct|true)\b"
    r"(?! (?:now|here|there|that you|to|away|believer))"
)
# “As long as we break no law,” he said.
_BARE_CONDITION = re.compile(r"(?:as long as|so long as|only if|unless|provided that|on condition) [^,]+$")
_IF_THEN = re.compile(r"(?:that )?if [^,]{3,90} (?:he|she|they) (?:would|will) (?!be\b|have\b|win\b|lose\b)\w+")
_DEPENDS = re.compile(
    r"(?:my|our|his|her|its|their) [\w ]{3,40}? (?:depends?|depended|would depend|will depend|hinges?|is conditional|"
    r"is contingent|was conditional)\b"
)
_MAY: Final = "will|would|can|could|may|might"
# “Couples would get it only if they are married”; but “it will come only if they ask” foresees.
_LIMITED = re.compile(
    rf"[^,;.]{{3,90}}\b(?:{_MAY})\b(?! (?:come|happen|work|amount|mean|occur|be seen))[^;.]{{2,110}}\bonly if\b|"
    rf"[^,;.]{{3,60}}\b(?:{_MAY}) only (?!be\b|get\b|make\b)\w+[^;.]* (?:conditional|if|when|in exchange)\b"
)
_NEVER_ACCEPTED = re.compile(
    r"[^,;.]{2,40} (?:(?:will|would|does|do|can|could|and|not|never|ever),? ){2,6}"
    r"(?:accept|tolerate|stand for|bow|surrender)\b"
)
# “My hope is that …”, “Hopefully, …”
_HOPE = re.compile(
    r"(?:my|our|his|her|their) (?:\w+ )?(?:hope|fear|expectation|plan|worry|concern)s?,? (?:is|was)\b|hopefully\b"
)
_NOT_THINKING = re.compile(r"(?:i|we) (?:do|did) not (?:think|believe) (?:that )?")  # “I don't think it should go”


def stance_of_content(content: str, source: str = "", *, is_speech: bool = False) -> Stance:
    """Return the stance that a content takes by its own words; asserts where it takes none.

    `is_speech`: the words are the source's own though no marks say so, as in a transcript.
    """
    is_spoken = is_speech or source.lower() in ("i", "we") or content.lstrip()[:1] in _OPENING
    sentence = first_sentence(content)
    main = without_lead_in(sentence)
    if is_question(main):
        return "asks"
    clause = own_clause(main, source, is_spoken=is_spoken)
    own = _by_its_frame(main, sentence) or (stance_of_clause(clause, sentence) if clause else None)
    return own or _of_truth(main) or _of_others(main, is_spoken=is_spoken)


def _by_its_frame(main: str, sentence: str) -> Stance | None:
    """The stance that a whole sentence has, whoever its subject is."""
    if _DEPENDS.search(main) or _BARE_CONDITION.match(sentence) or _IF_THEN.match(sentence):
        return "conditions"
    if _NEVER_ACCEPTED.match(main):
        return "rejects"
    return "expects" if _HOPE.match(main) else None


def _of_truth(main: str) -> Stance | None:
    if _DENIAL.match(main):
        return "denies"
    return "confirms" if _CONFIRMATION.match(main) else None


def _of_others(main: str, *, is_spoken: bool) -> Stance:
    if _LIMITED.match(main):
        return "conditions"
    return "demands" if prescribes(_NOT_THINKING.sub("", main, count=1), is_spoken=is_spoken) else "asserts"
