package org.eigenscope.io.format.safetensors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import org.eigenscope.matrix.ElementType;

/** Writes tensors of single or double precision in the safetensors format. */
public final class SafetensorsWriter {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int ALIGNMENT = 8;

    private SafetensorsWriter() {}

    /**
     * A tensor, row-major.
     *
     * @param name of the tensor
     * @param shape its sizes, outermost first
     * @param type F32 or F64, to which the values are rounded when they are written
     * @param values its entries
     */
    public record Tensor(String name, List<Integer> shape, ElementType type, double[] values) {
        /** @throws IllegalArgumentException if the values do not fill the shape, or the type is another */
        public Tensor {
            if (type != ElementType.F32 && type != ElementType.F64) {
                throw new IllegalArgumentException("type = " + type + " is not written");
            }
            shape = List.copyOf(shape);
            long count = shape.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
            if (count != values.length) {
                throw new IllegalArgumentException(values.length + " values do not fill " + shape);
            }
        }
    }

    /** Writes a file: the length of a header, the header, and the numbers in the order of the tensors. */
    public static void write(OutputStream out, List<Tensor> tensors, Map<String, String> metadata) throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(header)) {
            header(json, tensors, metadata);
        }
        while (header.size() % ALIGNMENT != 0) {
            header.write(' ');
        }
        out.write(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.size())
                .array());
        header.writeTo(out);
        for (Tensor tensor : tensors) {
            int each = tensor.type().bytes();
            ByteBuffer numbers =
                    ByteBuffer.allocate(tensor.values().length * each).order(ByteOrder.LITTLE_ENDIAN);
            for (double value : tensor.values()) {
                if (each == Float.BYTES) {
                    numbers.putFloat((float) value);
                } else {
                    numbers.putDouble(value);
                }
            }
            out.write(numbers.array());
        }
    }

    private static void header(JsonGenerator json, List<Tensor> tensors, Map<String, String> metadata)
            throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("__metadata__");
        for (Map.Entry<String, String> entry : metadata.entrySet()) {
            json.writeStringField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
        long at = 0;
        for (Tensor tensor : tensors) {
            json.writeObjectFieldStart(tensor.name());
            json.writeStringField("dtype", tensor.type().name());
            json.writeArrayFieldStart("shape");
            for (int size : tensor.shape()) {
                json.writeNumber(size);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("data_offsets");
            json.writeNumber(at);
            at += (long) tensor.values().length * tensor.type().bytes();
            json.writeNumber(at);
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
