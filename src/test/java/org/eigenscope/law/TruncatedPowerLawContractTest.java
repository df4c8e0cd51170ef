package org.eigenscope.law;

import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

class TruncatedPowerLawContractTest extends AbstractSpectralLawTest {
    @Override
    Stream<Named<SpectralLaw>> laws() {
        return Stream.of(
                Named.of("α 1", TruncatedPowerLaw.of(1, 1, 0.01)),
                Named.of("α 2.5", TruncatedPowerLaw.of(2.5, 0.3, 1e-3)),
                Named.of("α 0.5", TruncatedPowerLaw.of(0.5, 1e-3, 2)),
                Named.of("α 3, sharp", TruncatedPowerLaw.of(3, 2, 5)));
    }
}
