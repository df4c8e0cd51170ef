package org.eigenscope.io.format.tflite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.MatrixReader;
import org.eigenscope.io.kit.FileNames;
import org.eigenscope.io.kit.FileStamp;
import org.eigenscope.io.kit.ListedFile;
import org.eigenscope.io.kit.ListedTensor;
import org.eigenscope.progress.CancelToken;

/** Models of TensorFlow Lite. */
public final class TfliteReader implements MatrixReader {
    private static final String IDENTIFIER = "TFL3";
    private static final int IDENTIFIER_AT = 4;

    @Override
    public String formatName() {
        return "tflite";
    }

    @Override
    public List<String> endings() {
        return List.of("tflite");
    }

    @Override
    public String scope() {
        return "TensorFlow Lite models, dequantised";
    }

    @Override
    public Recognition recognise(byte[] head, Path path) {
        return hasIdentifier(head) ? Recognition.BY_CONTENT : FileNames.recognise(path, endings());
    }

    private static boolean hasIdentifier(byte[] head) {
        int end = IDENTIFIER_AT + IDENTIFIER.length();
        return head.length >= end
                && new String(head, IDENTIFIER_AT, IDENTIFIER.length(), StandardCharsets.ISO_8859_1).equals(IDENTIFIER);
    }

    @Override
    public MatrixFile open(Path path, CancelToken cancel) throws IOException, EigenscopeException {
        FileStamp stamp = FileStamp.of(path);
        String label = FileNames.last(path);
        List<ListedTensor> tensors;
        try {
            tensors = TfliteModel.list(path, label);
        } catch (IllegalArgumentException | ArithmeticException malformed) {
            throw new BadInputException(label + " is a damaged TensorFlow Lite model.", malformed);
        } catch (IOException failure) {
            throw new BadInputException(
                    label + " is no TensorFlow Lite model, or it is damaged: " + failure.getMessage() + ".", failure);
        }
        if (tensors.isEmpty()) {
            throw new BadInputException(label + " holds no tensors with entries.");
        }
        return new ListedFile(path, stamp, formatName(), tensors, Map.of());
    }
}
