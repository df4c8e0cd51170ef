package org.eigenscope.ui.spectrum;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.CurveRole;
import org.eigenscope.ui.fit.RangeModel.Estimate;
import org.eigenscope.ui.fit.RangeModel.Study;
import org.eigenscope.ui.text.Numbers;

/** The panel of how κ depends on the range of the fit. */
final class RangeText {
    private RangeText() {}

    /** ln κ(range)/κ(all) where the range begins, and where it ends. */
    static List<Curve> curves(Study study) {
        return List.of(
                curve(study, CurveRole.HTMP, "range begins", study.beginnings()),
                curve(study, CurveRole.PREVIOUS, "range ends", study.ends()));
    }

    private static Curve curve(Study study, CurveRole role, String label, List<Estimate> estimates) {
        return Curve.of(
                role, label, array(estimates, Estimate::end), array(estimates, e -> Math.log(e.kappa() / study.all())));
    }

    private static double[] array(List<Estimate> estimates, ToDoubleFunction<Estimate> value) {
        return estimates.stream().mapToDouble(value).toArray();
    }

    static String of(Study study) {
        return "ln of κ, fitted from here up (solid) or up to here (dashed), over κ of all, "
                + Numbers.formatShort(study.all());
    }
}
