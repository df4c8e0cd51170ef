"""Writes branches.onnx and branches.json; needs the Python packages onnx (1.12) and numpy. Run it here: python3 branches.py

Two branches of an If have an initializer of the same name, the then-branch holds another If with that name again, and the main graph has it too.
onnx's checker passes the model, and its own reader gives the entries.
"""

import json

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

rng = np.random.default_rng(77)


def weights(name):
    return numpy_helper.from_array(rng.normal(size=(3, 4)).astype("f4"), name)


def branch(name, *nodes):
    out = helper.make_tensor_value_info(name + "_out", TensorProto.FLOAT, [2, 4])
    product = helper.make_node("MatMul", ["x", "weight"], [name + "_out"], name=name + "/MatMul")
    return helper.make_graph([*nodes, product], name, [], [out], [weights("weight"), weights("bias_" + name)])


deep = helper.make_node(
    "If", ["flag"], ["deep_out"], name="/deep/If", then_branch=branch("deep_then"), else_branch=branch("deep_else"))
outer = helper.make_node(
    "If", ["flag"], ["y"], name="/outer/If", then_branch=branch("outer_then", deep), else_branch=branch("outer_else"))
other = helper.make_node(
    "If", ["flag"], ["z"], name="", then_branch=branch("other_then"), else_branch=branch("other_else"))
graph = helper.make_graph(
    [outer, other],
    "main",
    [helper.make_tensor_value_info("x", TensorProto.FLOAT, [2, 3]), helper.make_tensor_value_info("flag", TensorProto.BOOL, [])],
    [helper.make_tensor_value_info("y", TensorProto.FLOAT, [2, 4]), helper.make_tensor_value_info("z", TensorProto.FLOAT, [2, 4])],
)
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)])
onnx.checker.check_model(model)
onnx.save(model, "branches.onnx")

found = {}


def walk(graph, path):
    for tensor in graph.initializer:
        found[f"{path}|{tensor.name}"] = numpy_helper.to_array(tensor).astype(float).tolist()
    for i, node in enumerate(graph.node):
        for attribute in node.attribute:
            if attribute.type == onnx.AttributeProto.GRAPH:
                walk(attribute.g, f"{path}{node.name or node.output[0]}/{attribute.name}/")


walk(onnx.load("branches.onnx").graph, "")
json.dump(found, open("branches.json", "w"))
