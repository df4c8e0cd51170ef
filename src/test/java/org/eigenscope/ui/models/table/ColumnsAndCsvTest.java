package org.eigenscope.ui.models.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eigenscope.ui.models.rows.SomeRows.row;

import java.util.List;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.query.Field;
import org.eigenscope.study.query.Fields;
import org.eigenscope.ui.models.rows.RowsModel;
import org.eigenscope.ui.settings.MemorySettings;
import org.junit.jupiter.api.Test;

class ColumnsAndCsvTest {
    private final List<StudyRow> study = List.of(
            row(1, "tensor", "=HYPERLINK(\"x\")", "kappa", 1.25e-7, "note", "@cmd, more", "seed", "-1"),
            row(2, "tensor", "b", "note", "two\nlines"));
    private final MemorySettings settings = new MemorySettings();
    private final RowsModel rows = new RowsModel();
    private final ColumnChoice columns = new ColumnChoice(rows, settings);

    private List<String> shown(ColumnChoice choice) {
        return choice.shownProperty().get().stream().map(Field::id).toList();
    }

    @Test
    void columnsThatHaveCellsAndAttributesAreShown() {
        rows.show(study, Fields.of(study));
        assertThat(shown(columns)).containsExactly("tensor", "kappa", "note", "seed");
    }

    @Test
    void whatIsChosenIsRememberedAndMayBeForgotten() {
        rows.show(study, Fields.of(study));
        columns.show(Field.of(Column.MILLISECONDS), true);
        columns.show(Field.of(Column.KAPPA), false);
        RowsModel later = new RowsModel();
        ColumnChoice again = new ColumnChoice(later, settings);
        later.show(study, Fields.of(study));
        assertThat(shown(again)).containsExactly("tensor", "note", "seed", "milliseconds");
        again.reset();
        assertThat(shown(again)).containsExactly("tensor", "kappa", "note", "seed");
    }

    @Test
    void csvHasTheShownColumnsWithAllDigitsAndNothingThatASpreadsheetRuns() {
        rows.show(study, Fields.of(study));
        assertThat(new RowsCsv(
                                columns.shownProperty().get(),
                                rows.shownProperty().get())
                        .text())
                .isEqualTo("tensor,kappa,note,seed\n"
                        + "\"'=HYPERLINK(\"\"x\"\")\",1.25E-7,\"'@cmd, more\",-1\n"
                        + "b,,\"two\nlines\",\n");
    }
}
