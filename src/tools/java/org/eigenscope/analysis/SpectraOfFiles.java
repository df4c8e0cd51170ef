package org.eigenscope.analysis;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.library.MatrixFileOpener;
import org.eigenscope.library.MatrixLibrary;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.library.SelectedTensor;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.SpectrumOptions;

/**
 * The spectra of many files in one process, for {@code src/test/python/files.py}, which compares them with numpy's: a line of JSON for
 * each matrix. What fails by an exception that is no sentence for users is written as such.
 *
 * <p>Arguments: a file that lists FILE or FILE#NAME, one a line, and the file to write.
 */
public final class SpectraOfFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SpectraOfFiles() {}

    public static void main(String[] arguments) throws IOException {
        List<String> targets = Files.readAllLines(Path.of(arguments[0]));
        try (Writer out = Files.newBufferedWriter(Path.of(arguments[1]))) {
            for (String target : targets) {
                of(target, out);
            }
        }
    }

    private static void of(String target, Writer out) throws IOException {
        int mark = target.indexOf('#');
        Path path = Path.of(mark < 0 ? target : target.substring(0, mark));
        try (MatrixLibrary library = new MatrixLibrary(new MatrixFileOpener())) {
            if (mark >= 0) {
                spectrum(library, path, target.substring(mark + 1), out);
                return;
            }
            for (TensorInfo info : library.open(path).tensors()) {
                if (info.isReadable()) {
                    spectrum(library, path, info.name(), out);
                } else {
                    write(out, path, info.name(), "skipped", info.skipReason().orElse(""));
                }
            }
        } catch (EigenscopeException refused) {
            write(out, path, "", "refused", String.valueOf(refused.getMessage()));
        } catch (RuntimeException | StackOverflowError crash) {
            write(out, path, "", "crash", crash.toString());
        }
    }

    private static void spectrum(MatrixLibrary library, Path path, String name, Writer out) throws IOException {
        try {
            MatrixTarget where = new MatrixTarget(path, name.isEmpty() ? Optional.empty() : Optional.of(name));
            SelectedTensor tensor = library.select(where, CancelToken.NONE);
            TensorSpectrum result =
                    TensorSpectrum.of(tensor, SpectrumOptions.withDefaults(), ProgressListener.NONE, CancelToken.NONE);
            write(out, path, name, "values", result.spectrum().ascending());
        } catch (EigenscopeException refused) {
            write(out, path, name, "refused", String.valueOf(refused.getMessage()));
        } catch (RuntimeException | StackOverflowError crash) {
            write(out, path, name, "crash", crash.toString());
        }
    }

    private static void write(Writer out, Path path, String name, String what, Object value) throws IOException {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("file", path.toString());
        line.put("name", name);
        line.put(what, value);
        out.write(JSON.writeValueAsString(line));
        out.write('\n');
        out.flush();
    }
}
