package org.eigenscope.ui.library;

import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.text.Text;

/** The name of a file, without its ending where the width does not suffice: names of one folder often differ just before it. */
final class FileNameLabel extends Label {
    private final String name;
    private final Text ruler = new Text();

    FileNameLabel(String name) {
        super(name);
        this.name = name;
        setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        widthProperty().addListener(source -> fit());
        fontProperty().addListener(source -> fit());
    }

    private void fit() {
        ruler.setFont(getFont());
        setText(DistinctNames.fitting(name, getWidth() - snappedLeftInset() - snappedRightInset(), text -> {
            ruler.setText(text);
            return Math.ceil(ruler.getLayoutBounds().getWidth());
        }));
    }
}
