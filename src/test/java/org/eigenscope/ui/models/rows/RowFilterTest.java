package org.eigenscope.ui.models.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eigenscope.ui.models.rows.SomeRows.row;

import java.util.List;
import org.eigenscope.error.BadInputException;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.query.Fields;
import org.eigenscope.study.query.RowFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowFilterTest {
    private final List<StudyRow> rows = List.of(
            row(1, "tensor", "h.0.fc1", "role", "fc1", "kappa", 1.5, "optimizer", "sgd"),
            row(2, "tensor", "h.0.fc2", "role", "fc2", "kappa", 2.0, "optimizer", "Adam W"),
            row(3, "tensor", "H.1.FC1", "role", "fc1", "seed", "3"),
            row(4, "tensor", "embed", "kappa", -1.0, "seed", "12"));
    private final RowsModel model = new RowsModel();

    RowFilterTest() {
        model.show(rows, Fields.of(rows));
    }

    private List<Long> found(String filter) {
        model.filterProperty().set(filter);
        return model.shownProperty().get().stream().map(StudyRow::id).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "fc1|1 3",
                "FC|1 2 3",
                "h.1|3",
                "\"adam w\"|2",
                "fc1 h.0|1",
                "-fc1|2 4",
                "role:fc|1 2 3",
                "role=fc1|1 3",
                "ROLE=FC1|1 3",
                "role!=fc1|2 4",
                "role=|4",
                "role!=|1 2 3",
                "kappa<2|1 4",
                "kappa<=2|1 2 4",
                "kappa>1.5|2",
                "kappa>=1,5|1 2",
                "kappa=2|2",
                "kappa!=2|1 4",
                "kappa=|3",
                "kappa<2 role:fc1|1",
                "-kappa<2|2 3",
                "seed>=3|3 4",
                "seed<12|3",
                "optimizer:adam|2",
                "kappa<−0.5|4",
                "kappa<1e-3|4",
                "''|1 2 3 4",
                "'   '|1 2 3 4",
                "nothing|",
            })
    void rowsThatFitEveryTermAreShown(String filter, String ids) {
        String shown =
                String.join(" ", found(filter).stream().map(String::valueOf).toList());
        assertThat(shown).isEqualTo(ids == null ? "" : ids);
        assertThat(model.objectionProperty().get()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "kappa<|lacks a number",
                "kappa<two|two is no number",
                "kapa<2|kappa is one",
                "nowhere=1|There is no column nowhere",
                "role<3|role is text",
                "\"open|quotation mark",
            })
    void whatIsNoFilterIsSaidAndTheRowsStay(String filter, String sentence) {
        found("fc2");
        assertThat(found(filter)).containsExactly(2L);
        assertThat(model.objectionProperty().get()).contains(sentence);
    }

    @Test
    void aFilterMayBeAsLongAsTheLimitAndNoLonger() throws BadInputException {
        assertThat(RowFilter.parse("a".repeat(1000), Fields.OF_COLUMNS, StudyRow::toString))
                .isNotNull();
        assertThatThrownBy(() -> RowFilter.parse("a".repeat(1001), Fields.OF_COLUMNS, StudyRow::toString))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("1000");
    }
}
