package org.eigenscope.app;

import java.util.Optional;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import org.eigenscope.ui.settings.Settings;

/** Settings in the user's Java preferences. */
final class PreferencesSettings implements Settings {
    private static final System.Logger LOG = System.getLogger(PreferencesSettings.class.getName());

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

    @Override
    public void write() {
        try {
            node.flush();
        } catch (BackingStoreException later) {
            LOG.log(System.Logger.Level.DEBUG, "settings are written later", later);
        }
    }
}
