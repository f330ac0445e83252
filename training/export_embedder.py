"""Export the embedder that ships with the package: all-MiniLM-L6-v2 as one int8 ONNX file.

    python training/export_embedder.py

Nothing is trained. The network reads one text at a time and gives its unit vector: mean over the word pieces, length 1.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import onnx
import torch
from graph import lean
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.fusion_options import FusionOptions
from onnxruntime.transformers.optimizer import optimize_model
from train import encoder_folder
from transformers import BertModel


class SentenceVector(torch.nn.Module):
    """The encoder with what its authors put behind it (`modules.json`): mean of the pieces, then unit length."""

    def __init__(self, encoder: BertModel) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, pieces: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Return float32 [1, dimensions] for int64 [1, length]. The mask hides nothing: there is no padding."""
        states = self.encoder(input_ids=pieces, attention_mask=mask).last_hidden_state
        return torch.nn.functional.normalize(states.mean(dim=1), dim=-1)


def export(output: Path, version: str) -> None:
    """Write `model.onnx` into the folder `output`."""
    encoder = BertModel.from_pretrained(encoder_folder(), attn_implementation="eager", add_pooling_layer=False).eval()
    output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        exact, fused = Path(folder) / "exact.onnx", Path(folder) / "fused.onnx"
        _trace(SentenceVector(encoder), exact)
        size = {"num_heads": encoder.config.num_attention_heads, "hidden_size": encoder.config.hidden_size}
        options = FusionOptions("bert")
        options.enable_embed_layer_norm = False  # fused, it would ask for the mask that `lean` takes away
        optimize_model(str(exact), "bert", **size, optimization_options=options).save_model_to_file(str(fused))
        quantize_dynamic(
            fused, output / "model.onnx", per_channel=True, weight_type=QuantType.QInt8,
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )  # fmt: skip
    exported = lean(onnx.load(output / "model.onnx"))
    entry = exported.metadata_props.add()
    entry.key, entry.value = "name", f"{output.name} {version}"
    onnx.save(exported, output / "model.onnx")


def _trace(network: torch.nn.Module, path: Path) -> None:
    example = torch.randint(1, 3, (1, 64))
    torch.onnx.export(
        network.eval(), (example, torch.ones_like(example)), str(path), input_names=("pieces", "mask"),
        output_names=("vector",), dynamic_axes={"pieces": {1: "length"}, "mask": {1: "length"}}, opset_version=17,
        dynamo=False,
    )  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", type=Path, default=Path("src/onrecord/language/models/all-minilm"))
    parser.add_argument("--version", default="1.0")
    arguments = parser.parse_args()
    export(arguments.output, arguments.version)


if __name__ == "__main__":
    main()
