package org.eigenscope.ui.settings;

import java.util.Optional;

/** Remembers short texts between runs. Losing them is never an error. */
public interface Settings {
    Optional<String> get(String key);

    void put(String key, String value);

    /** Writes at once what was put, which otherwise may wait until the program ends; not for the JavaFX thread. */
    default void write() {}
}
