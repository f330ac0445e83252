"""What a story calls somebody in place of the name: "*The Republican nominee* insists …" gives Trump a role."""

from __future__ import annotations

import re
from typing import Final, cast

from onrecord.speakers.clusters import Referent
from onrecord.speakers.knowledge import Knowledge
from onrecord.speakers.lexicon import Gender
from onrecord.speakers.mentions import read_source
from onrecord.speakers.names import ProperName
from onrecord.speakers.nominals import person_meant
from onrecord.speakers.pronouns import person_of
from onrecord.speakers.scene import Scene

_NOUNS: Final = "nominee|candidate|senator|congressman|congresswoman|representative|governor|billionaire|mogul"
_EPITHET: Final = re.compile(
    rf"\b[Tt]he (?P<role>(?:[\w.-]+ ){{1,4}}?(?:{_NOUNS}))"
    r"(?=['’]s\b|,? (?:has|had|is|was|will|would|also|\w+ly|\w+s|\w+ed)\b)"
)
_HERS: Final = re.compile(r"\b(?P<F>her|she)\b|\b(?P<M>his|he)\b")


def find_epithets(scene: Scene, names: list[ProperName], knowledge: Knowledge) -> None:
    """Give people without a role what the story's own voice calls them; people are taken up as by any such noun."""
    given = {role for referent in scene.cast.referents for role in referent.roles}
    for match in _EPITHET.finditer(scene.layout.text):
        if scene.layout.quoted(match.start()):
            continue
        person = _meant(scene, match, names, knowledge)
        if person and not person.roles and match["role"] not in given:
            person.roles[match["role"]] = match.span()
            given.add(match["role"])  # nobody else is "the Republican nominee" here


def _meant(scene: Scene, match: re.Match[str], names: list[ProperName], knowledge: Knowledge) -> Referent | None:
    """ "The Democratic nominee attacked *her* opponent": the pronoun tells of whom."""
    sentence_end = scene.layout.sentences[scene.layout.sentence(match.start())][1]
    if pronoun := _HERS.search(scene.layout.text, match.end(), min(sentence_end, match.end() + 50)):
        return person_of(scene, match.start(), cast(Gender, pronoun.lastgroup))
    mentions = read_source(scene.layout.text, *match.span(), names)
    return person_meant(scene, mentions[0], knowledge) if len(mentions) == 1 else None
