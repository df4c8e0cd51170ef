package org.eigenscope.law;

import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

class MarchenkoPasturLawContractTest extends AbstractSpectralLawTest {
    @Override
    Stream<Named<SpectralLaw>> laws() {
        return Stream.of(
                Named.of("γ 0.001", MarchenkoPasturLaw.of(0.001)),
                Named.of("γ 0.3", MarchenkoPasturLaw.of(0.3)),
                Named.of("γ 0.97", MarchenkoPasturLaw.of(0.97)),
                Named.of("γ 1", MarchenkoPasturLaw.of(1)),
                Named.of("larger Gram, ratio 2.5", MarchenkoPasturLaw.ofLargerGram(2.5)));
    }
}
