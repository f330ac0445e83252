"""Whatever names come, in whatever order: identity is a function of them as a set, and covers each of them once."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from synthetic.appearances import Newsroom

from onrecord.schema import Appearance
from onrecord.speakers import identify

NAMES = st.one_of(
    st.sampled_from(
        ["Bill Clinton", "Hillary Clinton", "Clinton", "W. Clinton", "William J. Clinton", "CLINTON", "Clinton, Bill",
         "Hillary Rodham Clinton", "Roger Clinton Jr.", "Roger Clinton", "Chelsea Clinton"]
    ),
    st.text(min_size=1, max_size=20).filter(str.strip),
)  # fmt: skip
ROLES = st.lists(st.sampled_from(["President", "senator", "coach of Leeds", "nurse", "spokesman for Acme"]), max_size=2)
COMPANY = st.lists(st.sampled_from(["Al Gore", "Tim Kaine", "Ann Lee"]), max_size=3).map(tuple)
DAYS = st.sampled_from([None, "2016-01-01", "2016-02-01", "2024-07-04"])
KINDS = st.sampled_from(["person", "organisation", "group"])


@st.composite
def newsrooms(draw: st.DrawFn) -> list[Appearance]:
    newsroom = Newsroom()
    for _ in range(draw(st.integers(1, 12))):
        newsroom.says(draw(NAMES), *draw(ROLES), kind=draw(KINDS), day=draw(DAYS), company=draw(COMPANY))
    return newsroom.appearances


@settings(deadline=None, max_examples=60)
@given(newsrooms(), st.randoms(use_true_random=False))
def test_order_does_not_matter_and_everybody_is_somebody(appearances: list[Appearance], random: object) -> None:
    found = identify(appearances)
    assert sorted((one.article, one.speaker) for one in found.memberships) == sorted(
        (one.article, one.speaker) for one in appearances
    )
    assert {one.identity for one in found.memberships} == {identity.id for identity in found.identities}
    assert all(0 <= one.score <= 1 for one in found.memberships)
    shuffled = list(appearances)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert identify(shuffled) == found
