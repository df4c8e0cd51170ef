package org.eigenscope.io.format.mat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.MatrixReader;
import org.eigenscope.io.format.hdf.matlab.MatlabHdf;
import org.eigenscope.io.kit.FileNames;
import org.eigenscope.io.kit.FileStamp;
import org.eigenscope.io.kit.ListedFile;
import org.eigenscope.io.kit.ListedTensor;
import org.eigenscope.progress.CancelToken;

/** MATLAB's MAT-files of versions 4, 5 and 7.3. */
public final class MatReader implements MatrixReader {
    private static final int HEAD_BYTES = 1024;
    private static final String VERSION_73 = "MATLAB 7.3";

    @Override
    public String formatName() {
        return "mat";
    }

    @Override
    public List<String> endings() {
        return List.of("mat");
    }

    @Override
    public String scope() {
        return "numeric variables of versions 4, 5 and 7.3, in structures and cells too";
    }

    @Override
    public Recognition recognise(byte[] head, Path path) {
        return Version5.isHeader(head) || isVersion73(head)
                ? Recognition.BY_CONTENT
                : FileNames.recognise(path, endings());
    }

    private static boolean isVersion73(byte[] head) {
        return new String(head, StandardCharsets.ISO_8859_1).startsWith(VERSION_73) && MatlabHdf.isContent(head);
    }

    @Override
    public MatrixFile open(Path path, CancelToken cancel) throws IOException, EigenscopeException {
        FileStamp stamp = FileStamp.of(path);
        String label = FileNames.last(path);
        byte[] head;
        try (InputStream in = Files.newInputStream(path)) {
            head = in.readNBytes(HEAD_BYTES);
        }
        List<ListedTensor> tensors;
        if (Version5.isHeader(head)) {
            tensors = Version5.list(path, label, head, cancel);
        } else if (isVersion73(head)) {
            tensors = MatlabHdf.list(path, label, cancel);
        } else {
            tensors = Version4.list(path, label);
        }
        if (tensors.isEmpty()) {
            throw new BadInputException(label + " holds no variables.");
        }
        return new ListedFile(path, stamp, formatName(), lastOfEachName(tensors), Map.of());
    }

    /** A variable that was saved again stands for the one before, as in MATLAB and scipy. */
    private static List<ListedTensor> lastOfEachName(List<ListedTensor> tensors) {
        Map<String, ListedTensor> byName = new LinkedHashMap<>();
        for (ListedTensor tensor : tensors) {
            byName.put(tensor.info().name(), tensor);
        }
        return List.copyOf(byName.values());
    }
}
