package org.eigenscope.figure.export.layout;

/**
 * The place of a line of text between two ends: about the wanted middle, but moved or set smaller where it would reach
 * beyond an end.
 *
 * @param centre the middle of the line
 * @param scale by what its type is multiplied, at most 1
 */
public record Slot(double centre, double scale) {
    /**
     * Fits a line in.
     *
     * @param length of the line at full size
     * @param wanted its middle
     * @param from where the room begins
     * @param to where it ends
     */
    static Slot of(double length, double wanted, double from, double to) {
        double scale = length > to - from ? (to - from) / length : 1;
        double half = length * scale / 2;
        return new Slot(Math.max(from + half, Math.min(to - half, wanted)), scale);
    }
}
