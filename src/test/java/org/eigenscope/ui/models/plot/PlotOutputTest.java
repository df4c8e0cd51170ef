package org.eigenscope.ui.models.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.session.StudyFigure;
import org.eigenscope.session.draw.StudyDrawing;
import org.eigenscope.session.json.SessionFile;
import org.eigenscope.study.Cells;
import org.eigenscope.study.Column;
import org.eigenscope.study.plot.PlotKind;
import org.eigenscope.study.query.Field;
import org.eigenscope.study.store.StudyStore;
import org.eigenscope.ui.models.step.StepModel;
import org.eigenscope.ui.models.study.SmallStudy;
import org.eigenscope.ui.models.study.StudyBench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the tab saves is what the command line draws of the same study. */
class PlotOutputTest {
    private final StudyBench bench = new StudyBench();
    private final StepModel steps = new StepModel(bench.study, StudyBench.task(bench.files));
    private final PlotModel plot =
            new PlotModel(bench.study, steps, StudyBench.task(bench.files), StudyBench.task(bench.files));
    private final PlotOutput output = new PlotOutput(plot, bench.study::file, StudyBench.task(bench.files));

    @TempDir
    private Path folder;

    private Path study;

    @BeforeEach
    void openAStudy() throws BadInputException {
        study = SmallStudy.write(folder.resolve("a.eigenstudy"));
        bench.showing(study);
    }

    @AfterEach
    void closeTheStudy() {
        bench.study.closeNow();
    }

    private Path saved(String name) {
        Path picture = folder.resolve(name);
        output.save(picture);
        bench.files.runAll();
        assertThat(output.failureProperty().get()).isEmpty();
        return picture;
    }

    @ParameterizedTest
    @EnumSource(value = PlotKind.class, mode = EnumSource.Mode.EXCLUDE, names = "ENERGY")
    void everyPictureIsDrawnAgainByteForByteFromItself(PlotKind kind) throws EigenscopeException, IOException {
        bench.rows.filterProperty().set("fc1 kappa<22");
        plot.kindProperty().set(kind);
        plot.xProperty().set(Field.of(Column.STEP));
        plot.groupProperty().set(Optional.of(Field.of(Column.RUN)));
        steps.placeProperty().set(1);
        bench.rows.select(Set.of(bench.shown().get(0).id()), false);
        bench.files.runAll();
        Path picture = saved("a.svg");

        StudyFigure figure = SessionFile.readStudyFigure(picture).orElseThrow();
        Path again = folder.resolve("again.svg");
        StudyDrawing.again(figure, StudyDrawing.locate(figure, picture)).write(again);
        assertThat(again).hasSameBinaryContentAs(picture);
        assertThat(figure.rows())
                .isEqualTo(plot.shownProperty().get().plot().orElseThrow().digests());
    }

    @Test
    void theTableOfAPlotHasTheRowsOnScreen() throws IOException {
        steps.placeProperty().set(0);
        bench.files.runAll();
        assertThat(Files.readAllLines(saved("a.csv"))).hasSize(1 + 6);
    }

    @Test
    void aStudyThatIsOnNoDiskIsToBeSavedFirst() {
        bench.files.runAll();
        PlotOutput inMemory = new PlotOutput(plot, Optional::empty, StudyBench.task(bench.files));
        inMemory.save(folder.resolve("a.svg"));
        assertThat(inMemory.failureProperty().get()).startsWith("Save the study first");
    }

    @Test
    void aStudyThatAnotherProgramWroteSinceIsSaidNotToBeTheOneOnScreen() throws BadInputException {
        bench.files.runAll();
        bench.study.closeNow();
        try (StudyStore other = StudyStore.open(study)) {
            var row = other.rows().get(SmallStudy.ROWS - 1);
            other.put(row, row.key(), new Cells(Map.of(Column.KAPPA, 99.0, Column.LAW, "inverse-htmp")));
        }
        output.save(folder.resolve("a.svg"));
        bench.files.runAll();
        assertThat(output.failureProperty().get()).contains("does not hold the rows on screen");
        assertThat(folder.resolve("a.svg")).doesNotExist();
    }
}
