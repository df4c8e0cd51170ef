package org.eigenscope.cli.spectrum;

import org.eigenscope.cli.option.Choices;
import java.util.Locale;

/** How a spectrum is written, by name. */
final class SpectrumFormat extends Choices<SpectrumCommand.Format> {
    SpectrumFormat() {
        super(SpectrumCommand.Format.values(), format -> format.name().toLowerCase(Locale.ROOT));
    }
}
