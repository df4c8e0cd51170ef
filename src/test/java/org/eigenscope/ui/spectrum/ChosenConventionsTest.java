package org.eigenscope.ui.spectrum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.eigenscope.matrix.Interpretation;
import org.junit.jupiter.api.Test;

class ChosenConventionsTest {
    @Test
    void boxThatLosesItsSelectionLeavesTheChoiceAsItWas() {
        ChosenConventions chosen = new ChosenConventions();
        AtomicInteger changes = new AtomicInteger();
        chosen.onChanged(changes::incrementAndGet);
        ObjectProperty<Interpretation> box = new SimpleObjectProperty<>();
        box.bindBidirectional(chosen.interpretation());
        box.set(Interpretation.GRAM);
        box.set(null);

        assertThat(chosen.options().interpretation()).isEqualTo(Interpretation.GRAM);
        assertThat(changes).hasValue(1);
    }

    @Test
    void everyChoiceRefusesToBeNone() {
        ChosenConventions chosen = new ChosenConventions();
        chosen.normalization().set(null);
        chosen.flattening().set(null);
        chosen.interpretation().set(null);
        chosen.solver().set(null);

        assertThat(chosen.options()).isEqualTo(new ChosenConventions().options());
    }
}
