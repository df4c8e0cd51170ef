package org.eigenscope.io.format.onnx;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.MatrixReader;
import org.eigenscope.io.TensorAxes;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.TensorShape;
import org.eigenscope.io.format.onnx.OnnxModel.SparseInitializer;
import org.eigenscope.io.format.onnx.OnnxTensor.Data;
import org.eigenscope.io.format.onnx.OnnxTensor.Encoding;
import org.eigenscope.io.kit.BlockSource;
import org.eigenscope.io.kit.DenseLayout;
import org.eigenscope.io.kit.FileNames;
import org.eigenscope.io.kit.FileStamp;
import org.eigenscope.io.kit.ListedFile;
import org.eigenscope.io.kit.ListedTensor;
import org.eigenscope.io.kit.MappedBlocks;
import org.eigenscope.io.kit.MappedRegion;
import org.eigenscope.io.kit.SparseEntries;
import org.eigenscope.io.kit.TensorSource;
import org.eigenscope.matrix.ElementType;
import org.eigenscope.progress.CancelToken;

/** The weights of an ONNX model, inside it or in files beside it. */
public final class OnnxReader implements MatrixReader {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int MAX_IR_VERSION = 40;

    @Override
    public String formatName() {
        return "ONNX";
    }

    @Override
    public List<String> endings() {
        return List.of("onnx");
    }

    @Override
    public String scope() {
        return "initialisers and constants, also sparse, quantised, of nested graphs and in files beside the model";
    }

    /** Models have no magic bytes, but start with the format's version and, as a rule, with who made them. */
    @Override
    public Recognition recognise(byte[] head, Path path) {
        boolean starts =
                head.length > 4 && head[0] == (1 << 3 | ProtoInput.VARINT) && head[1] > 0 && head[1] <= MAX_IR_VERSION;
        boolean goesOn = starts && (startsText(head, 2) || head[2] == (7 << 3 | ProtoInput.BYTES));
        return goesOn ? Recognition.BY_CONTENT : FileNames.recognise(path, endings());
    }

