package org.eigenscope.io.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The short settings in the JSON files that lie beside a model, such as {@code adapter_config.json}. */
public final class ModelSettings {
    private static final long MAX_BYTES = 1 << 22;
    private static final int MAX_SETTINGS = 1_000;
    private static final int MAX_CHARS = 200;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxNameLength(10_000)
                    .maxDocumentLength(MAX_BYTES)
                    .build())
            .build();

    private static final List<String> FILES =
            List.of("adapter_config.json", "quantize_config.json", "quant_config.json", "config.json");

    private ModelSettings() {}

    /**
     * The settings in a file beside another; none if it is not there or is no JSON object, since nobody named it.
     *
     * @param part the object inside it that is meant; empty for the whole
     */
    public static Map<String, String> beside(Path model, String name, String part) {
        Path file = model.resolveSibling(name);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
                return Map.of();
            }
            return read(Files.readAllBytes(file), part);
        } catch (IOException unreadable) {
            return Map.of();
        }
    }

    /** The files of settings that lie beside a model. */
    public static List<Path> files(Path model) {
        return FILES.stream()
                .map(model::resolveSibling)
                .filter(file -> Files.isRegularFile(file) && !file.equals(model))
                .toList();
    }

    /** The quantisation settings beside a model, wherever its framework puts them. */
    static Map<String, String> quantization(Path model) {
        for (List<String> place : List.of(
                List.of("quantize_config.json", ""),
                List.of("quant_config.json", ""),
                List.of("config.json", "quantization_config"))) {
            Map<String, String> settings = beside(model, place.get(0), place.get(1));
            if (!settings.isEmpty()) {
                return settings;
            }
        }
        return Map.of();
    }

    /** The settings in a JSON text. */
    static Map<String, String> of(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8), "");
    }

    private static Map<String, String> read(byte[] text, String part) throws IOException {
        Map<String, String> settings = new HashMap<>();
        try (JsonParser json = JSON.createParser(text)) {
            if (json.nextToken() == JsonToken.START_OBJECT) {
                readObject(json, part, settings);
            }
        }
        return settings;
    }

    private static void readObject(JsonParser json, String part, Map<String, String> settings) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME && settings.size() < MAX_SETTINGS) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.START_OBJECT && key.equals(part)) {
                readObject(json, "", settings);
            } else if (value == JsonToken.START_ARRAY && part.isEmpty()) {
                settings.put(key, list(json));
            } else if (value.isScalarValue() && part.isEmpty() && json.getText().length() <= MAX_CHARS) {
                settings.put(key, json.getText());
            } else {
                json.skipChildren();
            }
        }
    }

    /** A list of numbers or texts, joined by commas; what is nested in it is left out. */
    private static String list(JsonParser json) throws IOException {
        StringBuilder items = new StringBuilder();
        for (JsonToken item = json.nextToken(); item != JsonToken.END_ARRAY && item != null; item = json.nextToken()) {
            if (item.isScalarValue() && items.length() < MAX_CHARS) {
                items.append(items.length() == 0 ? "" : ",").append(json.getText());
            } else {
                json.skipChildren();
            }
        }
        return items.toString();
    }
}
