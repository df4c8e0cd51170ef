package org.eigenscope.ui.repulsion.structure;

import static org.assertj.core.api.Assertions.assertThat;

import org.eigenscope.fit.search.SpectralFitter;
import org.eigenscope.ui.task.ActivityModel;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.ManualExecutor;
import org.junit.jupiter.api.Test;

class StructureTableModelTest {
    private final ManualExecutor background = new ManualExecutor();
    private final StructureTableModel table = new StructureTableModel(
            new SpectralFitter(), new LatestTask(background, Runnable::run, new ActivityModel(() -> 0)));

    @Test
    void rowsAppearOneByOne() {
        table.sizeProperty().set(40);
        table.measure();
        background.runNext();
        assertThat(table.rows()).hasSize(1);
        assertThat(table.rows().get(0).ensemble().id()).isEqualTo("dense-real");
        assertThat(table.rows().get(0).kappas()).hasSize(StructureTableModel.DRAWS);
    }

    @Test
    void whatHasNoMatrixOfTheSizeIsNamed() {
        table.sizeProperty().set(23);
        table.measure();
        background.runAll();
        assertThat(table.runningProperty().get()).isFalse();
        assertThat(table.messageProperty().get()).contains("Kronecker product: 23 is prime", "k = 50");
        assertThat(table.rows()).extracting(row -> row.ensemble().id()).doesNotContain("kronecker");
    }

    @Test
    void stoppingKeepsTheRowsThatAreDone() {
        table.sizeProperty().set(40);
        table.measure();
        background.runNext();
        int done = table.rows().size();
        table.stop();
        background.runAll();
        assertThat(table.rows()).hasSize(done);
        assertThat(table.runningProperty().get()).isFalse();
    }
}
