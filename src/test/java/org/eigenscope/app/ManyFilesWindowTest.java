package org.eigenscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eigenscope.app.TestWindow.waitUntil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.eigenscope.ui.main.Models;
import org.eigenscope.ui.main.RecentFilesModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More files than there are keys for recent ones. */
class ManyFilesWindowTest {
    private TestWindow window;

    @TempDir
    private Path folder;

    @AfterEach
    void closeWindow() throws TimeoutException {
        window.close();
    }

    private Path[] files(int count) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            files.add(Files.writeString(folder.resolve("m" + i + ".csv"), "1,2\n3," + i + "\n"));
        }
        return files.toArray(Path[]::new);
    }

    @Test
    void twoHundredFilesAreAllListed() throws Exception {
        Path[] files = files(200);
        String[] arguments = List.of(files).stream().map(Path::toString).toArray(String[]::new);
        window = TestWindow.open(arguments);
        Models models = window.context().models();
        waitUntil(() -> openedHere(models) == files.length);
        assertThat(models.recent().paths()).hasSize(RecentFilesModel.MOST);
        assertThat(models.library().failureProperty().get()).isEmpty();
    }

    private long openedHere(Models models) {
        return models.library().files().stream()
                .filter(entry -> entry.path().startsWith(folder))
                .count();
    }
}
