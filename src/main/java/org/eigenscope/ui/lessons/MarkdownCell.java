package org.eigenscope.ui.lessons;

import java.util.regex.Pattern;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A cell of a table. It is never narrower than its longest word, so that a narrow table breaks between words only. */
final class MarkdownCell extends VBox {
    private static final Pattern SPACES = Pattern.compile("\\s+");

    MarkdownCell(boolean head) {
        getStyleClass().add(head ? "markdown-table-head" : "markdown-table-cell");
    }

    @Override
    protected double computeMinWidth(double height) {
        double widest = 0;
        for (Node block : getChildren()) {
            if (block instanceof TextFlow flow) {
                for (Node piece : flow.getChildren()) {
                    widest = Math.max(widest, piece instanceof Text text ? ofWords(text) : piece.prefWidth(-1));
                }
            }
        }
        Insets insets = getInsets();
        return Math.ceil(widest) + insets.getLeft() + insets.getRight();
    }

    private static double ofWords(Text text) {
        double widest = 0;
        for (String word : SPACES.split(text.getText())) {
            Text measured = new Text(word);
            measured.setFont(text.getFont());
            widest = Math.max(widest, measured.getLayoutBounds().getWidth());
        }
        return widest;
    }
}
