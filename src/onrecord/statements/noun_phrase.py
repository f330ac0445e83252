"""Where a noun phrase ends, as far as the short phrases beside a cue need it."""

from __future__ import annotations

import re

from onrecord.schema import Span

DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
MONTH = r"(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.?"
_MOST_WORDS = 14
_NO_TITLE = "".join(
    rf"(?<!\b{title})" for title in ("Mr", "Mrs", "Ms", "Dr", "Sen", "Rep", "Gov", "Gen", "St", "[A-Z]")
)
# `CNN's Jake Tapper | on Sunday that …`, `The Times | in 2013`, `a crowd in Miami | Tuesday`, `Congress | to act`.
_END = re.compile(
    rf"[,;:!?](?!\d)|{_NO_TITLE}\.+(?=\W*(?:\s[A-Z“\"‘]|$))|[“”\"«»()\[\]]|''|\s[—–-]+\s|—|"
    rf"\s(?:(?:late|early|on|last|this)\s)*{DAY}\b|\son {MONTH} \d|"
    rf"\sin (?:an?|the|his|her|its|their|this|that|\d{{4}}|{MONTH}|recent|response)\b|"
    r"\s(?:that|how|why|whether|when|where|what|who|which|if|about|since|during|after|before|while|as|by|via|over|through|"
    r"at|last|this|earlier|later|yesterday|today|tonight|recently|again|outside|aboard|following|because|but|airing|"
    r"aired|posted|published|released|he|she|it|they|we|I|there|was|were|is|are|has|had|have|will|would|could|should|"
    r"then|said|says|saying|adding|urging|asking|calling|warning|arguing|and (?:said|added|then|that))\b|"
    r"\s(?:to|from) (?=[a-z])"
)
_PRONOUN = re.compile(r"(?:me|us|you|him|them)\b")
_SHOW = re.compile(r"(?:[“\"‘]|'')([^“”\"\n]{2,40}?)[,.]?(?:[”\"’]|'')")  # told “Fox and Friends”


def noun_phrase_at(text: str, start: int, end: int) -> Span | None:
    """Return the noun phrase that begins at `start` and ends before `end`; None where there is none or it's long."""
    show = _SHOW.match(text, start, end)
    if show:
        return Span.of(text, *show.span(1))
    pronoun = _PRONOUN.match(text, start, end)
    if pronoun:
        return Span.of(text, *pronoun.span())
    stop = _END.search(text, start, end)
    phrase = text[start : stop.start() if stop else end].rstrip()
    if stop and stop[0] == "." and re.search(r"\b[A-Z]\.[A-Z]$", phrase):
        return Span.of(text, start, start + len(phrase) + 1)  # "called on the U.S."
    phrase = re.sub(r"(?:['’]s?| and| or| of| with|\.{2,})$", "", phrase).rstrip()
    if not phrase or len(phrase.split()) > _MOST_WORDS or not re.search(r"\w", phrase):
        return None
    return Span.of(text, start, start + len(phrase))
