package org.eigenscope.cli.spectrum;

import java.util.Locale;
import org.eigenscope.cli.option.Choices;

/** How a spectrum is written, by name. */
final class SpectrumFormat extends Choices<SpectrumCommand.Format> {
    SpectrumFormat() {
        super(SpectrumCommand.Format.values(), format -> format.name().toLowerCase(Locale.ROOT));
    }
}
