package org.eigenscope.cli.figure;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.eigenscope.error.BadInputException;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.session.StripView;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** What a figure shows of a spectrum besides its laws. */
final class FigureExtras {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--shuffle-entries",
            paramLabel = "SEED",
            description = "Draw behind each spectrum that of the same entries in random places.")
    private Long shuffleSeed;

    @Option(
            names = "--ghost",
            paramLabel = "FILE[#NAME]",
            description = "Draw another spectrum, taken in the same way, behind each.")
    private String ghost;

    @Option(
            names = "--spikes",
            description = "Mark the eigenvalues above the Marchenko–Pastur edge, and the edge's Tracy–Widom band.")
    private boolean spikes;

    @Option(
            names = "--strip",
            converter = Strip.class,
            description = "What stands below: ratio (data over law), excess (share of the data minus F) or kappa-range"
                    + " (κ fitted to other ranges).")
    private StripView strip;

    @Option(names = "--residuals", description = "The same as --strip ratio.")
    private boolean residuals;

    /** Strips by their ids. */
    static final class Strip implements ITypeConverter<StripView> {
        @Override
        public StripView convert(String text) {
            return Arrays.stream(StripView.values())
                    .filter(view -> view.id().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("'" + text + "' is none of " + ids()));
        }

        private static String ids() {
            return Arrays.stream(StripView.values()).map(StripView::id).collect(Collectors.joining(", "));
        }
    }

    boolean isGiven() {
        return accompanies() || strip != null || residuals;
    }

    private boolean accompanies() {
        return shuffleSeed != null || ghost != null || spikes;
    }

    /** Refuses what does not go together. */
    void check(boolean isOverlay) {
        if (strip != null && residuals) {
            throw usage("--residuals and --strip both say what stands below; give one of them");
        }
        if (isOverlay && (accompanies() || strip == StripView.KAPPA_RANGE)) {
            throw usage(
                    "--shuffle-entries, --ghost, --spikes and --strip kappa-range go with a panel for each spectrum,"
                            + " not with --overlay or --estimate");
        }
    }

    OptionalLong shuffleSeed() {
        return shuffleSeed == null ? OptionalLong.empty() : OptionalLong.of(shuffleSeed);
    }

    /**
     * The other spectrum.
     *
     * @throws BadInputException if its name is none of a file
     */
    Optional<MatrixTarget> ghost() throws BadInputException {
        return ghost == null ? Optional.empty() : Optional.of(MatrixTarget.parse(ghost));
    }

    boolean marksSpikes() {
        return spikes;
    }

    StripView strip() {
        return strip != null ? strip : residuals ? StripView.RATIO : StripView.NONE;
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
