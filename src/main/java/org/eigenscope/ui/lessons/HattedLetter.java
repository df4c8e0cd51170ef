package org.eigenscope.ui.lessons;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/**
 * A letter with a hat in a flow of text. No font has one for κ, and JavaFX draws the combining circumflex apart from its letter, over a dotted
 * circle, and breaks the lines around it wrongly.
 */
final class HattedLetter extends HBox {
    private static final String CIRCUMFLEX = "\u02c6";

    /**
     * @param letter below the hat
     * @param after what follows without a gap
     * @param styles of the text around it
     */
    HattedLetter(String letter, String after, List<String> styles) {
        Label hat = label(CIRCUMFLEX, styles);
        // the circumflex stands as high as it does over a capital letter, and letters with an estimate are small ones
        hat.getStyleClass().add("markdown-hat");
        StackPane both = new StackPane(label(letter, styles), hat);
        setAlignment(Pos.BASELINE_LEFT);
        getChildren().add(both);
        if (!after.isEmpty()) {
            getChildren().add(label(after, styles));
        }
        setAccessibleText(letter + " hat" + after);
    }

    private static Label label(String text, List<String> styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
