"""Whatever a cue and a content are, they have a stance, the same each time; layout and typography don't change it."""

from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from onrecord.schema import Stance
from onrecord.statements.main_clause import first_sentence, without_lead_in
from onrecord.statements.stance import stance_of

_WORDS = st.sampled_from(
    ["said", "not", "refused", "to", "accept", "deny", "that", "we", "I", "would", "never", "must", "if", "unless",
     "only",
     "agreed", "with", "they", "need", "it", "is", "untrue",
     "hope", "my", "vote", "depends", "“No,”", "?", ".", ",",
     "the", "campaign", "can’t", "won't", "asked", "her", "Mr.", "Lee", "\n\n", "told"]
)  # fmt: skip
_TEXTS = st.one_of(st.text(max_size=120), st.lists(_WORDS, max_size=40).map(" ".join))


@given(_TEXTS, _TEXTS, _TEXTS)
def test_any_words_have_a_stance_of_the_list(cue: str, content: str, source: str) -> None:
    stance, negated = stance_of(cue, content, source)
    assert stance in get_args(Stance)
    assert isinstance(negated, bool)


@given(_TEXTS)
def test_shape_of_the_apostrophe_does_not_matter(cue: str) -> None:
    assert stance_of(cue.replace("’", "'"), "it") == stance_of(cue.replace("'", "’"), "it")


@given(_TEXTS)
def test_main_clause_is_the_end_of_the_first_sentence(content: str) -> None:
    sentence = first_sentence(content)
    assert sentence.endswith(without_lead_in(sentence))
