package org.eigenscope.ui.repulsion.structure;

import static org.assertj.core.api.Assertions.assertThat;

import org.eigenscope.fit.search.SpectralFitter;
import org.eigenscope.ui.task.ActivityModel;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.ManualExecutor;
import org.junit.jupiter.api.Test;

class StructureTableModelTest {
    private final ManualExecutor background = new ManualExecutor();
    private final StructureTableModel gallery = new StructureTableModel(
            new SpectralFitter(), new LatestTask(background, Runnable::run, new ActivityModel(() -> 0)));

    @Test
    void rowsAppearOneByOne() {
        gallery.sizeProperty().set(40);
        gallery.measure();
        background.runNext();
        assertThat(gallery.rows()).hasSize(1);
        assertThat(gallery.rows().get(0).ensemble().id()).isEqualTo("dense-real");
        assertThat(gallery.rows().get(0).kappas()).hasSize(StructureTableModel.DRAWS);
    }

    @Test
    void whatHasNoMatrixOfTheSizeIsNamed() {
        gallery.sizeProperty().set(23);
        gallery.measure();
        background.runAll();
        assertThat(gallery.runningProperty().get()).isFalse();
        assertThat(gallery.messageProperty().get()).contains("Kronecker product: 23 is prime", "k = 50");
        assertThat(gallery.rows()).extracting(row -> row.ensemble().id()).doesNotContain("kronecker");
    }

    @Test
    void stoppingKeepsTheRowsThatAreDone() {
        gallery.sizeProperty().set(40);
        gallery.measure();
        background.runNext();
        int done = gallery.rows().size();
        gallery.stop();
        background.runAll();
        assertThat(gallery.rows()).hasSize(done);
        assertThat(gallery.runningProperty().get()).isFalse();
    }
}
