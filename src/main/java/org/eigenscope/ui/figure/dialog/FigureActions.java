package org.eigenscope.ui.figure.dialog;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.eigenscope.figure.export.page.FigureFormat;
import org.eigenscope.session.json.SessionFile;
import org.eigenscope.ui.control.DialogWindow;
import org.eigenscope.ui.control.UndoKeys;
import org.eigenscope.ui.figure.FigureModel;
import org.eigenscope.ui.figure.FigureOutput;
import org.eigenscope.ui.session.SessionModel;
import org.eigenscope.ui.task.ActivityModel;
import org.eigenscope.ui.text.WindowText;
import org.eigenscope.ui.theme.Stylesheets;
import org.eigenscope.ui.theme.ThemeModel;

/** What the menu and the dialog do with figures and sessions that needs windows, choosers and the clipboard. */
public final class FigureActions {
    private static final double WIDTH = 1120;
    private static final double HEIGHT = 760;
    private static final String SVG = "image/svg+xml";

    private final FigureModel figure;
    private final FigureOutput output;
    private final SessionModel sessions;
    private final ThemeModel theme;
    private final ActivityModel drawing;
    private Optional<Stage> dialog = Optional.empty();

    /** @param drawing shows that the preview is being drawn */
    public FigureActions(
            FigureModel figure, FigureOutput output, SessionModel sessions, ThemeModel theme, ActivityModel drawing) {
        this.figure = figure;
        this.output = output;
        this.sessions = sessions;
        this.theme = theme;
        this.drawing = drawing;
    }

    /** Shows the figure dialog. */
    public void showDialog(Window owner) {
        figure.watch();
        if (dialog.isEmpty()) {
            Stage stage = new Stage();
            stage.initOwner(owner);
            stage.setTitle("Figure – Eigenscope");
            Scene scene = new Scene(load(), WIDTH, HEIGHT);
            Stylesheets.follow(theme, scene);
            stage.setScene(scene);
            DialogWindow.closeByKeys(stage);
            UndoKeys.follow(scene, figure::undo, figure::redo);
            // kept for the next time: what listens to the figure would not let go of a closed one
            stage.setOnHidden(event -> figure.unwatch());
            dialog = Optional.of(stage);
        }
        dialog.get().show();
        dialog.get().toFront();
        // some window managers answer late with a size of their own; what is asked for once shown, stays
        Platform.runLater(() -> dialog.ifPresent(stage -> DialogWindow.place(stage, owner, WIDTH, HEIGHT)));
    }

    /** Closes the figure dialog; false if it is not open. */
    public boolean closeDialog() {
        boolean open = dialog.filter(Stage::isShowing).isPresent();
        dialog.ifPresent(Stage::hide);
        return open;
    }

    private Parent load() {
        FXMLLoader loader = new FXMLLoader(FigureActions.class.getResource("Figure.fxml"), WindowText.bundle());
        Map<Class<?>, Supplier<Object>> controllers = Map.of(
                FigureController.class, () -> new FigureController(figure, output, this, drawing),
                FigureNoticeController.class, () -> new FigureNoticeController(figure, this, true),
                PageFormController.class, () -> new PageFormController(figure),
                LookFormController.class, () -> new LookFormController(figure),
                CurvesFormController.class, () -> new CurvesFormController(figure));
        loader.setControllerFactory(type -> controllers.get(type).get());
        try {
            return loader.load();
        } catch (IOException damagedBuild) {
            throw new UncheckedIOException(damagedBuild);
        }
    }

    /** Puts the figure on the clipboard, as a picture and as vectors for programs that take them. */
    public void copy() {
        output.copy(drawn -> {
            ClipboardContent content = new ClipboardContent();
            content.putImage(new Image(new ByteArrayInputStream(drawn.png())));
            content.put(svgFormat(), drawn.svg());
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    /** Puts words on the clipboard. */
    void copyText(String words) {
        ClipboardContent content = new ClipboardContent();
        content.putString(words);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static DataFormat svgFormat() {
        DataFormat known = DataFormat.lookupMimeType(SVG);
        return known == null ? new DataFormat(SVG) : known;
    }

    /** Lets a node be dragged out as a file with the figure, which is written while the pointer is on its way. */
    void makeDraggable(Node node) {
        node.addEventHandler(MouseEvent.MOUSE_ENTERED, event -> output.prepareDrag());
        node.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> output.prepareDrag());
        node.setOnDragDetected(event -> {
            output.preparedFile().ifPresent(file -> {
                ClipboardContent content = new ClipboardContent();
                content.putFiles(List.of(file.toFile()));
                node.startDragAndDrop(TransferMode.COPY).setContent(content);
            });
            event.consume();
        });
    }

    /** Asks where to save the figure, and saves it there. */
    public void saveAs(Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save the figure");
        chooser.getExtensionFilters()
                .setAll(Arrays.stream(FigureFormat.values())
                        .map(format -> new FileChooser.ExtensionFilter(format.description(), "*." + format.extension()))
                        .toList());
        chooser.setInitialFileName(output.suggestedName());
        output.lastPlace().ifPresent(place -> begin(chooser, place));
        File chosen = chooser.showSaveDialog(owner);
        if (chosen != null) {
            output.save(withEnding(chosen, chooser.getSelectedExtensionFilter()));
        }
    }

    private static void begin(FileChooser chooser, Path place) {
        if (place.getParent() != null && Files.isDirectory(place.getParent())) {
            chooser.setInitialDirectory(place.getParent().toFile());
        }
        chooser.getExtensionFilters().stream()
                .filter(filter ->
                        place.toString().endsWith(filter.getExtensions().get(0).substring(1)))
                .findFirst()
                .ifPresent(chooser::setSelectedExtensionFilter);
    }

    /** Some systems leave it to the program to add the ending that was chosen. */
    private static Path withEnding(File chosen, FileChooser.ExtensionFilter filter) {
        boolean hasOne = Arrays.stream(FigureFormat.values())
                .anyMatch(format -> chosen.getName().endsWith("." + format.extension()));
        String ending =
                hasOne || filter == null ? "" : filter.getExtensions().get(0).substring(1);
        return Path.of(chosen.getPath() + ending);
    }

    /** Asks for a session or a figure that carries one, and brings it back. */
    public void openSession(Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Open a session, or the session in a figure");
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(
                        "Sessions and figures", "*" + SessionFile.EXTENSION, "*.pdf", "*.svg", "*.png", "*.tex"));
        File chosen = chooser.showOpenDialog(owner);
        if (chosen != null) {
            sessions.open(chosen.toPath());
        }
    }

    /** Asks where to save the session, and saves it there. */
    public void saveSession(Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save the session");
        chooser.setInitialFileName("session" + SessionFile.EXTENSION);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Sessions", "*" + SessionFile.EXTENSION));
        File chosen = chooser.showSaveDialog(owner);
        if (chosen != null) {
            String path = chosen.getPath();
            sessions.save(Path.of(path.endsWith(SessionFile.EXTENSION) ? path : path + SessionFile.EXTENSION));
        }
    }
}
