"""Tests of eigenscope.py against a running server; see README.md."""

import importlib.util
import json
import math
import os
import sys
import tempfile
import threading
import types
import unittest
import unittest.mock
import warnings

import eigenscope

HAS_NUMPY = importlib.util.find_spec("numpy") is not None
HAS_TORCH = importlib.util.find_spec("torch") is not None
if HAS_TORCH:
    import torch


def rows(n, m):
    """A fixed matrix without symmetry."""
    return [[math.sin(1.0 + 7.3 * i + 3.1 * j * j + i * j) for j in range(m)] for i in range(n)]


class ClientTest(unittest.TestCase):
    def test_server_is_found(self):
        self.assertTrue(eigenscope.is_receiving())

    def test_lists_are_sent(self):
        answer = eigenscope.send(rows(3, 5), name="blocks/0 weight", step=7, run="a run", accuracy=0.5)
        self.assertEqual(answer, {"received": "a run/blocks/0 weight @ 7", "eigenvalues": 3, "dropped": 0})

    def test_spectrum_is_sent(self):
        self.assertEqual(eigenscope.send_spectrum([0.0, 1.0, 2.5], (3, 4))["eigenvalues"], 3)

    def test_fit_is_a_dict(self):
        fit = eigenscope.fit(rows(30, 60), law="mp")
        self.assertEqual((fit["law"], fit["n"]), ("mp", 30))

    def test_figure_is_shown_by_jupyter(self):
        self.assertIn("<svg", eigenscope.figure(rows(30, 60), law="mp")._repr_svg_())

    def test_metrics_are_sent(self):
        self.assertEqual(eigenscope.metrics(3, accuracy=0.5, loss=1), {"received": 2})

    def test_metric_that_is_not_finite_is_refused(self):
        with self.assertRaises(ValueError):
            eigenscope.metrics(3, accuracy=float("nan"))

    def test_refusal_is_a_sentence(self):
        with self.assertRaisesRegex(eigenscope.EigenscopeError, "1 to 200 characters"):
            eigenscope.send(rows(3, 5), name="n" * 201)

    def test_ragged_rows_are_refused(self):
        with self.assertRaises(ValueError):
            eigenscope.send([[1.0, 2.0], [3.0]])

    def test_without_server_the_command_is_used(self):
        with tempfile.TemporaryDirectory() as folder:
            program = os.path.join(folder, "eigenscope")
            with open(program, "w") as script:
                script.write("#!/bin/sh\necho '{\"law\": \"from the command '$1'\"}'\n")
            os.chmod(program, 0o700)
            address, path = os.environ.pop("EIGENSCOPE_ADDRESS"), os.environ["PATH"]
            os.environ["EIGENSCOPE_ADDRESS"] = os.path.join(folder, "none.json")
            os.environ["PATH"] = folder + os.pathsep + path
            eigenscope._server.forget()
            try:
                self.assertEqual(eigenscope.fit(rows(3, 5))["law"], "from the command fit")
            finally:
                os.environ["EIGENSCOPE_ADDRESS"], os.environ["PATH"] = address, path
                eigenscope._server.forget()

    @unittest.skipUnless(HAS_NUMPY, "numpy is not there")
    def test_arrays_of_any_order_and_type_are_sent(self):
        import numpy

        base = numpy.array(rows(4, 6))
        for matrix in (base, numpy.asfortranarray(base), base.astype("float32"), base.astype(">f8"), base[::2, ::-1]):
            self.assertIsNotNone(eigenscope.send(matrix, name="array"))
        with self.assertRaises(TypeError):
            eigenscope.send(numpy.array([[object(), 1], [2, 3]]))


