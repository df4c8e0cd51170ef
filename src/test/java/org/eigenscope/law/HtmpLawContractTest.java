package org.eigenscope.law;

import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

class HtmpLawContractTest extends AbstractSpectralLawTest {
    @Override
    Stream<Named<SpectralLaw>> laws() {
        return Stream.of(
                Named.of("κ 0.2, γ 0.25", HtmpLaw.of(0.2, 0.25)),
                Named.of("κ 2, γ 0.25", HtmpLaw.of(2, 0.25)),
                Named.of("κ 4, γ 1", HtmpLaw.of(4, 1)),
                Named.of("κ 30, γ 0.01", HtmpLaw.of(30, 0.01)),
                Named.of("κ 300, γ 0.6", HtmpLaw.of(300, 0.6)),
                Named.of("κ 10000, γ 0.5", HtmpLaw.of(10000, 0.5)));
    }
}
