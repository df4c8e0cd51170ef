package org.eigenscope.ui.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class LibraryWalkTest {
    private final List<LibraryTensor> opened = new ArrayList<>();
    private final LibraryFile three = LibraryFile.of(new FakeMatrixFile(Path.of("a.npz"), "x 4×9", "y 4×9", "z 4×9"));
    private final LibraryFile only = LibraryFile.of(new FakeMatrixFile(Path.of("b.npy"), "only 4×9"));
    private TreeView<LibraryItem> tree;
    private LibraryWalk walk;

    @Start
    void start(Stage stage) {
        TreeItem<LibraryItem> file = new TreeItem<>(new LibraryItem.File(three, "a.npz", false));
        three.tensors().forEach(tensor -> file.getChildren().add(new TreeItem<>(new LibraryItem.Tensor(tensor))));
        file.setExpanded(true);
        TreeItem<LibraryItem> single = new TreeItem<>(new LibraryItem.File(only, "b.npy", false));
        TreeItem<LibraryItem> root = new TreeItem<>();
        root.getChildren().addAll(List.of(file, single));
        tree = new TreeView<>(root);
        tree.setShowRoot(false);
        walk = new LibraryWalk(tree, opened::add);
        tree.addEventFilter(KeyEvent.KEY_PRESSED, walk::key);
        stage.setScene(new Scene(tree, 300, 300));
        stage.show();
    }

    /** Presses keys one after the other without the rest that would end a walk, however slow the machine is. */
    private void press(FxRobot robot, KeyCode... codes) {
        robot.interact(() -> {
            for (KeyCode code : codes) {
                tree.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
            }
        });
    }

    @Test
    void aWalkPassesOverHeadingsAndOpensWhereItRests(FxRobot robot) throws Exception {
        robot.interact(() -> tree.getSelectionModel().select(1));
        press(robot, KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN);
        assertThat(tree.getSelectionModel().getSelectedItem().getValue().matrix())
                .contains(only.tensors().get(0));
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> !opened.isEmpty());
        assertThat(opened).containsExactly(only.tensors().get(0));
        press(robot, KeyCode.UP, KeyCode.UP, KeyCode.UP, KeyCode.UP, KeyCode.ENTER);
        assertThat(opened)
                .containsExactly(only.tensors().get(0), three.tensors().get(0));
    }
}
