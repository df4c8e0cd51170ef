package org.eigenscope.law;

import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

class PowerLawContractTest extends AbstractSpectralLawTest {
    @Override
    Stream<Named<SpectralLaw>> laws() {
        return Stream.of(
                Named.of("α 1.5", PowerLaw.of(1.5, 1)),
                Named.of("α 2.5", PowerLaw.of(2.5, 0.01)),
                Named.of("α 4", PowerLaw.of(4, 7)),
                Named.of("α 40", PowerLaw.of(40, 1)));
    }
}
