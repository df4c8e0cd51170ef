package org.eigenscope.ui.text;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The text of the window, from {@code window.properties} (English) or the file of the same name for the language of the
 * system, as {@code window_de.properties}. A key that a language lacks gives the English text.
 */
public final class WindowText {
    private static final String NAME = WindowText.class.getPackageName() + ".window";

    private WindowText() {}

    /** All texts in the language of the system, for an FXML loader. */
    public static ResourceBundle bundle() {
        return bundle(Locale.getDefault(Locale.Category.DISPLAY), WindowText.class.getClassLoader());
    }

    /** All texts in a language whose file a loader finds, English where there is none. */
    static ResourceBundle bundle(Locale language, ClassLoader files) {
        return ResourceBundle.getBundle(
                NAME,
                language,
                files,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * The text of a key.
     *
     * @throws IllegalArgumentException if there is no such key
     */
    public static String get(String key) {
        return text(bundle(), key);
    }

    /**
     * The pattern of a key with values in place of {@code %1$s}, {@code %2$s} and so on. Numbers are given as text, from
     * {@link Numbers}, so that they look the same everywhere.
     *
     * @throws IllegalArgumentException if there is no such key, or if its pattern asks for more values
     */
    public static String get(String key, String... values) {
        return String.format(Locale.ROOT, get(key), (Object[]) values);
    }

    private static String text(ResourceBundle texts, String key) {
        try {
            return texts.getString(key);
        } catch (MissingResourceException missing) {
            throw new IllegalArgumentException("no text of the window has the key '" + key + "'", missing);
        }
    }
}
