package org.eigenscope.ui.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.figure.style.CurveRole;
import org.eigenscope.fit.compare.KappaByRange;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.session.GhostPlan;
import org.eigenscope.session.LawPlan;
import org.eigenscope.session.PanelPlan;
import org.eigenscope.session.SeriesPlan;
import org.eigenscope.session.Session;
import org.eigenscope.session.SpikesPlan;
import org.eigenscope.session.StripView;
import org.eigenscope.session.json.SessionFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions with extras. */
class SessionExtrasTest {
    private static final MatrixTarget OTHER = new MatrixTarget(Workbench.LAYERS, Optional.of("fc1.weight"));

    @TempDir
    private Path folder;

    private final Workbench first = new Workbench();
    private final Workbench second = new Workbench();

    @AfterEach
    void close() {
        first.close();
        second.close();
    }

    /** Ghosts of both kinds, spikes, a ticked law, a hidden curve, κ by range below. */
    private void showEverything(Workbench window) {
        window.showing(OTHER);
        window.extras.ghosts().keptProperty().set(true);
        window.showing(Workbench.LAYER);
        window.extras.ghosts().shuffle(7);
        window.extras.spikes().shownProperty().set(true);
        window.fit.league().tick(LawFamily.LOGNORMAL, true);
        window.fit.league().tick(LawFamily.TRUNCATED_POWER, true);
        window.spectrum.showCurve("infinite-kappa", false);
        window.figure.edit(e -> e.withLook(e.look().withExtras(e.look().extras().withStrip(StripView.KAPPA_RANGE))));
        window.work.runAll();
    }

    private Path saved(Workbench window, String name) {
        Path file = folder.resolve(name);
        window.output.save(file);
        window.drawing.runAll();
        assertThat(window.output.failureProperty().get()).isEmpty();
        return file;
    }

    private void open(Path file) {
        second.sessions.open(file);
        second.work.runAll();
        assertThat(second.sessions.failureProperty().get()).isEmpty();
    }

    @Test
    void figureSavedOpenedAndSavedAgainIsTheSameByteForByte() throws IOException {
        showEverything(first);
        Path once = saved(first, "once.svg");
        open(once);
        assertThat(saved(second, "again.svg")).hasSameBinaryContentAs(once);
        assertThat(saved(second, "again.csv")).hasSameBinaryContentAs(saved(first, "once.csv"));
    }

    @Test
    void sessionOfEverythingIsTheWindowsOwnFigure() throws EigenscopeException {
        showEverything(first);
        open(saved(first, "once.svg"));
        assertThat(second.figure.sheetProperty().get()).isEmpty();
        assertThat(second.session()).isEqualTo(first.session());
        assertThat(second.fit.league().drawnProperty().get())
                .extracting(LawPlan::family)
                .containsExactly(LawFamily.LOGNORMAL, LawFamily.TRUNCATED_POWER);
        assertThat(second.spectrum.hiddenProperty().get()).containsExactly("infinite-kappa");
    }

    @Test
    void ghostThatWasKeptIsAnotherInputUnderItsOwnConventions() throws EigenscopeException {
        first.showing(OTHER);
        first.spectrum.normalizationProperty().set(Normalization.MP);
        first.work.runAll();
        first.extras.ghosts().keptProperty().set(true);
        first.showing(Workbench.LAYER);
        first.spectrum.normalizationProperty().set(Normalization.RAW);
        first.work.runAll();
        Session session = first.session();
        assertThat(session.inputs())
                .extracting(input -> input.tensor().orElseThrow())
                .containsExactly("fc2.weight", "fc1.weight");
        GhostPlan ghost = session.series().get(0).ghosts().get(0);
        assertThat(ghost.input()).isEqualTo(1);
        assertThat(ghost.conventions().orElseThrow().normalization()).isEqualTo(Normalization.MP);
        open(saved(first, "a.svg"));
        assertThat(second.session()).isEqualTo(session);
    }

    @Test
    void spectrumKeptForTheNextIsKeptAgain() throws EigenscopeException {
        first.showing(Workbench.LAYER);
        first.extras.ghosts().keptProperty().set(true);
        assertThat(first.session().series().get(0).ghosts()).isEmpty();
        open(saved(first, "a.svg"));
        second.showing(OTHER);
        assertThat(second.spectrum.figureProperty().get().curves())
                .filteredOn(curve -> curve.role().equals(CurveRole.PREVIOUS))
                .hasSize(1);
    }

