package org.eigenscope.ui.library;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.eigenscope.io.registry.MatrixFiles;
import org.eigenscope.text.Printable;
import org.eigenscope.ui.text.Numbers;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Draws a line of the library: name, shape, and for a computed spectrum its shape and fitted κ. */
final class LibraryCell extends TreeCell<LibraryItem> {
    private static final double NAME_WIDTH = 76;
    private static final PseudoClass SKIPPED = PseudoClass.getPseudoClass("skipped");

    private final LibraryModel model;

    LibraryCell(LibraryModel model) {
        this.model = model;
        getStyleClass().add("library-cell");
        // Without a wish of its own a cell gets the tree's width, and long names are shortened instead of scrolled.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(LibraryItem item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        setContextMenu(null);
        setTooltip(null);
        setGraphic(null);
        setAccessibleText(null);
        pseudoClassStateChanged(SKIPPED, false);
        if (!empty && item != null) {
            show(item);
            // a tree that is made anew several times a second would else be drawn before its new lines have their fonts
            if (getScene() != null
                    && getScene().getWindow() != null
                    && getScene().getWindow().isShowing()) {
                applyCss();
            }
        }
    }

    private void show(LibraryItem item) {
        if (item instanceof LibraryItem.Folder folder) {
            setGraphic(line(new FontIcon(Feather.BOOK_OPEN), name(folder.name()), muted(Numbers.count(folder.size()))));
        } else if (item instanceof LibraryItem.File file) {
            showFile(file);
        } else if (item instanceof LibraryItem.Directory directory) {
            showDirectory(directory);
        } else if (item instanceof LibraryItem.Entry entry) {
            showEntry(entry.entry());
        } else if (item instanceof LibraryItem.Remark remark) {
            showRemark(remark.text());
        } else if (item instanceof LibraryItem.Tensor tensor) {
            showTensor(tensor.tensor());
        }
    }

    private void showFile(LibraryItem.File item) {
        LibraryFile file = item.file();
        Label name = styled(new FileNameLabel(item.name()));
        setGraphic(fileLine(name, formatBadge(file.format(), file.displayName()), item));
        setTooltip(tooltip(describe(file)));
        setAccessibleText(
                "File " + item.name() + file.only().map(LibraryCell::spoken).orElse(""));
        if (!item.isSample()) {
            closeWith("Close file", () -> model.close(file));
        }
    }

    private static String describe(LibraryFile file) {
        String metadata = file.metadata().entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .sorted()
                .collect(Collectors.joining("\n"));
        return file.path() + "\n" + file.format()
                + file.only().map(only -> "\n" + describe(only)).orElse("")
                + (metadata.isEmpty() ? "" : "\n" + metadata);
    }

    private void showDirectory(LibraryItem.Directory item) {
        LibraryFolder folder = item.folder();
        int count = folder.allEntries().size();
        Label name = name(item.name());
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        setGraphic(line(new FontIcon(Feather.FOLDER), name, muted(Numbers.count(count))));
        setTooltip(tooltip(
                folder.path() + "\n" + Numbers.count(count) + (count == 1 ? " file" : " files") + " with matrices"
                        + folder.remarks().stream().map(remark -> "\n" + remark).collect(Collectors.joining())));
        setAccessibleText("Folder " + item.name() + ", " + count + " files");
        if (item.isOpened()) {
            closeWith("Close folder", () -> model.close(folder));
        }
    }

    private void showEntry(LibraryEntry entry) {
        Label name = styled(new FileNameLabel(entry.displayName()));
        setGraphic(fileLine(name, formatBadge(entry.format(), entry.displayName()), new LibraryItem.Entry(entry)));
        setTooltip(tooltip(entry.fileProperty()
                        .get()
                        .map(LibraryCell::describe)
                        .orElse(entry.path().toString())
                + (entry.failure().isEmpty() ? "" : "\n" + entry.failure())));
        setAccessibleText("File " + entry.displayName() + ", " + entry.format());
    }

    private void showRemark(String text) {
        Label remark = muted(Printable.of(text));
        remark.setMinWidth(0);
        setGraphic(line(new FontIcon(Feather.INFO), remark));
        setTooltip(tooltip(text));
        setAccessibleText(Printable.of(text));
    }

    /** What files say of themselves, each line as it can be shown. */
    private static Tooltip tooltip(String text) {
        return new Tooltip(Printable.lines(text));
    }

    private void closeWith(String text, Runnable close) {
        MenuItem item = new MenuItem(text, new FontIcon(Feather.X));
        item.setOnAction(event -> close.run());
        setContextMenu(new ContextMenu(item));
    }

    /** The first word of the format's name, unless the ending of the file's own name says it. */
    private static Label formatBadge(String format, String fileName) {
        String word = format.split(" ", 2)[0];
        Label badge = new Label(word);
        badge.setVisible(!saysFormat(fileName.toLowerCase(Locale.ROOT), word));
        badge.setManaged(badge.isVisible());
        badge.getStyleClass().addAll("format-badge", "caption");
        badge.setMinWidth(Region.USE_PREF_SIZE);
        return badge;
    }

    private static boolean saysFormat(String fileName, String format) {
        return fileName.endsWith("." + format)
                || MatrixFiles.formats().stream()
                        .filter(known -> known.name().equals(format))
                        .flatMap(known -> known.endings().stream())
                        .anyMatch(ending -> fileName.endsWith("." + ending));
    }

    private void showTensor(LibraryTensor tensor) {
        boolean readable = tensor.info().isReadable();
        pseudoClassStateChanged(SKIPPED, !readable);
        Label name = name(tensor.displayName());
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        if (readable) {
            setGraphic(line(name, new ResultColumns(tensor)));
        } else {
            // why no spectrum can be taken
            Label facts = muted(Printable.of(tensor.facts()));
            facts.setMinWidth(0);
            name.setMinWidth(NAME_WIDTH);
            setGraphic(line(name, facts));
        }
        setTooltip(tooltip(describe(tensor)));
        setAccessibleText("Tensor " + Printable.lines(describe(tensor)));
    }

    private static String describe(LibraryTensor tensor) {
        String reason = tensor.info().skipReason().map(r -> "\nskipped: " + r).orElse("");
        String note = tensor.info().note().isEmpty() ? "" : "\n" + tensor.info().note();
        return Stream.of(
                                tensor.displayName(),
                                tensor.info().shapeText(),
                                tensor.info().dtype())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", "))
                + reason
                + note;
    }

    /** The line of a file: with the results of its matrix, if that is all it holds. */
    private HBox fileLine(Label name, Label format, LibraryItem item) {
        Optional<LibraryTensor> matrix = item.matrix();
        pseudoClassStateChanged(
                SKIPPED, matrix.filter(tensor -> !tensor.info().isReadable()).isPresent());
        // a matrix has no icon, in a file of its own or not: the name needs the room
        HBox line = item.isMatrix() ? line(name, format) : line(new FontIcon(Feather.FILE), name, format);
        matrix.filter(tensor -> tensor.info().isReadable())
                .ifPresent(tensor -> line.getChildren().add(new ResultColumns(tensor)));
        return line;
    }

    private static String spoken(LibraryTensor tensor) {
        return ", " + Printable.lines(describe(tensor));
    }

    private static Label name(String text) {
        return styled(new Label(text));
    }

    private static Label styled(Label label) {
        label.getStyleClass().add("library-name");
        label.setMinWidth(40);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        return label;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("text-muted", "caption");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static HBox line(Node... parts) {
        HBox line = new HBox(parts);
        line.getStyleClass().add("library-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
