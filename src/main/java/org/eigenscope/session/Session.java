package org.eigenscope.session;

import java.util.List;
import java.util.Objects;

/**
 * Everything that a figure follows from. The same session over the same files draws the same picture.
 *
 * @param inputs the matrices
 * @param conventions how they became eigenvalues
 * @param panels what is drawn of them
 * @param look how it is drawn
 * @param page on what
 * @param screen what the window shows in addition to the figure
 */
public record Session(
        List<SessionInput> inputs,
        Conventions conventions,
        List<PanelPlan> panels,
        FigureLook look,
        PagePlan page,
        Screen screen) {
    public static final int MOST_INPUTS = 64;
    public static final int MOST_PANELS = 36;

    public Session {
        inputs = List.copyOf(inputs);
        Objects.requireNonNull(conventions, "conventions");
        panels = List.copyOf(panels);
        Objects.requireNonNull(look, "look");
        Objects.requireNonNull(page, "page");
        Objects.requireNonNull(screen, "screen");
        requireBetween("inputs", inputs.size(), MOST_INPUTS);
        requireBetween("panels", panels.size(), MOST_PANELS);
        for (PanelPlan panel : panels) {
            for (SeriesPlan series : panel.series()) {
                requireInput("series", series.input(), inputs.size());
                for (GhostPlan ghost : series.ghosts()) {
                    requireInput("ghost", ghost.input(), inputs.size());
                }
            }
        }
        if (look.columns() > panels.size()) {
            throw new IllegalArgumentException(
                    "columns = " + look.columns() + " is more than the " + panels.size() + " panels");
        }
    }

    /** Made without a window. */
    public Session(
            List<SessionInput> inputs,
            Conventions conventions,
            List<PanelPlan> panels,
            FigureLook look,
            PagePlan page) {
        this(inputs, conventions, panels, look, page, Screen.DEFAULT);
    }

    private static void requireInput(String what, int input, int inputs) {
        if (input >= inputs) {
            throw new IllegalArgumentException(what + " of input " + input + " has none among " + inputs);
        }
    }

    private static void requireBetween(String name, int size, int most) {
        if (size < 1 || size > most) {
            throw new IllegalArgumentException(name + " are " + size + ", not 1 to " + most);
        }
    }

    public Session withLook(FigureLook value) {
        return new Session(inputs, conventions, panels, value, page, screen);
    }

    public Session withPage(PagePlan value) {
        return new Session(inputs, conventions, panels, look, value, screen);
    }

    public Session withScreen(Screen value) {
        return new Session(inputs, conventions, panels, look, page, value);
    }

    public Session withPanels(List<PanelPlan> value) {
        return new Session(inputs, conventions, value, look, page, screen);
    }

    /** Every series of every panel, in order. */
    public List<SeriesPlan> series() {
        return panels.stream().flatMap(panel -> panel.series().stream()).toList();
    }
}
