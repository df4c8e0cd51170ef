package org.eigenscope.io.format.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.MatrixReader;
import org.eigenscope.io.kit.FileNames;
import org.eigenscope.io.kit.FileStamp;
import org.eigenscope.io.kit.ListedFile;
import org.eigenscope.progress.CancelToken;

/** Octave's text format, {@code save -text}: any number of variables, full, sparse, diagonal or in structs and cells. */
public final class OctaveTextReader implements MatrixReader {
    private static final Pattern FIRST_VARIABLE =
            Pattern.compile("(?s)^(\\s*[#%][^\\r\\n]*\\R)*?\\s*[#%] name: [^\\r\\n]*\\R\\s*[#%] type: .*");

    @Override
    public String formatName() {
        return "Octave text";
    }

    @Override
    public String scope() {
        return "variables saved as text, sparse and diagonal ones, in structs and cells too";
    }

    @Override
    public Recognition recognise(byte[] head, Path path) {
        int mark = TextInput.byteOrderMarkLength(head);
        String text = new String(head, mark, head.length - mark, TextInput.charset(head));
        return FIRST_VARIABLE.matcher(text).matches() ? Recognition.BY_CONTENT : Recognition.NO;
    }

    @Override
    public boolean unpacksGzip() {
        return true;
    }

    @Override
    public MatrixFile open(Path path, CancelToken cancel) throws IOException, EigenscopeException {
        FileStamp stamp = FileStamp.of(path);
        TextInput input = TextInput.of(path);
        try (TextLines lines = new TextLines(input.open(), FileNames.last(path))) {
            OctaveVariables found = new OctaveVariables(lines, input, FileNames.last(path), cancel);
            return new ListedFile(path, stamp, formatName(), found.list(), Map.of());
        }
    }
}
