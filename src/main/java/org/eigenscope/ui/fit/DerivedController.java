package org.eigenscope.ui.fit;

import java.util.Optional;
import java.util.OptionalDouble;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.eigenscope.fit.DerivedQuantities;
import org.eigenscope.ui.fit.law.Derived;
import org.eigenscope.ui.fit.law.FitModel;
import org.eigenscope.ui.text.Numbers;

/** The numbers that follow from the parameters on screen. */
public final class DerivedController {
    private static final String NONE = "–";

    private final FitModel model;

    @FXML
    private Label alphaName;

    @FXML
    private Label alpha;

    @FXML
    private Label betaName;

    @FXML
    private Label beta;

    @FXML
    private Label tailName;

    @FXML
    private Label tail;

    @FXML
    private Label likelihoodName;

    @FXML
    private Label likelihood;

    public DerivedController(FitModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        explain(
                alphaName,
                alpha,
                "α of the master model, 1 + (κ/2)(1 + 1/γ), no unit; α_PL, the exponent of a power law, is another number.\nExponent of the determinant in the ensemble:"
                        + " ρ ~ (λ−τ)^(−α) e^(−β/(λ−τ)) near the floor when inverse.");
        explain(
                betaName,
                beta,
                "β, rate of the ensemble: κs/2γ (inverse, units of λ) or κ/2γs (direct, per unit of λ).");
        explain(
                tailName,
                tail,
                "Exponent e of the upper tail ρ ~ λ^e, no unit: −1 − (κ/2)(1/γ − 1) when inverse;\n"
                        + "a direct law has an exponential tail and no exponent.");
        explain(
                likelihoodName,
                likelihood,
                "Σ ln ρ(λ) over the eigenvalues used, at the values on screen.\n"
                        + "Eigenvalues are taken as independent draws, so it is a pseudo-likelihood.");
        model.derivedProperty().addListener((source, old, derived) -> show(derived));
        show(model.derivedProperty().get());
    }

    private static void explain(Label name, Label value, String text) {
        Tooltip tooltip = new Tooltip(text);
        Tooltip.install(name, tooltip);
        Tooltip.install(value, tooltip);
        name.setLabelFor(value);
        value.setAccessibleHelp(text);
    }

    private void show(Optional<Derived> derived) {
        Optional<DerivedQuantities> quantities = derived.map(Derived::quantities);
        alpha.setText(text(quantities.map(DerivedQuantities::alpha)));
        beta.setText(text(quantities.map(DerivedQuantities::beta)));
        tail.setText(text(quantities.map(DerivedQuantities::tailExponent)));
        likelihood.setText(
                derived.map(d -> Numbers.formatFixed2(d.logLikelihood())).orElse(NONE));
    }

    private static String text(Optional<OptionalDouble> quantity) {
        return quantity.filter(OptionalDouble::isPresent)
                .map(q -> Numbers.format(q.getAsDouble()))
                .orElse(NONE);
    }
}
