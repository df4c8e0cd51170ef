package org.eigenscope.study.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.matrix.ElementType;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.matrix.Provenance;
import org.eigenscope.progress.CancelSource;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.study.Cells;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.attribute.AttributeReader;
import org.eigenscope.study.store.StudyStore;
import org.eigenscope.study.survey.SurveyListener.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurveyRunnerTest {
    private static final SurveyOptions OPTIONS = SurveyOptions.withDefaults().withLaw(Optional.of(LawFamily.GAMMA_LAW));

    @TempDir
    private Path folder;

    @Test
    void damagedFileIsARowAndTheRestGoesOn() throws Exception {
        matrix("a.npy", 12, 20, 1);
        Files.write(folder.resolve("b.npy"), new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 9, 9, 9});
        double[] values = entries(12, 20, 2);
        values[17] = Double.NaN;
        npy("c.npy", 12, 20, values);
        matrix("d.npy", 12, 20, 3);
        SurveyRun run = survey(OPTIONS);
        assertThat(run.rows()).extracting(StudyRow::isFailed).containsExactly(false, true, true, false);
        assertThat(run.rows().get(2).text("skipped")).contains("NaN or infinite");
        assertThat(run.count(Outcome.FAILED)).isEqualTo(2);
    }

    @Test
    void equalMatricesAreComputedOnce() throws Exception {
        matrix("a.npy", 12, 20, 1);
        matrix("b.npy", 12, 20, 1);
        SurveyRun run = survey(OPTIONS);
        assertThat(run.count(Outcome.COMPUTED)).isEqualTo(1);
        assertThat(run.count(Outcome.SHARED)).isEqualTo(1);
        assertThat(run.rows().get(1).number("log_likelihood"))
                .isEqualTo(run.rows().get(0).number("log_likelihood"));
    }

    @Test
    void whatIsThereIsFoundAndAChangedFileIsComputedAnew() throws Exception {
        matrix("a.npy", 12, 20, 1);
        matrix("b.npy", 12, 20, 2);
        survey(OPTIONS);
        matrix("b.npy", 13, 20, 2);
        SurveyRun again = survey(OPTIONS);
        assertThat(again.count(Outcome.FOUND)).isEqualTo(1);
        assertThat(again.count(Outcome.COMPUTED)).isEqualTo(1);
        assertThat(again.rows().get(1).number("n")).isEqualTo(13);
        try (StudyStore store = StudyStore.openToRead(study())) {
            assertThat(store.rows()).hasSize(2);
        }
    }

    @Test
    void otherFitsNeedNoDecompositionAndFreshOnesDo() throws Exception {
        matrix("a.npy", 12, 20, 1);
        SurveyRun first = survey(OPTIONS);
        // the file gets other entries of the same size and time, which only a decomposition would look at
        FileTime time = Files.getLastModifiedTime(folder.resolve("a.npy"));
        matrix("a.npy", 12, 20, 2);
        Files.setLastModifiedTime(folder.resolve("a.npy"), time);
        SurveyRun other = survey(OPTIONS.withLaw(Optional.of(LawFamily.LOGNORMAL)));
        assertThat(other.rows().get(0).text("law")).isEqualTo("lognormal");
        assertThat(other.rows().get(0).number("spectral_norm"))
                .isEqualTo(first.rows().get(0).number("spectral_norm"));
        assertThat(survey(OPTIONS.withFresh(true)).count(Outcome.COMPUTED)).isEqualTo(1);
    }

    @Test
    void aStudyDoesNotTellWhereItsFilesWere() throws Exception {
        matrix("a.npy", 12, 20, 1);
        Files.write(folder.resolve("b.npy"), new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 9, 9, 9});
        survey(OPTIONS);
        String bytes = Files.readString(study(), StandardCharsets.ISO_8859_1);
        assertThat(bytes.contains("a.npy") && bytes.contains("b.npy")).isTrue();
        assertThat(bytes.contains(folder.toString())).isFalse();
    }

    @Test
    void cancelledSurveyGoesOnWhereItStoppedAndEndsTheSame() throws Exception {
        for (int i = 0; i < 4; i++) {
            matrix("m" + i + ".npy", 12, 20, i);
        }
        CancelSource cancel = new CancelSource();
        SurveyListener afterTwo = new SurveyListener() {
            @Override
            public void progress(SurveyProgress progress) {
                if (progress.done() == 2) {
                    cancel.cancel();
                }
            }
        };
        assertThatThrownBy(() -> run(plan(), OPTIONS, afterTwo, cancel)).isInstanceOf(CancelledException.class);
        SurveyRun rest = survey(OPTIONS);
        assertThat(rest.count(Outcome.FOUND)).isEqualTo(2);
        Files.delete(study());
        assertThat(results(rest.rows())).isEqualTo(results(survey(OPTIONS).rows()));
    }

    @Test
    void shardsTogetherAreTheWhole() throws Exception {
        for (int i = 0; i < 5; i++) {
            matrix("m" + i + ".npy", 10 + i, 20, i);
        }
        Path merged = folder.resolve("merged.eigenstudy");
        List<Path> parts = List.of(folder.resolve("s1.eigenstudy"), folder.resolve("s2.eigenstudy"));
        for (int shard = 1; shard <= 2; shard++) {
            try (StudyStore store = StudyStore.open(parts.get(shard - 1))) {
                new SurveyRunner(store, OPTIONS, Runnable::run, 1)
                        .run(plan().shard(shard, 2), SurveyListener.NONE, CancelToken.NONE);
            }
        }
        try (StudyStore into = StudyStore.open(merged)) {
            for (Path part : parts) {
                try (StudyStore from = StudyStore.openToRead(part)) {
                    StudyMerge.copy(from, into);
                }
            }
            assertThat(results(into.rows()))
                    .containsExactlyInAnyOrderElementsOf(results(survey(OPTIONS).rows()));
            StudyRow row = into.rows().get(0);
            assertThat(into.spectrum(row.key().content(), row.key().convention()))
                    .isPresent();
        }
    }

    @Test
    void failureDoesNotReplaceAResultWhenStudiesAreMerged() throws Exception {
        matrix("a.npy", 12, 20, 1);
        survey(OPTIONS);
        Path failed = folder.resolve("failed.eigenstudy");
        try (StudyStore store = StudyStore.open(failed)) {
            store.putFailure(plan().items().get(0).matrix(), OPTIONS.key(""), "The disk was away.");
        }
        try (StudyStore from = StudyStore.openToRead(failed);
                StudyStore into = StudyStore.open(study())) {
            StudyMerge.copy(from, into);
            assertThat(into.rows().get(0).isFailed()).isFalse();
        }
    }

    @Test
    void differencesToABaseHaveTheirOwnSpectrum() throws Exception {
        Files.createDirectories(folder.resolve("base"));
        double[] values = entries(12, 20, 1);
        npy("base/a.npy", 12, 20, values);
        double[] changed = values.clone();
        for (int i = 0; i < changed.length; i++) {
            // a change of rank one
            changed[i] += (i / 20 + 1) * (i % 20 + 1) * 1e-3;
        }
        npy("a.npy", 12, 20, changed);
        List<SurveyFile> files =
                listing().files(List.of(new MatrixTarget(folder.resolve("a.npy"), Optional.empty())), CancelToken.NONE);
        SurveyPlan plan = SurveyPlan.of(files, Globs.ALL, Optional.of(folder.resolve("base")), CancelToken.NONE);
        StudyRow row =
                run(plan, OPTIONS, SurveyListener.NONE, CancelToken.NONE).rows().get(0);
        assertThat(row.number("stable_rank")).isCloseTo(1, within(1e-9));
        double norm = 1e-3 * Math.sqrt(650.0 * 2870.0);
        assertThat(row.number("spectral_norm")).isCloseTo(norm, within(1e-9));
    }

    @Test
    void windowsArePooled() throws Exception {
        matrix("a.npy", 12, 20, 1);
        StudyRow row = survey(OPTIONS.withWindows(Optional.of(new WindowShape(6, 10))))
                .rows()
                .get(0);
        assertThat(row.number("n")).isEqualTo(4 * 6);
        assertThat(row.number("gamma")).isEqualTo(0.6);
    }

    @Test
    void windowsShrinkInOneRatioAndCoverEveryEntry() {
        WindowShape shape = new WindowShape(100, 200);
        assertThat(shape.of(matrixOf(30, 40))).allSatisfy(window -> {
            assertThat(window.rows()).isEqualTo(20);
            assertThat(window.columns()).isEqualTo(40);
        });
        double covered = new WindowShape(4, 4)
                .of(matrixOf(10, 7)).stream()
                        .flatMapToDouble(window -> Arrays.stream(window.valuesForReading()))
                        .distinct()
                        .count();
        assertThat(covered).isEqualTo(70);
    }

    @Test
    void complexMatricesAreRowsWholeAndInWindows() throws Exception {
        Path gue = Path.of("src", "test", "resources", "reference", "random", "gue.npy");
        Files.copy(gue, folder.resolve("gue.npy"));
        StudyRow whole = survey(OPTIONS).rows().get(0);
        assertThat(whole.isFailed()).as(whole.text("skipped")).isFalse();
        StudyRow pooled = survey(OPTIONS.withWindows(Optional.of(new WindowShape(6, 10))))
                .rows()
                .get(0);
        assertThat(pooled.isFailed()).as(pooled.text("skipped")).isFalse();
    }

    @Test
    void listsOfEigenvaluesAreMatricesOfAStudy() throws Exception {
        StringBuilder text = new StringBuilder("eigenvalue\n");
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 30; i++) {
            text.append(random.nextExponential()).append('\n');
        }
        Files.writeString(folder.resolve("list.csv"), text);
        Files.writeString(folder.resolve("table.csv"), "a,b\n1,2\n3,4\n");
        SurveyRun run = survey(OPTIONS);
        assertThat(run.rows()).hasSize(1);
        assertThat(run.rows().get(0).number("n")).isEqualTo(30);
        assertThat(run.rows().get(0).text("solver")).isEqualTo("given as they are");
    }

    @Test
    void tooFewEigenvaluesAreNotFittedAndSaid() throws Exception {
        matrix("a.npy", 4, 20, 1);
        StudyRow row = survey(OPTIONS).rows().get(0);
        assertThat(row.isFailed()).isFalse();
        assertThat(row.text("law")).isEmpty();
        assertThat(row.text("skipped")).contains("fewer than the 10");
        assertThat(row.number("stable_rank")).isPositive();
    }

    @Test
    void betterOrientationIsTheMoreLikelyOne() throws Exception {
        matrix("a.npy", 20, 30, 1);
        StudyRow better = survey(SurveyOptions.withDefaults()).rows().get(0);
        double direct = survey(SurveyOptions.withDefaults().withLaw(Optional.of(LawFamily.HTMP)))
                .rows()
                .get(0)
                .number("log_likelihood");
        double inverse = survey(SurveyOptions.withDefaults().withLaw(Optional.of(LawFamily.INVERSE_HTMP)))
                .rows()
                .get(0)
                .number("log_likelihood");
        assertThat(better.number("log_likelihood")).isEqualTo(Math.max(direct, inverse));
        assertThat(better.text("orientation")).isEqualTo(direct > inverse ? "direct" : "inverse");
        assertThat(better.number("delta_aic")).isNotNegative();
    }

    @Test
    void globsTakeAndLeaveOut() {
        Globs globs = new Globs(List.of("*mlp*", "h.[01].attn*"), List.of("*.bias"));
        assertThat(globs.takes("runs/a.pt", "h.3.mlp.fc.weight")).isTrue();
        assertThat(globs.takes("runs/a.pt", "h.3.mlp.fc.bias")).isFalse();
        assertThat(globs.takes("runs/a.pt", "h.1.attn.weight")).isTrue();
        assertThat(globs.takes("runs/a.pt", "h.2.attn.weight")).isFalse();
        assertThat(new Globs(List.of("a.pt"), List.of()).takes("runs/a.pt", "w"))
                .isTrue();
        assertThat(new Globs(List.of("[z-a]"), List.of()).takes("runs/a.pt", "w"))
                .isFalse();
    }

    private Path study() {
        return folder.resolve("a.eigenstudy");
    }

    private SurveyListing listing() {
        return new SurveyListing(
                StudyFolder.of(study()), new AttributeReader(Optional.empty(), Optional.empty()), Set.of());
    }

    private SurveyPlan plan() throws EigenscopeException {
        List<SurveyFile> files = listing().files(List.of(new MatrixTarget(folder, Optional.empty())), CancelToken.NONE);
        return SurveyPlan.of(files, Globs.ALL, Optional.empty(), CancelToken.NONE);
    }

    private SurveyRun survey(SurveyOptions options) throws EigenscopeException {
        return run(plan(), options, SurveyListener.NONE, CancelToken.NONE);
    }

    private SurveyRun run(SurveyPlan plan, SurveyOptions options, SurveyListener listener, CancelToken cancel)
            throws EigenscopeException {
        try (StudyStore store = StudyStore.open(study())) {
            return new SurveyRunner(store, options, Runnable::run, 1).run(plan, listener, cancel);
        }
    }

    /** Rows without what a run is free to change: their numbers and times. */
    private static List<Map<Column, Object>> results(List<StudyRow> rows) {
        List<Map<Column, Object>> all = new ArrayList<>();
        for (StudyRow row : rows) {
            Cells cells = row.cells();
            Map<Column, Object> values = new EnumMap<>(cells.values());
            values.remove(Column.MILLISECONDS);
            all.add(values);
        }
        return all;
    }

    private void matrix(String name, int rows, int columns, long seed) throws IOException {
        npy(name, rows, columns, entries(rows, columns, seed));
    }

    private static double[] entries(int rows, int columns, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[rows * columns];
        Arrays.setAll(values, i -> random.nextGaussian());
        return values;
    }

    private static Matrix matrixOf(int rows, int columns) {
        double[] values = new double[rows * columns];
        Arrays.setAll(values, i -> i);
        return Matrix.ofRowMajor(values, rows, columns, ElementType.F64, new Provenance(Path.of("a"), "a", Map.of()));
    }

    private void npy(String name, int rows, int columns, double[] values) throws IOException {
        String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (" + rows + ", " + columns + "), }";
        String padded = header + " ".repeat(63 - (10 + header.length()) % 64) + "\n";
        ByteBuffer bytes = ByteBuffer.allocate(10 + padded.length() + values.length * Double.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 0);
        bytes.putShort((short) padded.length()).put(padded.getBytes(StandardCharsets.US_ASCII));
        bytes.asDoubleBuffer().put(values);
        Files.write(folder.resolve(name), bytes.array());
    }
}
