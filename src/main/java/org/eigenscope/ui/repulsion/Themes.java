package org.eigenscope.ui.repulsion;

import org.eigenscope.figure.Theme;
import org.eigenscope.ui.theme.ThemeModel;

/** Keeps painted regions in the window's theme. */
final class Themes {
    private Themes() {}

    static void follow(ThemeModel model, PaintedRegion region) {
        region.setTheme(current(model));
        model.darkProperty().addListener((source, old, dark) -> region.setTheme(current(model)));
    }

    private static Theme current(ThemeModel model) {
        return model.darkProperty().get() ? Theme.DARK : Theme.LIGHT;
    }
}
