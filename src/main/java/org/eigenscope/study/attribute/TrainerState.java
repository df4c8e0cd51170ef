package org.eigenscope.study.attribute;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What Hugging Face's trainer leaves beside a checkpoint, {@code trainer_state.json}: its step and epoch, and of everything in its log
 * the last value up to that step.
 */
final class TrainerState {
    private static final String NAME = "trainer_state.json";
    private static final long MOST_BYTES = 1L << 26;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxNameLength(10_000)
                    .maxDocumentLength(MOST_BYTES)
                    .build())
            .build();

    private TrainerState() {}

    /** The attributes beside a file; none if there is no such file or it is no JSON object, since nobody named it. */
    static List<Attribute> beside(Path file) {
        Path state = file.toAbsolutePath().resolveSibling(NAME);
        try {
            if (!Files.isRegularFile(state) || Files.size(state) > MOST_BYTES) {
                return List.of();
            }
            try (JsonParser json = JSON.createParser(Files.readAllBytes(state))) {
                return read(json);
            }
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static List<Attribute> read(JsonParser json) throws IOException {
        Map<String, String> own = new LinkedHashMap<>();
        List<Map<String, String>> log = new ArrayList<>();
        if (json.nextToken() == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String key = json.currentName();
                JsonToken value = json.nextToken();
                if (key.equals("log_history") && value == JsonToken.START_ARRAY) {
                    readLog(json, log);
                } else if (value.isNumeric() && (key.equals("global_step") || key.equals("epoch"))) {
                    own.put(key, json.getText());
                } else {
                    json.skipChildren();
                }
            }
        }
        return attributes(own, log);
    }

    private static void readLog(JsonParser json, List<Map<String, String>> log) throws IOException {
        for (JsonToken entry = json.nextToken();
                entry != JsonToken.END_ARRAY && entry != null;
                entry = json.nextToken()) {
            if (entry != JsonToken.START_OBJECT) {
                json.skipChildren();
                continue;
            }
            Map<String, String> values = new LinkedHashMap<>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String key = json.currentName();
                if (json.nextToken().isNumeric()) {
                    values.put(key, json.getText());
                } else {
                    json.skipChildren();
                }
            }
            log.add(values);
        }
    }

    private static List<Attribute> attributes(Map<String, String> own, List<Map<String, String>> log) {
        double step = number(own.get("global_step"), Double.POSITIVE_INFINITY);
        Map<String, String> values = new LinkedHashMap<>(own);
        for (Map<String, String> entry : log) {
            if (number(entry.get("step"), Double.NEGATIVE_INFINITY) <= step) {
                entry.forEach((key, value) -> {
                    if (!key.equals("step") && !key.equals("epoch")) {
                        values.put(key, value);
                    }
                });
            }
        }
        List<Attribute> found = new ArrayList<>();
        values.forEach((key, value) -> AttributeNames.attribute(key, value, AttributeOrigin.TRAINER_STATE)
                .ifPresent(found::add));
        return found;
    }

    private static double number(String text, double otherwise) {
        try {
            return text == null ? otherwise : Double.parseDouble(text);
        } catch (NumberFormatException unusable) {
            return otherwise;
        }
    }
}
