package org.eigenscope.figure.compose;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.style.CurveRole;
import org.eigenscope.fit.compare.KappaByRange;
import org.eigenscope.fit.compare.KappaByRange.Estimate;

/** How κ depends on the range of the fit, as the two curves of the panel below a chart. */
public final class RangeCurves {
    private RangeCurves() {}

    /** ln κ(range)/κ(all) where the range begins, and where it ends. */
    public static List<Curve> of(KappaByRange study) {
        return List.of(
                curve(study, CurveRole.HTMP, "range begins", study.beginnings()),
                curve(study, CurveRole.PREVIOUS, "range ends", study.ends()));
    }

    private static Curve curve(KappaByRange study, CurveRole role, String label, List<Estimate> estimates) {
        return Curve.of(
                role, label, array(estimates, Estimate::end), array(estimates, e -> Math.log(e.kappa() / study.all())));
    }

    private static double[] array(List<Estimate> estimates, ToDoubleFunction<Estimate> value) {
        return estimates.stream().mapToDouble(value).toArray();
    }
}
