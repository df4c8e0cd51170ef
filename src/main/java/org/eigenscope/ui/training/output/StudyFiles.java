package org.eigenscope.ui.training.output;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.network.train.Measures;
import org.eigenscope.network.train.Snapshot;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.study.StudyMatrix;
import org.eigenscope.study.attribute.AttributeReader;
import org.eigenscope.study.store.StudyStore;
import org.eigenscope.study.survey.SpectrumRows;
import org.eigenscope.study.survey.StudyFolder;
import org.eigenscope.study.survey.SurveyFile;
import org.eigenscope.study.survey.SurveyListing;
import org.eigenscope.study.survey.SurveyOptions;
import org.eigenscope.ui.task.Job;
import org.eigenscope.ui.training.form.ObservedMatrix;
import org.eigenscope.ui.training.run.FittedSpectrum;
import org.eigenscope.ui.training.run.Observation;
import org.eigenscope.ui.training.run.Observer;
import org.eigenscope.ui.training.run.TrainingRun;

/**
 * Writes the checkpoints of a study beside it, and lists them for a survey, which makes the rows of their weights. Spectra of feature
 * matrices, which are in no checkpoint, become rows at once.
 *
 * @param runs what was trained
 * @param observer what was seen of it
 * @param look what was looked at
 * @param study the file of the study
 */
record StudyFiles(List<TrainingRun> runs, Observer observer, Observer.Look look, Path study)
        implements Job<List<SurveyFile>> {
    /** Where the checkpoints of a study are. */
    static Path folder(Path study) {
        String name = study.getFileName().toString();
        String base =
                name.endsWith(StudyStore.ENDING) ? name.substring(0, name.length() - StudyStore.ENDING.length()) : name;
        return study.resolveSibling(base + "-checkpoints");
    }

    @Override
    public List<SurveyFile> run(ProgressListener progress, CancelToken cancel) throws EigenscopeException {
        Path folder = folder(study.toAbsolutePath());
        List<CheckpointFiles.Written> written;
        try (CheckpointFiles files = new CheckpointFiles(observer)) {
            written = files.writeAll(runs, folder, progress, cancel);
        }
        if (look.matrix().kind() != ObservedMatrix.Kind.WEIGHT) {
            putFeatures(written, progress, cancel);
        }
        List<MatrixTarget> targets = written.stream()
                .map(one -> new MatrixTarget(one.file(), Optional.empty()))
                .toList();
        AttributeReader attributes = new AttributeReader(Optional.empty(), Optional.empty());
        return new SurveyListing(StudyFolder.of(study), attributes, Set.of()).files(targets, cancel);
    }

    private void putFeatures(List<CheckpointFiles.Written> written, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        StudyStore store = StudyStore.open(study);
        try {
            SpectrumRows rows = new SpectrumRows(store, SurveyOptions.withDefaults());
            for (int i = 0; i < written.size(); i++) {
                cancel.throwIfCancelled();
                progress.progress("Rows of " + look.matrix().label(), (double) i / written.size());
                CheckpointFiles.Written one = written.get(i);
                Optional<Spectrum> spectrum = spectrum(one, cancel);
                if (spectrum.isPresent()) {
                    rows.put(matrix(one, spectrum.get()), spectrum.get(), cancel);
                }
            }
        } finally {
            store.close();
        }
    }

    /** As it was seen, or taken now; empty if there is none. */
    private Optional<Spectrum> spectrum(CheckpointFiles.Written one, CancelToken cancel) throws CancelledException {
        Optional<Spectrum> seen = observer.observations(one.run()).stream()
                .filter(each -> each.network().step() == one.network().step())
                .findFirst()
                .flatMap(Observation::spectrum)
                .flatMap(FittedSpectrum::spectrum);
        if (seen.isPresent()) {
            return seen;
        }
        try {
            return Optional.of(
                    look.of(one.run()).take(one.network().doubles(), cancel).spectrum());
        } catch (CancelledException cancelled) {
            throw cancelled;
        } catch (EigenscopeException none) {
            return Optional.empty();
        }
    }

    private StudyMatrix matrix(CheckpointFiles.Written one, Spectrum spectrum) {
        Measures unknown = new Measures(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        Snapshot snapshot = one.network()
                .snapshot(observer.measures(one.run(), one.network()).orElse(unknown));
        Map<String, String> attributes =
                new LinkedHashMap<>(one.run().description().metadata(snapshot));
        attributes.put("inputs", Integer.toString(look.inputs().count()));
        Spectrum.Details details = spectrum.details();
        return new StudyMatrix(
                StudyFolder.of(study).source(one.file()),
                look.matrix().tensor(),
                Optional.empty(),
                new StudyMatrix.Shape(details.rows(), details.columns(), "float64"),
                Optional.empty(),
                attributes);
    }
}
