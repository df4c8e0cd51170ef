package org.eigenscope.app.recovery;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.session.StudyView;
import org.eigenscope.ui.document.DocumentKind;
import org.eigenscope.ui.document.DocumentOpener;
import org.eigenscope.ui.library.LibraryModel;
import org.eigenscope.ui.main.WholeDialog;
import org.eigenscope.ui.session.SessionModel;
import org.eigenscope.ui.session.StudyKeeper;

/** Offers the sessions of windows that did not end properly. Only words delete one: closing the question keeps them all. */
public final class Recovery {
    private static final ButtonType RESTORE = new ButtonType("Open it again", ButtonBar.ButtonData.OK_DONE);
    private static final ButtonType LATER = new ButtonType("Ask again later", ButtonBar.ButtonData.CANCEL_CLOSE);
    private static final ButtonType FORGET = new ButtonType("Delete it", ButtonBar.ButtonData.LEFT);
    private static final double ROW = 32;
    private static final int MOST_ROWS = 8;

    private final Autosave autosave;
    private final SessionModel sessions;
    private final LibraryModel library;
    private final DocumentOpener documents;
    private final Stage owner;
    private final StudyKeeper studies;
    private final Runnable keepAgain;

    /**
     * @param autosave has what was left
     * @param sessions restores a session
     * @param library lists files and folders
     * @param documents opens files, folders and studies
     * @param owner the window
     * @param studies shows a study again
     * @param keepAgain has the window's present moment kept
     */
    public Recovery(
            Autosave autosave,
            SessionModel sessions,
            LibraryModel library,
            DocumentOpener documents,
            Stage owner,
            StudyKeeper studies,
            Runnable keepAgain) {
        this.autosave = autosave;
        this.sessions = sessions;
        this.library = library;
        this.documents = documents;
        this.owner = owner;
        this.studies = studies;
        this.keepAgain = keepAgain;
    }

    /** Looks for them in the background, and asks if there are any; the window stays usable meanwhile. */
    public void offer(Executor background, Executor foreground) {
        background.execute(() -> {
            List<LeftSession> left = autosave.left();
            foreground.execute(() -> ask(left));
        });
    }

    private void ask(List<LeftSession> left) {
        if (left.isEmpty() || !owner.isShowing()) {
            return;
        }
        ListView<LeftSession> list = list(left);
        Alert question = new Alert(Alert.AlertType.CONFIRMATION, "", RESTORE, LATER, FORGET);
        question.setTitle("Eigenscope");
        question.setHeaderText(left.size() == 1 ? "Open the last session again?" : "Open one of these sessions again?");
        // the toolkit's own icon is of another theme
        question.setGraphic(null);
        Label why = new Label("Eigenscope did not end properly. What was on screen is kept until you delete it here.");
        why.setWrapText(true);
        question.getDialogPane().setContent(new VBox(ROW / 4, why, list));
        question.initOwner(owner);
        WholeDialog.keepWhole(question);
        question.setOnHidden(
                event -> answer(question.getResult(), list.getSelectionModel().getSelectedItem(), left));
        question.show();
    }

    private static ListView<LeftSession> list(List<LeftSession> left) {
        ListView<LeftSession> list = new ListView<>();
        list.getItems().setAll(left);
        list.setCellFactory(view -> new ListCell<>() {
            @Override
            protected void updateItem(LeftSession item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : item.description());
            }
        });
        list.getSelectionModel().selectFirst();
        list.setPrefHeight(ROW * Math.min(MOST_ROWS, left.size() + 1));
        list.setAccessibleText("Sessions that were kept");
        return list;
    }

    /** What was kept stays until all of it is on screen again, and kept again. */
    private void reopen(LeftSession chosen) {
        Optional<StudyView> study = chosen.study();
        Runnable whenShown = () -> {
            autosave.reopened(chosen);
            // a study is read first; once it is shown, that is a change, which is kept
            study.ifPresentOrElse(studies::restore, keepAgain);
        };
        if (chosen.file().isPresent()) {
            library.list(chosen.library().stream()
                    .filter(path -> kind(path) == DocumentKind.MATRICES)
                    .toList());
            sessions.open(chosen.file().get(), whenShown);
        } else {
            documents.openPaths(chosen.library().stream()
                    .filter(path -> study.isEmpty() || kind(path) == DocumentKind.MATRICES)
                    .toList());
            whenShown.run();
        }
    }

    private static DocumentKind kind(Path path) {
        return DocumentKind.of(new MatrixTarget(path, Optional.empty()));
    }

    private void answer(ButtonType answer, LeftSession chosen, List<LeftSession> left) {
        if (chosen == null || answer == null || answer == LATER) {
            return;
        }
        if (answer == RESTORE) {
            reopen(chosen);
        } else if (answer == FORGET) {
            autosave.forget(chosen);
            List<LeftSession> others = new ArrayList<>(left);
            others.remove(chosen);
            ask(others);
        }
    }
}
