"""What is kept of an article to tell its copies by, held against datasketch's MinHash."""

from __future__ import annotations

import numpy as np
import pytest
from unit.reprints.papers import paper, sentences, sketch

from onrecord.evaluation.reprints import reading_of
from onrecord.reprints import find_sketches
from onrecord.reprints.matching import text_of
from onrecord.reprints.newsrooms import came_out, is_agencys_own, newsroom
from onrecord.reprints.overlap import share_of
from onrecord.reprints.particulars import sound_of
from onrecord.reprints.shingles import anchor_keys, shingles_of, words_of

STORY = sentences(12, seed=1)


def test_words_are_alike_whatever_marks_a_paper_writes() -> None:
    assert words_of("Moscow’s 1,200—odd “cease-fire” men") == ["Moscows", "1200", "odd", "cease", "fire", "men"]
    assert words_of("停火協議") == ["停", "火", "協", "議"]


def test_hashes_are_those_of_every_other_process_and_of_any_case() -> None:
    assert shingles_of(["ONE", "Two", "three", "four", "five"]).tolist() == [15334169600504598500]


def test_brief_has_no_sketch() -> None:
    assert find_sketches(reading_of(paper(*STORY[:2]))) == []


def test_fifty_words_in_both_share_a_key() -> None:
    for seed in range(40):
        common = " ".join(sentences(4, seed)).split()[:52]
        one, other = ([*sentences(1, seed + 100 + n)[0].split(), *common] for n in (0, 1))
        assert set(anchor_keys(shingles_of(one))) & set(anchor_keys(shingles_of(other)))


def test_no_key_is_shared_by_chance() -> None:
    one, other = (sketch(paper(*sentences(60, seed))) for seed in (2, 3))
    assert not set(one.keys) & set(other.keys)


def test_share_is_the_containment_that_datasketch_estimates() -> None:
    datasketch = pytest.importorskip("datasketch", reason="datasketch, the oracle, may be missing beside the package")
    for kept in (3, 6, 9, 12):
        copy, origin = sketch(paper(*STORY[:kept], *sentences(12 - kept, seed=5))), sketch(paper(*STORY))
        minhashes = []
        for one in (copy, origin):
            minhash = datasketch.MinHash(num_perm=512, seed=1)
            minhash.update_batch([value.tobytes() for value in text_of(one).hashes])
            minhashes.append(minhash)
        jaccard, (size, other_size) = minhashes[0].jaccard(minhashes[1]), (len(one.hashes) for one in (copy, origin))
        containment = jaccard * (size + other_size) / (1 + jaccard) / size
        assert share_of(copy, origin) == pytest.approx(containment, abs=0.08)


def test_flags_leave_the_hashes_as_they_are() -> None:
    plain, quoted = sketch(paper(" ".join(STORY[:4]))), sketch(paper(f"“{STORY[0]}” " + " ".join(STORY[1:4])))
    assert np.array_equal(plain.hashes, quoted.hashes)
    assert quoted.quoted[:16].all()
    assert not quoted.quoted[16:].any()


@pytest.mark.parametrize(
    ("publisher", "name"),
    [("The Leeds Post", "leedspost"), ("www.leedspost.com", "leedspost"), ("Leeds Post Online", "leedspost"),
     (None, None)],
)  # fmt: skip
def test_newsroom_is_one_on_all_its_sites(publisher: str | None, name: str | None) -> None:
    assert newsroom(publisher) == name


def test_agencys_own_page_is_known_by_name_or_initials() -> None:
    assert is_agencys_own("AP News", "Associated Press")
    assert is_agencys_own("Reuters", "Reuters")
    assert not is_agencys_own("The Herald", "Reuters")


def test_day_without_a_time_comes_after_that_days_times() -> None:
    moments = ["2024-05-06T23:30:00-05:00", "2024-05-06", "2024-05-06T08:00:00Z", None]
    sketches = [sketch(paper(*STORY, published=moment)) for moment in moments]
    assert sorted(range(4), key=lambda number: came_out(sketches[number])) == [2, 1, 0, 3]


def test_spellings_of_a_name_sound_alike() -> None:
    assert sound_of("kiev") == sound_of("kyiv")
    assert sound_of("zelensky") == sound_of("zelenskiy")
    assert sound_of("macron") != sound_of("draghi")
