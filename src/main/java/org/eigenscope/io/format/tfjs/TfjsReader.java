package org.eigenscope.io.format.tfjs;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.MatrixReader;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.TensorShape;
import org.eigenscope.io.format.tfjs.ManifestWeight.Quantization;
import org.eigenscope.io.kit.BlockSource;
import org.eigenscope.io.kit.CompanionFile;
import org.eigenscope.io.kit.DenseLayout;
import org.eigenscope.io.kit.FileNames;
import org.eigenscope.io.kit.FileStamp;
import org.eigenscope.io.kit.ListedFile;
import org.eigenscope.io.kit.ListedTensor;
import org.eigenscope.io.kit.ReadJob;
import org.eigenscope.matrix.ElementType;
import org.eigenscope.progress.CancelToken;

/** Models of TensorFlow.js: {@code model.json} and, beside it, files of weights that it names. */
public final class TfjsReader implements MatrixReader {
    private static final Map<String, ElementType> TYPES = Map.of(
            "float32", ElementType.F32,
            "float16", ElementType.F16,
            "int32", ElementType.I32,
            "uint8", ElementType.U8,
            "uint16", ElementType.U16,
            "bool", ElementType.BOOL,
            "complex64", ElementType.C64);

    @Override
    public String formatName() {
        return "tfjs";
    }

    @Override
    public List<String> endings() {
        return List.of("model.json", "weights_manifest.json");
    }

    @Override
    public String scope() {
        return "TensorFlow.js models with their files of weights, dequantised";
    }

    @Override
    public Recognition recognise(byte[] head, Path path) {
        String start = new String(head, StandardCharsets.ISO_8859_1).strip();
        boolean words = start.contains('"' + Manifest.KEY + '"') || start.contains("\"modelTopology\"");
        boolean manifest = start.startsWith("[") && start.contains("\"weights\"") && start.contains("\"shape\"");
        if (start.startsWith("{") && words || manifest) {
            return Recognition.BY_CONTENT;
        }
        boolean named = FileNames.last(path).endsWith("model.json")
                || FileNames.last(path).endsWith("weights_manifest.json");
        return named ? Recognition.BY_NAME : Recognition.NO;
    }

    @Override
    public MatrixFile open(Path path, CancelToken cancel) throws IOException, EigenscopeException {
        FileStamp stamp = FileStamp.of(path);
        Manifest manifest = Manifest.read(path);
        List<ListedTensor> tensors = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<Path> companions = new LinkedHashSet<>();
        for (Manifest.Group group : manifest.groups()) {
            cancel.throwIfCancelled();
            new GroupOfWeights(path, group, manifest.operators(), names).list(tensors, companions);
        }
        return new ListedFile(path, stamp, formatName(), tensors, Map.of(), companions);
    }

    /** The weights of one group of files. */
    private record GroupOfWeights(Path path, Manifest.Group group, Map<String, Manifest.Use> uses, Set<String> names) {
        void list(List<ListedTensor> tensors, Set<Path> companions) throws BadInputException {
            List<CompanionFile> files = new ArrayList<>();
            Optional<String> fault = Optional.empty();
            long available = 0;
            try {
                for (String name : group.files()) {
                    CompanionFile file = CompanionFile.beside(path, name);
                    files.add(file);
                    companions.add(file.path());
                    available += file.size();
                }
            } catch (BadInputException missing) {
                fault = Optional.of(missing.getMessage());
            }
            long at = 0;
            for (ManifestWeight weight : group.weights()) {
                if (!names.add(weight.name())) {
                    throw new BadInputException(
                            FileNames.last(path) + " has two weights named '" + weight.name() + "': it is damaged.");
                }
                ElementType stored = stored(weight);
                if (stored == null) {
                    tensors.add(skipped(weight, unreadable(weight)));
                    // strings have no size that is told, so nothing is known of what follows them
                    fault = fault.or(
                            () -> Optional.of("it lies behind '" + weight.name() + "', whose size is not told"));
                    continue;
                }
                String label = FileNames.last(path) + "#" + weight.name();
                long bytes = TensorShape.countBytes(weight.shape(), stored.bytes(), label);
                if (fault.isEmpty() && bytes > available - at) {
                    fault = Optional.of("its files end before it: one of them is truncated or missing");
                }
                tensors.add(fault.isPresent() ? skipped(weight, fault.get()) : listed(weight, stored, files, at));
                at += fault.isPresent() ? 0 : bytes;
            }
        }

        private static ListedTensor skipped(ManifestWeight weight, String reason) {
            return ListedTensor.unreadable(TensorInfo.skipped(weight.name(), weight.shape(), reason));
        }

        private static String unreadable(ManifestWeight weight) {
            String type = weight.quantization().map(Quantization::dtype).orElse(weight.dtype());
            return type.equals("string") ? "string" : "numbers of the unknown type '" + type + "'";
        }

        private static ElementType stored(ManifestWeight weight) {
            return TYPES.get(weight.quantization().map(Quantization::dtype).orElse(weight.dtype()));
        }

        private ListedTensor listed(ManifestWeight weight, ElementType stored, List<CompanionFile> files, long at) {
            boolean scaled = weight.quantization().isPresent() && stored != ElementType.F16;
            ElementType type = scaled ? ElementType.F32 : stored;
            WeightLayout layout = WeightLayout.of(weight, uses.get(weight.name()));
            TensorInfo plain = TensorInfo.of(weight.name(), type, layout.order().shown(weight.shape()));
            TensorInfo info = layout.axes().map(plain::withAxes).orElse(plain);
            info = info.withNote(note(layout.note(), scaled));
            if (scaled) {
                info = info.withStoredAs(stored.displayName());
            }
            if (!info.hasEntries()) {
                return ListedTensor.unreadable(info);
            }
            DenseLayout dense = new DenseLayout(stored, ByteOrder.LITTLE_ENDIAN, false, weight.shape());
            return new ListedTensor(info, job -> {
                for (CompanionFile file : files) {
                    file.verify();
                }
                double[] entries = read(dense, files, at, job);
                if (scaled) {
                    Quantization rule = weight.quantization().get();
                    for (int i = 0; i < entries.length; i++) {
                        entries[i] = entries[i] * rule.scale() + rule.min();
                    }
                }
                return layout.order().apply(entries, weight.shape(), job.label());
            });
        }

        private static String note(String layout, boolean scaled) {
            return layout + (scaled && !layout.isEmpty() ? "; " : "") + (scaled ? "dequantised" : "");
        }

        private static double[] read(DenseLayout dense, List<CompanionFile> files, long at, ReadJob job)
                throws IOException, EigenscopeException {
            try (BlockSource blocks = new JoinedFiles(files, at)) {
                return dense.read(blocks, job);
            }
        }
    }
}
