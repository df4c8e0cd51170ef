package org.eigenscope.io.format.hdf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.MatrixReader;
import org.eigenscope.io.kit.FileNames;
import org.eigenscope.io.kit.FileStamp;
import org.eigenscope.io.kit.ListedFile;
import org.eigenscope.io.kit.ListedTensor;
import org.eigenscope.progress.CancelToken;

/** HDF5 files, among them Keras' older whole models and weights. */
public final class HdfReader implements MatrixReader {
    private static final int USER_BLOCK = 512;

    @Override
    public String formatName() {
        return "hdf5";
    }

    @Override
    public List<String> endings() {
        return List.of("h5", "hdf5", "hdf", "he5");
    }

    @Override
    public String scope() {
        return "data sets of numbers, sparse matrices of anndata, in Keras' files kernels as out×in×k₁×k₂";
    }

    @Override
    public Recognition recognise(byte[] head, Path path) {
        return HdfContainer.isSignature(head, 0) || HdfContainer.isSignature(head, USER_BLOCK)
                ? Recognition.BY_CONTENT
                : FileNames.recognise(path, endings());
    }

    @Override
    public MatrixFile open(Path path, CancelToken cancel) throws IOException, EigenscopeException {
        FileStamp stamp = FileStamp.of(path);
        String label = FileNames.last(path);
        HdfSource.Opener opener = () -> FileRegion.open(path);
        HdfTensors tensors = new HdfTensors(opener, label, Optional.of(path));
        List<ListedTensor> listed = list(label, tensors, false, cancel);
        return new ListedFile(path, stamp, formatName(), listed, Map.of(), tensors.companions());
    }

    /** Lists the datasets of an HDF5 file, wherever its bytes lie. */
    public static List<ListedTensor> list(HdfSource.Opener opener, String label, boolean keras, CancelToken cancel)
            throws IOException, EigenscopeException {
        return list(label, new HdfTensors(opener, label), keras, cancel);
    }

    private static List<ListedTensor> list(String label, HdfTensors tensors, boolean keras, CancelToken cancel)
            throws IOException, EigenscopeException {
        try (HdfContainer container = HdfContainer.open(tensors.opener(), label)) {
            List<ListedTensor> listed = HdfTree.list(container, tensors, keras, cancel);
            if (listed.isEmpty()) {
                throw new BadInputException(label + " holds no datasets.");
            }
            return listed;
        }
    }
}
