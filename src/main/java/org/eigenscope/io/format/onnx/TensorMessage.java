package org.eigenscope.io.format.onnx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eigenscope.io.format.onnx.OnnxTensor.Data;
import org.eigenscope.io.format.onnx.OnnxTensor.Encoding;

/** Reads one {@code TensorProto}. Its entries are stepped over and only their place is kept. */
final class TensorMessage {
    private static final int MAX_DIMENSIONS = 64;
    private static final int MAX_EXTERNAL_KEYS = 16;

    private final ProtoInput in;
    private final List<Long> shape = new ArrayList<>();
    private final Map<String, String> external = new LinkedHashMap<>();
    private String name = "";
    private int type;
    private Data data;
    private String fault = "";

    private TensorMessage(ProtoInput in) {
        this.in = in;
    }

    static OnnxTensor read(ProtoInput in, long end) throws IOException {
        TensorMessage message = new TensorMessage(in);
        for (int field = in.nextField(end); field != 0; field = in.nextField(end)) {
            message.take(field, end);
        }
        return new OnnxTensor(
                message.name,
                message.name,
                List.copyOf(message.shape),
                message.type,
                message.data,
                message.external,
                message.fault);
    }

    private void take(int field, long end) throws IOException {
        switch (field) {
            case 1 << 3 | ProtoInput.VARINT -> addSize(in.varint());
            case 1 << 3 | ProtoInput.BYTES -> addSizes(in.lengthEnd(end));
            case 2 << 3 | ProtoInput.VARINT -> type = (int) in.varint();
            case 4 << 3 | ProtoInput.BYTES -> keep(Encoding.FLOATS, end);
            case 5 << 3 | ProtoInput.BYTES, 7 << 3 | ProtoInput.BYTES, 11 << 3 | ProtoInput.BYTES ->
                keep(Encoding.VARINTS, end);
            case 8 << 3 | ProtoInput.BYTES -> name = in.text(end);
            case 9 << 3 | ProtoInput.BYTES -> keep(Encoding.RAW, end);
            case 10 << 3 | ProtoInput.BYTES -> keep(Encoding.DOUBLES, end);
            case 13 << 3 | ProtoInput.BYTES -> addExternal(in.lengthEnd(end));
            case 3 << 3 | ProtoInput.BYTES -> {
                fault = "a segment of a tensor";
                in.skip(field, end);
            }
            default -> in.skip(field, end);
        }
    }

    private void addSizes(long end) throws IOException {
        while (in.position() < end) {
            addSize(in.varint());
        }
    }

    private void addSize(long size) throws IOException {
        if (size < 0 || shape.size() >= MAX_DIMENSIONS) {
            throw new IOException("it has a tensor with an impossible shape at byte " + in.position());
        }
        shape.add(size);
    }

    private void keep(Encoding encoding, long end) throws IOException {
        long dataEnd = in.lengthEnd(end);
        if (data != null) {
            fault = "its entries are written in several pieces";
        }
        data = new Data(encoding, in.position(), dataEnd - in.position());
        in.skipTo(dataEnd);
    }

    /** A pair of texts: key, value. */
    private void addExternal(long end) throws IOException {
        String key = "";
        String value = "";
        for (int field = in.nextField(end); field != 0; field = in.nextField(end)) {
            switch (field) {
                case 1 << 3 | ProtoInput.BYTES -> key = in.text(end);
                case 2 << 3 | ProtoInput.BYTES -> value = in.text(end);
                default -> in.skip(field, end);
            }
        }
        if (external.size() < MAX_EXTERNAL_KEYS) {
            external.put(key, value);
        }
    }
}
