import re
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import get_args

import pytest

from onrecord.schema import Stance
from onrecord.statements.complements import TURNS
from onrecord.statements.inflection import noun_forms, verb_forms
from onrecord.statements.stance import stance_of


@pytest.mark.parametrize(
    ("cue", "stance"),
    [
        ("said", "asserts"), ("said in a statement", "asserts"), ("according to", "asserts"), (":", "asserts"),
        ("called", "asserts"), ("criticized", "asserts"), ("insisted", "asserts"), ("talked about", "asserts"),
        ("confirmed", "confirms"), ("a claim echoed", "confirms"), ("acknowledged", "confirms"),
        ("conceding", "confirms"),
        ("denied", "denies"), ("disputed", "denies"), ("pushed back on", "denies"), ("denial of", "denies"),
        ("questions", "doubts"), ("the question of", "asks"),
        ("questioned", "doubts"), ("cast doubt on", "doubts"), ("skeptical", "doubts"),
        ("raised questions about", "doubts"),
        ("agreed to", "accepts"), ("accepted", "accepts"), ("is backing", "accepts"), ("supporter", "accepts"),
        ("rejected", "rejects"), ("dismissed", "rejects"), ("refused", "rejects"), ("firmly reject", "rejects"),
        ("ruled out", "rejects"), ("declined to comment", "rejects"), ("refused to accept", "rejects"),
        ("demanded", "demands"), ("urged", "demands"), ("called for", "demands"),
        ("has repeatedly called on", "demands"),
        ("wants", "demands"), ("ordered", "demands"), ("would like", "demands"), ("insisted on", "demands"),
        ("offered", "offers"), ("pledged", "offers"), ("vowing", "offers"), ("threatened", "offers"),
        ("expects", "expects"), ("predicted", "expects"), ("hopes", "expects"), ("is expected", "expects"),
        ("asked", "asks"), ("wondered", "asks"), ("inquired", "asks"), ("was asked about", "asks"),
        ("linked it to", "conditions"), ("conditioned", "conditions"), ("made conditional on", "conditions"),
    ],
)  # fmt: skip
def test_cue_says_where_the_source_stands(cue: str, stance: str) -> None:
    assert stance_of(cue, "the border would stay open") == (stance, False)


@pytest.mark.parametrize(
    ("cue", "stance"),
    [
        ("did not deny", "denies"), ("didn’t deny", "denies"), ("never confirmed", "confirms"),
        ("no longer expects", "expects"), ("would not say", "asserts"), ("declined to confirm", "confirms"),
        ("refused to rule out", "rejects"), ("has not endorsed", "accepts"),
        ("stopped short of confirming", "confirms"),
        ("there is no doubt", "doubts"), ("failed to confirm", "confirms"), 
        ("stopped short of rejecting", "rejects"), ("declined to say", "asserts"),
        ("barely mentioned", "asserts"), ("avoided naming", "asserts"), ("left little doubt", "doubts"),
        ("refused to admit", "confirms"),
    ],
)  # fmt: skip
def test_negated_cue_keeps_its_own_stance_and_is_marked(cue: str, stance: str) -> None:
    assert stance_of(cue, "the plan") == (stance, True)


@pytest.mark.parametrize(
    ("cue", "stance"),
    [("not only denied", "denies"), ("can't help but worry", "expects"), ("could not resist mocking", "asserts")],
)
def test_not_only_negates_nothing(cue: str, stance: str) -> None:
    assert stance_of(cue, "it") == (stance, False)


@pytest.mark.parametrize(
    ("cue", "content", "stance"),
    [
        ("asked", "whether the files had been kept", "asks"),
        ("asked", "to hand over the files", "demands"),
        ("told", "to leave at once", "demands"),
        ("told", "“To be here is an honour,”", "asserts"),
        ("warned", "Moscow not to interfere", "demands"),
        ("warned against", "a vote", "demands"),
        ("warned", "that the lake would dry up", "asserts"),
        ("offered", "optimism that a truce was near", "asserts"),
        ("offered", "to host the next round", "offers"),
        ("linked", "it to a halt in arms supplies", "conditions"),
        ("linked", "the leak to an unguarded server", "asserts"),
        ("said", "it would never accept the terms", "rejects"),
        ("said", "he rejected the terms", "rejects"),
        ("said", "she would accept the result", "accepts"),
        ("said", "“We demand an answer.”", "demands"),
        ("said", "“I don’t doubt him.”", "asserts"),
        ("said", "he wanted peace", "demands"),
        ("said", "the driver wanted peace", "asserts"),
        ("said", "“He opposed every single one of them.”", "asserts"),
        ("said", "“Why would anyone do that?”", "asks"),
        ("said", "“They signed. Why would anyone do that?”", "asserts"),
        ("denied", "it would never accept the terms", "denies"),
    ],
)
def test_content_speaks_where_the_cue_is_silent(cue: str, content: str, stance: str) -> None:
    assert stance_of(cue, content)[0] == stance


