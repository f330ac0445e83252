from pathlib import Path

from onrecord.evaluation.polnear import GoldAttribution, parse_annotations, read_annotators, read_polnear

ANNOTATIONS = (
    "T1\tAttribution 10 14\tsaid\n"
    "T2\tSource 0 9\tThe mayor\n"
    "T3\tCue 10 14\tsaid\n"
    "T4\tContent 15 20;25 30\tsplit quote\n"
    "E1\tAttribution:T1 Source:T2 Cue:T3 Content:T4\n"
    "E2\t\n"
)


def test_discontinuous_content_is_several_spans_of_one_attribution():
    first, _ = parse_annotations(ANNOTATIONS)
    assert first == GoldAttribution(source=((0, 9),), cue=((10, 14),), content=((15, 20), (25, 30)))


def test_an_event_without_arguments_is_an_attribution_without_spans():
    assert parse_annotations(ANNOTATIONS)[1] == GoldAttribution((), (), ())


def test_numbered_roles_are_joined():
    rows = parse_annotations("T1\tContent 5 9\ta\nT2\tContent 0 4\tb\nE1\tAttribution:T9 Content:T1 Content2:T2\n")
    assert rows == [GoldAttribution((), (), ((0, 4), (5, 9)))]


def test_the_first_annotators_file_counts_and_line_ends_are_kept(tmp_path: Path):
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "story_1.txt").write_bytes(b"It rained.\r\nHe said so.")
    (tmp_path / "attributions" / "story_1_aaaa.ann").write_text(
        "T1\tCue 0 2\tIt\nE1\tAttribution:T1 Cue:T1\n", encoding="utf-8"
    )
    (tmp_path / "attributions" / "story_1_bbbb.ann").write_text("E1\t\nE2\t\n", encoding="utf-8")
    ((key, text, attributions),) = read_polnear(tmp_path)
    assert (key, text) == ("story_1", "It rained.\r\nHe said so.")
    assert attributions == [GoldAttribution((), ((0, 2),), ())]
    ((_, _, by_annotator),) = read_annotators(tmp_path)
    assert [(who, len(found)) for who, found in by_annotator.items()] == [("aaaa", 1), ("bbbb", 2)]


def test_the_trigger_is_no_source():
    rows = parse_annotations("T1\tCue 0 4\tsaid\nT2\tContent 5 9\tso\nE1\tsource:T1 Cue:T1 Content:T2\n")
    assert rows == [GoldAttribution((), ((0, 4),), ((5, 9),))]
