package org.eigenscope.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.eigenscope.ui.library.LibraryFile;
import org.eigenscope.ui.library.LibraryFolder;
import org.eigenscope.ui.library.LibraryModel;
import org.eigenscope.ui.library.LibraryTensor;
import org.eigenscope.ui.main.MainTab;

/** What a monkey does with the window. For use on the FX thread. */
final class RandomActions {
    private static final Path[] SEEDS = {Path.of("samples"), Path.of("src/test/resources/reference")};
    private static final int LARGEST_SEED = 2_000_000;
    private static final int MOST_FILES = 12;
    private static final String[] NONSENSE = {
        "",
        " ",
        "0",
        "-1",
        "1e308",
        "1e-308",
        "nan",
        "inf",
        "2147483648",
        "abc",
        "1:2",
        "\u202e",
        "$\\roman{9999999}$",
        "½",
        "1,5",
        "0.5",
        "2",
        "7",
        "%s",
        "\u0000",
        "9".repeat(2000)
    };
    private static final String[] FORMATS = {"pdf", "svg", "png", "tex", "csv"};
    private static final KeyCode[] KEYS = {
        KeyCode.ESCAPE,
        KeyCode.ENTER,
        KeyCode.SPACE,
        KeyCode.TAB,
        KeyCode.UP,
        KeyCode.DOWN,
        KeyCode.LEFT,
        KeyCode.RIGHT,
        KeyCode.HOME,
        KeyCode.END,
        KeyCode.DELETE,
        KeyCode.PLUS,
        KeyCode.MINUS,
        KeyCode.R
    };

    private final AppContext context;
    private final Path folder;
    private final Random random;
    private final List<Path> whole;
    private final List<Path> made = new ArrayList<>();
    private int count;
    private int files;
    private String last = "the start";

    RandomActions(AppContext context, Path folder, long seed) throws IOException {
        this.context = context;
        this.folder = folder;
        random = new Random(seed);
        List<Path> found = new ArrayList<>();
        for (Path place : SEEDS) {
            try (Stream<Path> all = Files.walk(place)) {
                all.filter(Files::isRegularFile)
                        .filter(file -> file.toFile().length() < LARGEST_SEED)
                        .sorted()
                        .forEach(found::add);
            }
        }
        whole = List.copyOf(found);
    }

    int count() {
        return count;
    }

    /** Opened so far. */
    int files() {
        return files;
    }

    /** What was done last. */
    String last() {
        return last;
    }

    void next() {
        count++;
        closeDialogs();
        switch (random.nextInt(16)) {
            case 0 -> open();
            case 1 -> openDamaged();
            case 2 -> choose(MainTab.values()[random.nextInt(MainTab.values().length)]);
            case 3, 4 -> type();
            case 5, 6, 7 -> slide();
            case 8, 9 -> press();
            case 10 -> pickFromList();
            case 11 -> drag();
            case 12 -> key();
            case 13 -> save();
            case 14 -> selectTensor();
            default -> close();
        }
    }

    private LibraryModel library() {
        return context.models().library();
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private void open() {
        Path file = any(whole);
        last = "opening " + file;
        files++;
        library().openPaths(List.of(file.toAbsolutePath()));
    }

    /** One byte in a hundred is another, or the end is missing. */
    private void openDamaged() {
        Path seed = any(made.isEmpty() || random.nextInt(4) > 0 ? whole : made);
        Path damaged = folder.resolve("damaged-" + seed.getFileName());
        last = "opening a damaged " + seed;
        files++;
        try {
            byte[] bytes = Files.readAllBytes(seed);
            for (int i = 0; i < bytes.length / 100 + 1 && bytes.length > 0; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            int length = random.nextBoolean() ? bytes.length : random.nextInt(bytes.length + 1);
            Files.write(damaged, java.util.Arrays.copyOf(bytes, length));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        if (damaged.toString().matches(".*\\.(pdf|svg|png|tex|eigenscope)")) {
            context.sessions().open(damaged);
        } else {
            library().openPaths(List.of(damaged));
        }
    }

    private void choose(MainTab tab) {
        last = "the tab " + tab;
        context.models().main().tabProperty().set(tab);
    }

    private void type() {
        List<TextField> fields = visible(TextField.class);
        if (!fields.isEmpty()) {
            TextField field = any(fields);
            String text = NONSENSE[random.nextInt(NONSENSE.length)];
            last = "typing '" + text + "' into " + field.getAccessibleText();
            field.requestFocus();
            field.setText(text);
            field.fireEvent(new ActionEvent());
        }
    }

    private void slide() {
        List<Slider> sliders = visible(Slider.class);
        if (!sliders.isEmpty()) {
            Slider slider = any(sliders);
            last = "sliding " + slider.getAccessibleText();
            slider.setValueChanging(random.nextInt(4) > 0);
            for (int i = 0; i < 5; i++) {
                double share = random.nextInt(8) == 0 ? random.nextInt(2) : random.nextDouble();
                slider.setValue(slider.getMin() + share * (slider.getMax() - slider.getMin()));
            }
            if (random.nextBoolean()) {
                slider.setValueChanging(false);
            }
        }
    }

    private void press() {
        List<Node> buttons = new ArrayList<>(visible(ToggleButton.class));
        buttons.addAll(visible(CheckBox.class));
        buttons.addAll(visible(Button.class));
        if (!buttons.isEmpty()) {
            Node button = any(buttons);
            last = "pressing " + button;
            if (button instanceof javafx.scene.control.ButtonBase base && !opensAChooser(base)) {
                base.fire();
            }
        }
    }

    /** The system's own dialogs wait for a hand. */
    private static boolean opensAChooser(javafx.scene.control.ButtonBase button) {
        String words = button.getText() + " " + button.getAccessibleText() + " "
                + (button.getTooltip() == null ? "" : button.getTooltip().getText());
        return words.matches("(?is).*(open|save|folder|choose|export|add|browse|…).*");
    }

    private void pickFromList() {
        List<?> boxes = visible(ComboBox.class);
        if (!boxes.isEmpty()) {
            ComboBox<?> box = (ComboBox<?>) any(boxes);
            last = "picking from " + box.getAccessibleText();
            if (!box.getItems().isEmpty()) {
                box.getSelectionModel().select(random.nextInt(box.getItems().size()));
            }
        }
    }

    /** With the mouse, from somewhere to somewhere, over whatever is there. */
    private void drag() {
        List<Parent> roots = roots();
        Parent root = any(roots);
        last = "dragging over " + root;
        List<Node> nodes = new ArrayList<>();
        collect(root, Node.class, nodes);
        Node node = any(nodes);
        double width = node.getLayoutBounds().getWidth();
        double height = node.getLayoutBounds().getHeight();
        double x = random.nextDouble() * width;
        double y = random.nextDouble() * height;
        fire(node, MouseEvent.MOUSE_MOVED, x, y, false);
        fire(node, MouseEvent.MOUSE_PRESSED, x, y, true);
        for (int i = 0; i < 10; i++) {
            x += random.nextGaussian() * 40;
            y += random.nextGaussian() * 40;
            fire(node, MouseEvent.MOUSE_DRAGGED, x, y, true);
        }
        fire(node, MouseEvent.MOUSE_RELEASED, x, y, false);
    }

    private void fire(Node node, javafx.event.EventType<MouseEvent> type, double x, double y, boolean down) {
        javafx.geometry.Point2D scene = node.localToScene(x, y);
        node.fireEvent(new MouseEvent(
                type,
                x,
                y,
                scene.getX(),
                scene.getY(),
                MouseButton.PRIMARY,
                1,
                random.nextInt(6) == 0,
                false,
                false,
                false,
                down,
                false,
                false,
                false,
                false,
                false,
                null));
    }

    private void key() {
        KeyCode code = KEYS[random.nextInt(KEYS.length)];
        last = "the key " + code;
        Node target = roots().get(0).getScene().getFocusOwner();
        Node at = target == null ? roots().get(0) : target;
        at.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, random.nextInt(6) == 0, false, false, false));
        at.fireEvent(new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, false, false, false, false));
    }

