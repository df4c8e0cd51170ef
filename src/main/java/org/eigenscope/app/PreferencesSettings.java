package org.eigenscope.app;

import java.util.Optional;
import java.util.prefs.Preferences;
import org.eigenscope.ui.settings.Settings;

/** Settings in the user's Java preferences. */
final class PreferencesSettings implements Settings {
    private final Preferences node;

    PreferencesSettings(Preferences node) {
        this.node = node;
    }

    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(node.get(key, null)).filter(value -> !value.isEmpty());
    }

    @Override
    public void put(String key, String value) {
        // A list of very long paths may not fit; remembering the shorter of them beats failing.
        String kept = value;
        while (kept.length() > Preferences.MAX_VALUE_LENGTH) {
            kept = kept.substring(0, Math.max(0, kept.lastIndexOf('\n')));
        }
        node.put(key, kept);
    }
}
