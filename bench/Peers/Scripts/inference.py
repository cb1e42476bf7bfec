"""ONNX Runtime's side of inference: networks of models.py, exported by PyTorch and run through ONNX Runtime's C interface.

ONNXRUNTIME names its library, libonnxruntime.so.1.
"""
import ctypes
import io
import math
import os

import torch

from models import Block, Cnn, Lstm, mlp
from serve import serve

# Places of functions in the table OrtApi of onnxruntime_c_api.h, to which new ones are only added at the end.
GET_ERROR_MESSAGE, CREATE_ENV, CREATE_SESSION_FROM_ARRAY, RUN, CREATE_SESSION_OPTIONS = 2, 3, 8, 9, 10
SET_OPTIMIZATION_LEVEL, SET_INTRA_OP_THREADS = 23, 24
CREATE_TENSOR_WITH_DATA, CREATE_CPU_MEMORY_INFO = 49, 69
API_VERSION, ALL_OPTIMIZATIONS, FLOAT, WARNINGS, DEVICE_ALLOCATOR, DEFAULT_MEMORY = 16, 99, 1, 2, 0, 0

NETWORKS = {
    "mlp": (mlp, lambda n: (n, 784)),
    "cnn": (Cnn, lambda n: (n, 1, 28, 28)),
    "lstm": (Lstm, lambda n: (50, n, 64)),
    "gpt": (lambda: Block(128, 4, 64), lambda n: (n, 64, 128)),
}


class Runtime:
    def __init__(self, path):
        base = ctypes.CDLL(path).OrtGetApiBase
        base.restype = ctypes.POINTER(ctypes.c_void_p * 2)
        get_api, get_version = base().contents
        self.version = ctypes.CFUNCTYPE(ctypes.c_char_p)(get_version)().decode()
        api = ctypes.CFUNCTYPE(ctypes.POINTER(ctypes.c_void_p * 300), ctypes.c_uint32)(get_api)(API_VERSION)
        self.functions = api.contents
        self.env = self.make(CREATE_ENV, ctypes.c_int(WARNINGS), b"peer")
        self.memory = self.make(CREATE_CPU_MEMORY_INFO, ctypes.c_int(DEVICE_ALLOCATOR), ctypes.c_int(DEFAULT_MEMORY))

    def call(self, function, *arguments):
        status = ctypes.CFUNCTYPE(ctypes.c_void_p, *map(type, arguments))(self.functions[function])(*arguments)
        if status:
            message = ctypes.CFUNCTYPE(ctypes.c_char_p, ctypes.c_void_p)(self.functions[GET_ERROR_MESSAGE])(status)
            raise RuntimeError(message.decode())

    def make(self, function, *arguments):
        result = ctypes.c_void_p()
        self.call(function, *(ctypes.c_char_p(a) if isinstance(a, bytes) else a for a in arguments), ctypes.pointer(result))
        return result

    def tensor(self, values):
        shape = (ctypes.c_int64 * values.dim())(*values.shape)
        data, size = ctypes.c_void_p(values.data_ptr()), ctypes.c_size_t(4 * values.numel())
        return self.make(
            CREATE_TENSOR_WITH_DATA, self.memory, data, size, shape, ctypes.c_size_t(values.dim()), ctypes.c_int(FLOAT))

    def session(self, model, threads):
        options = self.make(CREATE_SESSION_OPTIONS)
        self.call(SET_INTRA_OP_THREADS, options, ctypes.c_int(threads))
        self.call(SET_OPTIMIZATION_LEVEL, options, ctypes.c_int(ALL_OPTIMIZATIONS))
        return self.make(CREATE_SESSION_FROM_ARRAY, self.env, model, ctypes.c_size_t(len(model)), options)

    def runner(self, session, x, y):
        """A function that computes y, whose memory is given, from x; what does not change is prepared once."""
        run = ctypes.CFUNCTYPE(ctypes.c_void_p, *[ctypes.c_void_p] * 4, ctypes.c_size_t, ctypes.c_void_p, ctypes.c_size_t, ctypes.c_void_p)(
            self.functions[RUN])
        inputs, outputs = (ctypes.c_void_p * 1)(self.tensor(x)), (ctypes.c_void_p * 1)(self.tensor(y))
        input_names, output_names = (ctypes.c_char_p * 1)(b"x"), (ctypes.c_char_p * 1)(b"y")

        def call():
            if run(session, None, input_names, inputs, 1, output_names, 1, outputs):
                raise RuntimeError("ONNX Runtime could not run the network.")

        return call


def make(runtime, name, threads):
    kind, batch = name.split("-")
    create, shape = NETWORKS[kind]
    model, x = create().eval(), torch.rand(shape(int(batch)))
    with torch.no_grad():
        expected = model(x)
    file = io.BytesIO()
    torch.onnx.export(model, x, file, input_names=["x"], output_names=["y"], opset_version=16)
    y = torch.empty_like(expected)
    run = runtime.runner(runtime.session(file.getvalue(), threads), x, y)
    run()
    error = (y - expected).abs().max().item()
    if not error < 1e-4 or math.isnan(error):
        raise RuntimeError(f"{name}: ONNX Runtime's result differs by {error}.")
    run.keep = (x, y, model)
    return run


if __name__ == "__main__":
    torch.set_num_threads(1)
    onnx = Runtime(os.environ["ONNXRUNTIME"])
    serve(f"ONNX Runtime {onnx.version}", lambda name, threads: make(onnx, name, threads), lambda threads: None)