@unittest.skipUnless(HAS_TORCH, "torch is not there")
class TorchTest(unittest.TestCase):
    def setUp(self):
        torch.manual_seed(1)
        self.model = torch.nn.Sequential(torch.nn.Linear(6, 5), torch.nn.Tanh(), torch.nn.Linear(5, 3))

    def test_watched_layers_arrive(self):
        with eigenscope.watch(self.model, every=2, layers=["0.*"], run="watched") as watching:
            for step in range(3):
                watching.step(loss=0.5)
        answer = json.loads(eigenscope._server.ask("GET", "/v1/fit?name=0.weight&run=watched&law=mp"))
        self.assertEqual((answer["n"], answer["sample"]["matrix"]), (5, "watched/0.weight @ 2"))
        with self.assertRaises(eigenscope.EigenscopeError):
            eigenscope._server.ask("GET", "/v1/fit?name=2.weight&run=watched")

    def test_full_queue_drops_the_oldest(self):
        watching = eigenscope.Watch(self.model, every=1, queued=1)
        watching._worker = object()  # nobody takes anything
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always")
            watching.step(1)
            watching.step(2)
        self.assertEqual(watching.dropped, 3)
        self.assertEqual(watching._queue.get()[:2], ("2.weight", 2))
        self.assertLessEqual(len(told), 1)

    def test_while_spectra_wait_copies_take_their_share_of_the_time_alone(self):
        now = [0.0]
        watching = eigenscope.Watch(self.model, every=1, queued=1000)
        watching._worker = object()  # nobody takes anything
        watching._began = 0.0

        def clock():
            now[0] += 0.01  # a copy of all weights takes a hundredth of a second
            return now[0]

        with unittest.mock.patch.object(eigenscope.time, "monotonic", clock), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for step in range(1, 101):
                now[0] += 0.09  # and the training of a step nine
                watching.step(step)
        copied = watching._queue.qsize() / 2
        self.assertEqual(2 * copied + watching.dropped, 200)
        self.assertLessEqual(0.01 * copied, 0.05 + 0.02 * now[0] + 0.01)
        self.assertGreater(copied, 10)

    def test_closing_leaves_no_thread_inside_of_torch(self):
        started, go = threading.Event(), threading.Event()

        def slow(weight):
            started.set()
            go.wait(60)
            return [1.0], (1, 1)

        with unittest.mock.patch.object(eigenscope, "_eigenvalues", slow):
            watching = eigenscope.Watch(self.model, every=1)
            watching.step(1)
            worker = watching._worker
            started.wait(60)
            threading.Timer(0.05, go.set).start()
            watching.close(wait=0.0)
        self.assertFalse(worker.is_alive())
        self.assertEqual(watching.dropped, 1)

    def test_eigenvalues_are_squared_singular_values(self):
        weight = self.model[0].weight
        values, shape = eigenscope._eigenvalues(weight)
        expected = torch.linalg.svdvals(weight.detach().double()) ** 2
        self.assertEqual(shape, (5, 6))
        for value, wanted in zip(sorted(values), sorted(expected.tolist())):
            self.assertAlmostEqual(value, wanted, delta=1e-13)

    def test_rank_deficiency_is_sent_as_zeros(self):
        values, _ = eigenscope._eigenvalues(torch.outer(torch.arange(1.0, 6.0), torch.arange(1.0, 8.0)))
        self.assertEqual(sorted(values)[:4], [0.0] * 4)

    def test_kernel_of_a_linear_model_is_known(self):
        model = torch.nn.Linear(4, 1, bias=False)
        x = torch.randn(3, 4)
        self.assertTrue(torch.allclose(eigenscope.ntk(model, x), x @ x.T, atol=1e-5))

    def test_gram_matrix_of_activations(self):
        x = torch.randn(4, 6)
        expected = self.model[0](x).detach()
        gram = eigenscope.activation_gram(self.model, x, "0")
        self.assertTrue(torch.allclose(gram, expected @ expected.T / 5, atol=1e-6))

    def test_moments_of_a_hessian_that_is_known(self):
        model = torch.nn.Linear(6, 1, bias=False).double()
        x, y = torch.randn(20, 6).double(), torch.zeros(20, 1).double()
        density = eigenscope.hessian_density(model, torch.nn.functional.mse_loss, (x, y), probes=200, steps=6)
        hessian = 2 * x.T @ x / 20
        self.assertAlmostEqual(sum(density.weights), 1.0, places=10)
        self.assertEqual(density.dimension, 6)
        # the variance of z^T H z with signs z is twice the sum of the squares off the diagonal
        off = hessian - torch.diag(torch.diag(hessian))
        deviation = float((2 * (off**2).sum() / 200).sqrt()) / 6
        self.assertAlmostEqual(density.moment(1), float(hessian.trace()) / 6, delta=4 * deviation)
        eigenvalues = torch.linalg.eigvalsh(hessian)
        self.assertAlmostEqual(max(density.nodes), float(eigenvalues[-1]), delta=1e-8)

    def test_trainers_drive_a_watch(self):
        class Base:
            pass

        transformers = types.ModuleType("transformers")
        transformers.TrainerCallback = Base
        lightning = types.ModuleType("pytorch_lightning.callbacks")
        lightning.Callback = Base
        stand_ins = {
            "transformers": transformers,
            "pytorch_lightning": types.ModuleType("pytorch_lightning"),
            "pytorch_lightning.callbacks": lightning,
            "lightning": None,
        }
        kept = {name: sys.modules.get(name) for name in stand_ins}
        sys.modules.update(stand_ins)
        try:
            state = types.SimpleNamespace(global_step=4)
            callback = eigenscope.huggingface_callback(every=4, run="hf")
            callback.on_train_begin(None, state, None, model=self.model)
            callback.on_step_end(None, state, None)
            callback.on_log(None, state, None, logs={"loss": 0.5, "note": "text"})
            callback.on_train_end(None, state, None)
            trainer = types.SimpleNamespace(global_step=4, callback_metrics={"accuracy": torch.tensor(0.5)})
            callback = eigenscope.lightning_callback(every=4, run="lightning")
            callback.on_train_start(trainer, self.model)
            callback.on_train_batch_end(trainer, self.model, None, None, 0)
            callback.on_validation_end(trainer, self.model)
            callback.on_train_end(trainer, self.model)
        finally:
            for name, module in kept.items():
                if module is None:
                    sys.modules.pop(name, None)
                else:
                    sys.modules[name] = module
        for run in ("hf", "lightning"):
            answer = eigenscope._server.ask("GET", "/v1/fit?name=0.weight&law=mp&run=" + run)
            self.assertEqual(json.loads(answer)["sample"]["matrix"], run + "/0.weight @ 4")


if __name__ == "__main__":
    unittest.main()
