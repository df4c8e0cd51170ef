package org.eigenscope.ui.figure;

import java.util.Objects;
import org.eigenscope.session.FigureLook;
import org.eigenscope.session.PagePlan;

/**
 * What the figure dialog changes.
 *
 * @param title above the axes, may be empty
 * @param look axes, legend, extras, colours and texts
 * @param page size, type and ground
 */
record FigureEdits(String title, FigureLook look, PagePlan page) {
    FigureEdits {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(look, "look");
        Objects.requireNonNull(page, "page");
    }

    FigureEdits withTitle(String value) {
        return new FigureEdits(value, look, page);
    }

    FigureEdits withLook(FigureLook value) {
        return new FigureEdits(title, value, page);
    }

    FigureEdits withPage(PagePlan value) {
        return new FigureEdits(title, look, value);
    }
}
