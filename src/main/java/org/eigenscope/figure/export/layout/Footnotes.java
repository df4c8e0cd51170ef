package org.eigenscope.figure.export.layout;

import java.util.ArrayList;
import java.util.List;
import org.eigenscope.figure.export.type.Typesetter;

/**
 * Sentences below all panels, broken into lines as wide as the page.
 *
 * @param lines in order
 * @param size of their type, in points
 * @param left where they begin
 * @param top the upper end of the first
 */
public record Footnotes(List<String> lines, double size, double left, double top) {
    private static final double LEADING = 1.35;

    /**
     * Breaks sentences into lines.
     *
     * @param width of the room
     */
    static List<String> broken(List<String> notes, double width, Typesetter type, Measures measures) {
        List<String> lines = new ArrayList<>();
        for (String note : notes) {
            String line = "";
            for (String word : note.split(" ")) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (!line.isEmpty() && type.width(longer, measures.noteType()) > width) {
                    lines.add(line);
                    longer = word;
                }
                line = type.shortened(longer, measures.noteType(), width);
            }
            lines.add(line);
        }
        return lines;
    }

    /** The height of some lines, with the gap above them. */
    static double height(int lines, Measures measures) {
        return lines == 0 ? 0 : 2 * measures.gap() + lines * LEADING * measures.noteType();
    }

    /** The baseline of a line. */
    public double baseline(int line) {
        return top + line * LEADING * size + Typesetter.rise(size);
    }
}