    private void save() {
        String format = FORMATS[random.nextInt(FORMATS.length)];
        last = "saving a figure as " + format;
        Path file = folder.resolve("figure" + random.nextInt(5) + "." + format);
        context.figures().output().save(file);
        if (random.nextInt(4) == 0) {
            file = folder.resolve("session.eigenscope");
            context.sessions().save(file);
        }
        if (!file.toString().endsWith("csv") && !made.contains(file) && Files.exists(file)) {
            made.add(file);
        }
        if (!made.isEmpty() && random.nextInt(3) == 0) {
            Path session = any(made);
            last = "opening the session in " + session;
            context.sessions().open(session);
        }
    }

    private void selectTensor() {
        List<LibraryTensor> tensors = Stream.concat(library().files().stream(), library().samples().stream())
                .flatMap(file -> file.tensors().stream())
                .toList();
        if (!tensors.isEmpty()) {
            LibraryTensor tensor = any(tensors);
            last = "selecting " + tensor.displayName();
            library().select(tensor);
        }
    }

    private void close() {
        last = "closing a file";
        if (library().files().size() > MOST_FILES
                || (random.nextInt(8) == 0 && !library().files().isEmpty())) {
            library().close(any(library().files()));
        }
        List<LibraryFolder> folders = library().folders();
        if (!folders.isEmpty()) {
            library().close(any(folders));
        }
    }

    /** Empties the library and ends what goes on. */
    void tidy() {
        last = "tidying up";
        closeDialogs();
        context.lab().playingProperty().set(false);
        visible(Slider.class).forEach(slider -> slider.setValueChanging(false));
        library().cancelOpening();
        for (LibraryFile file : List.copyOf(library().files())) {
            library().close(file);
        }
        for (LibraryFolder open : List.copyOf(library().folders())) {
            library().close(open);
        }
        library().samples().stream()
                .flatMap(file -> file.tensors().stream())
                .findFirst()
                .ifPresent(library()::select);
    }

    private static void closeDialogs() {
        for (Window window : List.copyOf(Window.getWindows())) {
            if (window instanceof Stage stage && stage.getOwner() != null) {
                if (stage.getScene().getRoot() instanceof DialogPane pane
                        && !pane.getButtonTypes().isEmpty()) {
                    pane.getButtonTypes().stream()
                            .filter(type -> type.getButtonData().isCancelButton())
                            .findFirst()
                            .ifPresent(type -> ((Button) pane.lookupButton(type)).fire());
                }
                stage.hide();
            }
        }
    }

    private static List<Parent> roots() {
        return Window.getWindows().stream()
                .filter(window -> window.isShowing() && window instanceof Stage)
                .map(window -> window.getScene().getRoot())
                .toList();
    }

    private static <N> List<N> visible(Class<N> kind) {
        List<N> found = new ArrayList<>();
        roots().forEach(root -> collect(root, kind, found));
        return found;
    }

    private static <N> void collect(Node node, Class<N> kind, List<N> found) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (kind.isInstance(node)) {
            found.add(kind.cast(node));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, kind, found));
        }
    }
}
