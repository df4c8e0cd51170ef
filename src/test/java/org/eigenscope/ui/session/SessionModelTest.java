package org.eigenscope.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.figure.Ordinate;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.compose.Zoom;
import org.eigenscope.figure.export.page.FigureFormat;
import org.eigenscope.fit.Interval;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.matrix.Interpretation;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.session.LawPlan;
import org.eigenscope.session.PanelPlan;
import org.eigenscope.session.SeriesPlan;
import org.eigenscope.session.Session;
import org.eigenscope.session.draw.Drawing;
import org.eigenscope.session.input.SessionInputs;
import org.eigenscope.session.json.SessionFile;
import org.eigenscope.ui.figure.SmallFiles;
import org.eigenscope.ui.figure.Workbench;
import org.eigenscope.ui.spectrum.SpectrumModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionModelTest {
    private static final Zoom BULK =
            new Zoom(Optional.of(new AxisRange(3e-3, 0.04)), Optional.of(new AxisRange(1, 200)));

    @TempDir
    private Path folder;

    private final Workbench first = new Workbench();
    private final Workbench second = new Workbench();

    @AfterEach
    void close() {
        first.close();
        second.close();
    }

    private Path saved() {
        Path file = folder.resolve("a.eigenscope");
        first.sessions.save(file);
        first.work.runAll();
        assertThat(first.sessions.failureProperty().get()).isEmpty();
        return file;
    }

    private void open(Path file) {
        second.sessions.open(file);
        second.work.runAll();
    }

    private static void drag(Workbench window, Parameter parameter, double value) {
        window.fit.parameter(parameter).grab();
        window.fit.parameter(parameter).dragToValue(value);
        window.fit.parameter(parameter).release();
        window.work.runAll();
    }

    @Test
    void zoomViewAndResidualsComeBack() {
        first.showing(Workbench.LAYER);
        first.spectrum.residualsShownProperty().set(false);
        first.spectrum.logYProperty().set(false);
        first.spectrum.zoomProperty().set(BULK);
        open(saved());
        assertThat(second.spectrum.zoomProperty().get()).isEqualTo(BULK);
        assertThat(second.spectrum.residualsShownProperty().get()).isFalse();
        assertThat(second.spectrum.logYProperty().get()).isFalse();
    }

    @Test
    void parametersSetByHandComeBackExactly() {
        first.showing(Workbench.LAYER);
        drag(first, Parameter.KAPPA, 3.25);
        open(saved());
        assertThat(second.fit.parameter(Parameter.KAPPA).valueProperty().get()).isEqualTo(3.25);
        assertThat(second.fit.memory()).isEqualTo(first.fit.memory());
    }

    @Test
    void figureSavedInTheWindowIsDrawnAgainFromItselfByteForByte() throws EigenscopeException, IOException {
        first.showing(Workbench.LAYER);
        first.spectrum.zoomProperty().set(BULK);
        drag(first, Parameter.KAPPA, 2.5);
        for (String ending : List.of("svg", "csv")) {
            Path figure = folder.resolve("a." + ending);
            first.output.save(figure);
            first.drawing.runAll();
            FigureFormat format = FigureFormat.of(figure);
            assertThat(drawnAgain(folder.resolve("a.svg"), format)).isEqualTo(Files.readAllBytes(figure));
        }
    }

    private static byte[] drawnAgain(Path carrier, FigureFormat format) throws EigenscopeException, IOException {
        Session session = SessionFile.read(carrier);
        List<MatrixTarget> targets = SessionInputs.locate(session, Optional.of(carrier), CancelToken.NONE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Drawing.of(session, SessionInputs.alone().read(session, targets, ProgressListener.NONE, CancelToken.NONE))
                .write(format, out);
        return out.toByteArray();
    }

    @Test
    void intervalsThatWereSavedStandUntilTheLawMoves() throws EigenscopeException {
        first.showing(Workbench.LAYER);
        Session saved = withInterval(first.session());
        Path file = folder.resolve("a.eigenscope");
        SessionFile.write(file, saved);
        open(file);
        assertThat(second.session()).isEqualTo(saved);
        drag(second, Parameter.KAPPA, 3.25);
        assertThat(second.session().series().get(0).laws().get(0).interval(Parameter.KAPPA))
                .isEmpty();
    }

    private static Session withInterval(Session session) {
        SeriesPlan series = session.series().get(0);
        LawPlan law = series.laws().get(0);
        LawPlan.Evidence said = law.evidence().orElseThrow();
        Interval interval = new Interval(1.35, 2.3, false, false, Interval.Method.PROFILE_LIKELIHOOD);
        LawPlan.Evidence more = new LawPlan.Evidence(
                said.objective(),
                said.n(),
                said.logLikelihood(),
                said.aic(),
                said.bic(),
                said.ks(),
                Map.of(Parameter.KAPPA, interval));
        List<LawPlan> laws = new ArrayList<>(series.laws());
        laws.set(
                0,
                new LawPlan(law.family(), law.parameters(), law.origin(), law.held(), law.byHand(), Optional.of(more)));
        SeriesPlan changed = new SeriesPlan(series.input(), series.label(), series.at(), laws);
        return session.withPanels(List.of(new PanelPlan("", List.of(changed))));
    }

    @Test
    void sessionOfWhatIsOnScreenBringsItsLawBack() {
        first.showing(Workbench.LAYER);
        drag(first, Parameter.KAPPA, 3.25);
        Path session = saved();
        drag(first, Parameter.KAPPA, 9);
        first.sessions.open(session);
        first.work.runAll();
        assertThat(first.fit.parameter(Parameter.KAPPA).valueProperty().get()).isEqualTo(3.25);
        assertThat(first.spectrum.figureProperty().get().curves()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"q", "v", "k:1/3"})
    void partOfAStackedProjectionComesBack(String part) throws IOException {
        Path stacked = stacked();
        first.showing(new MatrixTarget(stacked, Optional.of("qkv.weight")));
        first.spectrum.partProperty().set(part);
        first.work.runAll();
        SpectrumModel.Shown shown = first.spectrum.shownProperty().get().orElseThrow();
        open(saved());
        SpectrumModel.Shown again = second.spectrum.shownProperty().get().orElseThrow();
        assertThat(again.tensor().info().name()).isEqualTo("qkv.weight[" + part + "]");
        assertThat(again.spectrum().positive()).isEqualTo(shown.spectrum().positive());
        assertThat(second.spectrum.partProperty().get()).isEqualTo(part);
    }

    /** A matrix of 36×12 in a safetensors file; no format that holds names is easier written. */
    private Path stacked() throws IOException {
        return SmallFiles.safetensors(folder.resolve("stacked.safetensors"), "qkv.weight", 36, 12);
    }

    @ParameterizedTest
    @EnumSource(Interpretation.class)
    void everyInterpretationComesBack(Interpretation interpretation) throws IOException {
        Path symmetric = Files.writeString(folder.resolve("m.csv"), "2,1,0\n1,3,1\n0,1,4\n");
        first.showing(new MatrixTarget(symmetric, Optional.empty()));
        first.spectrum.normalizationProperty().set(Normalization.UNIT_MEAN);
        first.spectrum.interpretationProperty().set(interpretation);
        first.work.runAll();
        SpectrumModel.Shown shown = first.spectrum.shownProperty().get().orElseThrow();
        assertThat(shown.options().interpretation()).isEqualTo(interpretation);
        open(saved());
        SpectrumModel.Shown again = second.spectrum.shownProperty().get().orElseThrow();
        assertThat(again.options()).isEqualTo(shown.options());
        assertThat(again.spectrum().ascending()).isEqualTo(shown.spectrum().ascending());
        assertThat(second.spectrum.interpretationProperty().get()).isEqualTo(interpretation);
    }

    @Test
    void lawWaitsForItsOwnSpectrum() {
        first.showing(Workbench.LAYER);
        drag(first, Parameter.KAPPA, 3.25);
        Path session = saved();
        second.showing(new MatrixTarget(Workbench.LAYERS, Optional.of("fc1.weight")));
        second.sessions.open(session);
        second.work.runNext();
        assertThat(second.fit.parameter(Parameter.KAPPA).valueProperty().get()).isNotEqualTo(3.25);
        second.work.runAll();
        assertThat(second.fit.parameter(Parameter.KAPPA).valueProperty().get()).isEqualTo(3.25);
    }

    @Test
    void sessionOpenedLastWins() throws IOException {
        first.showing(Workbench.LAYER);
        drag(first, Parameter.KAPPA, 3.25);
        Path one = Files.move(saved(), folder.resolve("one.eigenscope"));
        drag(first, Parameter.KAPPA, 5.5);
        Path two = saved();
        second.sessions.open(one);
        second.sessions.open(two);
        second.work.runAll();
        assertThat(second.fit.parameter(Parameter.KAPPA).valueProperty().get()).isEqualTo(5.5);
    }

    @Test
    void changedInputIsSaidAndTheChartStays() throws IOException {
        Path matrix = Files.writeString(folder.resolve("m.csv"), "2,1,0\n1,3,1\n0,1,4\n");
        first.showing(new MatrixTarget(matrix, Optional.empty()));
        Path session = saved();
        Files.writeString(matrix, "2,1,0\n1,3,1\n0,1,5\n");
        second.showing(Workbench.LAYER);
        open(session);
        assertThat(second.sessions.failureProperty().get()).contains("m.csv has changed since the session was saved");
        assertThat(second.spectrum.shownProperty().get().orElseThrow().tensor().isAt(Workbench.LAYER))
                .isTrue();
    }

    @Test
    void missingInputIsSaid() throws IOException {
        Path matrix = Files.writeString(folder.resolve("m.csv"), "2,1,0\n1,3,1\n0,1,4\n");
        first.showing(new MatrixTarget(matrix, Optional.empty()));
        Path session = saved();
        Files.delete(matrix);
        open(session);
        assertThat(second.sessions.failureProperty().get()).contains("m.csv, which is not there");
    }

    @Test
    void figuresAndSessionsAmongOpenedFilesAreBroughtBackAndMatricesListed() throws IOException {
        Path matrix = Files.writeString(folder.resolve("m.csv"), "2,1,0\n1,3,1\n0,1,4\n");
        first.showing(Workbench.LAYER);
        drag(first, Parameter.KAPPA, 3.25);
        Path figure = folder.resolve("a.png");
        first.output.save(figure);
        first.drawing.runAll();
        second.documents.openPaths(List.of(matrix, figure));
        second.work.runAll();
        assertThat(second.opened).contains(matrix);
        assertThat(second.fit.parameter(Parameter.KAPPA).valueProperty().get()).isEqualTo(3.25);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 300, 2000})
    void truncatedFigureIsSaidByItsName(int kept) throws IOException {
        first.showing(Workbench.LAYER);
        Path figure = folder.resolve("a.png");
        first.output.save(figure);
        first.drawing.runAll();
        Files.write(figure, Arrays.copyOf(Files.readAllBytes(figure), kept));
        open(figure);
        assertThat(second.sessions.failureProperty().get()).contains("a.png");
        assertThat(second.spectrum.shownProperty().get()).isEmpty();
    }

    @Test
    void nothingOnScreenIsNoSession() {
        first.sessions.save(folder.resolve("a.eigenscope"));
        first.work.runAll();
        assertThat(first.sessions.failureProperty().get()).isEqualTo("There is nothing on screen to save.");
        assertThat(folder).isEmptyDirectory();
    }

    private Path sheet() throws EigenscopeException {
        first.showing(Workbench.LAYER);
        Session one = first.session();
        Session sheet = one.withPanels(List.of(
                        new PanelPlan("left", one.panels().get(0).series()),
                        new PanelPlan("right", one.panels().get(0).series())))
                .withLook(one.look().withColumns(2).withView(Ordinate.SURVIVAL));
        Path file = folder.resolve("sheet.eigenscope");
        SessionFile.write(file, sheet);
        return file;
    }

    @Test
    void sheetIsKeptWholeThoughTheChartShowsItsFirstSpectrum() throws EigenscopeException {
        Path file = sheet();
        open(file);
        assertThat(second.spectrum.shownProperty().get().orElseThrow().tensor().isAt(Workbench.LAYER))
                .isTrue();
        assertThat(second.session()).isEqualTo(SessionFile.read(file));
        assertThat(second.figure.sheetProperty().get().orElseThrow().sentence())
                .contains("a sheet of 2 panels from sheet.eigenscope");
    }

    @Test
    void sheetStaysWhileTheLawOfTheChartIsDragged() throws EigenscopeException {
        Path file = sheet();
        open(file);
        drag(second, Parameter.KAPPA, 9);
        assertThat(second.session()).isEqualTo(SessionFile.read(file));
    }

    @Test
    void sheetGoesWhenTheChartShowsWhatIsNotOnIt() throws EigenscopeException {
        open(sheet());
        second.showing(new MatrixTarget(Workbench.LAYERS, Optional.of("fc1.weight")));
        assertThat(second.figure.sheetProperty().get()).isEmpty();
        assertThat(second.session().panels()).hasSize(1);
    }
}
