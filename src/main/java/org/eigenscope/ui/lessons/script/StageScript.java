package org.eigenscope.ui.lessons.script;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The part of the stage that a step sets; the rest stays as it was.
 *
 * @param settings the texts by key, as {@link Key} lists them
 * @param values where controls are put
 */
public record StageScript(Map<Key, String> settings, Map<StageControl, Double> values) {
    /** The sample that is drawn from the ensemble at the controls. */
    public static final String ENSEMBLE = "ensemble";

    /** No sample. */
    public static final String NOTHING = "nothing";

    /** A stage that shows nothing. */
    public static final StageScript EMPTY = new StageScript(Map.of(), Map.of());

    /** What can be set in addition to the controls. */
    public enum Key {
        /** {@code ensemble}, {@code nothing}, or a sample's file as FILE#NAME. */
        SAMPLE,
        /** Which curves: any of {@code htmp}, {@code mp} and {@code gamma}. */
        LAWS,
        /** {@code direct} or {@code inverse}. */
        ORIENTATION,
        /** {@code loglog}, {@code logx}, {@code logy} or {@code linear}. */
        AXES,
        /** The controls that can be moved. */
        CONTROLS,
        /** The seed of the draws. */
        SEED,
        /** The exponent a of a population Σ ~ λ^−a that the ensemble is multiplied with; above 2. */
        POPULATION,
        /** The abscissa that is shown, as {@code a, b}; {@code auto} for what the sample needs. */
        RANGE
    }

    public StageScript {
        settings = Map.copyOf(settings);
        values = Map.copyOf(values);
    }

    /** This script, changed by that of a later step. Another layer sets its controls anew, so earlier values are dropped. */
    public StageScript changedBy(StageScript later) {
        Map<Key, String> allSettings = new HashMap<>(settings);
        allSettings.putAll(later.settings);
        Map<StageControl, Double> allValues = new EnumMap<>(StageControl.class);
        Optional<String> layer = later.setting(Key.SAMPLE).filter(StageScript::isLayer);
        if (layer.isEmpty() || layer.equals(setting(Key.SAMPLE))) {
            allValues.putAll(values);
        }
        allValues.putAll(later.values);
        return new StageScript(allSettings, allValues);
    }

    /** Whether a sample is a layer of a file, and not drawn or absent. */
    public static boolean isLayer(String sample) {
        return !sample.equals(ENSEMBLE) && !sample.equals(NOTHING);
    }

    /** A setting, if any step made it. */
    public Optional<String> setting(Key key) {
        return Optional.ofNullable(settings.get(key));
    }

    /** A setting that is a list with commas. */
    public List<String> list(Key key) {
        return setting(key).map(StageScript::split).orElse(List.of());
    }

    static List<String> split(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s*,\\s*"));
    }
}
