"""GUM's chains as they are read, and ours laid on them."""

from __future__ import annotations

from onrecord.evaluation.chains import answer_chains, read_gum_text
from onrecord.schema import Entity, Mention

CONLLU = """# newpar
1\tProfessor\t_\tPROPN\tNNP\t_\t0\troot\t_\tEntity=(1-person-new-nnnnn-cf1-1-coref
2\tAda\t_\tPROPN\tNNP\t_\t1\tflat\t_\t_
3\tMerrin\t_\tPROPN\tNNP\t_\t1\tflat\t_\tEntity=1)
4\tof\t_\tADP\tIN\t_\t5\tcase\t_\t_
5\tDelta\t_\tPROPN\tNNP\t_\t1\tnmod\t_\tEntity=(2-place-new-nnnnn-cf2-1-sgl)
6\tsaid\t_\tVERB\tVBD\t_\t1\tx\t_\t_
7\tshe\t_\tPRON\tPRP\t_\t6\tnsubj\t_\tEntity=(1-person-giv:act-nnnnn-cf1-1-ana)|SpaceAfter=No
8\t.\t_\tPUNCT\t.\t_\t6\tpunct\t_\t_
"""


def test_a_named_chain_has_its_pronouns_and_a_names_head_is_its_last_word():
    text = read_gum_text(CONLLU)
    assert text.text == "Professor Ada Merrin of Delta said she."
    chains = [[(text.text[slice(*m.head)], m.named) for m in chain] for chain in text.named_chains()]
    assert chains == [[("Merrin", True), ("she", False)]]


def test_our_mentions_stand_for_the_gold_heads_in_them_or_for_themselves():
    text = read_gum_text(CONLLU)
    mentions = (
        Mention(10, 20, "Ada Merrin", "name"),
        Mention(35, 38, "she", "pronoun"),
        Mention(30, 34, "said", "nominal"),
    )
    ours = (Entity(id="e1", name="Ada Merrin", kind="person", mentions=mentions),)
    assert answer_chains(text, ours, names_only=True) == [frozenset({(14, 20)})]
    assert answer_chains(text, ours, names_only=False) == [frozenset({(14, 20), (35, 38), (30, 34)})]
