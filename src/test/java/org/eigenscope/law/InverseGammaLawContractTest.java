package org.eigenscope.law;

import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

class InverseGammaLawContractTest extends AbstractSpectralLawTest {
    @Override
    Stream<Named<SpectralLaw>> laws() {
        return Stream.of(
                Named.of("shape 0.7", InverseGammaLaw.of(0.7, 1)),
                Named.of("shape 1.8", InverseGammaLaw.of(1.8, 40)),
                Named.of("shape 6", InverseGammaLaw.of(6, 1e-4)),
                Named.of("shape 2e4", InverseGammaLaw.of(2e4, 1)));
    }
}
