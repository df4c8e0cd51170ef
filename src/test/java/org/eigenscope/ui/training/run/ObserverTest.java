package org.eigenscope.ui.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.search.SpectralFitter;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.network.array.Arithmetic;
import org.eigenscope.network.array.Precision;
import org.eigenscope.network.train.Trainer;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.ui.training.form.ObservedMatrix;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ObserverTest {
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private final List<String> seen = new ArrayList<>();
    private PreparedTraining prepared;
    private Observer observer;

    @BeforeEach
    void trainTwoRuns() throws EigenscopeException {
        prepared = Digits.prepared(Digits.texts("500,1000", "3"));
        prepared.runs().forEach(ObserverTest::train);
        observer = new Observer(
                Runnable::run, (work, delay) -> waiting.add(work), new SpectralFitter(), new Observer.Listener() {
                    @Override
                    public void observed() {
                        int count = prepared.runs().stream()
                                .mapToInt(run -> observer.observations(run).size())
                                .sum();
                        for (TrainingRun run : prepared.runs()) {
                            for (Observation one : observer.observations(run)) {
                                String name = run.description().settings().batchSize() + "@"
                                        + one.network().epoch();
                                if (!seen.contains(name) && seen.size() < count) {
                                    seen.add(name);
                                }
                            }
                        }
                    }

                    @Override
                    public void broke(Throwable bug) {
                        throw new AssertionError(bug);
                    }
                });
    }

    private static void train(TrainingRun run) {
        while (!run.status().state().isEnd()) {
            run.advance(() -> true, () -> {});
        }
    }

    private Observer.Look look(String matrix) throws BadInputException {
        return new Observer.Look(
                ObservedMatrix.parse(matrix), prepared.data().training().first(40), LawFamily.INVERSE_HTMP);
    }

    private void rest() {
        while (!waiting.isEmpty()) {
            waiting.poll().run();
        }
    }

    @Test
    void theNewestNetworksComeFirstAndThePassedOverOnesFollow() throws BadInputException {
        observer.begin(prepared.runs(), look("weight:fc1"));
        rest();

        assertThat(seen.subList(0, 2)).containsExactlyInAnyOrder("500@3", "1000@3");
        assertThat(seen).hasSize(8);
        assertThat(observer.isIdle()).isTrue();
    }

    @Test
    void itRestsAfterEachWhileNetworksAreTrained() throws BadInputException {
        observer.begin(prepared.runs(), look("weight:fc1"));

        assertThat(seen).hasSize(1);
        assertThat(waiting).hasSize(1);

        observer.training(false);
        assertThat(seen).hasSize(8);
    }

    @Test
    void measuresAreThoseOfATrainer() throws EigenscopeException {
        observer.begin(prepared.runs(), look("weight:fc1"));
        rest();
        TrainingRun run = prepared.runs().get(1);
        KeptNetwork last = run.kept().get(run.kept().size() - 1);

        try (Trainer trainer = new Trainer(
                run.description().network(),
                run.data(),
                run.description().settings(),
                Arithmetic.of(Precision.FLOAT32),
                last.doubles())) {
            assertThat(observer.measures(run, last)).contains(trainer.measures());
        }
    }

    @Test
    void anotherMatrixIsTakenOfAllNetworksAndMeasuresStay() throws BadInputException {
        observer.begin(prepared.runs(), look("weight:fc1"));
        rest();
        seen.clear();

        observer.look(look("ntk"));
        rest();

        assertThat(observer.observations(prepared.runs().get(0)))
                .hasSize(4)
                .allMatch(one -> one.spectrum().orElseThrow().size() == 40
                        && one.measures().isPresent());
    }

    @Test
    void aNetworkBetweenIsSeenOfTheChosenRunAlone() throws BadInputException {
        observer.begin(prepared.runs(), look("weight:fc1"));
        rest();
        TrainingRun first = prepared.runs().get(0);
        assertThat(observer.wantsGlimpse(first)).isTrue();
        assertThat(observer.wantsGlimpse(prepared.runs().get(1))).isFalse();

        KeptNetwork now = first.kept().get(1);
        observer.glimpse(first, now);

        assertThat(observer.glimpse(first).map(Observation::network)).isEqualTo(Optional.of(now));
        assertThat(observer.observations(first)).hasSize(4);
    }

    @Test
    void parametersThatAreNotFiniteHaveANoteAndNoSpectrum() throws EigenscopeException {
        Map<String, String> texts = new HashMap<>(Digits.texts("500", "0"));
        prepared = Digits.prepared(texts);
        TrainingRun run = prepared.runs().get(0);
        double[] parameters = run.description().network().initialParameters(0);
        parameters[3] = Double.NaN;
        NetworkSpectrum taker = look("weight:fc1").of(run);

        assertThat(catchThrowable(() -> taker.take(parameters, CancelToken.NONE)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("The network holds NaN");
    }
}
