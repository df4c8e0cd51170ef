package org.eigenscope.cli.figure;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eigenscope.figure.export.page.PagePart;
import org.eigenscope.figure.export.page.PagePreset;
import org.eigenscope.figure.export.page.PageStyle;
import org.eigenscope.figure.style.Theme;
import org.eigenscope.session.PagePlan;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** How large a figure is, and in which colours. */
final class FigurePage {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--preset",
            converter = Presets.class,
            completionCandidates = Presets.class,
            description = "Width and type of a journal: ${COMPLETION-CANDIDATES} (default: neurips).")
    private PagePreset preset;

    @Option(
            names = "--part",
            paramLabel = "F",
            converter = Part.class,
            description = "full, half or third of the preset's width (default: full).")
    private Double part;

    @Option(names = "--width", paramLabel = "INCHES", description = "Another width.")
    private Double width;

    @Option(names = "--height", paramLabel = "INCHES", description = "Another height.")
    private Double height;

    @Option(names = "--type", paramLabel = "POINTS", description = "Another size of type.")
    private Double type;

    @Option(names = "--dpi", paramLabel = "N", description = "Dots per inch of a PNG (default: 300).")
    private Integer dpi;

    @Option(names = "--dark", description = "On a dark ground.")
    private boolean dark;

    @Option(names = "--grey", description = "In greys, as a black-and-white printer shows it.")
    private boolean grey;

    @Option(names = "--transparent", description = "Without a ground.")
    private boolean transparent;

    /** Presets by their ids. */
    static final class Presets implements ITypeConverter<PagePreset>, Iterable<String> {
        @Override
        public PagePreset convert(String text) {
            return PagePreset.byId(text)
                    .orElseThrow(() -> new TypeConversionException("'" + text + "' is none of " + ids()));
        }

        private static String ids() {
            return Arrays.stream(PagePreset.values()).map(PagePreset::id).collect(Collectors.joining(", "));
        }

        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(PagePreset.values()).map(PagePreset::id).iterator();
        }
    }

    /** Parts of a width. */
    static final class Part implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return PagePart.byId(text)
                    .map(PagePart::fraction)
                    .orElseThrow(() -> new TypeConversionException("'" + text + "' is none of full, half, third"));
        }
    }

    boolean isGiven() {
        return Stream.of(preset, part, width, height, type, dpi).anyMatch(option -> option != null)
                || dark
                || grey
                || transparent;
    }

    /**
     * The page.
     *
     * @param rows how many rows of panels it holds
     * @param columns how many columns
     */
    PagePlan plan(int rows, int columns) {
        PagePreset base = preset == null ? PagePreset.NEURIPS : preset;
        double inches = width == null ? base.inches() * (part == null ? 1 : part) : width;
        double high = height == null ? base.heightFor(inches, rows, columns) : height;
        PageStyle.Colors colors = new PageStyle.Colors(dark ? Theme.DARK : Theme.LIGHT, grey, transparent);
        try {
            PageStyle style = new PageStyle(
                    inches * PageStyle.INCH,
                    high * PageStyle.INCH,
                    type == null ? base.typeSizeFor(inches) : type,
                    colors,
                    dpi == null ? 300 : dpi);
            return new PagePlan(width == null && height == null ? base.id() : PagePlan.CUSTOM, style);
        } catch (IllegalArgumentException refused) {
            throw new ParameterException(spec.commandLine(), refused.getMessage());
        }
    }
}
