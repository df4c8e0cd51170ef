package org.eigenscope.io.format.tfjs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.io.TensorShape;
import org.eigenscope.io.format.tfjs.ManifestWeight.Quantization;
import org.eigenscope.io.kit.FileNames;

/**
 * What a model file of TensorFlow.js says of its weights.
 *
 * @param groups the groups of files with the weights that lie in them, one after the other
 * @param operators of a graph model: for each input of an operator, without its port, the operator and which input it is
 */
record Manifest(List<Group> groups, Map<String, Use> operators) {
    static final String KEY = "weightsManifest";

    private static final long MAX_BYTES = 1 << 26;
    private static final int MAX_WEIGHTS = 200_000;
    private static final int MAX_FILES = 10_000;
    private static final int MAX_AXES = 64;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(64)
                    .maxNameLength(10_000)
                    .maxDocumentLength(MAX_BYTES)
                    .build())
            .build();

    /** Files that are read as one, and the weights in them. */
    record Group(List<String> files, List<ManifestWeight> weights) {
        Group {
            files = List.copyOf(files);
            weights = List.copyOf(weights);
        }
    }

    /**
     * What a weight is for.
     *
     * @param operator of TensorFlow, such as {@code Conv2D}
     * @param input which of its inputs
     */
    record Use(String operator, int input) {}

    static Manifest read(Path path) throws IOException, BadInputException {
        String label = FileNames.last(path);
        try (JsonParser json = JSON.createParser(path.toFile())) {
            Manifest manifest = parse(json);
            if (manifest.groups().isEmpty()) {
                throw new BadInputException(label + " is no model of TensorFlow.js: it has no '" + KEY + "'.");
            }
            return manifest;
        } catch (JsonProcessingException malformed) {
            throw new BadInputException(
                    label + " is a damaged model file: " + malformed.getOriginalMessage() + ".", malformed);
        } catch (IllegalArgumentException | ArithmeticException malformed) {
            throw new BadInputException(label + " is a damaged model file: " + malformed.getMessage() + ".", malformed);
        }
    }

    private static Manifest parse(JsonParser json) throws IOException {
        List<Group> groups = new ArrayList<>();
        Map<String, Use> operators = new LinkedHashMap<>();
        JsonToken first = json.nextToken();
        if (first == JsonToken.START_ARRAY) {
            // the weights_manifest.json of older versions is the manifest alone
            groups(json, groups);
            return new Manifest(List.copyOf(groups), operators);
        }
        require(first == JsonToken.START_OBJECT, "it is neither an object nor an array");
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            if (key.equals(KEY)) {
                require(value == JsonToken.START_ARRAY, "its '" + KEY + "' is no array");
                groups(json, groups);
            } else if (key.equals("modelTopology") && value == JsonToken.START_OBJECT) {
                topology(json, operators);
            } else {
                json.skipChildren();
            }
        }
        return new Manifest(List.copyOf(groups), operators);
    }

    private static void groups(JsonParser json, List<Group> groups) throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            groups.add(group(json));
        }
    }

    private static Group group(JsonParser json) throws IOException {
        require(json.currentToken() == JsonToken.START_OBJECT, "a group of weights is no object");
        List<String> files = List.of();
        List<ManifestWeight> weights = new ArrayList<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            if (key.equals("paths") && value == JsonToken.START_ARRAY) {
                files = texts(json);
            } else if (key.equals("weights") && value == JsonToken.START_ARRAY) {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    weights.add(weight(json));
                    require(weights.size() <= MAX_WEIGHTS, "it names more than " + MAX_WEIGHTS + " weights");
                }
            } else {
                json.skipChildren();
            }
        }
        return new Group(files, weights);
    }

    private static ManifestWeight weight(JsonParser json) throws IOException {
        require(json.currentToken() == JsonToken.START_OBJECT, "a weight is no object");
        String name = "";
        String dtype = "";
        List<Long> shape = List.of();
        Optional<Quantization> quantization = Optional.empty();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            if (key.equals("name")) {
                name = json.getText();
            } else if (key.equals("dtype")) {
                dtype = json.getText();
            } else if (key.equals("shape") && value == JsonToken.START_ARRAY) {
                shape = sizes(json);
            } else if (key.equals("quantization") && value == JsonToken.START_OBJECT) {
                quantization = Optional.of(quantization(json));
            } else {
                json.skipChildren();
            }
        }
        require(!name.isEmpty(), "a weight has no name");
        return new ManifestWeight(name, shape, dtype, quantization);
    }

    private static Quantization quantization(JsonParser json) throws IOException {
        String dtype = "";
        double scale = 1;
        double min = 0;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            if (key.equals("dtype")) {
                dtype = json.getText();
            } else if (key.equals("scale") && value.isNumeric()) {
                scale = json.getDoubleValue();
            } else if (key.equals("min") && value.isNumeric()) {
                min = json.getDoubleValue();
            } else {
                json.skipChildren();
            }
        }
        return new Quantization(dtype, scale, min);
    }

    private static List<Long> sizes(JsonParser json) throws IOException {
        List<Long> sizes = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            require(
                    json.currentToken() == JsonToken.VALUE_NUMBER_INT && sizes.size() < MAX_AXES,
                    "a shape is no list of sizes");
            sizes.add(json.getLongValue());
        }
        TensorShape.countEntries(sizes);
        return sizes;
    }

    private static List<String> texts(JsonParser json) throws IOException {
        List<String> texts = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            require(
                    json.currentToken() == JsonToken.VALUE_STRING && texts.size() < MAX_FILES,
                    "its paths are no list of names");
            texts.add(json.getText());
        }
        return texts;
    }

    /** Of a graph model the operators, which are the elements of {@code node}; layers say nothing that names do not. */
    private static void topology(JsonParser json, Map<String, Use> operators) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean nodes = json.currentName().equals("node");
            if (json.nextToken() == JsonToken.START_ARRAY && nodes) {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    node(json, operators);
                }
            } else {
                json.skipChildren();
            }
        }
    }

    private static void node(JsonParser json, Map<String, Use> operators) throws IOException {
        require(json.currentToken() == JsonToken.START_OBJECT, "an operator is no object");
        String operator = "";
        List<String> inputs = List.of();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            if (key.equals("op")) {
                operator = json.getText();
            } else if (key.equals("input") && value == JsonToken.START_ARRAY) {
                inputs = texts(json);
            } else {
                json.skipChildren();
            }
        }
        for (int i = 0; i < inputs.size(); i++) {
            String input = inputs.get(i);
            int port = input.indexOf(':');
            operators.putIfAbsent(port < 0 ? input : input.substring(0, port), new Use(operator, i));
        }
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
