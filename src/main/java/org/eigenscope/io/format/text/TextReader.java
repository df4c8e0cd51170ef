package org.eigenscope.io.format.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.MatrixReader;
import org.eigenscope.io.kit.FileNames;
import org.eigenscope.progress.CancelToken;

/** Text tables: comma-, semicolon-, tab- or bar-separated values, or numbers between blanks. */
public final class TextReader implements MatrixReader {
    /** The format's name. */
    public static final String NAME = "text (CSV, TSV, TXT)";

    private static final Pattern STARTS_WITH_NUMBER = Pattern.compile("\\s*\"?[+-]?(\\d|\\.\\d)[\\s\\S]*");

    @Override
    public String formatName() {
        return NAME;
    }

    @Override
    public List<String> endings() {
        return List.of("csv", "tsv", "tab", "psv", "txt", "text", "dat", "asc");
    }

    @Override
    public String scope() {
        return "tables of numbers, with or without names of rows and columns";
    }

    /** Any text whose first line of data starts with a number will do; by name, anything that is text at all. */
    @Override
    public Recognition recognise(byte[] head, Path path) {
        int mark = TextInput.byteOrderMarkLength(head);
        String text = new String(head, mark, head.length - mark, TextInput.charset(head));
        if (text.chars().anyMatch(c -> c < ' ' && "\t\n\r\f".indexOf(c) < 0)) {
            return Recognition.NO;
        }
        boolean numbers = text.lines()
                .filter(TextLines::isData)
                .findFirst()
                .filter(line -> STARTS_WITH_NUMBER.matcher(line).matches())
                .isPresent();
        return numbers ? Recognition.BY_CONTENT : FileNames.recognise(path, endings());
    }

    @Override
    public boolean unpacksGzip() {
        return true;
    }

    @Override
    public MatrixFile open(Path path, CancelToken cancel) throws IOException, EigenscopeException {
        return TextFile.open(path, formatName(), cancel);
    }
}
