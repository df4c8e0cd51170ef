package org.eigenscope.session;

import java.util.Objects;
import org.eigenscope.figure.export.page.PagePreset;
import org.eigenscope.figure.export.page.PageStyle;

/**
 * The page of a figure.
 *
 * @param preset the id of the preset it was made from, or {@code custom}
 * @param style its measures and colours
 */
public record PagePlan(String preset, PageStyle style) {
    /** The id of no preset. */
    public static final String CUSTOM = "custom";

    public static final PagePlan DEFAULT = of(PagePreset.NEURIPS);

    public PagePlan {
        Objects.requireNonNull(preset, "preset");
        Objects.requireNonNull(style, "style");
    }

    public static PagePlan of(PagePreset preset) {
        return new PagePlan(preset.id(), PageStyle.of(preset));
    }

    public PagePlan withStyle(PageStyle value) {
        return new PagePlan(preset, value);
    }
}
