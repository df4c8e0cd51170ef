package org.eigenscope.io.fuzz;

import java.util.List;

/**
 * The seeds of one format: small files that it reads, in as many variants as it has.
 *
 * @param name the format, as the test's report names it
 * @param seeds the files to damage, below the reference folder; a mutant keeps its seed's last name
 * @param companions files that must lie undamaged beside each mutant, such as the shards that an index names
 */
record FuzzFormat(String name, List<String> seeds, List<String> companions) {
    static final List<FuzzFormat> ALL = List.of(
            of("npy", "io/version1.npy", "io/version3.npy", "io/fortran3.npy", "io/structured.npy", "io/object.npy"),
            of("npz", "io/stored.npz", "io/deflated.npz", "io/zip64.npz"),
            of("safetensors", "io/types.safetensors", "files/m.safetensors"),
            of(
                    "PyTorch",
                    "torch/views.pt",
                    "torch/repacked.pt",
                    "torch/module.pt",
                    "torch/script.pt",
                    "torch/later.pt"),
            of("PyTorch before 1.6", "torch/views_legacy.pt", "files/legacy.pt", "torch/checkpoint_legacy.pt"),
            of("pickle", "pickle/protocol2.pkl", "pickle/protocol3.pkl", "pickle/protocol5.pkl"),
            of("hdf5", "files/net.h5", "science/earliest.h5", "science/latest.h5", "science/many.h5"),
            of("virtual datasets", "virtual/earliest.h5", "virtual/latest.h5", "virtual/latest_references.h5")
                    .beside("virtual/part-0.h5", "virtual/part-1.h5", "virtual/part-2.h5"),
            of("keras", "science/stored.keras", "science/deflated.keras", "science/keras_legacy.h5"),
            of(
                    "mat 4 and 5",
                    "files/v5.mat",
                    "science/v5.mat",
                    "science/v5_compressed.mat",
                    "science/v4.mat",
                    "science/v5_big.mat"),
            of("mat 7.3", "science/v73.mat"),
            of(
                    "matrixmarket",
                    "files/coo.mtx",
                    "science/general.mtx",
                    "science/array.mtx",
                    "science/pattern.mtx",
                    "science/array_skew.mtx",
                    "science/symmetric.mtx",
                    "science/general.mtx.gz"),
            of("gzip", "science/table.csv.gz", "science/array.npy.gz", "science/general.mtx.gz"),
            of(
                    "GGUF",
                    "gguf/plain.gguf",
                    "gguf/version2.gguf",
                    "gguf/blocks.gguf",
                    "gguf/plain_big.gguf",
                    "gguf/skipped.gguf"),
            of(
                            "ONNX",
                            "onnx/ways.onnx",
                            "onnx/nested.onnx",
                            "onnx/exported.onnx",
                            "onnx/external.onnx",
                            "onnx/skipped.onnx")
                    .beside("onnx/external.onnx_data"),
            of("shard index", "sharded/model.safetensors.index.json", "sharded/pytorch_model.bin.index.json")
                    .beside(
                            "sharded/model-00001-of-00002.safetensors",
                            "sharded/model-00002-of-00002.safetensors",
                            "sharded/pytorch_model-00001-of-00002.bin",
                            "sharded/pytorch_model-00002-of-00002.bin"),
            of(
                    "sparse",
                    "sparse/csr.npz",
                    "sparse/dia.npz",
                    "sparse/sparse.pt",
                    "sparse/logical.mat",
                    "random/f0008.mat"),
            of(
                    "complex",
                    "random/f0001.npy",
                    "random/f0007.mat",
                    "random/skew.mtx",
                    "random/f0015.h5",
                    "random/f0013.pkl"),
            of("packed chunks", "random/filters.h5", "random/f0017.h5"),
            of(
                    "adapters, stacks and packed weights",
                    "random/f0021.safetensors",
                    "models/kohya.safetensors",
                    "adapters/lycoris.safetensors",
                    "adapters/applied.safetensors",
                    "models/gptq.safetensors",
                    "models/bitsandbytes.safetensors",
                    "models/scaled.safetensors",
                    "models/dequantised.onnx"),
            of("TensorFlow Lite", "random/f0025.tflite", "random/f0026.tflite"),
            of("TensorFlow.js", "random/f0027.tfjs/model.json")
                    .beside("random/f0027.tfjs/group1-shard1of2.bin", "random/f0027.tfjs/group1-shard2of2.bin"),
            of("text", "io/savetxt.txt", "io/trailing.csv", "files/semi.csv", "files/header.tsv"));

    static FuzzFormat of(String name, String... seeds) {
        return new FuzzFormat(name, List.of(seeds), List.of());
    }

    FuzzFormat beside(String... files) {
        return new FuzzFormat(name, seeds, List.of(files));
    }

    @Override
    public String toString() {
        return name;
    }
}
