package org.eigenscope.study.survey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.format.text.TextReader;
import org.eigenscope.library.DerivedFile;
import org.eigenscope.library.FolderListing;
import org.eigenscope.library.MatrixFileOpener;
import org.eigenscope.library.MatrixLibrary;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.study.attribute.AttributeReader;
import org.eigenscope.study.attribute.FileAttributes;

/**
 * Opens what is to be surveyed: files, and those in folders but for what trainers keep beside their checkpoints, the parts of a model
 * that an index joins, and text tables that are no list of eigenvalues. A file that cannot be opened is listed with the reason.
 */
public final class SurveyListing {
    private static final Pattern NO_WEIGHTS = Pattern.compile(
            "(?:optimizer|scheduler|scaler|rng_state|training_args|trainer_state)(?:[_.-].*)?|.*\\.eigenstudy(?:-.*)?");
    private static final Pattern PART = Pattern.compile(".*-\\d{5}-of-\\d{5}\\..*");
    private static final Pattern TEXT_NAME = Pattern.compile("(?i).*\\.(?:csv|tsv|txt)");
    private static final int MOST_TEXTS = 10_000;
    private static final String INDEX = ".index.json";

    private final StudyFolder folder;
    private final AttributeReader attributes;
    private final Set<Path> left;
    private final List<String> remarks = new ArrayList<>();

    /**
     * A listing.
     *
     * @param folder how the study names files
     * @param left files that are found in folders but are no part of the survey, such as its output
     */
    public SurveyListing(StudyFolder folder, AttributeReader attributes, Set<Path> left) {
        this.folder = folder;
        this.attributes = attributes;
        this.left = new HashSet<>();
        left.forEach(path -> this.left.add(path.toAbsolutePath().normalize()));
    }

    /**
     * The files of targets, each once.
     *
     * @throws EigenscopeException if a folder cannot be read, a pattern takes too long or the work was cancelled
     */
    public List<SurveyFile> files(List<MatrixTarget> targets, CancelToken cancel) throws EigenscopeException {
        List<SurveyFile> files = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (MatrixTarget target : targets) {
            boolean inFolder = Files.isDirectory(target.file());
            List<Path> paths = inFolder ? inFolder(target.file(), cancel) : List.of(target.file());
            for (Path path : paths) {
                cancel.throwIfCancelled();
                Path absolute = path.toAbsolutePath().normalize();
                if (seen.add(absolute + "#" + target.name().orElse(""))) {
                    file(path, target.name(), inFolder, cancel).ifPresent(files::add);
                }
            }
        }
        remarks.addAll(attributes.remarks());
        return files;
    }

    /** What is to be said of the listing, in sentences. */
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    private List<Path> inFolder(Path place, CancelToken cancel) throws EigenscopeException {
        FolderListing found;
        try (MatrixLibrary library = new MatrixLibrary(new MatrixFileOpener())) {
            found = library.scan(place, cancel);
        }
        remarks.addAll(found.remarks());
        List<Path> paths = new ArrayList<>(
                found.allFiles().stream().map(FolderListing.FoundFile::path).toList());
        addLists(found, paths);
        Set<Path> indexed = new HashSet<>();
        paths.stream()
                .filter(path -> path.getFileName().toString().endsWith(INDEX))
                .forEach(path -> indexed.add(path.getParent()));
        return paths.stream()
                .filter(path ->
                        !NO_WEIGHTS.matcher(path.getFileName().toString()).matches())
                .filter(path -> !left.contains(path.toAbsolutePath().normalize()))
                .filter(path -> !indexed.contains(path.getParent())
                        || !PART.matcher(path.getFileName().toString()).matches())
                .toList();
    }

    /** Text tables without a matrix are not listed with matrix files, though one of them may be a list of eigenvalues. */
    private static void addLists(FolderListing folder, List<Path> paths) {
        try (Stream<Path> entries = Files.list(folder.path())) {
            entries.filter(path ->
                            TEXT_NAME.matcher(path.getFileName().toString()).matches())
                    .filter(path -> Files.isRegularFile(path) && !paths.contains(path))
                    .limit(MOST_TEXTS)
                    .sorted()
                    .forEach(paths::add);
        } catch (IOException | UncheckedIOException unreadable) {
            // what is listed stays
            return;
        }
        folder.folders().forEach(inner -> addLists(inner, paths));
    }

    private Optional<SurveyFile> file(Path path, Optional<String> tensor, boolean inFolder, CancelToken cancel)
            throws EigenscopeException {
        String source = folder.source(path);
        try {
            DerivedFile opened = DerivedFile.over(new MatrixFileOpener().open(path, cancel));
            if (inFolder && opened.formatName().equals(TextReader.NAME) && !isList(opened)) {
                return Optional.empty();
            }
            FileAttributes known = attributes.read(path, opened.formatName(), opened.metadata());
            return Optional.of(new SurveyFile(path, source, Optional.of(opened), tensor, known, ""));
        } catch (CancelledException cancelled) {
            throw cancelled;
        } catch (EigenscopeException failure) {
            if (inFolder && TEXT_NAME.matcher(path.getFileName().toString()).matches()) {
                return Optional.empty();
            }
            FileAttributes known = attributes.read(path, "", Map.of());
            return Optional.of(new SurveyFile(path, source, Optional.empty(), tensor, known, failure.getMessage()));
        }
    }

    private static boolean isList(DerivedFile file) {
        return file.tensors().stream().anyMatch(info -> ListedEigenvalues.isList(file, info));
    }
}
