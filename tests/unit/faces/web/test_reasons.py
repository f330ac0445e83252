"""The last "why" of each person."""

from __future__ import annotations

from onrecord.faces.web.reasons import Reasons


def test_each_person_has_their_own_last_reason_for_each_kind() -> None:
    reasons = Reasons()
    reasons.keep("Ada", "accept", "read it")
    reasons.keep("Ada", "accept", " heard it ")
    reasons.keep("Ada", "reject", "a headline")
    assert reasons.of("Ada") == {"accept": "heard it", "reject": "a headline"}
    assert reasons.of("Bo") == {}


def test_whoever_corrected_longest_ago_is_forgotten_first() -> None:
    reasons = Reasons()
    for number in range(501):
        reasons.keep(f"person {number}", "accept", "read it")
        reasons.keep("Ada", "accept", "read it")
    assert reasons.of("person 0") == {}
    assert reasons.of("Ada") != {}
