package org.eigenscope.ui.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eigenscope.session.FigureLook;
import org.eigenscope.session.PagePlan;
import org.eigenscope.session.PanelPlan;
import org.eigenscope.session.Session;

/**
 * What the figure dialog changes.
 *
 * @param titles above each panel, may be empty
 * @param look axes, legend, extras, colours and texts
 * @param page size, type and ground
 */
public record FigureEdits(List<String> titles, FigureLook look, PagePlan page) {
    public FigureEdits {
        titles = List.copyOf(titles);
        Objects.requireNonNull(look, "look");
        Objects.requireNonNull(page, "page");
    }

    /** How a session's figure looks. */
    public static FigureEdits of(Session session) {
        return new FigureEdits(
                session.panels().stream().map(PanelPlan::title).toList(), session.look(), session.page());
    }

    public FigureEdits withTitle(int panel, String value) {
        List<String> changed = new ArrayList<>(titles);
        changed.set(panel, value);
        return new FigureEdits(changed, look, page);
    }

    /** For a figure of one panel. */
    FigureEdits withOnePanel() {
        return new FigureEdits(titles.subList(0, 1), look.withColumns(1), page);
    }

    public FigureEdits withLook(FigureLook value) {
        return new FigureEdits(titles, value, page);
    }

    public FigureEdits withPage(PagePlan value) {
        return new FigureEdits(titles, look, value);
    }

    /** How many rows of panels there are. */
    public int rows() {
        return (titles.size() + look.columns() - 1) / look.columns();
    }
}
