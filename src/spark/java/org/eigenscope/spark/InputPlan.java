package org.eigenscope.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.study.Cells;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyMatrix;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.attribute.AttributeReader;
import org.eigenscope.study.exchange.ExchangedRow;
import org.eigenscope.study.exchange.ExchangedRow.FileVersion;
import org.eigenscope.study.exchange.RowLines;
import org.eigenscope.study.survey.Globs;
import org.eigenscope.study.survey.MatrixSurvey;
import org.eigenscope.study.survey.StudyFolder;
import org.eigenscope.study.survey.SurveyFile;
import org.eigenscope.study.survey.SurveyItem;
import org.eigenscope.study.survey.SurveyListing;
import org.eigenscope.study.survey.SurveyOptions;
import org.eigenscope.study.survey.SurveyPlan;

/** Lists what is to be computed, on the driver: the same listing as that of a survey on one machine, over copies of what is elsewhere. */
final class InputPlan {
    private final java.nio.file.Path stage;
    private final Map<java.nio.file.Path, FileStatus> origins = new HashMap<>();
    private final List<MatrixTarget> targets = new ArrayList<>();
    private List<String> remarks = List.of();

    /**
     * A plan.
     *
     * @param stage a folder for copies
     */
    InputPlan(java.nio.file.Path stage) {
        this.stage = stage.toAbsolutePath().normalize();
    }

    /**
     * Adds a file, {@code FILE#NAME} or a folder.
     *
     * @throws BadInputException if it is not there or cannot be read
     */
    void add(String text) throws BadInputException {
        if (text.isBlank()) {
            throw new BadInputException("An empty path names no file.");
        }
        Path path = Hadoop.with(path(text), () -> path(text));
        FileSystem system = Hadoop.with(path, () -> Hadoop.of(path));
        if (Hadoop.isLocal(system)) {
            addLocal(text);
            return;
        }
        int mark = text.indexOf('#');
        boolean whole = mark < 0 || Hadoop.with(path, () -> system.exists(path));
        Path file = system.makeQualified(whole ? path : path(text.substring(0, mark)));
        Optional<String> tensor = whole ? Optional.empty() : Optional.of(text.substring(mark + 1));
        targets.add(Hadoop.with(file, () -> staged(system, system.getFileStatus(file), tensor)));
    }

    /** Hadoop takes a hash mark for the start of a fragment in no path, but a colon for the end of a scheme. */
    private static Path path(String text) throws BadInputException {
        try {
            return new Path(text);
        } catch (IllegalArgumentException malformed) {
            throw new BadInputException("\"" + text + "\" is no path: " + malformed.getMessage() + ".", malformed);
        }
    }

    private void addLocal(String text) throws BadInputException {
        String plain = text.startsWith("file:") ? text.replaceFirst("^file:(?://(?=/))?", "") : text;
        MatrixTarget target = MatrixTarget.parse(plain);
        if (!Files.exists(target.file())) {
            throw new BadInputException(target.file() + " does not exist.");
        }
        targets.add(target);
    }

    private MatrixTarget staged(FileSystem system, FileStatus place, Optional<String> tensor) throws IOException {
        if (place.isFile()) {
            return new MatrixTarget(copy(system, place), tensor);
        }
        RemoteIterator<LocatedFileStatus> files = system.listFiles(place.getPath(), true);
        while (files.hasNext()) {
            FileStatus file = files.next();
            if (file.getLen() > 0) {
                copy(system, file);
            }
        }
        java.nio.file.Path folder = StagedFile.place(stage, place.getPath());
        Files.createDirectories(folder);
        return new MatrixTarget(folder, Optional.empty());
    }

    private java.nio.file.Path copy(FileSystem system, FileStatus file) throws IOException {
        java.nio.file.Path local = StagedFile.listing(system, file, stage);
        origins.put(local, file);
        return local;
    }

    /** What was found out about the input, in sentences. */
    List<String> remarks() {
        return remarks;
    }

    /**
     * The matrices, the largest first, so that none of them is left over at the end.
     *
     * @throws EigenscopeException if there is none, or a folder cannot be read
     */
    List<PlannedMatrix> matrices(AttributeReader attributes, Globs globs, SurveyOptions options)
            throws EigenscopeException {
        // a study is to name files anew, so the names here are absolute
        SurveyListing listing = new SurveyListing(new StudyFolder(java.nio.file.Path.of("/")), attributes, Set.of());
        List<PlannedMatrix> planned = new ArrayList<>();
        Set<String> taken = new LinkedHashSet<>();
        for (SurveyFile file : listing.files(targets, CancelToken.NONE)) {
            for (SurveyItem item : SurveyPlan.of(List.of(file), globs, Optional.empty(), CancelToken.NONE)
                    .items()) {
                PlannedMatrix matrix = planned(file, item, options);
                if (taken.add(matrix.file() + "\n" + matrix.tensor())) {
                    planned.add(matrix);
                }
            }
        }
        remarks = listing.remarks();
        if (planned.isEmpty()) {
            throw new BadInputException("No matrix is left to survey; look at the paths, --match and --skip.");
        }
        planned.sort(Comparator.comparingDouble(
                matrix -> -MatrixSurvey.work(matrix.size().rows(), matrix.size().columns())));
        return planned;
    }

    private PlannedMatrix planned(SurveyFile file, SurveyItem item, SurveyOptions options) {
        java.nio.file.Path local = file.path().toAbsolutePath().normalize();
        FileStatus origin = origins.get(local);
        String source = origin == null ? local.toString() : origin.getPath().toString();
        FileVersion version =
                origin == null ? version(local) : new FileVersion(origin.getLen(), origin.getModificationTime());
        StudyMatrix matrix = item.matrix();
        Cells place = Cells.of(matrix).with(new Cells(Map.of(Column.SOURCE, source)));
        StudyRow row = new StudyRow(0, options.key(""), place, matrix.attributes());
        String failure = item.entries() instanceof SurveyItem.Unreadable unreadable
                ? unreadable.reason().replace(file.path().toString(), source)
                : "";
        return new PlannedMatrix(
                source,
                file.tensor().orElse(PlannedMatrix.ALL),
                matrix.tensor(),
                RowLines.write(new ExchangedRow(row, Optional.empty(), version, 0)),
                failure,
                new PlannedMatrix.Size(matrix.shape().rows(), matrix.shape().columns()));
    }

    private static FileVersion version(java.nio.file.Path local) {
        try {
            return new FileVersion(
                    Files.size(local), Files.getLastModifiedTime(local).toMillis());
        } catch (IOException gone) {
            return FileVersion.UNKNOWN;
        }
    }
}
