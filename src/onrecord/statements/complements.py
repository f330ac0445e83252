"""What follows a cue can turn its stance: `asked whether` asks, `asked Congress to act` demands.

Each rule looks at the rest of the cue, `|`, and the content, in lower case: `to the crowd|to leave at once`. Each has
an example, which the tests hold it to.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from onrecord.schema import Stance

_THREE = r"(?:[\w'’.-]+ ){0,3}?"
# "the crowd, some of them, | to leave": somebody, with nothing said about them yet.
_SOMEONE = (
    r"(?![\"“'])(?:(?!to\b|whether\b|if\b|how\b|why\b|what\b|that\b|is\b|are\b|was\b|were\b|has\b|had\b|"
    r"will\b|would\b|could\b|can\b|may\b|might\b|should\b|going\b|wants?\b|need\b)[\w'’.,“”\"()-]+ ){0,9}?"
)
_CLAUSE = (
    r"(?:that |[\"“'])|[^|]*\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did|"
    r"won|lost|'s|s)\b"
)
_GIVEN: Final = (
    r"(?:visas?|entry|access|bail|parole|asylum|permission|permits?|licen[sc]es?|requests?|appeals?|petitions?|"
    r"motions?|applications?|bids?|benefits?|treatment|medical care|help|aid|food|coverage|credit|loans?|funding|"
    r"rights?|freedoms?|justice|due process|service|admission|boarding|passage|citizenship|residency|tenure|a chance|"
    r"victory|nomination|status|credentials|seats?|"
    r"opportunit(?:y|ies)|clemency|release)\b(?! (?:is|was|were|are|had|has|would|claims?|reports?|allegations?)\b)"
)
_SPEECH: Final = (
    r"(?:optimism|praise|congratulations|condolences|sympathy|thoughts?|opinions?|views?|criticism|critique|"
    r"defen[sc]e|assessments?|explanations?|details?|apolog(?:y|ies)|thanks|clues?|hints?|insights?|words?|evidence|proof|"
    r"examples?|glimpse|tips|advice|specifics|caution|reasons?|account|version|retort|rebuke|theory|confirmations?)"
)
_RULES_AND_RULINGS: Final = (
    r"(?:rules?|laws?|rulings?|decisions?|orders?|bans?|regulations?|polic(?:y|ies)|plans?|statutes?|verdicts?|"
    r"convictions?|subpoenas?|results?|measures?|legislation|restrictions?|tariffs?|sanctions?)\b"
)
_SAID_BEFORE: Final = (
    r"(?:claims?|allegations?|accusations?|arguments?|assertions?|charges?|suggestions?|notions?|criticisms?|reports?|"
    r"representations?|assessments?|explanations?|findings?|conclusions?|assumptions?|theor(?:y|ies)|premise|contentions?|"
    r"characteri[sz]ations?|rumou?rs?|speculation|(?:idea|view) that)\b"
)
_UNTRUE: Final = (
    r"(?:hoax|a lie|lies|fabricat\w+|unsubstantiated|baseless|unfounded|untrue|bogus|fake news|nonsense|false$|"
    r"false (?!conserv|god|prophet|friend|flag)\w+)"
)


class Turn(NamedTuple):
    """Where `verb` begins the cue's verb and `complement` what follows it, `stance` holds. `example`: cue|content."""

    stance: Stance
    verb: re.Pattern[str]
    complement: re.Pattern[str]
    example: str


def _turn(stance: Stance, verb: str, *complements: str, example: str) -> Turn:
    return Turn(stance, re.compile(verb), re.compile("|".join(complements)), example)


