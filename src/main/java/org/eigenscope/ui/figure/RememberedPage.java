package org.eigenscope.ui.figure;

import java.util.Optional;
import org.eigenscope.figure.export.page.PagePreset;
import org.eigenscope.figure.export.page.PageStyle;
import org.eigenscope.session.PagePlan;
import org.eigenscope.ui.settings.Settings;

/** The size of the page, between runs: that of a preset, a part of it, or one of the user's own. */
final class RememberedPage {
    private static final String KEY = "figure.page";

    private final Settings settings;

    RememberedPage(Settings settings) {
        this.settings = settings;
    }

    /** The page used last; the usual one before the first, and where the setting is damaged. */
    PagePlan plan() {
        return settings.get(KEY).flatMap(RememberedPage::parsed).orElse(PagePlan.DEFAULT);
    }

    /** Remembers the page of a figure as it suits a single panel. */
    void remember(FigureEdits edits) {
        PageStyle style = edits.page().style();
        double inches = style.width() / PageStyle.INCH;
        double height = PagePreset.byId(edits.page().preset())
                .filter(preset -> edits.titles().size() > 1)
                .map(preset -> PageStyle.INCH * preset.heightFor(inches, 1, 1))
                .orElse(style.height());
        settings.put(KEY, edits.page().preset() + " " + style.width() + " " + height + " " + style.typeSize());
    }

    private static Optional<PagePlan> parsed(String text) {
        String[] words = text.split(" ", -1);
        boolean known =
                words[0].equals(PagePlan.CUSTOM) || PagePreset.byId(words[0]).isPresent();
        if (words.length != 4 || !known) {
            return Optional.empty();
        }
        try {
            PageStyle style = PagePlan.DEFAULT
                    .style()
                    .withSize(Double.parseDouble(words[1]), Double.parseDouble(words[2]))
                    .withTypeSize(Double.parseDouble(words[3]));
            return Optional.of(new PagePlan(words[0], style));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }
}
