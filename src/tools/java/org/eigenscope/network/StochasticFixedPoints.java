package org.eigenscope.network;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.FixedPointTrace;
import org.eigenscope.fit.search.FixedPointIteration;
import org.eigenscope.fit.search.SpectralFitter;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.store.StudyStore;

/**
 * Runs {@link FixedPointIteration}, our reading of the paper's Algorithm 1, with eight seeds on the eigenvalues that a study keeps, and
 * fits them by maximum likelihood beside it: inverse HTMP, γ held where the matrix has one. The standard error over seeds is that of the
 * iteration, not of the data.
 *
 * <p>{@code mvn -q -Pseries test-compile exec:exec -Dseries.class=StochasticFixedPoints
 * -Dseries="samples/fashion_lenet.eigenstudy layer=fc1 epoch=30"} runs it. Arguments: a study, and conditions column=text on its rows.
 */
public final class StochasticFixedPoints {
    private static final LawFamily LAW = LawFamily.INVERSE_HTMP;

    private StochasticFixedPoints() {}

    public static void main(String[] arguments) throws EigenscopeException {
        System.out.println("run,tensor,epoch,n,kappa,ks,fixed_point,standard_error,seeds_agree,settled");
        try (StudyStore store = StudyStore.openToRead(Path.of(arguments[0]))) {
            for (StudyRow row : store.rows()) {
                if (Arrays.stream(arguments).skip(1).allMatch(condition -> fits(row, condition))) {
                    run(store, row);
                }
            }
        }
    }

    private static boolean fits(StudyRow row, String condition) {
        String[] sides = condition.split("=", 2);
        double number = row.number(sides[0]);
        return Double.isNaN(number) ? row.text(sides[0]).equals(sides[1]) : number == Double.parseDouble(sides[1]);
    }

    private static void run(StudyStore store, StudyRow row) throws EigenscopeException {
        Optional<Spectrum> spectrum =
                store.spectrum(row.key().content(), row.key().convention());
        if (spectrum.isEmpty()) {
            System.out.println(row.text(Column.RUN.id()) + "," + row.text(Column.TENSOR.id()) + ",no eigenvalues");
            return;
        }
        FitRequest request = request(spectrum.get());
        String line = row.text(Column.RUN.id()) + "," + row.text(Column.TENSOR.id()) + "," + row.text("epoch") + ","
                + request.eigenvalues().length;
        try {
            FitResult fit = new SpectralFitter().fit(request, ProgressListener.NONE, CancelToken.NONE);
            FixedPointTrace trace = FixedPointIteration.run(
                    request, FixedPointIteration.Settings.DEFAULT, ProgressListener.NONE, CancelToken.NONE);
            System.out.printf(
                    Locale.ROOT,
                    "%s,%.5g,%.4f,%.5g,%.2g,%s,%s%n",
                    line,
                    fit.parameters().get(Parameter.KAPPA),
                    fit.kolmogorovSmirnov(),
                    trace.kappa(),
                    trace.standardError(),
                    trace.seedsAgree(),
                    trace.settled());
        } catch (BadInputException refused) {
            System.out.println(line + "," + refused.getMessage());
        }
    }

    private static FitRequest request(Spectrum spectrum) {
        FitRequest request = FitRequest.of(spectrum.positive(), LAW);
        double gamma = spectrum.details().aspectRatio().orElse(Double.NaN);
        return gamma > 0 && gamma <= 1 ? request.withFixed(ParameterSet.EMPTY.with(Parameter.GAMMA, gamma)) : request;
    }
}
