package org.eigenscope.cli.console;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Optional;
import java.util.OptionalDouble;

/** JSON on standard output. It has no NaN and no infinities, so those are written as null. */
public final class Json {
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .characterEscapes(new PrintableJson())
            .build();

    private final JsonGenerator out;

    /** What is written between an opening and a closing bracket. */
    @FunctionalInterface
    public interface Body {
        void write() throws IOException;
    }

    private Json(JsonGenerator out) {
        this.out = out;
    }

    /** A document that is one object. */
    public static void document(DataOutput output, JsonBody body) throws IOException {
        try (JsonGenerator generator = FACTORY.createGenerator(output.asWriter())) {
            generator.setPrettyPrinter(new DefaultPrettyPrinter());
            body.write(new Json(generator));
        }
        output.line("");
    }

    /** A value on one line, without its end. */
    public static String line(JsonBody body) throws IOException {
        StringWriter line = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(line)) {
            body.write(new Json(generator));
        }
        return line.toString();
    }

    /** What a document holds. */
    @FunctionalInterface
    public interface JsonBody {
        void write(Json json) throws IOException;
    }

    public void object(Body body) throws IOException {
        out.writeStartObject();
        body.write();
        out.writeEndObject();
    }

    public void object(String key, Body body) throws IOException {
        out.writeFieldName(key);
        object(body);
    }

    public void array(Body body) throws IOException {
        out.writeStartArray();
        body.write();
        out.writeEndArray();
    }

    public void array(String key, Body body) throws IOException {
        out.writeFieldName(key);
        array(body);
    }

    public void integers(String key, Iterable<Long> values) throws IOException {
        array(key, () -> {
            for (long value : values) {
                out.writeNumber(value);
            }
        });
    }

    public void numbers(String key, double... values) throws IOException {
        array(key, () -> {
            for (double value : values) {
                number(value);
            }
        });
    }

    /** An array inside an array. */
    public void numbers(double... values) throws IOException {
        array(() -> {
            for (double value : values) {
                number(value);
            }
        });
    }

    public void texts(String key, Iterable<String> values) throws IOException {
        array(key, () -> {
            for (String value : values) {
                out.writeString(value);
            }
        });
    }

    public void field(String key, String value) throws IOException {
        out.writeStringField(key, value);
    }

    public void field(String key, Optional<String> value) throws IOException {
        out.writeFieldName(key);
        if (value.isPresent()) {
            out.writeString(value.get());
        } else {
            out.writeNull();
        }
    }

    public void field(String key, long value) throws IOException {
        out.writeNumberField(key, value);
    }

    public void field(String key, boolean value) throws IOException {
        out.writeBooleanField(key, value);
    }

    public void field(String key, double value) throws IOException {
        out.writeFieldName(key);
        number(value);
    }

    public void field(String key, OptionalDouble value) throws IOException {
        field(key, value.orElse(Double.NaN));
    }

    private void number(double value) throws IOException {
        if (Double.isFinite(value)) {
            out.writeNumber(value);
        } else {
            out.writeNull();
        }
    }
}
