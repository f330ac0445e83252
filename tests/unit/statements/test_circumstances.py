import pytest

from onrecord.schema import Span
from onrecord.statements.circumstances import find_addressee, find_medium


def parse(marked: str) -> tuple[str, list[Span], list[Span], list[Span]]:
    """`{Ray} <told> the channel [she won]`: source in braces, cue in angles, content in square brackets."""
    text, opened = "", 0
    found: dict[str, list[Span]] = {"}": [], ">": [], "]": []}
    places: list[tuple[str, int, int]] = []
    for letter in marked:
        if letter in "{<[":
            opened = len(text)
        elif letter in found:
            places.append((letter, opened, len(text)))
        else:
            text += letter
    for letter, start, end in places:
        found[letter].append(Span.of(text, start, end))
    return text, found[">"], found["]"], found["}"]


@pytest.mark.parametrize(
    ("marked", "addressee"),
    [
        ("[“I would thank him,”] {Ray} <told> the Fox News Channel. [“Twice.”]", "the Fox News Channel"),
        ("{Ray} <told> CNN's Jake Tapper on Sunday that [she won].", "CNN's Jake Tapper"),
        ("{Ray} <told reporters> that [she won].", "reporters"),
        ("{Ray} <said> to Le Monde that [she won].", "Le Monde"),
        ("{Ray} <told> Mr. Lee in May that [she won].", "Mr. Lee"),
        ("{Ray} <told> union workers in Lodz [she won].", "union workers in Lodz"),
        ("[“It is done,”] {Ray} <told> “Fox and Friends” on Monday.", "Fox and Friends"),
        ("{Ray} <urged> Congress [to act].", "Congress"),
        ("{Ray} <called on> the U.S. [to lead].", "the U.S."),
        ("[“It is done,”] {Ray} <said> in an interview with Der Spiegel on Monday.", "Der Spiegel"),
        ("Speaking to reporters in Oslo, {Ray} <said> [she won].", "reporters in Oslo"),
        ("{Ray} <told> 2,267 people in Lodz that [she won].", "2,267 people in Lodz"),
        ("{Lee} <pressed> him on [his taxes].", "him"),
        ("{Ray} <said> [she won].", None),
        ("{Ray} was <told> on Monday that [she won].", None),
        ("{Ray} <told> a joke about [winning].", None),
        ("{Ray} <told> that [she won].", None),
        ("{Ray} <asked> for [a recount].", None),
        ("{Ray} <said> Monday that [she told Le Monde so].", None),
    ],
)  # fmt: skip
def test_addressee_is_whom_the_source_spoke_to(marked: str, addressee: str | None) -> None:
    text, cue, content, source = parse(marked)
    span = find_addressee(text, cue, content, source)
    assert (span.text if span else None) == addressee
    assert span is None or span.shows(text)


@pytest.mark.parametrize(
    ("marked", "medium"),
    [
        ("{The ministry} <said> in its readout of the call that [they agreed].", "its readout of the call"),
        ("{Ray} rang him Wednesday and <said> in a social media post [all went well].", "a social media post"),
        ("[“It continues,”] {Ray} <said> in a commentary, noting a deal.", "a commentary"),
        ("[“It continues,”] {Ray} <said in a statement>.", "a statement"),
        ("{Ray} <said> on Twitter that [she won].", "Twitter"),
        ("{Ray} <said> in an interview with CNN on Sunday that [she won].", "an interview with CNN"),
        ("In a letter to Congress, {Ray} <wrote> that [she won].", "a letter to Congress"),
        ("[She won], <according to> a statement.", "a statement"),
        ("[“It's good,”] <said> {party spokesman Al Ray} in a Friday tweet.", "a Friday tweet"),
        ("[“It's good,”] {Ray} <said> on NBC's “Meet the Press” on Sunday.", "NBC's “Meet the Press”"),
        ("{Ray} <said> the plan [“will work”] in an interview Monday.", "an interview"),
        ("[“It's good,”] {Ray} <said> at a news conference.", "a news conference"),
        ("{Ray} <said> via email that [she won].", "email"),
        ("{Ray} seized on recent comments, <saying> [she won].", None),
        ("{Ray} <said> [she won in a letter to Congress].", None),
        ("{Ray} <said> [she won]. In a statement, Lee disagreed.", None),
        ("[“No,”] <said> {Ray}, who resigned in a letter last year.", None),
        ("{Ray} <said> [it].", None),
    ],
)  # fmt: skip
def test_medium_is_that_in_which_it_was_said(marked: str, medium: str | None) -> None:
    text, cue, content, source = parse(marked)
    span = find_medium(text, cue, content, source)
    assert (span.text if span else None) == medium
    assert span is None or span.shows(text)


def test_attribution_without_a_cue_has_no_circumstances() -> None:
    text, _, content, source = parse("{Ray}: [“I won in a letter to Congress.”]")
    assert find_addressee(text, [], content, source) is None
    assert find_medium(text, [], content, source) is None
