package org.eigenscope.io.format.shard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eigenscope.error.BadInputException;
import org.eigenscope.io.kit.FileNames;

/**
 * The index of a model that is spread over several files.
 *
 * @param files by tensor, the name of the file that holds it
 * @param metadata what the index says of the model
 */
record ShardIndex(Map<String, String> files, Map<String, String> metadata) {
    static final String KEY = "weight_map";

    private static final long MAX_BYTES = 1 << 26;
    private static final int MAX_TENSORS = 200_000;
    private static final int MAX_FACTS = 100;
    private static final int MAX_FACT_CHARS = 200;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(16)
                    .maxNameLength(10_000)
                    .maxDocumentLength(MAX_BYTES)
                    .build())
            .build();

    static ShardIndex read(Path path) throws IOException, BadInputException {
        String label = FileNames.last(path);
        try (JsonParser json = JSON.createParser(path.toFile())) {
            ShardIndex index = parse(json);
            if (index.files().isEmpty()) {
                throw new BadInputException(label + " is no index of a model: it has no '" + KEY + "'.");
            }
            return index;
        } catch (JsonProcessingException malformed) {
            throw new BadInputException(
                    label + " is a damaged index: " + malformed.getOriginalMessage() + ".", malformed);
        } catch (IllegalArgumentException malformed) {
            throw new BadInputException(label + " is a damaged index: " + malformed.getMessage() + ".", malformed);
        }
    }

    private static ShardIndex parse(JsonParser json) throws IOException {
        require(json.nextToken() == JsonToken.START_OBJECT, "it is not a JSON object");
        Map<String, String> files = Map.of();
        Map<String, String> metadata = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            if (key.equals(KEY)) {
                require(value == JsonToken.START_OBJECT, "its '" + KEY + "' is no object");
                files = files(json);
            } else if (key.equals("metadata") && value == JsonToken.START_OBJECT) {
                readFacts(json, metadata);
            } else {
                json.skipChildren();
            }
        }
        return new ShardIndex(files, metadata);
    }

    private static Map<String, String> files(JsonParser json) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String tensor = json.currentName();
            require(json.nextToken() == JsonToken.VALUE_STRING, "the file of '" + tensor + "' is no text");
            files.put(tensor, json.getText());
            require(files.size() <= MAX_TENSORS, "it names more than " + MAX_TENSORS + " tensors");
        }
        return files;
    }

    private static void readFacts(JsonParser json, Map<String, String> facts) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            if (json.nextToken().isScalarValue()) {
                String text = json.getText();
                if (text.length() <= MAX_FACT_CHARS && facts.size() < MAX_FACTS) {
                    facts.put(key, text);
                }
            } else {
                json.skipChildren();
            }
        }
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
