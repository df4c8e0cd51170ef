package org.eigenscope.io.format.safetensors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eigenscope.error.BadInputException;
import org.eigenscope.io.kit.archive.BoundedStream;
import org.eigenscope.matrix.ElementType;

/**
 * The JSON header of a safetensors file.
 *
 * @param tensors what it declares, in its order
 * @param metadata its {@code __metadata__}
 */
record SafetensorsHeader(List<Declared> tensors, Map<String, String> metadata) {
    /** The format's own limit on the header. */
    static final long MAX_BYTES = 100_000_000;

    private static final int MAX_TENSORS = 200_000;
    private static final int MAX_DIMENSIONS = 64;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(4)
                    .maxNumberLength(20)
                    .maxNameLength(10_000)
                    .maxDocumentLength(MAX_BYTES)
                    .build())
            .build();

    /**
     * One tensor, as declared and not yet believed.
     *
     * @param begin its first byte in the data
     * @param end the byte after its last
     */
    record Declared(String name, String dtype, List<Long> shape, long begin, long end) {}

    /**
     * Reads the header from a stream that stands at its first byte.
     *
     * @param length its bytes
     * @param label the file, as messages name it
     */
    static SafetensorsHeader read(InputStream in, long length, String label) throws IOException, BadInputException {
        try (JsonParser json = JSON.createParser(new BoundedStream(in, length))) {
            SafetensorsHeader header = parse(json);
            if (json.nextToken() != null) {
                throw new BadInputException(label + " has text after its safetensors header: the file is damaged.");
            }
            return header;
        } catch (JsonProcessingException malformed) {
            throw new BadInputException(
                    label + " has a damaged safetensors header: " + malformed.getOriginalMessage() + ".", malformed);
        } catch (IllegalArgumentException malformed) {
            throw new BadInputException(
                    label + " has a damaged safetensors header: " + malformed.getMessage() + ".", malformed);
        }
    }

    /** The number format of a dtype, null if it is none that we read. */
    static ElementType elementType(String dtype) {
        return switch (dtype) {
            case "F64", "F32", "F16", "BF16", "I64", "I32", "I16", "I8", "U64", "U32", "U16", "U8", "BOOL" ->
                ElementType.valueOf(dtype);
            case "F8_E4M3", "F8_E5M2", "F8_E4M3FNUZ", "F8_E5M2FNUZ", "F8_E8M0", "C64" -> ElementType.valueOf(dtype);
            default -> null;
        };
    }

    static String skipReason(String dtype) {
        return dtype.startsWith("C") ? "complex" : "numbers of type " + dtype;
    }

    private static SafetensorsHeader parse(JsonParser json) throws IOException {
        require(json.nextToken() == JsonToken.START_OBJECT, "it is not a JSON object");
        List<Declared> tensors = new ArrayList<>();
        Map<String, String> metadata = Map.of();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            require(json.nextToken() == JsonToken.START_OBJECT, "'" + name + "' is not an object");
            if (name.equals("__metadata__")) {
                metadata = metadata(json);
            } else {
                tensors.add(tensor(name, json));
                require(tensors.size() <= MAX_TENSORS, "it declares more than " + MAX_TENSORS + " tensors");
            }
        }
        return new SafetensorsHeader(tensors, metadata);
    }

    private static Map<String, String> metadata(JsonParser json) throws IOException {
        Map<String, String> metadata = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            require(json.nextToken() == JsonToken.VALUE_STRING, "metadata '" + key + "' is not a string");
            metadata.put(key, json.getText());
        }
        return metadata;
    }

    private static Declared tensor(String name, JsonParser json) throws IOException {
        String dtype = null;
        List<Long> shape = null;
        List<Long> offsets = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            json.nextToken();
            switch (key) {
                case "dtype" -> dtype = dtype(name, json);
                case "shape" -> shape = sizes(name, json);
                case "data_offsets" -> offsets = sizes(name, json);
                default -> throw new IllegalArgumentException("'" + name + "' has the unknown key '" + key + "'");
            }
        }
        require(dtype != null && shape != null && offsets != null, "'" + name + "' lacks dtype, shape or data_offsets");
        require(offsets.size() == 2, "'" + name + "' has " + offsets.size() + " data_offsets instead of 2");
        return new Declared(name, dtype, shape, offsets.get(0), offsets.get(1));
    }

    private static String dtype(String name, JsonParser json) throws IOException {
        require(json.currentToken() == JsonToken.VALUE_STRING, "the dtype of '" + name + "' is not a string");
        return json.getText();
    }

    private static List<Long> sizes(String name, JsonParser json) throws IOException {
        require(json.currentToken() == JsonToken.START_ARRAY, "'" + name + "' has a size that is no list");
        List<Long> sizes = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            require(
                    json.currentToken() == JsonToken.VALUE_NUMBER_INT,
                    "'" + name + "' has a size that is no whole number");
            // throws Jackson's own exception beyond the range of a long
            long size = json.getLongValue();
            require(size >= 0, "'" + name + "' has a negative size");
            require(sizes.size() < MAX_DIMENSIONS, "'" + name + "' has more than " + MAX_DIMENSIONS + " sizes");
            sizes.add(size);
        }
        return sizes;
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
