"""The exported graph, rewritten so that it runs in three quarters of the time and says the same."""

from __future__ import annotations

import onnx
from onnx import NodeProto, helper

_MASK = 5  # which of QAttention's inputs


def lean(model: onnx.ModelProto) -> onnx.ModelProto:
    """Return the quantised `model` with two changes, both measured (docs/model.md).

    onnxruntime's fused SkipLayerNormalization is slower than the three steps it stands for; a session must be told not
    to fuse them again. And windows run one by one, so there is no padding for a mask to hide.
    """
    nodes: list[NodeProto] = []
    for node in model.graph.node:
        if node.op_type == "QAttention":
            node.input[_MASK] = ""
        nodes += _three_steps(node) if node.op_type == "SkipLayerNormalization" else [node]
    kept = _used(nodes, {output.name for output in model.graph.output})
    inputs = [each for each in model.graph.input if each.name != "mask"]
    del model.graph.node[:], model.graph.input[:]
    model.graph.node.extend(kept)
    model.graph.input.extend(inputs)
    needed = {name for node in kept for name in node.input}
    constants = [each for each in model.graph.initializer if each.name in needed]
    del model.graph.initializer[:]
    model.graph.initializer.extend(constants)
    onnx.checker.check_model(model)
    return model


def _three_steps(node: NodeProto) -> list[NodeProto]:
    new, skipped, scale, shift, bias = node.input
    (out,) = node.output[:1]
    epsilon = next(each.f for each in node.attribute if each.name == "epsilon")
    return [
        helper.make_node("Add", [new, bias], [f"{out}/biased"]),
        helper.make_node("Add", [f"{out}/biased", skipped], [f"{out}/summed"]),
        helper.make_node("LayerNormalization", [f"{out}/summed", scale, shift], [out], axis=-1, epsilon=epsilon),
    ]


def _used(nodes: list[NodeProto], wanted: set[str]) -> list[NodeProto]:
    """Drop the nodes that lead to no output, the mask's preparation."""
    kept = []
    for node in reversed(nodes):
        if wanted.intersection(node.output):
            kept.append(node)
            wanted.update(node.input)
    return kept[::-1]
