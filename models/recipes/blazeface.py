"""Makes models/blazeface-full-range.onnx from MediaPipe's face_detection_full_range.tflite (Apache-2.0).

    npm pack @mediapipe/face_detection@0.4.1657300184 && tar xzf mediapipe-face_detection-0.4.1657300184.tgz
    python3 -m venv venv && venv/bin/pip install tf2onnx==1.17.0 onnx tensorflow-cpu
    venv/bin/python models/recipes/blazeface.py package/face_detection_full_range.tflite models/blazeface-full-range.onnx

The network is unchanged; its two outputs (16 numbers and one score for each of 2304 places) are joined into one, and the
weights, 16-bit in the original, are kept in 16 bits and widened when the network is loaded.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper


def convert(tflite: str) -> onnx.ModelProto:
    with tempfile.TemporaryDirectory() as folder:
        out = str(Path(folder) / "plain.onnx")
        subprocess.run(
            [sys.executable, "-m", "tf2onnx.convert", "--tflite", tflite, "--output", out, "--opset", "13"],
            check=True,
        )
        return onnx.load(out)


def join_outputs(model: onnx.ModelProto) -> None:
    boxes, scores = (output.name for output in model.graph.output)
    model.graph.node.append(helper.make_node("Concat", [boxes, scores], ["faces"], axis=2))
    del model.graph.output[:]
    model.graph.output.append(helper.make_tensor_value_info("faces", TensorProto.FLOAT, [1, 2304, 17]))


def keep_half(model: onnx.ModelProto) -> None:
    casts, kept = [], []
    for weight in model.graph.initializer:
        values = numpy_helper.to_array(weight)
        half = values.astype(np.float16)
        if values.dtype != np.float32 or values.size < 64 or not np.array_equal(half.astype(np.float32), values):
            kept.append(weight)
            continue
        kept.append(numpy_helper.from_array(half, weight.name + "_half"))
        casts.append(helper.make_node("Cast", [weight.name + "_half"], [weight.name], to=TensorProto.FLOAT))
    del model.graph.initializer[:]
    model.graph.initializer.extend(kept)
    for node in reversed(casts):
        model.graph.node.insert(0, node)


if __name__ == "__main__":
    source, target = sys.argv[1:3]
    network = convert(source)
    join_outputs(network)
    keep_half(network)
    network.graph.doc_string = ""  # the converter writes the path of its input there
    onnx.checker.check_model(network)
    onnx.save(network, target)
    print(target, Path(target).stat().st_size, "bytes")
