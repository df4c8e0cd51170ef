package org.eigenscope.law;

import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

class LogNormalLawContractTest extends AbstractSpectralLawTest {
    @Override
    Stream<Named<SpectralLaw>> laws() {
        return Stream.of(
                Named.of("σ 1", LogNormalLaw.of(0, 1)),
                Named.of("σ 0.01", LogNormalLaw.of(3, 0.01)),
                Named.of("σ 2.5", LogNormalLaw.of(-5, 2.5)));
    }
}