def test_verb_that_passes_on_gives_way_to_the_verb_after_to() -> None:
    assert stance_of("sought to deny", "it") == ("denies", False)
    assert stance_of("was forced to admit", "it") == ("confirms", False)
    assert stance_of("was ready to endorse", "her") == ("accepts", False)
    assert stance_of("sought", "a meeting") == ("demands", False)


@pytest.mark.parametrize("stance", get_args(Stance))
def test_every_stance_has_an_example_that_has_it(stance: str) -> None:
    table = tomllib.loads((files("onrecord.statements") / "stances.toml").read_text(encoding="utf-8"))
    example = table[stance]["example"]
    subject_dropped = example.split(" ", 1)[1]
    assert stance_of(subject_dropped, "")[0] == stance


def test_inflections_follow_english_spelling() -> None:
    no = frozenset[str]()
    assert verb_forms("deny", no, {}) == {"deny", "denies", "denied", "denying"}
    assert verb_forms("admit", frozenset({"admit"}), {}) == {"admit", "admits", "admitted", "admitting"}
    assert verb_forms("propose", no, {}) == {"propose", "proposes", "proposed", "proposing"}
    assert verb_forms("stress", no, {}) == {"stress", "stresses", "stressed", "stressing"}
    assert noun_forms("inquiry") == {"inquiry", "inquiries"}


@pytest.mark.parametrize(
    ("cue", "content", "stance"),
    [
        ("denied", "him entry to the country", "rejects"),
        ("were denied", "visas", "rejects"),
        ("denied", "the girls a visa", "rejects"),
        ("denied a request for", "the files", "rejects"),
        ("denied", "that access was blocked", "denies"),
        ("denied", "any access to the files", "denies"),
        ("denied", "having rights to the song", "denies"),
        ("denied", "the visa was forged", "denies"),
        ("denied", "any wrongdoing", "denies"),
    ],
)
def test_denying_what_could_be_given_is_refusing(cue: str, content: str, stance: str) -> None:
    assert stance_of(cue, content) == (stance, False)


@pytest.mark.parametrize(
    ("cue", "stance"),
    [
        ("want to note", "asserts"),
        ("would like to stress", "asserts"),
        ("wants", "demands"),
        ("would like to leave", "demands"),
        ("pleaded guilty", "confirms"),
        ("pleaded not guilty", "denies"),
        ("pleaded", "demands"),
    ],
)
def test_wishing_to_stress_is_stressing_and_pleading_guilty_is_no_plea(cue: str, stance: str) -> None:
    assert stance_of(cue, "the talks") == (stance, False)


def _examples_of_the_definition() -> list[tuple[str, str, str, str]]:
    """Stance, source, cue and content of each `- Source **cue** | content` under the heading of a stance."""
    page = (Path(__file__).parents[3] / "docs" / "stance.md").read_text(encoding="utf-8")
    sections = re.findall(r"^### (\w+)\n(.*?)(?=^##)", page, re.MULTILINE | re.DOTALL)
    lines = [(stance, line) for stance, text in sections for line in text.splitlines() if "** | " in line]
    return [(stance, *re.fullmatch(r"- (.*?)\*\*(.+?)\*\* \| (.+)", line).groups()) for stance, line in lines]


@pytest.mark.parametrize(("stance", "source", "cue", "content"), _examples_of_the_definition())
def test_example_of_the_definition_has_its_stance(stance: str, source: str, cue: str, content: str) -> None:
    assert stance_of(cue, content, source) == (stance, False)


def test_definition_has_three_examples_of_every_stance() -> None:
    stances = [stance for stance, *_ in _examples_of_the_definition()]
    assert all(stances.count(stance) >= 3 for stance in get_args(Stance))


@pytest.mark.parametrize("turn", TURNS, ids=lambda turn: turn.example)
def test_what_follows_a_cue_turns_it(turn: object) -> None:
    cue, _, content = turn.example.partition("|")
    assert stance_of(cue, content)[0] == turn.stance


@pytest.mark.parametrize(
    ("cue", "content", "decided"),
    [
        ("will never accept", "the plan", ("rejects", False)),
        ("could not support", "the plan", ("rejects", False)),
        ("did not accept", "the plan", ("accepts", True)),
        ("refused", "to accept the plan", ("rejects", False)),
        ("declined", "to say how many had fled", ("asserts", True)),
        ("refused", "to rule out a strike", ("rejects", True)),
        ("would not confirm", "the sale", ("confirms", True)),
    ],
)
def test_unwillingness_rejects_and_silence_leaves_unsaid(cue: str, content: str, decided: tuple[str, bool]) -> None:
    assert stance_of(cue, content) == decided


@pytest.mark.parametrize(
    ("cue", "content", "stance"),
    [
        ("expressed deep skepticism", "that the dam would hold", "doubts"),
        ("announced", "their support for the strike", "accepts"),
        ("signaled", "willingness to talk", "offers"),
        ("announced", "the winner", "asserts"),
        ("campaigned heavily for", "her rival", "accepts"),
    ],
)
def test_cue_that_carries_a_noun_takes_its_stance(cue: str, content: str, stance: str) -> None:
    assert stance_of(cue, content) == (stance, False)
