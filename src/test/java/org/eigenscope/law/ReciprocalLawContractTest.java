package org.eigenscope.law;

import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

class ReciprocalLawContractTest extends AbstractSpectralLawTest {
    @Override
    Stream<Named<SpectralLaw>> laws() {
        return Stream.of(
                Named.of("Gamma", ReciprocalLaw.of(GammaLaw.of(4.5, 1), 3, 0.5)),
                Named.of("MP", ReciprocalLaw.of(MarchenkoPasturLaw.of(0.4), 1, 0.3)),
                Named.of("HTMP", ReciprocalLaw.of(HtmpLaw.of(6, 0.3), 0.2, 0.1)),
                Named.of("HTMP without mean", ReciprocalLaw.of(HtmpLaw.of(1, 0.5), 2, 0)),
                Named.of("HTMP at γ 1", ReciprocalLaw.of(HtmpLaw.of(8, 1), 1, 0)));
    }
}
