package org.eigenscope.bridge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The little JSON that a server reads and writes itself. */
final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int MOST_NUMBERS = 256;

    private Json() {}

    /** Writes an object of texts, whole numbers and truth values, in their order. */
    static byte[] object(Map<String, ?> fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
            out.writeStartObject();
            for (Map.Entry<String, ?> field : fields.entrySet()) {
                out.writeFieldName(field.getKey());
                out.writePOJO(field.getValue());
            }
            out.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads an object of finite numbers.
     *
     * @throws RefusedException if it is something else
     */
    static Map<String, Double> numbers(byte[] text) throws RefusedException {
        Map<String, Double> numbers = new LinkedHashMap<>();
        try (JsonParser in = FACTORY.createParser(text)) {
            require(in.nextToken() == JsonToken.START_OBJECT);
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = RequestQuery.required("metric", in.currentName());
                require(in.nextToken().isNumeric());
                double value = in.getDoubleValue();
                require(Double.isFinite(value) && numbers.size() < MOST_NUMBERS);
                require(numbers.put(name, value) == null);
            }
            require(in.currentToken() == JsonToken.END_OBJECT && in.nextToken() == null);
        } catch (IOException malformed) {
            throw notNumbers();
        }
        return numbers;
    }

    private static void require(boolean right) throws RefusedException {
        if (!right) {
            throw notNumbers();
        }
    }

    private static RefusedException notNumbers() {
        return new RefusedException(
                RefusedException.UNPROCESSABLE,
                "Metrics are a JSON object of at most " + MOST_NUMBERS
                        + " finite numbers by name, such as {\"accuracy\": 0.91}; each name may come once.");
    }
}
