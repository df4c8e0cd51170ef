"""Sends matrices, spectra and metrics to Eigenscope, and gets fits and figures back.

The window receives after *File > Receive from Notebooks*; ``eigenscope serve`` receives without a window. Both listen on this machine
alone, and leave their address and a token in ``~/.eigenscope/bridge``, in a file that only its user may read. The environment variable
``EIGENSCOPE_ADDRESS`` names one such file where several windows receive; otherwise the newest that answers is used. Without a server
``fit`` and ``figure`` use the command ``eigenscope`` if it is on the PATH; everything else is then left out, with one warning.

Only the standard library is needed. Arrays of numpy and tensors of torch are taken where these are there, and lists of lists of
numbers always.
"""

from __future__ import annotations

import array
import atexit
import fnmatch
import http.client
import json
import math
import os
import pathlib
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import warnings
from typing import Any, Callable, Dict, Iterable, List, Optional, Sequence, Set, Tuple

__all__ = [
    "EigenscopeError",
    "Figure",
    "HessianDensity",
    "Watch",
    "activation_gram",
    "figure",
    "fit",
    "hessian_density",
    "huggingface_callback",
    "is_receiving",
    "lightning_callback",
    "metrics",
    "ntk",
    "send",
    "send_spectrum",
    "watch",
]

_LOOK_AGAIN = 5.0  # seconds between two looks for a server, so that a training loop without one pays nothing
_CONNECT_TIMEOUT = 5.0
_ANSWER_TIMEOUT = 600.0
_QUEUE = 64
_COPYING = 0.02  # of the time of a training, for copies of weights while earlier ones wait
_COPYING_AT_FIRST = 0.05  # seconds
_LAST_SPECTRUM = 30.0  # seconds for the spectrum that is being computed when a watch is closed


class EigenscopeError(RuntimeError):
    """A request that was refused, or cannot be made; the message is the server's sentence."""


# -- the server ---------------------------------------------------------------------------------------------------------------


