package org.eigenscope.figure.export.page;

import java.util.Arrays;
import java.util.Optional;

/** How much of a page's width a figure takes, with room between figures that stand side by side. */
public enum PagePart {
    FULL("full", 1),
    HALF("half", 0.49),
    THIRD("third", 0.32);

    private final String id;
    private final double fraction;

    PagePart(String id, double fraction) {
        this.id = id;
        this.fraction = fraction;
    }

    /** The name on the command line. */
    public String id() {
        return id;
    }

    public double fraction() {
        return fraction;
    }

    /** The part with the given id. */
    public static Optional<PagePart> byId(String id) {
        return Arrays.stream(values()).filter(part -> part.id.equals(id)).findFirst();
    }
}
