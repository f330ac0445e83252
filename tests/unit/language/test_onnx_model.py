from pathlib import Path

import pytest

from onrecord.errors import ModelUnavailable
from onrecord.language.onnx_model import OnnxLanguageModel, load_model
from onrecord.language.shipped import DEFAULT_MODEL


def test_a_model_is_loaded_once_a_process_however_it_is_asked_for():
    assert load_model() is load_model(threads=0) is load_model(DEFAULT_MODEL, 0)


def test_a_model_that_is_not_there_is_named_with_the_remedy():
    with pytest.raises(ModelUnavailable, match="onrecord-xx") as raised:
        load_model("onrecord-xx")
    assert "onrecord-en" in raised.value.remedy


def test_a_damaged_model_is_named_with_the_remedy(tmp_path: Path):
    (tmp_path / "model.onnx").write_bytes(b"not a network")
    with pytest.raises(ModelUnavailable, match="can't be loaded"):
        OnnxLanguageModel(tmp_path)


def test_a_text_without_paragraphs_has_nothing_in_it():
    analysis = load_model().analyse("Nothing is read here.", [])
    assert (analysis.cues, analysis.names, analysis.source_links.size) == ((), (), 0)
