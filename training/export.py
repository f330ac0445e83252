"""Export a trained model as the shipped one: one int8 ONNX file, its vocabulary and what decoding needs.

    python training/export.py --weights runs/onrecord-en.pt

The weights of several epochs of one training are averaged. The model is called as its folder is.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from dataclasses import asdict
from pathlib import Path

import onnx
import torch
from evaluate import decoder_parameters
from graph import lean
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.optimizer import optimize_model
from train import encoder_folder
from weights import load_average

from onrecord.language.encoding import WindowSettings

INPUTS = ("pieces", "cases", "quotes", "mask")
OUTPUTS = ("attributions", "names", "queries", "keys")


def export(weights: list[Path], output: Path, version: str, windows: WindowSettings) -> None:
    """Write `model.onnx` and `tokenizer.json` into the folder `output`."""
    model = load_average(weights)
    output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        exact, fused = Path(folder) / "exact.onnx", Path(folder) / "fused.onnx"
        _trace(model["network"], exact)
        config = model["network"].encoder.config
        optimized = optimize_model(
            str(exact), "bert", num_heads=config.num_attention_heads, hidden_size=config.hidden_size
        )
        optimized.save_model_to_file(str(fused))
        quantize_dynamic(
            fused, output / "model.onnx", per_channel=True, weight_type=QuantType.QInt8,
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )  # fmt: skip
    _describe(output / "model.onnx", model, f"{output.name} {version}", windows)
    shutil.copyfile(encoder_folder() / "tokenizer.json", output / "tokenizer.json")


def _trace(network: torch.nn.Module, path: Path) -> None:
    example = torch.randint(1, 3, (2, 64))
    axes = {name: {0: "batch", 1: "length"} for name in (*INPUTS, *OUTPUTS)}
    inputs = (example, example, example, torch.ones_like(example))
    torch.onnx.export(
        network, inputs, str(path), input_names=INPUTS, output_names=OUTPUTS,
        dynamic_axes=axes, opset_version=17, dynamo=False,
    )  # fmt: skip


def _describe(path: Path, model: torch.nn.ModuleDict, name: str, windows: WindowSettings) -> None:
    """Put what decoding needs into the file itself, so that model and parameters can't part."""
    exported = lean(onnx.load(path))
    parameters = decoder_parameters(model)
    decoder = {field: getattr(parameters, field).round(5).tolist() for field in parameters.__dataclass_fields__}
    described = {"name": name, "decoder": json.dumps(decoder), "windows": json.dumps(asdict(windows))}
    for key, value in described.items():
        entry = exported.metadata_props.add()
        entry.key, entry.value = key, value
    onnx.save(exported, path)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, nargs="+", required=True)
    parser.add_argument("--output", type=Path, default=Path("src/onrecord/language/models/onrecord-en"))
    parser.add_argument("--version", default="2.0")
    parser.add_argument("--length", type=int, default=WindowSettings.length, help="pieces of a window")
    parser.add_argument("--context", type=int, default=WindowSettings.context, help="those of the paragraphs before")
    arguments = parser.parse_args()
    windows = WindowSettings(arguments.length, arguments.context)
    export(arguments.weights, arguments.output, arguments.version, windows)


if __name__ == "__main__":
    main()
