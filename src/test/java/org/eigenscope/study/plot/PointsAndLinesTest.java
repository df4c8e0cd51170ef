package org.eigenscope.study.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eigenscope.error.BadInputException;
import org.eigenscope.figure.Panel;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rows a line goes through, and when points have intervals. */
class PointsAndLinesTest {
    private static StudyPlot plot(PlotRequest request, StudyRow... rows) throws BadInputException {
        return StudyPlots.of("a.eigenstudy", List.of(rows), request, RowSpectra.NONE);
    }

    private static Panel panel(StudyPlot plot) {
        return plot.sheet().panels().get(0);
    }

    private static String note(StudyPlot plot) {
        return String.join(" ", plot.sheet().notes());
    }

    @Test
    void weightsAndMatricesOfFeaturesAreLinesOfTheirOwnAlongDepth() throws BadInputException {
        StudyPlot plot = plot(
                PlotRequest.of(PlotKind.DEPTH),
                PlotRows.row()
                        .with(Column.TENSOR, "fc1.weight")
                        .depth(0)
                        .kappa(1)
                        .as(11),
                PlotRows.row().with(Column.TENSOR, "ck.fc1").depth(1).kappa(2).as(12),
                PlotRows.row()
                        .with(Column.TENSOR, "fc2.weight")
                        .depth(2)
                        .kappa(3)
                        .as(13),
                PlotRows.row()
                        .with(Column.TENSOR, "ntkernel.weight")
                        .depth(3)
                        .kappa(4)
                        .as(14));
        assertThat(panel(plot).chart().curves())
                .extracting(curve -> curve.x().length)
                .containsExactly(3, 1);
    }

    @Test
    void batchSizesAreComparedAtTheSameEpochThoughTheirStepsDiffer() throws BadInputException {
        StudyPlot plot = plot(
                PlotRequest.of(PlotKind.COMPARE).withGroup("batch_size").withSides("5", "50"),
                PlotRows.row()
                        .with("batch_size", 5)
                        .with(Column.EPOCH, 1.0)
                        .step(1600)
                        .kappa(1)
                        .as(1),
                PlotRows.row()
                        .with("batch_size", 5)
                        .with(Column.EPOCH, 2.0)
                        .step(3200)
                        .kappa(2)
                        .as(2),
                PlotRows.row()
                        .with("batch_size", 50)
                        .with(Column.EPOCH, 1.0)
                        .step(160)
                        .kappa(3)
                        .as(3),
                PlotRows.row()
                        .with("batch_size", 50)
                        .with(Column.EPOCH, 2.0)
                        .step(320)
                        .kappa(4)
                        .as(4));
        assertThat(plot.rows())
                .extracting(row -> row.point().x() + " " + row.point().y())
                .containsExactly("1.0 3.0", "2.0 4.0");
    }

    @Test
    void coloursOfBareNumbersAreNamedBelowThePlot() throws BadInputException {
        StudyRow five = PlotRows.row().with("batch_size", 5).depth(0).kappa(1).as(1);
        StudyRow fifty = PlotRows.row().with("batch_size", 50).depth(0).kappa(2).as(2);
        PlotRequest request = PlotRequest.of(PlotKind.DEPTH);
        assertThat(note(plot(request.withGroup("batch_size"), five, fifty))).contains("Colours: batch size.");
        assertThat(note(plot(request.withGroup("role"), five, fifty))).doesNotContain("Colours");
    }

    @ParameterizedTest
    @CsvSource({"300, 1.5", "301, 1"})
    void theIntervalsOfVeryManyPointsAreLeftOut(int count, double upper) throws BadInputException {
        StudyRow[] rows = new StudyRow[count];
        for (int i = 0; i < count; i++) {
            rows[i] = PlotRows.row()
                    .with(Column.INTERVAL_METHOD, "profile-likelihood")
                    .with(Column.KAPPA_LOW, 0.5)
                    .with(Column.KAPPA_HIGH, 1.5)
                    .with("accuracy", i)
                    .kappa(1)
                    .as(i);
        }
        StudyPlot plot = plot(PlotRequest.of(PlotKind.SCATTER).withX("accuracy"), rows);
        assertThat(panel(plot).points().get(0).points().get(7).upper()).isEqualTo(upper);
        assertThat(note(plot).contains("intervals are left out")).isEqualTo(count > 300);
        assertThat(plot.rows().get(7).point().upper()).isEqualTo(1.5);
    }
}
