package org.eigenscope.ui.fit.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.eigenscope.analysis.FitPlan.Trims;
import org.eigenscope.figure.compose.KeptWindow;
import org.eigenscope.ui.fit.law.TrimModel.End;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrimModelTest implements TrimModel.Editor {
    private final List<Object> told = new ArrayList<>();
    private final TrimModel trims = new TrimModel(this);

    @Override
    public void editStarted() {
        told.add("started");
    }

    @Override
    public void trimsChosen(Trims chosen) {
        told.add(chosen);
    }

    @Override
    public void editEnded() {
        told.add("ended");
    }

    @BeforeEach
    void showTen() {
        trims.show(Eigenvalues.of(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}), new Trims(0, 0));
    }

    @Test
    void aHandleLeavesOutWhatItHasPassed() {
        trims.dragTo(End.BOTTOM, 2.5);
        trims.dragTo(End.TOP, 8.5);
        assertThat(trims.trimsProperty().get()).isEqualTo(new Trims(2, 2));
        assertThat(trims.used()).isEqualTo(6);
    }

    @Test
    void aHandleOnAnEigenvalueKeepsIt() {
        trims.dragTo(End.BOTTOM, 3);
        trims.dragTo(End.TOP, 8);
        assertThat(trims.trimsProperty().get()).isEqualTo(new Trims(2, 2));
    }

    @Test
    void enoughIsLeftToFit() {
        trims.dragTo(End.BOTTOM, 100);
        trims.dragTo(End.TOP, 0);
        assertThat(trims.trimsProperty().get()).isEqualTo(new Trims(5, 0));
    }

    @Test
    void theMarkOfATrimStandsBetweenTheNeighboursItParts() {
        trims.set(End.TOP, 1);
        KeptWindow window =
                trims.sampleProperty().get().window(trims.trimsProperty().get());
        assertThat(window.upperMark()).isBetween(9.4, 9.5);
        assertThat(window.lowerMark()).isNegative().isInfinite();
    }

    @Test
    void anArrowKeyMovesByWholeEigenvaluesAndStopsAtTheEnd() {
        trims.nudge(End.BOTTOM, 3);
        trims.nudge(End.BOTTOM, -1);
        assertThat(trims.trimsProperty().get()).isEqualTo(new Trims(2, 0));
        trims.nudge(End.BOTTOM, -5);
        assertThat(trims.trimsProperty().get()).isEqualTo(new Trims(0, 0));
    }

    @Test
    void aMoveThatLeavesNothingElseOutIsNotTold() {
        trims.grab();
        trims.dragTo(End.BOTTOM, 0.5);
        trims.release();
        assertThat(told).containsExactly("started", "ended");
    }

    @Test
    void resetTakesEveryEigenvalueBackInOneStep() {
        trims.set(End.BOTTOM, 2);
        told.clear();
        trims.reset();
        assertThat(told).containsExactly("started", new Trims(0, 0), "ended");
    }
}
