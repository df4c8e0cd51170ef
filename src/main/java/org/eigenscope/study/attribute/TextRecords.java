package org.eigenscope.study.attribute;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eigenscope.error.BadInputException;

/** Tables of texts: CSV or TSV with names in the first line, a JSON array of objects, or an object a line. */
public final class TextRecords {
    private static final long MOST_BYTES = 1L << 28;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TextRecords() {}

    /**
     * The rows of a table, each by name in the order of the columns; what is null or nested is left out.
     *
     * @throws BadInputException if it cannot be read or is no table
     */
    public static List<Map<String, String>> read(Path file) throws BadInputException {
        try {
            if (!Files.isRegularFile(file)) {
                throw new BadInputException("There is no table " + file + ".");
            }
            if (Files.size(file) == 0) {
                // files of /proc say so too, and some never end
                throw new BadInputException(file + " is empty.");
            }
            if (Files.size(file) > MOST_BYTES) {
                throw new BadInputException(file + " is too large for a table of rows.");
            }
            String text = Files.readString(file, StandardCharsets.UTF_8);
            String plain = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
            char first = plain.isBlank() ? ' ' : plain.stripLeading().charAt(0);
            return first == '[' || first == '{' ? json(plain) : lines(plain);
        } catch (IOException | UncheckedIOException | CsvParseException failure) {
            throw new BadInputException(
                    file + " cannot be read as a table; write CSV or TSV in UTF-8 with names in the first line, or JSON"
                            + " objects.",
                    failure);
        }
    }

    private static List<Map<String, String>> json(String text) throws JsonProcessingException, IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (MappingIterator<JsonNode> values =
                new ObjectMapper().readerFor(JsonNode.class).readValues(text)) {
            while (values.hasNextValue()) {
                JsonNode value = values.nextValue();
                // an array is read object by object
                Map<String, String> row = new LinkedHashMap<>();
                for (Iterator<Map.Entry<String, JsonNode>> fields = value.fields(); fields.hasNext(); ) {
                    Map.Entry<String, JsonNode> field = fields.next();
                    if (field.getValue().isValueNode() && !field.getValue().isNull()) {
                        row.put(field.getKey(), field.getValue().asText());
                    }
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static List<Map<String, String>> lines(String text) {
        String first = text.lines().findFirst().orElse("");
        char separator = first.contains("\t") ? '\t' : first.contains(";") && !first.contains(",") ? ';' : ',';
        List<String> names = new ArrayList<>();
        List<Map<String, String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().fieldSeparator(separator).ofCsvRecord(text)) {
            for (CsvRecord line : reader) {
                if (names.isEmpty()) {
                    names.addAll(line.getFields());
                    continue;
                }
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < Math.min(names.size(), line.getFieldCount()); i++) {
                    row.put(names.get(i), line.getField(i));
                }
                rows.add(row);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return rows;
    }
}
