package org.eigenscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eigenscope.app.TestWindow.waitUntil;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.eigenscope.text.Printable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Names that reorder, hide or break what stands beside them, in every text of the window. */
@DisabledOnOs(OS.WINDOWS)
class HostileNamesWindowTest {
    /** A right-to-left override, a C1 control, a zero-width space. */
    private static final String HOSTILE = "a\u202eb\u0085c\u200bd";

    private final FxRobot robot = new FxRobot();
    private TestWindow window;

    @TempDir
    private Path folder;

    @AfterEach
    void closeWindow() throws TimeoutException {
        window.close();
    }

    /** A file whose name, tensors and metadata are hostile; one of the tensors cannot be read. */
    private Path weights() throws IOException {
        String header = "{\"__metadata__\":{\"" + HOSTILE + "\":\"" + HOSTILE + "\"},\"" + HOSTILE
                + "\":{\"dtype\":\"F32\",\"shape\":[8,12],\"data_offsets\":[0,384]},\"s" + HOSTILE
                + "\":{\"dtype\":\"F32\",\"shape\":[2,2,3,4,2],\"data_offsets\":[384,768]}}";
        byte[] bytes = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer data = ByteBuffer.allocate(8 + bytes.length + 768).order(ByteOrder.LITTLE_ENDIAN);
        data.putLong(bytes.length).put(bytes);
        Random random = new Random(3);
        for (int i = 0; i < 192; i++) {
            data.putFloat((float) random.nextGaussian());
        }
        Path file = folder.resolve("f" + HOSTILE + ".safetensors");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(data.array());
        }
        return file;
    }

    @Test
    void areShownAsEscapesEverywhere() throws Exception {
        Path inner = Files.createDirectory(folder.resolve("d" + HOSTILE));
        Files.writeString(inner.resolve("m" + HOSTILE + ".csv"), "1,2\n3,4\n");
        window = TestWindow.open(
                weights().toString(),
                inner.toString(),
                folder.resolve("missing" + HOSTILE).toString());
        waitUntil(() -> window.context()
                .models()
                .spectrum()
                .shownProperty()
                .get()
                .filter(shown -> shown.tensor().label().contains("#"))
                .isPresent());
        waitUntil(() -> !window.context().models().library().folders().isEmpty());
        robot.interact(() -> window.context().models().library().report("No file " + HOSTILE + " is there."));
        waitUntil(() -> texts().stream().anyMatch(text -> text.contains("\\u202e")));
        List<String> texts = texts();
        assertThat(texts)
                .as("texts of the window")
                .noneMatch(text -> text.codePoints().anyMatch(c -> c != '\n' && Printable.steers(c)));
        assertThat(texts).anyMatch(text -> text.contains("– Eigenscope") && text.contains("\\u202e"));
    }

    /** Titles, labels, tooltips, accessible texts and menu entries. */
    private static List<String> texts() {
        Set<String> texts = new LinkedHashSet<>();
        for (Window shown : Window.getWindows()) {
            if (shown instanceof Stage stage) {
                texts.add(stage.getTitle());
            }
            walk(shown.getScene().getRoot(), texts);
        }
        texts.remove(null);
        return new ArrayList<>(texts);
    }

    private static void walk(Node node, Set<String> texts) {
        texts.add(node.getAccessibleText());
        if (node instanceof Labeled labeled) {
            texts.add(labeled.getText());
        }
        if (node instanceof Text text) {
            texts.add(text.getText());
        }
        if (node instanceof Control control && control.getTooltip() != null) {
            texts.add(control.getTooltip().getText());
        }
        if (node instanceof MenuBar bar) {
            bar.getMenus().forEach(menu -> walk(menu, texts));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, texts));
        }
    }

    private static void walk(MenuItem item, Set<String> texts) {
        texts.add(item.getText());
        if (item instanceof Menu menu) {
            menu.getItems().forEach(inner -> walk(inner, texts));
        }
    }
}
