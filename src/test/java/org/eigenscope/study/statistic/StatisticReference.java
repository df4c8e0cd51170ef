package org.eigenscope.study.statistic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.StreamSupport;

/** Numbers of scipy and numpy. */
public final class StatisticReference {
    private StatisticReference() {}

    public static JsonNode read() {
        try (InputStream in = StatisticReference.class.getResourceAsStream("/study/statistic/expected.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }
}
