package org.eigenscope.law;

import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

class GammaLawContractTest extends AbstractSpectralLawTest {
    @Override
    Stream<Named<SpectralLaw>> laws() {
        return Stream.of(
                Named.of("shape 0.05", GammaLaw.of(0.05, 1)),
                Named.of("shape 1", GammaLaw.of(1, 3e-5)),
                Named.of("shape 4.5", GammaLaw.of(4.5, 2)),
                Named.of("shape 3e5", GammaLaw.of(3e5, 1e3)));
    }
}
