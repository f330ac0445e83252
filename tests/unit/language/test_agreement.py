"""The exported, quantised model finds what the trained network finds.

`training/agreement.py` keeps what the training code says of ten openly licensed articles, in full precision; torch is
not needed here. What int8 costs when this was written (onrecord-en 1.0): 97.2% of the spans and 94.9% of the links are
the same.
"""

from pathlib import Path

import pytest

from onrecord.evaluation.agreement import Findings, findings_of, hash_of, links_agree, read_agreement, spans_agree
from onrecord.language.onnx_model import load_model
from onrecord.language.shipped import MODELS, model_names

KEPT = Path(__file__).parents[2] / "golden/agreement"
SPANS, LINKS = 0.97, 0.95
A, B, C = (0, 4), (5, 9), (10, 14)


@pytest.mark.parametrize("model", model_names())
def test_the_shipped_model_finds_what_the_trained_network_finds(model: str):
    kept = read_agreement(KEPT / f"{model}.json")
    remedy = "the model was replaced: run python training/agreement.py --weights … with the exported weights"
    assert (kept.model, kept.sha256) == (load_model(model).name, hash_of(MODELS / model / "model.onnx")), remedy
    shipped = load_model(model)
    pairs = [(text.findings, findings_of(shipped.analyse(text.text, text.paragraphs))) for text in kept.texts]
    assert len(pairs) == 10
    assert spans_agree(pairs) >= SPANS
    assert links_agree(pairs) >= LINKS


def test_a_span_in_another_role_is_not_the_same():
    one, other = Findings([A], [B], [], []), Findings([A], [], [B], [])
    assert spans_agree([(one, other)]) == 0.5


def test_links_agree_only_with_both_ends():
    one, other = Findings([], [], [], [(A, B), (C, B)]), Findings([], [], [], [(A, B), (C, A)])
    assert links_agree([(one, other)]) == 0.5
    assert links_agree([(one, one)]) == 1
