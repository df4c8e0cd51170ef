package org.eigenscope.ui.theme;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.eigenscope.ui.settings.Settings;

/** Whether the window is dark, remembered between runs. */
public final class ThemeModel {
    private static final String KEY = "theme";
    private static final String DARK = "dark";
    private static final String LIGHT = "light";

    private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");

    public ThemeModel(Settings settings) {
        dark.set(settings.get(KEY).filter(DARK::equals).isPresent());
        dark.addListener((source, old, isDark) -> settings.put(KEY, isDark ? DARK : LIGHT));
    }

    /** Whether the window is dark. */
    public BooleanProperty darkProperty() {
        return dark;
    }

    /** Changes between light and dark. */
    public void toggle() {
        dark.set(!dark.get());
    }
}
