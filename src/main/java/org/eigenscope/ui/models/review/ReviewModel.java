package org.eigenscope.ui.models.review;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.study.attribute.AttributeReader;
import org.eigenscope.study.attribute.AttributeTable;
import org.eigenscope.study.attribute.FileAttributes;
import org.eigenscope.study.attribute.NamePattern;
import org.eigenscope.study.survey.StudyFolder;
import org.eigenscope.study.survey.SurveyFile;
import org.eigenscope.study.survey.SurveyListing;
import org.eigenscope.ui.models.study.Surveys;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.Outcome;

/** The files of a study that is to be made, and what is known of them, which can be edited before anything is computed. */
public final class ReviewModel {
    private final LatestTask listing;
    private final LatestTask reading;
    private final Surveys surveys;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
    private final ReadOnlyObjectWrapper<List<ReviewLine>> lines = new ReadOnlyObjectWrapper<>(this, "lines", List.of());
    private final ReadOnlyObjectWrapper<List<String>> names = new ReadOnlyObjectWrapper<>(this, "names", List.of());
    private final StringProperty pattern = new SimpleStringProperty(this, "pattern", "");
    private final ReadOnlyStringWrapper objection = new ReadOnlyStringWrapper(this, "objection", "");
    private final ReadOnlyStringWrapper remarks = new ReadOnlyStringWrapper(this, "remarks", "");
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    private final Map<Integer, Map<String, String>> edits = new HashMap<>();
    private final Set<String> added = new LinkedHashSet<>();
    private List<SurveyFile> files = List.of();
    private Optional<NamePattern> namePattern = Optional.empty();
    private Optional<AttributeTable> table = Optional.empty();

    /** Files that were listed, and what is to be said of them. */
    private record Listed(List<SurveyFile> files, List<String> remarks) {}

    /**
     * @param listing opens files
     * @param reading puts together what is known of them
     * @param surveys computes their matrices
     */
    public ReviewModel(LatestTask listing, LatestTask reading, Surveys surveys) {
        this.listing = listing;
        this.reading = reading;
        this.surveys = surveys;
        pattern.addListener((source, old, text) -> parse(text));
    }

    /** Lists files and folders, and shows what is known of them. */
    public void list(List<Path> paths) {
        List<MatrixTarget> targets = paths.stream()
                .map(path -> new MatrixTarget(path, Optional.empty()))
                .toList();
        failure.set("");
        listing.submit(
                "Listing " + (paths.size() == 1 ? paths.get(0).getFileName() : paths.size() + " files and folders"),
                (progress, cancel) -> {
                    AttributeReader reader = new AttributeReader(Optional.empty(), Optional.empty());
                    SurveyListing found = new SurveyListing(new StudyFolder(Path.of("")), reader, Set.of());
                    List<SurveyFile> all = found.files(targets, cancel);
                    if (all.isEmpty()) {
                        throw new BadInputException("There is no file with a matrix or a list of eigenvalues in "
                                + (paths.size() == 1 ? paths.get(0) : "these " + paths.size() + " places") + ".");
                    }
                    return new Listed(all, found.remarks());
                },
                new Reporting<Listed>() {
                    @Override
                    public void succeeded(Listed found) {
                        show(found);
                    }
                });
    }

    private void show(Listed found) {
        files = found.files();
        edits.clear();
        added.clear();
        table = Optional.empty();
        remarks.set(String.join(" ", found.remarks()));
        open.set(true);
        read();
    }

    private void parse(String text) {
        namePattern = Optional.empty();
        objection.set("");
        if (!text.isBlank()) {
            try {
                namePattern = Optional.of(NamePattern.parse(text.strip()));
            } catch (BadInputException none) {
                objection.set(none.getMessage());
            }
        }
        read();
    }

    /** Takes attributes from a table with a row for each file. */
    public void readTable(Path file) {
        failure.set("");
        listing.submit(
                "Reading " + file.getFileName(),
                (progress, cancel) -> AttributeTable.read(file),
                new Reporting<AttributeTable>() {
                    @Override
                    public void succeeded(AttributeTable read) {
                        table = Optional.of(read);
                        read();
                    }
                });
    }

