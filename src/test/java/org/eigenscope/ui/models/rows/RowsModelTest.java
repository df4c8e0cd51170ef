package org.eigenscope.ui.models.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eigenscope.ui.models.rows.SomeRows.row;

import java.util.List;
import java.util.Set;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyKey;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.query.Field;
import org.eigenscope.study.query.Fields;
import org.junit.jupiter.api.Test;

class RowsModelTest {
    private final List<StudyRow> rows = List.of(
            row(1, "tensor", "layer10", "kappa", 3.0, "step", 100.0),
            row(2, "tensor", "layer9", "step", 20.0),
            row(3, "tensor", "layer1", "kappa", 20.0, "step", 3.0),
            row(4, "kappa", 3.0, "step", 1.0));
    private final RowsModel model = new RowsModel();

    RowsModelTest() {
        model.show(rows, Fields.of(rows));
    }

    private static RowOrder by(Column column, boolean ascending) {
        return new RowOrder(List.of(new RowOrder.Key(Field.of(column), ascending)));
    }

    private List<Long> shown() {
        return model.shownProperty().get().stream().map(StudyRow::id).toList();
    }

    @Test
    void numbersAreSortedAsNumbersAndMissingOnesComeLastBothWays() {
        model.orderProperty().set(by(Column.KAPPA, true));
        assertThat(shown()).containsExactly(1L, 4L, 3L, 2L);
        model.orderProperty().set(by(Column.KAPPA, false));
        assertThat(shown()).containsExactly(3L, 1L, 4L, 2L);
    }

    @Test
    void textsAreSortedByTheNumbersInThemAndMissingOnesComeLastBothWays() {
        model.orderProperty().set(by(Column.TENSOR, true));
        assertThat(shown()).containsExactly(3L, 2L, 1L, 4L);
        model.orderProperty().set(by(Column.TENSOR, false));
        assertThat(shown()).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void rowsThatAreEqualInTheFirstColumnAreSortedByTheSecond() {
        model.orderProperty()
                .set(new RowOrder(List.of(
                        new RowOrder.Key(Field.of(Column.KAPPA), true),
                        new RowOrder.Key(Field.of(Column.STEP), true))));
        assertThat(shown()).containsExactly(4L, 1L, 3L, 2L);
    }

    @Test
    void whatIsChosenOutlivesSortingFilteringAndNewResults() {
        model.select(Set.of(1L, 2L), false);
        model.orderProperty().set(by(Column.TENSOR, true));
        assertThat(model.chosen()).extracting(StudyRow::id).containsExactly(2L, 1L);
        model.filterProperty().set("layer1");
        assertThat(model.chosen()).extracting(StudyRow::id).containsExactly(1L);
        model.filterProperty().set("");
        model.update(
                List.of(rows.get(0), row(2, "tensor", "layer9", "kappa", 1.0)),
                model.fieldsProperty().get());
        assertThat(model.chosen()).extracting(StudyRow::id).containsExactly(2L, 1L);
    }

    @Test
    void chosenRowsAreAddedOnlyWhenAsked() {
        model.select(Set.of(1L), false);
        model.select(Set.of(3L), true);
        assertThat(model.selectedProperty().get()).containsExactlyInAnyOrder(1L, 3L);
        model.select(Set.of(4L), false);
        assertThat(model.selectedProperty().get()).containsExactly(4L);
    }

    @Test
    void anotherStudyForgetsTheChoiceAndAnOrderByAnAttributeThatItDoesNotHave() {
        List<StudyRow> other = List.of(row(1, "seed", "2"), row(2, "seed", "1"));
        model.show(other, Fields.of(other));
        model.orderProperty().set(new RowOrder(List.of(new RowOrder.Key(Field.attribute("seed", true), true))));
        assertThat(shown()).containsExactly(2L, 1L);
        model.select(Set.of(1L), false);
        model.show(rows, Fields.of(rows));
        assertThat(shown()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(model.selectedProperty().get()).isEmpty();
    }

    @Test
    void anAttributeWithOneWordIsText() {
        List<StudyRow> mixed = List.of(row(1, "seed", "2", "size", "1e3"), row(2, "seed", "two", "size", "5"));
        Fields fields = Fields.of(mixed);
        assertThat(fields.find("seed").orElseThrow().numeric()).isFalse();
        assertThat(fields.find("SIZE").orElseThrow().numeric()).isTrue();
    }

    @Test
    void oneRowAMatrixWithTheResultsOfTheChosenSettingsOrNone() {
        RowSet set = new RowSet();
        StudyRow usual = row(7, "source", "a.npy", "tensor", "w", "kappa", 2.0);
        FitSettings gamma = FitSettings.of(LawFamily.GAMMA_LAW);
        StudyRow fitted = new StudyRow(
                9,
                new StudyKey(usual.key().content(), usual.key().convention(), gamma.options()),
                row(9, "source", "a.npy", "tensor", "w", "law", "gamma").cells(),
                usual.attributes());
        String convention = usual.key().convention();
        set.put(List.of(usual, row(8, "source", "b.npy", "kappa", 5.0)));
        assertThat(set.under(convention, gamma))
                .extracting(row -> row.number("kappa"))
                .containsOnly(Double.NaN);
        assertThat(set.missing(convention, gamma)).hasSize(2);
        set.put(List.of(fitted));
        assertThat(set.under(convention, gamma)).extracting(StudyRow::id).containsExactly(7L, 8L);
        assertThat(set.under(convention, gamma).get(0).text("law")).isEqualTo("gamma");
        assertThat(set.missing(convention, gamma)).extracting(StudyRow::id).containsExactly(8L);
        assertThat(set.under(convention, FitSettings.USUAL).get(0).number("kappa"))
                .isEqualTo(2);
    }

    @Test
    void oneRowAMatrixUnderEachConventionAndEveryRowInItsOrder() {
        RowSet set = new RowSet();
        StudyRow usual = row(7, "source", "a.npy", "tensor", "w", "kappa", 2.0);
        StudyRow windows = new StudyRow(
                3, new StudyKey("other", "windows=1x8", usual.key().options()), usual.cells(), usual.attributes());
        set.put(List.of(usual, windows));
        assertThat(set.conventions()).containsExactly(usual.key().convention(), "windows=1x8");
        assertThat(set.under("windows=1x8", FitSettings.USUAL))
                .extracting(StudyRow::id)
                .containsExactly(3L);
        assertThat(set.stored()).extracting(StudyRow::id).containsExactly(3L, 7L);
    }

    @Test
    void settingsOfEveryLawReadBackAsTheyWereWritten() {
        for (LawFamily law : LawFamily.values()) {
            FitSettings settings = FitSettings.of(law);
            assertThat(settings.isKnown()).as(law.id()).isTrue();
            assertThat(settings.law()).contains(law);
        }
        assertThat(FitSettings.USUAL.isKnown()).isTrue();
        assertThat(new FitSettings("law=htmp;revision=99").isKnown()).isFalse();
    }
}
