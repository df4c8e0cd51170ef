package org.eigenscope.ui.fit.law;

import java.util.Optional;
import java.util.function.Consumer;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.LawFitter;
import org.eigenscope.law.family.Orientation;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.ui.task.DragState;
import org.eigenscope.ui.task.Job;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.Outcome;

/**
 * Refits in the background; only the newest counts. During a drag a result waits for the next move, so that the curve
 * is painted once for both. When the drag pauses, the result is handed out without a move.
 */
final class Refits {
    private final LawFitter fitter;
    private final LatestTask work;
    private final DragState drag;
    private Optional<FitResult> arrived = Optional.empty();

    Refits(LawFitter fitter, LatestTask work, DragState drag) {
        this.fitter = fitter;
        this.work = work;
        this.drag = drag;
    }

    /**
     * Asks for a refit in place of every earlier one.
     *
     * @param answer is given the result, unless {@link #take} was before
     * @param refusal is given a sentence if there is none
     */
    void ask(FitRequest request, Consumer<FitResult> answer, Consumer<String> refusal) {
        submit((progress, cancel) -> fitter.fit(request, progress, cancel), answer, refusal);
    }

    /** The same of HTMP both ways round; the answer is the fit of the greater likelihood. The two have as many parameters. */
    void askBothWays(FitRequest request, Consumer<FitResult> answer, Consumer<String> refusal) {
        submit(
                (progress, cancel) -> {
                    FitResult one = fitter.fit(request, progress, cancel);
                    Optional<FitResult> other = turned(request, progress, cancel);
                    return other.filter(fit -> fit.logLikelihood() > one.logLikelihood())
                            .orElse(one);
                },
                answer,
                refusal);
    }

    /** HTMP the other way round than asked for; empty if it cannot be fitted. */
    private Optional<FitResult> turned(FitRequest request, ProgressListener progress, CancelToken cancel)
            throws CancelledException {
        Orientation asked = request.family().orientation().orElseThrow();
        try {
            return Optional.of(fitter.fit(request.forFamily(asked.other().htmp()), progress, cancel));
        } catch (CancelledException stopped) {
            throw stopped;
        } catch (EigenscopeException refused) {
            return Optional.empty();
        }
    }

    private void submit(Job<FitResult> job, Consumer<FitResult> answer, Consumer<String> refusal) {
        work.submit("Refitting", job, new Outcome<FitResult>() {
            @Override
            public void succeeded(FitResult result) {
                arrived = Optional.of(result);
                drag.whenPaused(() -> take().ifPresent(answer));
            }

            @Override
            public void failed(EigenscopeException reason) {
                refusal.accept(reason.getMessage());
            }
        });
    }

    /** Takes the result that waits for the next move, if there is one. */
    Optional<FitResult> take() {
        Optional<FitResult> result = arrived;
        arrived = Optional.empty();
        return result;
    }

    /** Stops the running refit; its result is dropped. */
    void drop() {
        work.cancel();
        arrived = Optional.empty();
    }
}