_ORDERED: Final = r"to (?!the\b|a\b|be\b)"  # a "To be here is an honour" orders nobody
_DONE: Final = r"stop|be|end|leave|withdraw|release|resign|apologi[sz]e|return|pay|allow|take|go|halt|cease"
_NO_MODAL: Final = r"(?!could\b|would\b|might\b|may\b|can\b|will\b|should\b|to\b|is\b|was\b)"
TURNS: Final = (
    _turn(
        "demands",
        "tell|told",
        r"[^|]*\bto\||(?:[^|]*\|)?\s*(?:not )?to\b",
        rf"\|{_SOMEONE}(?:not )?{_ORDERED}",
        example="told|the crowd to leave at once",
    ),
    _turn(
        "demands",
        "ask",
        r"[^|]*\bto\b[^|]*\||[^|]*\|\s*(?:not )?(?:to|for|that)\b",
        rf"\|{_SOMEONE}(?:not )?to [a-z]",
        r"[^|]*\b(?:that|for)\b[^|]*\|",
        example="asked|Congress and the governors to act",
    ),
    _turn(
        "demands",
        "warn|caution",
        r"[^|]*\|?\s*(?:[\w']+ ){0,3}?not to",
        r"against\||[^|]*\|?\s*against \w+ing\b",
        rf"\|{_SOMEONE}to [a-z]+\b(?! be)",
        example="warned|Moscow not to interfere",
    ),
    _turn("demands", "challeng", rf"\|{_SOMEONE}to (?:a |the )?\w", example="challenged|his rival to a debate"),
    _turn(
        "demands", "convinc|persuad", r"[^|]*\bto\||[^|]*\|[^|]*?\bto\b", example="tried to convince|the court to wait"
    ),
    _turn(
        "demands",
        "suggest",
        rf"\|(?:\w+ing\b|retaliation|(?:an? |some |more )(?!{_CLAUSE}))",
        rf"\|that (?:{_NO_MODAL}[\w'’-]+ ){{1,8}}?(?:end|be|resign|withdraw|stop)\b",
        example="suggested|a new way to pay",
    ),
    _turn(
        "demands",
        "insist",
        rf"on\b|\|that (?:[\w'’-]+ ){{1,3}}?[\"“]?(?:not )?(?:{_DONE})\b",
        example="insisted|that Pyongyang stop its tests",
    ),
    # A claim that is challenged is doubted; a rule is turned down.
    _turn(
        "rejects",
        "challeng",
        rf"(?:[^|]*\|)?(?:[\w'’.-]+ ){{0,8}}?{_RULES_AND_RULINGS}",
        example="are challenging|the agency's rules in court",
    ),
    _turn(
        "rejects",
        "den(?:y|ie)",
        rf"(?:[^|]*\|)?\s*(?:(?!that\b|any\b|\w+ing\b)[\w'-]+ ){{0,4}}?{_GIVEN}",
        example="denied|the family a visa",
    ),
    _turn("rejects", "vote|voting", r"[^|]*\bagainst\b|\|against\b", example="voted|against the bill"),
    _turn(
        "rejects",
        "rule|decid|argu|campaign|speak|spoke|came|testif",
        r"(?:[\w']+ )?against\b|\|against\b",
        example="ruled|against the purge of the rolls",
    ),
    _turn(
        "denies",
        "reject|dismiss|brush|shrug|wave",
        rf"(?:[^|]*\|)?{_THREE}{_SAID_BEFORE}",
        example="rejected|that claim",
    ),
    _turn(
        "denies",
        "call|describ|label|brand|dub|dismiss|deem|denounc|characteri",
        rf"[^|]*\|.*?\b{_UNTRUE}",
        example="called|the report a hoax",
    ),
    _turn(
        "confirms",
        "rul|announc|found|find|conclud|decid|said|say|determin",
        r"[^|]*\|[^,.]{0,90}\b(?:is|was|were|are) (?:in fact |indeed |all )?[\"“']?true\b",
        example="ruled|the claim was true",
    ),
    # "agreed to a truce" and "agreed that it should go" take it up.
    _turn(
        "accepts", "agree", r"[^|]*\bto\b|(?:on )?\|\s*(?:to|on)\b|[^|]*\|[^|]*\bshould\b", example="agreed|to a truce"
    ),
    _turn("confirms", "agree", rf"[^|]*\bwith\b|\|with\b|[^|]*\|(?:{_CLAUSE})", example="agreed|that prices had risen"),
    _turn(
        "confirms",
        "accept",
        r"\|(?:full |the )?(?:that|responsibility|blame|fault)\b",
        rf"\|{_THREE}{_SAID_BEFORE}",
        example="accepted|responsibility for the leak",
    ),
    _turn(
        "asks",
        "demand",
        r"to know|[^|]*\|\s*[\"“']?(?:why|how|what|who|where|when|to know)\b[^.]*",
        example="demanded|“Why isn't this proof?”",
    ),
    _turn("asks", "question", r"(?:[^|]*\|)?\s*(?:how|why|what|who|where|when)\b", example="questioned|how he could"),
    _turn(
        "asks",
        "press",
        r"(?:[\w']+ )*(?:on|about)?\|?\s*(?:on|about|how|why|whether|what)\b",
        example="pressed|how he would pay",
    ),
    _turn("expects", "seek|sought", r"to\b|\|to\b", example="sought|to protect the lake"),
    _turn(
        "asserts",
        "determination",
        r"(?:on|of|that)\b|[^|]*\|\s*that\b",
        example="determination|that it was an accident",
    ),
    _turn("expects", "determin", r"[^|]*\|?\s*to (?!have\b|be\b)", example="is determined|to act alone"),
    # A visitor who is welcomed is no proposal.
    _turn(
        "asserts",
        "welcom",
        r"[^|]*\|(?:his |her |the |[a-z]+ )?(?:president|prime minister|minister|chancellor|king|queen|ambassador|"
        r"secretary|guests?|participants|delegat\w+|visitors?)\b(?!'s)",
        example="welcomed|President Herzog to the palace",
    ),
    _turn(
        "asserts",
        "wish",
        r"[^|]*\|?(?:[a-z]+ )?(?:every|all|good|luck|success|well|a (?:happy|merry|speedy))\b",
        example="wish|you every success",
    ),
    # A leak linked to a server is no condition, and optimism that is offered no offer.
    _turn(
        "asserts",
        "link",
        r"[^|]*\|\s*(?!it\b|them\b|this\b|that\b)(?:[\w'-]+ ){1,8}to\b",
        example="linked|the leak to the server",
    ),
    _turn(
        "asserts",
        "offer",
        rf"(?:[^|]*\|)?\s*(?:[\w']+ ){{0,3}}?{_SPEECH}\b|(?:[^|]*\|)?\s*(?:only |a )?few\b",
        example="offered|optimism that a truce was near",
    ),
)


def turned(verb: str, following: str) -> Stance | None:
    """Return the stance that what follows gives to a cue's verb; null where it changes nothing."""
    for turn in TURNS:
        if turn.verb.match(verb) and turn.complement.match(following):
            return turn.stance
    return None
