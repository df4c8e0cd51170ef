package org.eigenscope.ui.settings;

import java.util.Optional;

/** Remembers short texts between runs. Losing them is never an error. */
public interface Settings {
    Optional<String> get(String key);

    void put(String key, String value);
}
