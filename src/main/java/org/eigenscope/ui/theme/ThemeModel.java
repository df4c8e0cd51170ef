package org.eigenscope.ui.theme;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.eigenscope.ui.settings.Settings;

/** Whether the window is dark and how large its text is, remembered between runs; and whether it is presented. */
public final class ThemeModel {
    /** Text as it is at first, in per cent. */
    public static final int USUAL_SIZE = 100;

    private static final String KEY = "theme";
    private static final String DARK = "dark";
    private static final String LIGHT = "light";
    private static final String SIZE_KEY = "text.size";
    private static final int LEAST_SIZE = 80;
    private static final int GREATEST_SIZE = 200;
    private static final int SIZE_STEP = 10;
    private static final double PRESENTED = 1.6;

    private final Settings settings;
    private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");
    private final BooleanProperty presenting = new SimpleBooleanProperty(this, "presenting");
    private final ReadOnlyIntegerWrapper textSize = new ReadOnlyIntegerWrapper(this, "textSize", USUAL_SIZE);

    public ThemeModel(Settings settings) {
        this.settings = settings;
        dark.set(settings.get(KEY).filter(DARK::equals).isPresent());
        dark.addListener((source, old, isDark) -> settings.put(KEY, isDark ? DARK : LIGHT));
        settings.get(SIZE_KEY).flatMap(ThemeModel::parse).ifPresent(this::show);
    }

    private static Optional<Integer> parse(String text) {
        return text.matches("\\d{1,4}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private void show(int size) {
        textSize.set(Math.max(LEAST_SIZE, Math.min(GREATEST_SIZE, size)));
    }

    /** Whether the window is shown to an audience: the whole screen, large text, charts without the controls around them. */
    public BooleanProperty presentingProperty() {
        return presenting;
    }

    /** Whether the window is dark. */
    public BooleanProperty darkProperty() {
        return dark;
    }

    /** Changes between light and dark. */
    public void toggle() {
        dark.set(!dark.get());
    }

    /** How large text is, in per cent of its usual size: from 80 to 200. */
    public ReadOnlyIntegerProperty textSizeProperty() {
        return textSize.getReadOnlyProperty();
    }

    /** How large text is on screen, in per cent: while presenting, larger than what is set. */
    public int shownTextSize() {
        return (int) Math.round(textSize.get() * (presenting.get() ? PRESENTED : 1));
    }

    /** Sets how large text is, in per cent; moved into the range that there is. */
    public void setTextSize(int size) {
        show(size);
        settings.put(SIZE_KEY, Integer.toString(textSize.get()));
    }

    /** Makes text a tenth of its usual size larger. */
    public void enlargeText() {
        setTextSize(textSize.get() + SIZE_STEP);
    }

    /** Makes text a tenth of its usual size smaller. */
    public void reduceText() {
        setTextSize(textSize.get() - SIZE_STEP);
    }

    /** Makes text as large as it is at first. */
    public void resetTextSize() {
        setTextSize(USUAL_SIZE);
    }
}