class _Server:
    """The server that is in use, found again when it is gone. Safe for several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._address: Optional[Tuple[str, int, str]] = None
        self._looked = -math.inf

    @staticmethod
    def _files() -> List[pathlib.Path]:
        named = os.environ.get("EIGENSCOPE_ADDRESS")
        if named:
            return [pathlib.Path(named)]
        found = []
        for path in (pathlib.Path.home() / ".eigenscope" / "bridge").glob("*.json"):
            try:
                found.append((path.stat().st_mtime, path))
            except OSError:
                continue
        return [path for _, path in sorted(found, reverse=True)]

    def address(self, patient: bool = True) -> Optional[Tuple[str, int, str]]:
        """Host, port and token; None without a server. Impatient callers are told what was found at most 5 s ago."""
        with self._lock:
            if self._address is not None:
                return self._address
            now = time.monotonic()
            if not patient and now - self._looked < _LOOK_AGAIN:
                return None
            self._looked = now
            for path in self._files():
                address = self._read(path)
                if address is not None and self._answers(address):
                    self._address = address
                    return address
            return None

    @staticmethod
    def _read(path: pathlib.Path) -> Optional[Tuple[str, int, str]]:
        try:
            fields = json.loads(path.read_text(encoding="utf-8"))
            url = urllib.parse.urlsplit(fields["url"])
            if url.scheme != "http" or url.hostname != "127.0.0.1" or url.port is None:
                return None
            return url.hostname, url.port, str(fields["token"])
        except (OSError, ValueError, KeyError, TypeError):
            return None

    @staticmethod
    def _answers(address: Tuple[str, int, str]) -> bool:
        try:
            status, _ = _exchange(address, "GET", "/v1/ping", None, _CONNECT_TIMEOUT)
            return status == 200
        except (OSError, http.client.HTTPException):
            return False

    def forget(self) -> None:
        with self._lock:
            self._address = None
            self._looked = -math.inf

    def ask(
        self, method: str, path: str, body: Optional[bytes] = None, timeout: float = _ANSWER_TIMEOUT
    ) -> Optional[bytes]:
        """The answer; None without a server. Raises EigenscopeError if it is refused."""
        for attempt in range(2):
            address = self.address()
            if address is None:
                return None
            try:
                status, answer = _exchange(address, method, path, body, timeout)
            except (OSError, http.client.HTTPException):
                # its window was closed and perhaps opened anew
                self.forget()
                continue
            if status == 401:
                # another server has its port meanwhile
                self.forget()
                continue
            if status >= 400:
                raise EigenscopeError(_sentence(answer))
            return answer
        return None


def _sentence(answer: bytes) -> str:
    try:
        return str(json.loads(answer)["error"])
    except (ValueError, KeyError, TypeError):
        return answer.decode("utf-8", "replace") or "the request was refused"


def _exchange(
    address: Tuple[str, int, str], method: str, path: str, body: Optional[bytes], timeout: float
) -> Tuple[int, bytes]:
    host, port, token = address
    connection = http.client.HTTPConnection(host, port, timeout=timeout)
    try:
        connection.request(method, path, body=body, headers={"Authorization": "Bearer " + token})
        response = connection.getresponse()
        return response.status, response.read()
    finally:
        connection.close()


_server = _Server()


def is_receiving() -> bool:
    """Whether a window or ``eigenscope serve`` receives."""
    return _server.address() is not None


def _path(endpoint: str, fields: Dict[str, Any]) -> str:
    given = {name: value for name, value in fields.items() if value is not None and value != ""}
    return "/v1/" + endpoint + ("?" + urllib.parse.urlencode(given) if given else "")


def _numbers(values: Dict[str, Any]) -> Optional[str]:
    finite = {name: float(value) for name, value in values.items()}
    for name, value in finite.items():
        if not math.isfinite(value):
            raise ValueError("%s = %r is not a finite number" % (name, value))
    return json.dumps(finite) if finite else None


_warned: Set[str] = set()


def _warn_once(kind: str, sentence: str) -> None:
    if kind not in _warned:
        _warned.add(kind)
        warnings.warn(sentence, RuntimeWarning, stacklevel=3)


_BUSY = "Eigenscope is busy; some of the spectra that are watched are left out."
_NO_SERVER = (
    "No Eigenscope receives: choose File > Receive from Notebooks in its window, or start 'eigenscope serve'. "
    "What is sent until then is left out."
)


# -- matrices -----------------------------------------------------------------------------------------------------------------


def _is_torch(value: Any) -> bool:
    torch = sys.modules.get("torch")
    return torch is not None and isinstance(value, torch.Tensor)


def _npy(matrix: Any) -> bytes:
    """A matrix as a numpy file of version 1. Of more axes than two the first are rows and the others columns."""
    if _is_torch(matrix):
        torch = sys.modules["torch"]
        matrix = matrix.detach().cpu()
        if matrix.dtype == torch.bfloat16:
            matrix = matrix.float()
        if matrix.dim() > 2:
            matrix = matrix.flatten(1)
        try:
            matrix = matrix.numpy()
        except RuntimeError:
            matrix = matrix.tolist()
    if hasattr(matrix, "__array__") and hasattr(matrix, "dtype"):
        import numpy

        dense = numpy.asarray(matrix)
        if dense.ndim > 2:
            dense = dense.reshape(dense.shape[0], -1)
        if dense.dtype.kind not in "fiub":
            raise TypeError("a matrix of %s has no entries that can be sent; real numbers can" % dense.dtype)
        if dense.dtype.kind == "b" or dense.dtype.itemsize > 8:
            dense = dense.astype("<f8")
        dense = numpy.ascontiguousarray(dense)
        return _npy_bytes(dense.dtype.str, dense.shape, dense.tobytes())
    rows = [[float(value) for value in row] for row in matrix]
    if not rows or len({len(row) for row in rows}) != 1:
        raise ValueError("the rows of a matrix are equally long, and there is one at least")
    flat = array.array("d", [value for row in rows for value in row])
    if sys.byteorder == "big":
        flat.byteswap()
    return _npy_bytes("<f8", (len(rows), len(rows[0])), flat.tobytes())


def _npy_bytes(dtype: str, shape: Sequence[int], data: bytes) -> bytes:
    sizes = ", ".join(str(int(size)) for size in shape) + ("," if len(shape) == 1 else "")
    header = "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }" % (dtype, sizes)
    padded = header + " " * (-(10 + len(header) + 1) % 64) + "\n"
    return b"\x93NUMPY\x01\x00" + len(padded).to_bytes(2, "little") + padded.encode("ascii") + data


def send(
    W: Any, name: str = "matrix", step: Optional[int] = None, run: str = "", **values: float
) -> Optional[Dict[str, Any]]:
    """Sends a matrix, which appears under its run and name; a later step takes the place of an earlier one.

    ``W`` is a matrix of numpy, torch or lists, of real numbers; of more axes the first are rows. ``values`` are numbers of the step,
    such as ``accuracy=0.91``. Returns the server's answer, or None, with one warning, if no server receives.
    """
    fields = {"name": name, "step": step, "run": run, "metrics": _numbers(values)}
    answer = _server.ask("POST", _path("matrix", fields), _npy(W))
    if answer is None:
        _warn_once("no server", _NO_SERVER)
        return None
    return json.loads(answer)


def send_spectrum(
    eigenvalues: Iterable[float],
    shape: Tuple[int, int],
    name: str = "spectrum",
    step: Optional[int] = None,
    run: str = "",
    symmetric: bool = False,
    **values: float,
) -> Optional[Dict[str, Any]]:
    """Sends the min(m, n) eigenvalues of the smaller Gram matrix of an m x n matrix, or those of a symmetric one, zeros included.

    Values that are zero but for rounding errors should be sent as 0: none is taken for zero otherwise. Returns as ``send``.
    """
    answer = _send_spectrum(eigenvalues, shape, name, step, run, symmetric, _numbers(values))
    if answer is None:
        _warn_once("no server", _NO_SERVER)
        return None
    return json.loads(answer)


def _send_spectrum(
    eigenvalues: Iterable[float],
    shape: Tuple[int, int],
    name: str,
    step: Optional[int],
    run: str,
    symmetric: bool,
    values: Optional[str],
    timeout: float = _ANSWER_TIMEOUT,
) -> Optional[bytes]:
    flat = array.array("d", eigenvalues)
    if sys.byteorder == "big":
        flat.byteswap()
    fields = {
        "name": name,
        "step": step,
        "run": run,
        "rows": int(shape[0]),
        "columns": int(shape[1]),
        "symmetric": "true" if symmetric else None,
        "metrics": values,
    }
    return _server.ask("POST", _path("spectrum", fields), _npy_bytes("<f8", (len(flat),), flat.tobytes()), timeout)


def metrics(step: Optional[int] = None, run: str = "", **values: float) -> Optional[Dict[str, Any]]:
    """Sends numbers of a step, such as ``metrics(100, accuracy=0.91)``. Returns as ``send``."""
    body = _numbers(values)
    if body is None:
        return None
    answer = _server.ask("POST", _path("metrics", {"step": step, "run": run}), body.encode("utf-8"))
    if answer is None:
        _warn_once("no server", _NO_SERVER)
        return None
    return json.loads(answer)


# -- fits and figures ---------------------------------------------------------------------------------------------------------


class Figure:
    """A figure, which Jupyter shows; ``svg`` is its text."""

    def __init__(self, svg: str) -> None:
        self.svg = svg

    def _repr_svg_(self) -> str:
        return self.svg

    def save(self, path: Any) -> None:
        """Writes the SVG."""
        pathlib.Path(path).write_text(self.svg, encoding="utf-8")


def fit(W: Any, name: str = "matrix", law: Optional[str] = None) -> Dict[str, Any]:
    """Fits a law to a matrix's spectrum: the JSON of ``eigenscope fit --json``, which its page describes.

    ``law`` is its name on the command line, by default inverse-htmp. Raises EigenscopeError if nothing can be fitted, or neither a
    server nor the command ``eigenscope`` is there.
    """
    body = _npy(W)
    if _server.ask("POST", _path("matrix", {"name": name}), body) is not None:
        answer = _server.ask("GET", _path("fit", {"name": name, "law": law}))
        if answer is not None:
            return json.loads(answer)
    options = ["--json"] + (["--law", law] if law else [])
    return json.loads(_command("fit", body, options))


def figure(W: Any, name: str = "matrix", law: Optional[str] = None) -> Figure:
    """Draws a matrix's spectrum with a fitted law over it. Raises as ``fit``."""
    body = _npy(W)
    if _server.ask("POST", _path("matrix", {"name": name}), body) is not None:
        answer = _server.ask("GET", _path("figure", {"name": name, "law": law, "format": "svg"}))
        if answer is not None:
            return Figure(answer.decode("utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        picture = os.path.join(folder, "figure.svg")
        _command("figure", body, ["-o", picture] + (["--laws", law] if law else []))
        return Figure(pathlib.Path(picture).read_text(encoding="utf-8"))


def _command(command: str, body: bytes, options: List[str]) -> str:
    program = shutil.which("eigenscope")
    if program is None:
        raise EigenscopeError(_NO_SERVER.split(" What")[0] + " The command eigenscope is not on the PATH either.")
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "matrix.npy")
        pathlib.Path(path).write_bytes(body)
        done = subprocess.run(
            [program, command, path] + options, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False
        )
    if done.returncode != 0:
        raise EigenscopeError(done.stderr.decode("utf-8", "replace").strip())
    return done.stdout.decode("utf-8")


# -- watching a model ---------------------------------------------------------------------------------------------------------


def _eigenvalues(weight: Any) -> Tuple[List[float], Tuple[int, int]]:
    """The eigenvalues of the smaller Gram matrix, in double precision, on the weight's device where that has it.

    What is at most max(m, n) * 2**-52 of the largest is sent as zero: rounding leaves no more of a zero.
    """
    torch = sys.modules["torch"]
    with torch.no_grad():
        matrix = weight.flatten(1) if weight.dim() > 2 else weight
        try:
            matrix = matrix.double()
        except (TypeError, RuntimeError):
            matrix = matrix.cpu().double()
        rows, columns = int(matrix.shape[0]), int(matrix.shape[1])
        gram = matrix @ matrix.T if rows <= columns else matrix.T @ matrix
        values = torch.linalg.eigvalsh(gram)
        floor = float(values[-1]) * max(rows, columns) * 2.0**-52
        return torch.where(values > floor, values, torch.zeros_like(values)).cpu().tolist(), (rows, columns)


class Watch:
    """Sends the spectra of a model's weights while it trains. Made by ``watch``; ``step`` is called after each training step."""

    def __init__(
        self, model: Any, every: int = 100, layers: Optional[Sequence[str]] = None, run: str = "", queued: int = _QUEUE
    ) -> None:
        if every < 1 or queued < 1:
            raise ValueError("every = %r, queued = %r: both are 1 or more" % (every, queued))
        self._model = model
        self._every = every
        self._layers = list(layers) if layers is not None else None
        self._run = run or time.strftime("run %Y-%m-%d %H.%M.%S")
        self._queue: "queue.Queue[Optional[Tuple[str, int, Any, Optional[str]]]]" = queue.Queue(maxsize=queued)
        self._steps = 0
        self._dropped = 0
        self._began = time.monotonic()
        self._copied = 0.0
        self._worker: Optional[threading.Thread] = None

    @property
    def run(self) -> str:
        """What the run is called."""
        return self._run

    @property
    def dropped(self) -> int:
        """How many spectra were left out because the window was busy."""
        return self._dropped

    def step(self, step: Optional[int] = None, **values: float) -> None:
        """Tells of a step; every so many of them the weights are copied and queued.

        It never waits for the window. While spectra of earlier steps wait, copying takes at most 2 % of the time since the watch began.
        """
        number = self._steps if step is None else int(step)
        self._steps = number + 1
        if number % self._every != 0:
            return
        if _server.address(patient=False) is None:
            _warn_once("no server", _NO_SERVER)
            return
        if self._worker is None:
            self._worker = threading.Thread(target=self._work, name="eigenscope-watch", daemon=True)
            self._worker.start()
            atexit.register(self.close, 2.0)
        if self._queue.qsize() and self._copied > _COPYING_AT_FIRST + _COPYING * (time.monotonic() - self._began):
            self._dropped += sum(1 for _ in self._chosen())
            _warn_once("busy", _BUSY)
            return
        text = _numbers(values)
        started = time.monotonic()
        for name, weight in self._chosen():
            self._put((name, number, weight.detach().clone(), text))
        self._copied += time.monotonic() - started

    def _chosen(self) -> Iterable[Tuple[str, Any]]:
        for name, weight in self._model.named_parameters():
            if weight.dim() < 2 or min(weight.shape[0], weight[0].numel()) < 2:
                continue
            if self._layers is None or any(fnmatch.fnmatchcase(name, wanted) for wanted in self._layers):
                yield name, weight

    def _put(self, item: Tuple[str, int, Any, Optional[str]]) -> None:
        while True:
            try:
                self._queue.put_nowait(item)
                return
            except queue.Full:
                self._drop()
                _warn_once("busy", _BUSY)

    def _drop(self) -> None:
        try:
            item = self._queue.get_nowait()
        except queue.Empty:
            return
        self._queue.task_done()
        if item is None:
            self._queue.put(None)
        else:
            self._dropped += 1

    def _work(self) -> None:
        while True:
            item = self._queue.get()
            try:
                if item is None:
                    return
                name, number, weight, text = item
                values, shape = _eigenvalues(weight)
                _send_spectrum(values, shape, name, number, self._run, False, text, timeout=10.0)
            except Exception as failure:  # a window's trouble must not end a training run
                _warn_once("spectrum", "Eigenscope: a spectrum was not sent: %s" % failure)
            finally:
                self._queue.task_done()

    def close(self, wait: float = 10.0) -> None:
        """Sends what is queued, for at most so many seconds; what is left then is dropped."""
        worker, self._worker = self._worker, None
        if worker is None:
            return
        atexit.unregister(self.close)
        ends = time.monotonic() + wait
        while self._queue.unfinished_tasks and worker.is_alive() and time.monotonic() < ends:
            time.sleep(0.01)
        while True:
            try:
                self._queue.put_nowait(None)
                break
            except queue.Full:
                self._drop()
        while self._queue.qsize() > 1:
            self._drop()
        # Python ends the process if it ends while a thread is inside of torch
        worker.join(_LAST_SPECTRUM)

    def __enter__(self) -> "Watch":
        return self

    def __exit__(self, *failure: Any) -> None:
        self.close()


def watch(
    model: Any, every: int = 100, layers: Optional[Sequence[str]] = None, run: str = "", queued: int = _QUEUE
) -> Watch:
    """Watches a torch model: ``with watch(model, every=10) as w: ... w.step(accuracy=a)``.

    Of every weight with two axes or more whose name matches one of ``layers`` (patterns such as ``"*.attn.*"``; all by default) the
    eigenvalues are computed on another thread, where the weight is, and only they are sent. At most ``queued`` wait: beyond that the
    oldest are dropped, with one warning. While no window receives nothing is copied or computed.
    """
    return Watch(model, every, layers, run, queued)


def huggingface_callback(every: int = 100, layers: Optional[Sequence[str]] = None, run: str = "") -> Any:
    """A ``transformers.TrainerCallback`` that watches the trainer's model. Numbers that the trainer logs are sent as metrics."""
    from transformers import TrainerCallback  # type: ignore

    class EigenscopeCallback(TrainerCallback):  # type: ignore
        def __init__(self) -> None:
            self.watch: Optional[Watch] = None

        def on_train_begin(self, args: Any, state: Any, control: Any, model: Any = None, **others: Any) -> None:
            self.watch = Watch(model, every, layers, run)

        def on_step_end(self, args: Any, state: Any, control: Any, **others: Any) -> None:
            if self.watch is not None:
                self.watch.step(state.global_step)

        def on_log(self, args: Any, state: Any, control: Any, logs: Any = None, **others: Any) -> None:
            _log(self.watch, state.global_step, logs)

        def on_train_end(self, args: Any, state: Any, control: Any, **others: Any) -> None:
            if self.watch is not None:
                self.watch.close()

    return EigenscopeCallback()


def lightning_callback(every: int = 100, layers: Optional[Sequence[str]] = None, run: str = "") -> Any:
    """A Lightning ``Callback`` that watches the module it trains. Numbers that the module logs are sent as metrics."""
    try:
        from lightning.pytorch.callbacks import Callback  # type: ignore
    except ImportError:
        from pytorch_lightning.callbacks import Callback  # type: ignore

    class EigenscopeCallback(Callback):  # type: ignore
        def __init__(self) -> None:
            self.watch: Optional[Watch] = None

        def on_train_start(self, trainer: Any, pl_module: Any) -> None:
            self.watch = Watch(pl_module, every, layers, run)

        def on_train_batch_end(self, trainer: Any, pl_module: Any, *others: Any, **named: Any) -> None:
            if self.watch is not None:
                self.watch.step(trainer.global_step)

        def on_validation_end(self, trainer: Any, pl_module: Any) -> None:
            _log(self.watch, trainer.global_step, trainer.callback_metrics)

        def on_train_end(self, trainer: Any, pl_module: Any) -> None:
            if self.watch is not None:
                self.watch.close()

    return EigenscopeCallback()


def _log(watching: Optional[Watch], step: int, logs: Any) -> None:
    if watching is None or not logs or _server.address(patient=False) is None:
        return
    numbers = {}
    for name, value in dict(logs).items():
        try:
            number = float(value)
        except (TypeError, ValueError):
            continue
        if math.isfinite(number):
            numbers[str(name)] = number
    if numbers:
        try:
            body = json.dumps(numbers).encode("utf-8")
            _server.ask("POST", _path("metrics", {"step": step, "run": watching.run}), body, timeout=2.0)
        except EigenscopeError as failure:
            _warn_once("metrics", "Eigenscope: metrics were not sent: %s" % failure)


# -- matrices of a model ------------------------------------------------------------------------------------------------------


def ntk(model: Any, x: Any) -> Any:
    """The empirical neural tangent kernel J J^T, of shape (N C, N C) for N inputs and C outputs each.

    J holds the derivatives of every output by every parameter that is trained: row i C + c of output c of input i. J is held whole,
    N C times the number of parameters.
    """
    torch = sys.modules["torch"]
    parameters = [p for p in model.parameters() if p.requires_grad]
    outputs = model(x).reshape(-1)
    rows = []
    for i in range(outputs.numel()):
        gradients = torch.autograd.grad(outputs[i], parameters, retain_graph=True, allow_unused=True)
        rows.append(
            torch.cat(
                [(g if g is not None else torch.zeros_like(p)).reshape(-1) for g, p in zip(gradients, parameters)]
            )
        )
    jacobian = torch.stack(rows).detach()
    return jacobian @ jacobian.T


def activation_gram(model: Any, x: Any, layer: str) -> Any:
    """A A^T / d of the activations A, N inputs by d values, that the layer of that name gives; of shape (N, N)."""
    torch = sys.modules["torch"]
    modules = dict(model.named_modules())
    if layer not in modules:
        raise ValueError("the model has no layer %r; it has %s" % (layer, ", ".join(n for n in modules if n)))
    seen: List[Any] = []
    hook = modules[layer].register_forward_hook(
        lambda module, inputs, output: seen.append(output[0] if isinstance(output, tuple) else output)
    )
    try:
        with torch.no_grad():
            model(x)
    finally:
        hook.remove()
    if not seen:
        raise ValueError("the layer %r takes no part in the model's forward pass" % layer)
    activations = seen[-1].detach().flatten(1)
    return activations @ activations.T / activations.shape[1]


class HessianDensity:
    """An estimate of a Hessian's spectral density: ``nodes`` (Ritz values) with ``weights`` that add up to 1.

    ``dimension`` is the number of parameters, so that weight times dimension estimates a number of eigenvalues.
    """

    def __init__(self, nodes: List[float], weights: List[float], dimension: int) -> None:
        self.nodes = nodes
        self.weights = weights
        self.dimension = dimension

    def moment(self, order: int) -> float:
        """The mean of the eigenvalues' powers: tr H^order / dimension, estimated."""
        return sum(w * t**order for t, w in zip(self.nodes, self.weights))


def hessian_density(
    model: Any, loss: Callable[[Any, Any], Any], data: Tuple[Any, Any], probes: int = 8, steps: int = 40, seed: int = 0
) -> HessianDensity:
    """The spectral density of the Hessian of ``loss(model(x), y)`` by stochastic Lanczos quadrature.

    ``data`` is ``(x, y)``. From each of ``probes`` random vectors of signs, ``steps`` steps of Lanczos with full reorthogonalisation
    give a Gauss quadrature of the vector's spectral measure (Golub and Meurant 2010; Ubaru, Chen and Saad 2017); products with the
    Hessian come from automatic differentiation. Unbiased for moments of order below 2 steps; the error of a mean over probes falls
    with their square root.
    """
    torch = sys.modules["torch"]
    x, y = data
    parameters = [p for p in model.parameters() if p.requires_grad]
    gradients = torch.autograd.grad(loss(model(x), y), parameters, create_graph=True)
    flat = torch.cat([g.reshape(-1) for g in gradients])
    dimension = flat.numel()

    def product(vector: Any) -> Any:
        if not flat.requires_grad:
            return torch.zeros_like(vector)
        parts = torch.autograd.grad(flat @ vector, parameters, retain_graph=True, allow_unused=True)
        return torch.cat(
            [(h if h is not None else torch.zeros_like(p)).reshape(-1) for h, p in zip(parts, parameters)]
        ).detach()

    generator = torch.Generator().manual_seed(seed)
    nodes: List[float] = []
    weights: List[float] = []
    for _ in range(probes):
        signs = torch.randint(0, 2, (dimension,), generator=generator) * 2 - 1
        start = signs.to(dtype=flat.dtype, device=flat.device) / math.sqrt(dimension)
        ritz, measure = _lanczos(product, start, min(steps, dimension))
        nodes.extend(ritz)
        weights.extend(w / probes for w in measure)
    return HessianDensity(nodes, weights, dimension)


def _lanczos(product: Callable[[Any], Any], start: Any, steps: int) -> Tuple[List[float], List[float]]:
    torch = sys.modules["torch"]
    basis = [start]
    diagonal: List[float] = []
    beside: List[float] = []
    for k in range(steps):
        w = product(basis[k])
        diagonal.append(float(w @ basis[k]))
        known = torch.stack(basis)
        for _ in range(2):
            w = w - known.T @ (known @ w)
        length = float(w.norm())
        scale = max(abs(value) for value in diagonal + beside + [0.0])
        if k + 1 == steps or length <= 1e3 * torch.finfo(w.dtype).eps * max(scale, 1e-300):
            break
        beside.append(length)
        basis.append(w / length)
    tridiagonal = torch.diag(torch.tensor(diagonal, dtype=torch.float64))
    if beside:
        off = torch.tensor(beside, dtype=torch.float64)
        tridiagonal = tridiagonal + torch.diag(off, 1) + torch.diag(off, -1)
    values, vectors = torch.linalg.eigh(tridiagonal)
    return values.tolist(), (vectors[0] ** 2).tolist()
