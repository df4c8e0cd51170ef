package org.eigenscope.law;

import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

class WignerSemicircleLawContractTest extends AbstractSpectralLawTest {
    @Override
    Stream<Named<SpectralLaw>> laws() {
        return Stream.of(
                Named.of("centred", WignerSemicircleLaw.of(0, 2)),
                Named.of("positive", WignerSemicircleLaw.of(3, 1)),
                Named.of("touching zero", WignerSemicircleLaw.of(1, 1)));
    }
}
