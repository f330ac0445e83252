from collections import Counter
from pathlib import Path

import pytest

from onrecord.evaluation.stance import StanceLabel, confusions, labelled_words, read_labels, score_stances
from onrecord.statements.stance import stance_of

LABELS = Path(__file__).parents[3] / "training" / "stance_labels.jsonl"
POLNEAR = Path(__file__).parents[4] / "shared" / "data" / "polnear"
GOLD = [("asserts", False), ("asserts", False), ("denies", True), ("asks", False)]
FOUND = [("asserts", False), ("denies", False), ("denies", False), ("asserts", False)]


def test_scores_of_four_attributions_by_hand() -> None:
    score = score_stances(GOLD, FOUND)
    assert (score.count, score.accuracy, score.negated) == (4, 0.5, 0.75)
    assert score.by_stance == {"asserts": 0.5, "denies": pytest.approx(2 / 3), "asks": 0.0}
    assert score.macro_f1 == pytest.approx((0.5 + 2 / 3) / 3)


def test_mistakes_are_counted_by_kind() -> None:
    assert confusions(GOLD, FOUND) == [(("asserts", "denies"), 1), (("asks", "asserts"), 1)]


def test_nothing_cannot_be_scored() -> None:
    with pytest.raises(ValueError, match="cannot be held against"):
        score_stances([], [])


def test_words_are_those_of_the_corpus_with_the_auxiliaries_before_the_cue(tmp_path: Path) -> None:
    (tmp_path / "dev" / "text").mkdir(parents=True)
    (tmp_path / "dev" / "text" / "a.txt").write_text("She did not even mention the fire.", encoding="utf-8")
    label = StanceLabel("dev", "a", ((0, 3),), ((17, 24),), ((25, 33),), "asserts", True, "rare")
    assert list(labelled_words(tmp_path, [label])) == [("did not even mention", "the fire", "She")]


def test_labels_hold_every_stance_and_a_third_of_the_articles_is_held_out() -> None:
    labels = read_labels(LABELS)
    articles = {label.article: label.is_held_out for label in labels}
    assert len({label.stance for label in labels}) == 11
    assert 0.25 < sum(articles.values()) / len(articles) < 0.42
    assert max(Counter((label.article, label.cue, label.content) for label in labels).values()) == 1


def test_stance_on_the_held_out_third() -> None:
    if not POLNEAR.is_dir():
        pytest.skip("PolNeAR is not here: its texts may not be redistributed")
    labels = [label for label in read_labels(LABELS) if label.is_held_out]
    found = [stance_of(*words) for words in labelled_words(POLNEAR, labels)]
    score = score_stances([(label.stance, label.negated) for label in labels], found)
    assert score.accuracy >= 0.92
    assert score.macro_f1 >= 0.80
