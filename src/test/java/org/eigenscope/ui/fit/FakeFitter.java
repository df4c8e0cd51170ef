package org.eigenscope.ui.fit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.FitWarning;
import org.eigenscope.fit.LawFitter;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/** Answers what the test set, with fixed values kept, and remembers what it was asked. */
public final class FakeFitter implements LawFitter {
    private final Map<Parameter, Double> optimum = new HashMap<>(Map.of(
            Parameter.RADIUS, 2.0,
            Parameter.GAMMA, 0.4,
            Parameter.SCALE, 1.0,
            Parameter.TAU, 0.01,
            Parameter.SHAPE, 3.0,
            Parameter.RATE, 2.0,
            Parameter.SIGMA, 0.7,
            Parameter.EXPONENT, 2.5,
            Parameter.XMIN, 0.1));

    {
        optimum.put(Parameter.KAPPA, 2.0);
        optimum.put(Parameter.CENTER, 0.0);
    }

    private final List<FitRequest> requests = new ArrayList<>();
    private LawFamily best = LawFamily.INVERSE_HTMP;
    private Optional<EigenscopeException> failure = Optional.empty();
    private List<FitWarning> warnings = List.of();

    public void wouldFind(Parameter parameter, double value) {
        optimum.put(parameter, value);
    }

    /** Another law than inverse HTMP has the greatest likelihood, -100. */
    public void wouldFindBest(LawFamily family) {
        best = family;
    }

    public void willFail(EigenscopeException reason) {
        failure = Optional.of(reason);
    }

    public void willWarn(FitWarning warning) {
        warnings = List.of(warning);
    }

    /** What it was asked about HTMP, in order. */
    public List<FitRequest> htmpRequests() {
        return requests.stream()
                .filter(r -> r.family() == LawFamily.INVERSE_HTMP || r.family() == LawFamily.HTMP)
                .toList();
    }

    /** What it was asked about the semicircle, in order. */
    public List<FitRequest> semicircleRequests() {
        return requests.stream().filter(r -> r.family() == LawFamily.SEMICIRCLE).toList();
    }

    public FitRequest lastHtmpRequest() {
        List<FitRequest> all = htmpRequests();
        return all.get(all.size() - 1);
    }

    @Override
    public FitResult fit(FitRequest request, ProgressListener progress, CancelToken cancel) throws EigenscopeException {
        requests.add(request);
        if (failure.isPresent() && request.family() != LawFamily.SEMICIRCLE) {
            throw failure.get();
        }
        ParameterSet found = ParameterSet.EMPTY;
        for (Parameter parameter : request.family().parameters()) {
            found = found.with(parameter, request.fixed().getOrDefault(parameter, optimum.get(parameter)));
        }
        double logLikelihood =
                request.family() == best ? -100 : -101 - request.family().ordinal();
        return new FitResult(
                request.family(),
                found,
                request.fixed().asMap().keySet(),
                request.objective(),
                request.eigenvalues().length,
                logLikelihood,
                0.05,
                warnings,
                Set.of());
    }
}
