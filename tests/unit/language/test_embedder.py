from pathlib import Path

import numpy as np
import pytest

from onrecord.errors import ModelUnavailable
from onrecord.language.embedder import OnnxEmbedder, load_embedder
from onrecord.language.shipped import EMBEDDER, model_names

SURROUNDED = "Ukrainian forces that remain in Kursk are surrounded"
ENCIRCLED = "its soldiers are encircled"
GRAIN = "the price of grain rose by a tenth in a month"


def test_the_embedder_names_itself_and_is_loaded_once_a_process():
    assert load_embedder() is load_embedder()
    assert (load_embedder().name, load_embedder().dimensions) == ("all-minilm 1.0", 384)


def test_every_text_has_its_own_unit_vector_in_input_order():
    vectors = load_embedder().embed([SURROUNDED, GRAIN, SURROUNDED])
    assert (vectors.shape, vectors.dtype) == ((3, 384), np.float32)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert (vectors[0] == vectors[2]).all()
    assert not (vectors[0] == vectors[1]).all()


def test_no_texts_have_no_vectors():
    assert load_embedder().embed([]).shape == (0, 384)


def test_what_says_the_same_is_nearer_than_what_does_not():
    surrounded, encircled, grain = load_embedder().embed([SURROUNDED, ENCIRCLED, GRAIN])
    assert surrounded @ encircled > surrounded @ grain + 0.2


def test_a_vector_is_what_the_authors_own_network_gives_for_the_text():
    """The dot product is theirs, computed by sentence-transformers in full precision: 0.279."""
    surrounded, encircled = load_embedder().embed([SURROUNDED, ENCIRCLED])
    assert surrounded @ encircled == pytest.approx(0.279, abs=0.03)


def test_a_text_has_the_same_vector_whatever_stands_beside_it():
    texts = [SURROUNDED, GRAIN * 20, "", ENCIRCLED, "Kyiv", "«Нет», — сказал он."]
    together = load_embedder().embed(texts)
    alone = np.concatenate([load_embedder().embed([text]) for text in texts])
    assert (together == alone).all()
    assert (load_embedder().embed(texts[::-1])[::-1] == together).all()


def test_a_text_is_read_up_to_its_256th_word_piece():
    """254 words of one piece each, and the two that the network puts around them."""
    long, longer, shorter = ("grain " * 254, "grain " * 254 + "war peace", "grain " * 200)
    vectors = load_embedder().embed([long, longer, shorter])
    assert (vectors[0] == vectors[1]).all()
    assert not (vectors[0] == vectors[2]).all()


def test_the_embedder_is_no_language_model():
    assert EMBEDDER not in model_names()


def test_a_damaged_embedder_is_named_with_the_remedy(tmp_path: Path):
    (tmp_path / "model.onnx").write_bytes(b"not a network")
    with pytest.raises(ModelUnavailable, match="can't be loaded") as raised:
        OnnxEmbedder(tmp_path)
    assert "Install" in raised.value.remedy
