package org.eigenscope.ui.training.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingFormTest {
    private final TrainingForm form = new TrainingForm();

    private void write(FormKey key, String text) {
        form.field(key).textProperty().set(text);
    }

    private String problem(FormKey key) {
        return form.field(key).problemProperty().get();
    }

    @Test
    void aNewFormCanBeTrained() {
        TrainingPlan plan = form.planProperty().get().orElseThrow();

        assertThat(plan.batches()).containsExactly(20, 100, 500);
        assertThat(plan.recipe().rate().base(20)).isEqualTo(0.02);
        assertThat(plan.matrix().tensor()).isEqualTo("fc2.weight");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DATA | ' ' | Name the data",
                "NET | mlp:0 | is no whole number from 1",
                "NET | resnet | resnet",
                "NET | mlp:1000000,1000000,1000000 | parameters",
                "BATCH | '' | is no number",
                "BATCH | 5,,20 | is no number",
                "BATCH | 0 | The batch size 0 is outside 1 to 2147483647.",
                "BATCH | 2.5 | or no whole number.",
                "BATCH | 99999999999 | is outside",
                "RATE | 0 | is no number above 0",
                "RATE | 1e9 | is no number above 0",
                "RATE | 2/epoch | is no number above 0",
                "SCHEDULE | slowly | is none of constant",
                "LOSS | hinge | is none of cross-entropy",
                "MOMENTUM | 1 | The momentum 1 is outside 0 to below 1.",
                "MOMENTUM | NaN | is no number",
                "DECAY | -1 | The weight decay -1 is outside 0 to 1000.",
                "DECAY | 1e400 | The weight decay 1e400 is outside 0 to 1000.",
                "NOISE | 1.01 | The label noise 1.01 is outside 0 to 1.",
                "SEEDS | 0 | The number of seeds 0 is outside 1 to 10000.",
                "EPOCHS | 1000001 | The number of epochs 1000001 is outside 0 to 1000000.",
                "EPOCHS | many | is no number; it must be a whole number",
                "TARGET | weight | is none of weight:LAYER",
                "TARGET | ntk:fc1 | is none of weight:LAYER",
                "TARGET | weight:fc9 | The net mlp:400,200 has no layer 'fc9'; it has fc1, fc2, fc3."
            })
    void nonsenseIsRefusedBesideItsField(FormKey key, String text, String sentence) {
        write(key, text);

        assertThat(problem(key)).contains(sentence);
        assertThat(form.planProperty().get()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "20001", "-3", "x", "99999999999999999999"})
    void inputsOutsideOfTheirDomainAreRefusedWhereTheMatrixNeedsThem(String text) {
        write(FormKey.TARGET, "ntk");
        write(FormKey.INPUTS, text);

        assertThat(problem(FormKey.INPUTS)).contains("is no whole number from 2 to 20000");
    }

    @Test
    void inputsAreNotReadForWeights() {
        write(FormKey.INPUTS, "nonsense");

        assertThat(form.planProperty().get()).isPresent();
    }

    @ParameterizedTest
    @EnumSource(FormKey.class)
    void noTextBreaksAField(FormKey key) {
        write(key, "\0\uD800 %s {0} 🙂".repeat(300));

        assertThat(problem(key).isEmpty()).isEqualTo(key == FormKey.INPUTS);
        assertThat(problem(key).length()).isLessThan(600);
    }

    @Test
    void sixtyRunsAreTakenAndOneMoreBatchSizeIsNot() {
        write(FormKey.SEEDS, "20");
        assertThat(form.planProperty().get()).isPresent();

        write(FormKey.BATCH, "5,20,100,500");
        assertThat(problem(FormKey.SEEDS))
                .isEqualTo("4 batch sizes with 20 seeds are 80 runs; at most 60 can be trained at a time.");
    }

    @Test
    void twentyBatchSizesAreTakenAndTwentyOneAreNot() {
        write(FormKey.BATCH, sizes(20));
        assertThat(problem(FormKey.BATCH)).isEmpty();

        write(FormKey.BATCH, sizes(21));
        assertThat(problem(FormKey.BATCH)).contains("There are 21 batch sizes; at most 20");
    }

    private static String sizes(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(String::valueOf).collect(Collectors.joining(","));
    }

    @Test
    void batchSizesAreTakenOnceAndInOrder() {
        write(FormKey.BATCH, "100, 5,100");

        assertThat(form.planProperty().get().orElseThrow().batches()).containsExactly(5, 100);
    }

    @Test
    void aRateOverTheBatchSizeFallsWithIt() {
        write(FormKey.RATE, "2/batch");

        assertThat(form.planProperty().get().orElseThrow().recipe().rate().base(100))
                .isEqualTo(0.02);
    }

    @Test
    void theMatricesAreThoseOfTheNetThatIsWritten() {
        write(FormKey.NET, "lenet");

        assertThat(form.matricesProperty().get())
                .extracting(ObservedMatrix::id)
                .contains("weight:conv1", "weight:fc3", "ntk", "activation:conv2", "hessian", "ggn", "fisher")
                .doesNotContain("activation:fc3");
    }

    @Test
    void aLayerThatTheNewNetLacksIsSaidAtTheMatrix() {
        write(FormKey.NET, "mlp:30");
        write(FormKey.TARGET, "weight:fc3");

        assertThat(problem(FormKey.TARGET)).contains("has no layer 'fc3'; it has fc1, fc2.");
    }

    @Test
    void fillingTakesUsualTextsForWhatIsNotNamed() {
        write(FormKey.SEEDS, "9");

        form.fill(Map.of("net", "lenet", "target", "weight:conv1"));

        assertThat(form.texts()).containsEntry("net", "lenet").containsEntry("seeds", "1");
        assertThat(form.planProperty().get()).isPresent();
    }

    @Test
    void whatDataRefuseIsForgottenWithTheNextChange() {
        form.object(FormKey.BATCH, "A batch is too large.");
        assertThat(problem(FormKey.BATCH)).isNotEmpty();

        write(FormKey.BATCH, "5");

        assertThat(problem(FormKey.BATCH)).isEmpty();
    }
}
