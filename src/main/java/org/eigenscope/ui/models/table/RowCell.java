package org.eigenscope.ui.models.table;

import javafx.geometry.Pos;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.eigenscope.study.StudyRow;
import org.eigenscope.text.Printable;
import org.eigenscope.ui.models.rows.Field;

/** A cell of a column or an attribute. */
final class RowCell extends TableCell<StudyRow, StudyRow> {
    private static final int LONG = 24;

    private final Field field;

    RowCell(Field field) {
        this.field = field;
        setAlignment(field.numeric() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        // names of layers differ at their ends
        setTextOverrun(field.numeric() ? OverrunStyle.CLIP : OverrunStyle.CENTER_ELLIPSIS);
        if (field.numeric()) {
            getStyleClass().add("number");
        }
    }

    @Override
    protected void updateItem(StudyRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setText(null);
            setTooltip(null);
            return;
        }
        String text = field.shown(row);
        setText(text);
        setTooltip(text.length() > LONG ? new Tooltip(Printable.lines(field.text(row))) : null);
    }
}
