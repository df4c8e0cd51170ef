package org.eigenscope.app;

import java.net.URL;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * What fills a tab beside the spectrum's.
 *
 * @param view the FXML, loaded when the tab is first shown
 * @param controllers who makes the controllers that it and what it includes ask for
 */
record TabScreen(URL view, Map<Class<?>, Supplier<Object>> controllers) {
    TabScreen {
        Objects.requireNonNull(view, "view");
        controllers = Map.copyOf(controllers);
    }
}
