package org.eigenscope.ui.models.review;

import javafx.scene.control.Tooltip;
import javafx.scene.control.cell.TextFieldTableCell;
import javafx.util.converter.DefaultStringConverter;
import org.eigenscope.text.Printable;

/** A value that can be typed over; it tells where it is from. */
final class AttributeCell extends TextFieldTableCell<ReviewLine, String> {
    private final String name;

    AttributeCell(String name) {
        super(new DefaultStringConverter());
        this.name = name;
    }

    @Override
    public void updateItem(String value, boolean empty) {
        super.updateItem(value, empty);
        ReviewLine line = empty || getTableRow() == null ? null : getTableRow().getItem();
        setTooltip(
                line == null
                        ? null
                        : line.attribute(name)
                                .map(known -> new Tooltip(Printable.of(known.value()) + ", from "
                                        + known.origin().words()))
                                .orElse(null));
    }
}
