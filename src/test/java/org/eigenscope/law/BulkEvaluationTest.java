package org.eigenscope.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.eigenscope.law.edge.TracyWidom;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bulk evaluation allocates nothing a point: what it allocates does not grow with the number of points. */
class BulkEvaluationTest {
    private static final int FEW = 100;
    private static final int MANY = 10_000;
    private static final int WARM_UP = 200;

    /** One byte a point would be this many. */
    private static final long LESS_THAN_A_BYTE_A_POINT = MANY - FEW;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Stream<Named<SpectralLaw>> laws() {
        return Stream.of(
                Named.of("HTMP", HtmpLaw.of(2, 0.5)),
                Named.of("HTMP, γ = 1, down to its lower series", HtmpLaw.of(3, 1)),
                Named.of("HTMP, wide bulk", HtmpLaw.of(3000, 0.3)),
                Named.of("scaled HTMP", AffineLaw.of(HtmpLaw.of(2, 0.5), 3, 0.1)),
                Named.of("inverse HTMP", ReciprocalLaw.of(HtmpLaw.of(2, 0.5), 3, 0)),
                Named.of("MP", MarchenkoPasturLaw.of(0.5)),
                Named.of("inverse MP", ReciprocalLaw.of(MarchenkoPasturLaw.of(0.5), 1, 0)),
                Named.of("Gamma", GammaLaw.of(2, 3)),
                Named.of("inverse Gamma", InverseGammaLaw.of(2, 3)),
                Named.of("lognormal", LogNormalLaw.of(0, 1)),
                Named.of("power", PowerLaw.of(2.5, 0.1)),
                Named.of("truncated power", TruncatedPowerLaw.of(2.5, 0.1, 1)),
                Named.of("semicircle", WignerSemicircleLaw.of(1, 1)),
                Named.of("spiked MP", SpikedMarchenkoPastur.of(0.5, 4).law(100)),
                Named.of("Tracy–Widom", TracyWidom.of(1)));
    }

    private static double[] points(int count) {
        double[] points = new double[count];
        for (int i = 0; i < count; i++) {
            points[i] = 1e-6 * Math.pow(1e8, (double) i / count);
        }
        return points;
    }

    @ParameterizedTest
    @MethodSource("laws")
    void logDensitiesOfManyPointsAllocateNoMoreThanOfFew(SpectralLaw law) {
        double[] few = points(FEW);
        double[] many = points(MANY);
        double[] out = new double[MANY];
        for (int i = 0; i < WARM_UP; i++) {
            law.logDensities(few, out);
        }
        law.logDensities(many, out);
        long ofFew = allocated(law, few, out);
        long ofMany = allocated(law, many, out);
        assertThat(ofMany - ofFew).isLessThan(LESS_THAN_A_BYTE_A_POINT);
    }

    private static long allocated(SpectralLaw law, double[] points, double[] out) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        law.logDensities(points, out);
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
