package org.eigenscope.ui.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.ui.training.form.FormKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreparationTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "batch | 1438 | BATCH | A batch of 1438 is larger than the data digits, which have 1437",
                "data | /no/such/folder | DATA | does not exist",
                "net | mlp:16+kronecker:3x5 | NET | does not suit samples"
            })
    void whatTheDataDoNotSuitIsSaidOfItsField(String id, String text, FormKey key, String sentence) {
        Map<String, String> texts = new HashMap<>(Digits.texts("500", "1"));
        texts.put(id, text);
        Preparation preparation = new Preparation(Digits.plan(texts), 1);

        BadInputException refused = catchThrowableOfType(
                BadInputException.class, () -> preparation.run(ProgressListener.NONE, CancelToken.NONE));

        assertThat(refused).hasMessageContaining(sentence);
        assertThat(preparation.asked()).contains(key);
    }

    @Test
    void moreInputsThanSamplesAreRefused() {
        Map<String, String> texts = new HashMap<>(Digits.texts("500", "1"));
        texts.put("target", "ntk");
        texts.put("inputs", "1438");
        Preparation preparation = new Preparation(Digits.plan(texts), 1);

        BadInputException refused = catchThrowableOfType(
                BadInputException.class, () -> preparation.run(ProgressListener.NONE, CancelToken.NONE));

        assertThat(refused).hasMessageContaining("more than the 1437 training samples");
        assertThat(preparation.asked()).contains(FormKey.INPUTS);
    }

    @Test
    void runsAreEveryBatchSizeWithEverySeed() throws EigenscopeException {
        Map<String, String> texts = new HashMap<>(Digits.texts("500,1000", "1"));
        texts.put("seeds", "2");

        assertThat(Digits.prepared(texts).runs())
                .extracting(run -> run.description().name())
                .containsExactly(
                        "digits_mlp-16_b500_s0",
                        "digits_mlp-16_b1000_s0",
                        "digits_mlp-16_b500_s1",
                        "digits_mlp-16_b1000_s1");
    }

    @Test
    void aSmallTrainingIsNotAskedAbout() throws EigenscopeException {
        TrainingCost cost = Digits.prepared(Digits.texts("500", "1")).cost();

        assertThat(cost.isLarge()).isFalse();
        assertThat(cost.seconds()).isPositive();
    }

    @Test
    void longAndLargeTrainingsAreAskedAbout() {
        assertThat(new TrainingCost(601, 1, 1000).isLarge()).isTrue();
        assertThat(new TrainingCost(1, 501, 1000).isLarge()).isTrue();
        assertThat(new TrainingCost(600, 500, 1000).isLarge()).isFalse();
        assertThat(new TrainingCost(7200, 100L << 20, 2000L << 20).sentence())
                .isEqualTo("This takes about 2.0 h on this machine and 100 MiB of 2,000 MiB.");
    }

    @Test
    void networksAreKeptAtEqualDistancesFromTheFirstToTheLast() {
        assertThat(KeptEpochs.of(4, 1, 1000)).containsExactly(0, 1, 2, 3, 4);
        assertThat(KeptEpochs.of(1000, 1, 5)).containsExactly(0, 1, 250, 500, 1000);
        assertThat(KeptEpochs.of(0, 1, 1000)).isEqualTo(Set.of(0));
        assertThat(KeptEpochs.of(1_000_000, 1, Long.MAX_VALUE)).hasSize(101);
        assertThat(KeptEpochs.of(100, 1000, 10)).containsExactly(0, 1, 100);
    }
}
