package org.eigenscope.study.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.eigenscope.error.BadInputException;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.study.Cells;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyKey;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.exchange.ExchangedRow.FileVersion;

/**
 * Rows as lines of JSON, exact to the last bit: numbers in their shortest form that reads back as the same double, eigenvalues as base64 of
 * little-endian doubles.
 */
public final class RowLines {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}|");
    private static final Pattern INFINITE = Pattern.compile("-?Infinity");
    private static final int MOST_ATTRIBUTES = 200;

    private RowLines() {}

    /** A row as one line, without its end. */
    public static String write(ExchangedRow row) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            StudyKey key = row.row().key();
            json.writeStringField("content", key.content());
            json.writeStringField("convention", key.convention());
            json.writeStringField("options", key.options());
            json.writeNumberField("file_bytes", row.file().bytes());
            json.writeNumberField("file_modified", row.file().modified());
            json.writeNumberField("written", row.written());
            json.writeObjectFieldStart("cells");
            for (Map.Entry<Column, Object> cell : row.row().cells().values().entrySet()) {
                boolean finite = !(cell.getValue() instanceof Double number) || !number.isInfinite();
                json.writeObjectField(
                        cell.getKey().id(),
                        finite ? cell.getValue() : cell.getValue().toString());
            }
            json.writeEndObject();
            json.writeObjectFieldStart("attributes");
            for (Map.Entry<String, String> attribute : row.row().attributes().entrySet()) {
                json.writeStringField(attribute.getKey(), attribute.getValue());
            }
            json.writeEndObject();
            if (row.spectrum().isPresent()) {
                write(json, row.spectrum().get());
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new IllegalStateException("a text takes every line", impossible);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Spectrum spectrum) throws IOException {
        Spectrum.Details details = spectrum.details();
        double[] values = spectrum.computed();
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        json.writeObjectFieldStart("spectrum");
        json.writeNumberField("rows", details.rows());
        json.writeNumberField("columns", details.columns());
        json.writeStringField("kind", details.source().name());
        json.writeStringField("normalization", details.normalization().id());
        json.writeNumberField("zero_tolerance", details.zeroTolerance());
        json.writeStringField("solver", details.solver());
        if (details.relativeAccuracy().isPresent()) {
            json.writeNumberField("accuracy", details.relativeAccuracy().getAsDouble());
        }
        json.writeStringField("eigenvalues", Base64.getEncoder().encodeToString(bytes.array()));
        json.writeEndObject();
    }

    /**
     * The row of a line. Columns that this version does not know are left out.
     *
     * @throws BadInputException if it is no such line
     */
    public static ExchangedRow read(String line) throws BadInputException {
        try {
            JsonNode json = JSON.readTree(line);
            if (json == null || !json.isObject()) {
                throw new BadInputException("A line is no JSON object.");
            }
            StudyKey key = new StudyKey(text(json, "content"), text(json, "convention"), text(json, "options"));
            if (!DIGEST.matcher(key.content()).matches()) {
                throw new BadInputException("A line's \"content\" is no SHA-256.");
            }
            Map<String, String> attributes = new LinkedHashMap<>();
            json.path("attributes").properties().stream()
                    .limit(MOST_ATTRIBUTES)
                    .forEach(field ->
                            attributes.put(field.getKey(), field.getValue().asText()));
            FileVersion file = new FileVersion(
                    json.path("file_bytes").asLong(-1),
                    json.path("file_modified").asLong(-1));
            StudyRow row = new StudyRow(0, key, cells(json.path("cells")), attributes);
            return new ExchangedRow(
                    row,
                    spectrum(json.path("spectrum")),
                    file,
                    json.path("written").asLong(0));
        } catch (JsonProcessingException malformed) {
            throw new BadInputException("A line is no JSON: " + malformed.getOriginalMessage() + ".", malformed);
        }
    }

    private static String text(JsonNode json, String name) throws BadInputException {
        JsonNode value = json.path(name);
        if (!value.isTextual()) {
            throw new BadInputException("A line has no text \"" + name + "\".");
        }
        return value.textValue();
    }

    private static Cells cells(JsonNode json) throws BadInputException {
        Map<Column, Object> values = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            JsonNode value = json.path(column.id());
            if (value.isMissingNode() || value.isNull()) {
                continue;
            }
            boolean fits = switch (column.type()) {
                case TEXT -> value.isTextual();
                case INTEGER -> value.canConvertToLong() && value.isIntegralNumber();
                case REAL ->
                    value.isNumber() || INFINITE.matcher(value.asText()).matches();
            };
            if (!fits) {
                throw new BadInputException("A line's \"" + column.id() + "\" is not of its column's type.");
            }
            values.put(
                    column,
                    switch (column.type()) {
                        case TEXT -> value.textValue();
                        case INTEGER -> (Object) value.longValue();
                        case REAL -> (Object) Double.valueOf(value.asText());
                    });
        }
        return new Cells(values);
    }

    private static Optional<Spectrum> spectrum(JsonNode json) throws BadInputException {
        if (json.isMissingNode()) {
            return Optional.empty();
        }
        Optional<Spectrum.Source> source = Arrays.stream(Spectrum.Source.values())
                .filter(kind -> kind.name().equals(json.path("kind").asText()))
                .findFirst();
        Optional<Normalization> normalization = Arrays.stream(Normalization.values())
                .filter(scaling ->
                        scaling.id().equals(json.path("normalization").asText()))
                .findFirst();
        double[] values = values(json.path("eigenvalues").asText());
        int rows = json.path("rows").asInt();
        int columns = json.path("columns").asInt();
        double tolerance = json.path("zero_tolerance").asDouble(-1);
        boolean sound = source.isPresent()
                && normalization.isPresent()
                && rows > 0
                && columns > 0
                && tolerance >= 0
                && values.length > 0
                && Arrays.stream(values).allMatch(Double::isFinite);
        if (!sound) {
            throw new BadInputException("A line's \"spectrum\" is damaged.");
        }
        JsonNode accuracy = json.path("accuracy");
        Spectrum.Details details = new Spectrum.Details(
                rows,
                columns,
                source.get(),
                normalization.get(),
                tolerance,
                json.path("solver").asText(),
                accuracy.isNumber() ? OptionalDouble.of(accuracy.doubleValue()) : OptionalDouble.empty());
        return Optional.of(Spectrum.of(values, details));
    }

    private static double[] values(String base64) throws BadInputException {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            double[] values = new double[bytes.length / Double.BYTES];
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asDoubleBuffer()
                    .get(values);
            return values;
        } catch (IllegalArgumentException noBase64) {
            throw new BadInputException("A line's eigenvalues are no base64.", noBase64);
        }
    }
}
