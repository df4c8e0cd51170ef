package org.eigenscope.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.FileRange;
import org.eigenscope.library.DerivedFile;
import org.eigenscope.library.MatrixFileOpener;
import org.eigenscope.progress.CancelToken;

/**
 * Files of a Hadoop file system as copies on this machine, in folders that are called as they are there: only what is needed to list a file,
 * then only the bytes of one tensor.
 */
final class StagedFile {
    private static final Pattern PART = Pattern.compile("(.*)-\\d{5}-of-\\d{5}(\\..*)");
    private static final String INDEX = ".index.json";
    private static final String NPZ = "npz";

    private StagedFile() {}

    /** Where a file's copy goes in a folder of copies. */
    static Path place(Path stage, org.apache.hadoop.fs.Path file) {
        String scheme =
                file.toUri().getScheme() == null ? "default" : file.toUri().getScheme();
        String host = file.toUri().getAuthority() == null ? "" : file.toUri().getAuthority();
        Path root = stage.resolve(
                scheme + (host.isEmpty() ? "" : "-" + Hadoop.sha256(host).substring(0, 12)));
        // Hadoop's paths are normalised, so nothing leads out of the folder
        Path place =
                root.resolve(file.toUri().getPath().replaceFirst("^/+", "")).normalize();
        if (!place.startsWith(root)) {
            throw new IllegalArgumentException("file = " + file + " leads out of its folder");
        }
        return place;
    }

    /** Copies of a file and of those that belong to it, as far as listing it takes; gives where the file is. */
    static Path listing(FileSystem system, FileStatus file, Path stage) throws IOException {
        for (FileStatus each : family(system, file)) {
            Path to = place(stage, each.getPath());
            if (!Files.exists(to)) {
                try (SparseCopy copy = SparseCopy.begin(system, each, to)) {
                    copy.listing();
                }
            }
        }
        return place(stage, file.getPath());
    }

    /** Parts of one model, and small files beside it that say what its tensors are. */
    private static List<FileStatus> family(FileSystem system, FileStatus file) throws IOException {
        String name = file.getPath().getName();
        boolean inParts = name.endsWith(INDEX) || PART.matcher(name).matches();
        List<FileStatus> family = new ArrayList<>(List.of(file));
        for (FileStatus other : system.listStatus(file.getPath().getParent())) {
            String beside = other.getPath().getName();
            boolean says = beside.endsWith(".json") && other.getLen() <= SparseCopy.SMALL;
            boolean part = inParts && PART.matcher(beside).matches();
            if (other.isFile() && !beside.equals(name) && (says || part)) {
                family.add(other);
            }
        }
        return family;
    }

    /** Copies the bytes of a tensor, or all where nobody knows which they are, and opens the copy. */
    static DerivedFile tensor(FileSystem system, FileStatus file, String tensor, Path stage)
            throws IOException, EigenscopeException {
        Path local = listing(system, file, stage);
        Optional<FileRange> range = Optional.empty();
        String format = "";
        try {
            DerivedFile listed = DerivedFile.over(new MatrixFileOpener().open(local, CancelToken.NONE));
            range = listed.range(tensor);
            format = listed.formatName();
        } catch (EigenscopeException partly) {
            // of a part of a file a reader may say what is wrong with the part; the whole decides
            range = Optional.empty();
        }
        boolean found = range.isPresent();
        for (FileStatus each : family(system, file)) {
            Path to = place(stage, each.getPath());
            try (SparseCopy copy = SparseCopy.begin(system, each, to)) {
                if (found && to.equals(range.get().file())) {
                    copy.range(range.get().start(), range.get().length());
                } else if (!found && each.getLen() > SparseCopy.SMALL && !entry(copy, format, tensor)) {
                    copy.all();
                }
            }
        }
        return DerivedFile.over(new MatrixFileOpener().open(local, CancelToken.NONE));
    }

    private static boolean entry(SparseCopy copy, String format, String tensor) throws IOException {
        if (!format.equals(NPZ)) {
            return false;
        }
        copy.listing();
        return copy.entry(tensor + ".npy");
    }

    /** Deletes a folder of copies; what cannot be deleted stays to whoever cleans the folder for temporary files. */
    static void delete(Path stage) {
        try (Stream<Path> all = Files.walk(stage)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException | UncheckedIOException gone) {
            return;
        }
    }
}
