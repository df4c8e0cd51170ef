package org.eigenscope.ui.models.table;

import javafx.geometry.Pos;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.query.Field;
import org.eigenscope.text.Printable;
import org.eigenscope.ui.text.Numbers;

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
        String text = shown(field, row);
        setText(text);
        setTooltip(text.length() > LONG ? new Tooltip(Printable.lines(field.text(row))) : null);
    }

    /** A cell as a person reads it: four significant digits, a dash where a number is missing. */
    private static String shown(Field field, StudyRow row) {
        if (!field.numeric()) {
            return Printable.of(field.text(row));
        }
        double value = field.number(row);
        String typed = field.text(row);
        if (field.column().isEmpty() && typed.matches("-?[0-9]{0,4}\\.[0-9]{1,4}")) {
            // an attribute that is short enough as it was given
            return typed.replace('-', '−');
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole && field.isCount() ? Numbers.count((long) value) : Numbers.format(value);
    }
}