    @Test
    void panelsOfTheWindowComeBack() {
        first.showing(Workbench.LAYER);
        first.extras.range().shownProperty().set(true);
        first.extras.spikes().shownProperty().set(true);
        first.extras.table().shownProperty().set(true);
        first.work.runAll();
        open(saved(first, "a.svg"));
        assertThat(second.extras.range().studyProperty().get()).isPresent();
        assertThat(second.extras.spikes().foundProperty().get()).isPresent();
        assertThat(second.extras.table().shownProperty().get()).isTrue();
    }

    @Test
    void sessionWithoutThemTakesThemAway() throws EigenscopeException {
        first.showing(Workbench.LAYER);
        showEverything(second);
        open(saved(first, "a.svg"));
        assertThat(second.session()).isEqualTo(first.session());
        assertThat(second.extras.ghosts().drawnProperty().get()).isEmpty();
        assertThat(second.fit.league().drawnProperty().get()).isEmpty();
    }

    /** As if a version that computes something else had saved it. */
    private Path ofAnotherVersion() throws EigenscopeException {
        showEverything(first);
        Session session = first.session();
        SeriesPlan series = session.series().get(0);
        List<LawPlan> laws = series.laws().stream()
                .map(law -> law.family() == LawFamily.LOGNORMAL
                        ? new LawPlan(
                                law.family(),
                                law.parameters().with(Parameter.SCALE, 0.0123),
                                law.origin(),
                                law.held(),
                                law.byHand(),
                                law.evidence())
                        : law)
                .toList();
        SeriesPlan other = new SeriesPlan(
                0,
                series.label(),
                series.at(),
                laws,
                series.ghosts(),
                Optional.of(new SpikesPlan(0.05, 0.07)),
                Optional.of(new KappaByRange(2, List.of(new KappaByRange.Estimate(0.01, 3)), List.of())));
        Path file = folder.resolve("other.eigenscope");
        SessionFile.write(file, session.withPanels(List.of(new PanelPlan("", List.of(other)))));
        return file;
    }

    @Test
    void numbersThatWereSavedAreDrawnNotThoseOfThisVersion() throws EigenscopeException {
        Path file = ofAnotherVersion();
        open(file);
        assertThat(second.session()).isEqualTo(SessionFile.read(file));
    }

    @Test
    void numbersThatWereSavedGoWithWhatTheyDependOn() throws EigenscopeException {
        open(ofAnotherVersion());
        second.fit.parameter(Parameter.GAMMA).toggleLock();
        second.work.runAll();
        SeriesPlan now = second.session().series().get(0);
        assertThat(now.range().orElseThrow().beginnings()).hasSizeGreaterThan(1);
        assertThat(now.laws())
                .filteredOn(law -> law.family() == LawFamily.LOGNORMAL)
                .noneMatch(law -> law.parameters().get(Parameter.SCALE) == 0.0123);
        assertThat(now.spikes()).contains(new SpikesPlan(0.05, 0.07));
        second.showing(OTHER);
        second.showing(Workbench.LAYER);
        assertThat(second.session().series().get(0).spikes()).isPresent().isNotEqualTo(now.spikes());
    }

    @Test
    void figureThatAsksForWhatIsNotThereYetSaysSo() {
        first.showing(Workbench.LAYER);
        first.figure.edit(e -> e.withLook(e.look().withExtras(e.look().extras().withStrip(StripView.KAPPA_RANGE))));
        first.output.save(folder.resolve("a.svg"));
        first.drawing.runAll();
        assertThat(first.output.failureProperty().get()).contains("κ by range of", "is still being worked out");
        first.work.runAll();
        assertThat(saved(first, "b.svg")).exists();
    }

    @Test
    void changedGhostIsSaidByItsName() throws IOException {
        Path matrix = Files.writeString(folder.resolve("m.csv"), "2,1,0\n1,3,1\n0,1,4\n");
        first.showing(new MatrixTarget(matrix, Optional.empty()));
        first.extras.ghosts().keptProperty().set(true);
        first.showing(Workbench.LAYER);
        Path figure = saved(first, "a.svg");
        Files.writeString(matrix, "2,1,0\n1,3,1\n0,1,5\n");
        second.sessions.open(figure);
        second.work.runAll();
        assertThat(second.sessions.failureProperty().get()).contains("m.csv has changed since the session was saved");
    }

    @Test
    void hiddenCurveIsNeitherDrawnNorInTheLegendButComesBack() throws IOException {
        first.showing(Workbench.LAYER);
        first.spectrum.hiddenProperty().set(Set.of("infinite-kappa"));
        Path figure = saved(first, "a.svg");
        assertThat(Files.readString(figure)).doesNotContain(">inverse MP").contains(">inverse HTMP");
        open(figure);
        second.spectrum.showCurve("infinite-kappa", true);
        assertThat(Files.readString(saved(second, "b.svg"))).contains(">inverse MP");
    }
}
