package org.eigenscope.ui.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eigenscope.figure.export.page.FigureFormat;
import org.eigenscope.library.MatrixTarget;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureOutputTest {
    @TempDir
    private Path folder;

    private final Workbench window = new Workbench();
    private final FigureOutput output = window.output;

    @AfterEach
    void close() {
        window.close();
    }

    private void save(Path file) {
        output.save(file);
        window.drawing.runAll();
    }

    private Path dragged() {
        output.prepareDrag();
        window.drawing.runAll();
        return output.preparedFile().orElseThrow();
    }

    @Test
    void placeOfASavedFigureIsRemembered() {
        window.showing(Workbench.LAYER);
        Path file = folder.resolve("a.svg");
        save(file);
        assertThat(file).isRegularFile();
        assertThat(output.doneProperty().get()).isEqualTo("Saved " + file + ".");
        FigureOutput next = new FigureOutput(window.figure, window.settings, null, null, InputKeeper.NONE);
        assertThat(next.lastPlace()).contains(file);
        assertThat(next.lastFormat()).isEqualTo(FigureFormat.SVG);
    }

    @Test
    void charactersThatNoFontHasAreNamedAfterSaving() {
        window.showing(Workbench.LAYER);
        window.figure.edit(e -> e.withTitle(0, "层 → ℝ"));
        save(folder.resolve("a.svg"));
        assertThat(output.doneProperty().get())
                .endsWith("a.svg. The fonts of figures lack 层 (U+5C42); boxes or question marks may stand for them.");
    }

    @Test
    void placeThatCannotBeWrittenIsSaidAndNotRemembered() {
        window.showing(Workbench.LAYER);
        save(folder.resolve("nowhere").resolve("a.svg"));
        assertThat(output.failureProperty().get()).contains("cannot be written: there is no folder");
        assertThat(output.lastPlace()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void sameSpectrumIsSavedUnderTheSameNameAndOthersUnderTheirOwn() {
        window.showing(Workbench.LAYER);
        assertThat(output.suggestedName()).isEqualTo("digits_b20_s0.safetensors-fc2.weight.pdf");
        save(folder.resolve("a.svg"));
        assertThat(output.suggestedName()).isEqualTo("a.svg");
        window.showing(new MatrixTarget(Workbench.LAYERS, Optional.of("fc1.weight")));
        assertThat(output.suggestedName()).isEqualTo("digits_b20_s0.safetensors-fc1.weight.svg");
    }

    @Test
    void endingThatIsNoFormatIsSaid() {
        window.showing(Workbench.LAYER);
        save(folder.resolve("a.gif"));
        assertThat(output.failureProperty().get()).contains("a.gif is not known by its ending");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void fileDraggedOutIsTheFigureInTheFormatSavedLast() throws IOException {
        window.showing(Workbench.LAYER);
        assertThat(dragged()).hasFileName("digits_b20_s0.safetensors-fc2.weight.pdf");
        Path saved = folder.resolve("a.svg");
        save(saved);
        assertThat(output.preparedFile()).isEmpty();
        assertThat(dragged()).hasSameBinaryContentAs(saved);
    }

    @Test
    void fileOfAnEarlierFigureIsNotDragged() {
        window.showing(Workbench.LAYER);
        dragged();
        window.figure.edit(e -> e.withTitle(0, "new"));
        assertThat(output.preparedFile()).isEmpty();
    }

    @Test
    void draggedFilesGoWithTheWindow() {
        window.showing(Workbench.LAYER);
        Path file = dragged();
        assertThat(file).isRegularFile();
        output.close();
        assertThat(file.getParent()).doesNotExist();
    }

    @Test
    void copyIsPixelsAndVectors() {
        window.showing(Workbench.LAYER);
        AtomicReference<FigureOutput.Copy> clipboard = new AtomicReference<>();
        output.copy(clipboard::set);
        window.drawing.runAll();
        assertThat(clipboard.get().svg()).contains("<svg").contains("eigenscope-session");
        assertThat(clipboard.get().png()).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void nothingOnScreenIsSaid() {
        save(folder.resolve("a.svg"));
        assertThat(output.failureProperty().get()).isEqualTo("There is nothing on screen to make a figure of.");
    }
}
