"""Page dumps are made of web pages, read, and scored."""

import gzip
import json
from pathlib import Path

import pytest

from onrecord.evaluation.dumps import dump_page, score_folder, shingle_scores

BODY = [
    "The minister of water said on Monday that the dam would be finished by the spring, three years late.",
    "It will hold, she told reporters in the valley, where two villages had been moved to higher ground.",
    "Engineers had warned in a report last year that the foundation was too shallow for the winter floods.",
    "The villages that were moved are to be paid for it by the end of the year, and that was not in doubt, he said.",
]


def test_dump_is_what_a_browser_copies():
    html = (
        "<head><title>no</title></head><body><ul><li>Home<li>World</ul><h1>Dam\n opens</h1>"
        "<p>It <b>will</b> hold.<br>Yes.</p><div>a</div><div>b</div><script>no</script><p hidden>no</p>"
    )
    assert dump_page(html) == "Home\nWorld\n\nDam opens\n\nIt will hold.\nYes.\n\na\nb"


def test_shingles_are_counted_by_hand():
    # Gold has 3 shingles (abcd, bcde, cdef), the reading 2 (bcde, cdef): all found are right, one is missing.
    assert shingle_scores("a b c d e f", "b c d e f") == (1.0, pytest.approx(2 / 3))
    assert shingle_scores("a b c d", "") == (0.0, 0.0)
    assert shingle_scores("", "") == (1.0, 1.0)


def test_folder_is_scored_over_its_english_pages(tmp_path: Path):
    page = "<h1>Dam to open in spring</h1>" + "".join(f"<p>{text}</p>" for text in BODY)
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "dam.html.gz").write_bytes(gzip.compress(page.encode()))
    gold = {"dam": {"body": BODY}, "damm": {"body": ["Der Damm wird erst im nächsten Frühjahr fertig."]}}
    (tmp_path / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    score = score_folder(tmp_path)
    assert (score.pages, score.f1) == (1, 1.0)


def test_folder_without_english_pages_is_refused(tmp_path: Path):
    (tmp_path / "gold.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ValueError, match="no English page"):
        score_folder(tmp_path)
