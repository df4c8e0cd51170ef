package org.eigenscope.ui.repulsion.paint;

import org.eigenscope.figure.style.Theme;
import org.eigenscope.ui.theme.ThemeModel;

/** Keeps painted regions in the window's theme. */
public final class Themes {
    private Themes() {}

    public static void follow(ThemeModel model, PaintedRegion region) {
        region.setTheme(current(model));
        model.darkProperty().addListener((source, old, dark) -> region.setTheme(current(model)));
    }

    private static Theme current(ThemeModel model) {
        return model.darkProperty().get() ? Theme.DARK : Theme.LIGHT;
    }
}