    @Override
    public MatrixFile open(Path path, CancelToken cancel) throws IOException, EigenscopeException {
        FileStamp stamp = FileStamp.of(path);
        OnnxModel model;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES)) {
            model = OnnxModel.read(new ProtoInput(in), stamp.size());
        }
        cancel.throwIfCancelled();
        if (model.tensors().isEmpty()) {
            throw new BadInputException(FileNames.last(path) + " is no ONNX model with weights in it.");
        }
        OperatorAxes axes = new OperatorAxes(model.nodes());
        Dequantization dequantization = new Dequantization(model.nodes());
        List<ListedTensor> stored = new ArrayList<>();
        List<ListedTensor> tensors = new ArrayList<>();
        for (OnnxTensor tensor : model.tensors()) {
            TensorShape.countBytes(tensor.shape(), Long.BYTES, FileNames.last(path) + "#" + tensor.name());
            SparseInitializer sparse = model.sparse().get(stored.size());
            ListedTensor listed = sparse == null ? listed(path, tensor) : sparse(path, tensor, sparse);
            stored.add(listed);
            dequantization.add(tensor.value(), listed);
        }
        for (int i = 0; i < stored.size(); i++) {
            String value = model.tensors().get(i).value();
            ListedTensor listed = dequantization.of(value, stored.get(i));
            Optional<TensorAxes> told = axes.of(value, listed.info().shape());
            tensors.add(renamed(told.isPresent() ? listed.withAxes(told.get()) : listed, model.namesInFile()));
        }
        ListedFile listed = new ListedFile(path, stamp, formatName(), tensors, model.facts(), companions(path, model));
        return model.namesInFile().isEmpty() ? listed : new RenamedFile(listed, model.namesInFile());
    }

    private static Set<Path> companions(Path path, OnnxModel model) {
        Set<Path> files = new LinkedHashSet<>();
        for (OnnxTensor tensor : model.tensors()) {
            ExternalData.place(path, tensor.external()).ifPresent(files::add);
        }
        return files;
    }

    /** A tensor named after the node that uses it says what the file calls it. */
    private static ListedTensor renamed(ListedTensor tensor, Map<String, String> namesInFile) {
        String own = namesInFile.get(tensor.info().name());
        if (own == null) {
            return tensor;
        }
        String note = tensor.info().note();
        String named = own + " in the file, named after the node that uses it";
        TensorInfo info = tensor.info().withNote(note.isEmpty() ? named : note + "; " + named);
        return tensor.withInfo(info);
    }

    /** The producer's name: a tag, a short length and a printable letter. */
    private static boolean startsText(byte[] head, int at) {
        return head[at] == (2 << 3 | ProtoInput.BYTES) && head[at + 1] >= 0 && head[at + 2] >= ' ';
    }

    private static ListedTensor listed(Path path, OnnxTensor tensor) {
        if (!tensor.fault().isEmpty()) {
            return skipped(tensor, tensor.fault());
        }
        if (OnnxTypes.elementType(tensor.type()).isEmpty()) {
            return skipped(tensor, OnnxTypes.skipReason(tensor.type()));
        }
        ElementType type = OnnxTypes.elementType(tensor.type()).get();
        TensorInfo info = TensorInfo.of(tensor.name(), type, tensor.shape());
        if (!info.hasEntries()) {
            return ListedTensor.unreadable(info);
        }
        DenseLayout layout = new DenseLayout(type, ByteOrder.LITTLE_ENDIAN, false, tensor.shape());
        long entries = TensorShape.countEntries(tensor.shape());
        if (!tensor.external().isEmpty()) {
            return external(path, tensor, info, layout, entries * type.bytes());
        }
        if (tensor.data() == null) {
            return skipped(tensor, "its entries are missing");
        }
        if (!fits(tensor.data(), type, entries)) {
            return skipped(
                    tensor,
                    "its " + tensor.data().length() + " bytes cannot be the " + entries + " entries of its shape");
        }
        Data data = tensor.data();
        return data.encoding() == Encoding.VARINTS
                ? new ListedTensor(info, inside(path, data, layout))
                : ListedTensor.mapped(info, new MappedRegion(path, data.start(), data.length(), layout));
    }

    private static ListedTensor sparse(Path path, OnnxTensor tensor, SparseInitializer stored) {
        ListedTensor values = listed(path, stored.values());
        ListedTensor indices = listed(path, stored.indices());
        boolean matrix = tensor.shape().size() == 2;
        if (!matrix || !values.info().hasEntries() || !indices.info().hasEntries()) {
            return skipped(tensor, "sparse, in a way that is not read");
        }
        ElementType type = values.info().elementType().orElseThrow();
        TensorInfo info =
                TensorInfo.of(tensor.name(), type, tensor.shape()).withStoredAs(type.displayName() + ", sparse");
        return ListedTensor.sparse(info, job -> {
            double[] entries = values.source().read(job);
            double[] places = indices.source().read(job);
            boolean pairs = places.length == 2 * entries.length;
            double columns = tensor.shape().get(1);
            double[] rowOf = new double[entries.length];
            double[] columnOf = new double[entries.length];
            for (int i = 0; i < entries.length && (pairs || i < places.length); i++) {
                rowOf[i] = pairs ? places[2 * i] : Math.floor(places[i] / columns);
                columnOf[i] = pairs ? places[2 * i + 1] : places[i] - rowOf[i] * columns;
            }
            if (!pairs && places.length != entries.length) {
                throw new BadInputException(job.label() + " has not a place for each of its entries: it is damaged.");
            }
            return SparseEntries.ofCoordinates(
                    tensor.shape().get(0), tensor.shape().get(1), rowOf, columnOf, entries, job.label());
        });
    }

    private static boolean fits(Data data, ElementType type, long entries) {
        return switch (data.encoding()) {
            case RAW -> data.length() == entries * type.bytes();
            case FLOATS -> type == ElementType.F32 && data.length() == entries * Float.BYTES;
            case DOUBLES -> type == ElementType.F64 && data.length() == entries * Double.BYTES;
            case VARINTS -> VarintBlocks.canHold(type) && data.length() >= entries && data.length() / 10 <= entries;
        };
    }

    private static TensorSource inside(Path path, Data data, DenseLayout layout) {
        return job -> {
            BlockSource stored = MappedBlocks.open(path, data.start(), data.length());
            try (BlockSource blocks = new VarintBlocks(stored, data.length(), layout.type())) {
                return layout.read(blocks, job);
            }
        };
    }

    private static ListedTensor external(
            Path path, OnnxTensor tensor, TensorInfo info, DenseLayout layout, long bytes) {
        try {
            ExternalData data = ExternalData.of(path, tensor.external(), bytes);
            return new ListedTensor(info, job -> data.read(layout, job));
        } catch (BadInputException reason) {
            return skipped(tensor, reason.getMessage());
        }
    }

    private static ListedTensor skipped(OnnxTensor tensor, String reason) {
        return ListedTensor.unreadable(TensorInfo.skipped(tensor.name(), tensor.shape(), reason));
    }
}
