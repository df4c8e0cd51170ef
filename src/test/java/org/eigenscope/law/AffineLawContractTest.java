package org.eigenscope.law;

import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

class AffineLawContractTest extends AbstractSpectralLawTest {
    @Override
    Stream<Named<SpectralLaw>> laws() {
        return Stream.of(
                Named.of("Gamma", AffineLaw.of(GammaLaw.of(2.5, 1), 3, 0.5)),
                Named.of("MP without shift", AffineLaw.of(MarchenkoPasturLaw.of(0.4), 1e-3, 0)),
                Named.of("HTMP", AffineLaw.of(HtmpLaw.of(3, 0.5), 0.2, 0.1)),
                Named.of("inverse Gamma", AffineLaw.of(InverseGammaLaw.of(4, 2), 1, 0.25)));
    }
}