    /** Gives a file another value of an attribute; an empty one takes it away. */
    public void edit(int place, String name, String value) {
        edits.computeIfAbsent(place, unseen -> new LinkedHashMap<>()).put(name, value);
        read();
    }

    /** Gives every file a value of an attribute that has none of it; an empty value only makes the column. */
    public void add(String name, String value) {
        FileAttributes usable = FileAttributes.NONE.edited(name, "x");
        if (usable.byName().isEmpty()) {
            failure.set("“" + name + "” is no name of an attribute; write letters, digits and underscores.");
            return;
        }
        String plain = usable.byName().keySet().iterator().next();
        failure.set("");
        added.add(plain);
        if (!value.isBlank()) {
            for (ReviewLine line : lines.get()) {
                if (line.value(plain).isEmpty()) {
                    edits.computeIfAbsent(line.place(), unseen -> new LinkedHashMap<>())
                            .put(plain, value);
                }
            }
        }
        read();
    }

    private void read() {
        if (!open.get()) {
            return;
        }
        Optional<AttributeTable> used = table;
        reading.submit(
                "Reading names", new ReviewJob(files, namePattern, used, edits), new Outcome<List<ReviewLine>>() {
                    @Override
                    public void succeeded(List<ReviewLine> result) {
                        show(result);
                        used.ifPresent(rows -> remarks.set(String.join(" ", rows.remarks())));
                    }

                    @Override
                    public void failed(EigenscopeException reason) {
                        objection.set(reason.getMessage());
                    }
                });
    }

    private void show(List<ReviewLine> result) {
        Set<String> all = new LinkedHashSet<>();
        result.forEach(line -> all.addAll(line.file().attributes().byName().keySet()));
        all.addAll(added);
        if (!names.get().equals(List.copyOf(all))) {
            names.set(List.copyOf(all));
        }
        lines.set(List.copyOf(result));
    }

    /**
     * Makes the study and begins to compute.
     *
     * @param study its file; empty for memory
     */
    public void start(Optional<Path> study) {
        StudyFolder folder = study.map(StudyFolder::of).orElseGet(() -> new StudyFolder(Path.of("")));
        List<SurveyFile> named = new ArrayList<>();
        for (ReviewLine line : lines.get()) {
            SurveyFile file = line.file();
            named.add(new SurveyFile(
                    file.path(),
                    folder.source(file.path()),
                    file.file(),
                    file.tensor(),
                    file.attributes(),
                    file.failure()));
        }
        surveys.start(study, named, () -> open.set(false));
    }

    /** Makes no study. */
    public void cancel() {
        listing.cancel();
        reading.cancel();
        open.set(false);
        failure.set("");
    }

    private abstract class Reporting<R> implements Outcome<R> {
        @Override
        public void failed(EigenscopeException reason) {
            failure.set(reason.getMessage());
        }
    }

    public void dismissFailure() {
        failure.set("");
    }

    /** Told of every failure; for those who show it where files were asked for. */
    public void onFailure(Consumer<String> listener) {
        failure.addListener((source, old, sentence) -> listener.accept(sentence));
    }

    /** Whether files are shown. */
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<ReviewLine>> linesProperty() {
        return lines.getReadOnlyProperty();
    }

    /** The attributes that some file has, and those that were added. */
    public ReadOnlyObjectProperty<List<String>> namesProperty() {
        return names.getReadOnlyProperty();
    }

    /** A pattern for the names of files, as {@link NamePattern} reads it. */
    public StringProperty patternProperty() {
        return pattern;
    }

    /** Why the pattern cannot be used, a sentence; empty if it can. */
    public ReadOnlyStringProperty objectionProperty() {
        return objection.getReadOnlyProperty();
    }

    /** What is to be said of folders and tables, in sentences. */
    public ReadOnlyStringProperty remarksProperty() {
        return remarks.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
