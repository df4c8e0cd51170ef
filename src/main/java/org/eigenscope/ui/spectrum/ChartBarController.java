package org.eigenscope.ui.spectrum;

import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import org.eigenscope.figure.Ordinate;
import org.eigenscope.session.FigureLook;
import org.eigenscope.ui.control.CountField;

/** What the chart shows of the spectrum. */
public final class ChartBarController {
    private static final String BINS =
            "How many bars the histogram has, of equal width on the axis; empty for the number that"
                    + " Freedman and Diaconis (1981) give";

    private final SpectrumModel model;
    private final ChartExtras extras;

    @FXML
    private ToggleGroup ordinates;

    @FXML
    private ToggleButton density;

    @FXML
    private ToggleButton ecdf;

    @FXML
    private ToggleButton ccdf;

    @FXML
    private MenuButton show;

    @FXML
    private MenuButton pinned;

    @FXML
    private CountField bins;

    @FXML
    private CheckMenuItem residuals;

    @FXML
    private CheckMenuItem keep;

    @FXML
    private CheckMenuItem shuffled;

    @FXML
    private CheckMenuItem spikes;

    @FXML
    private CheckMenuItem range;

    @FXML
    private ToggleButton table;

    @FXML
    private ToggleButton logX;

    @FXML
    private ToggleButton symmetricLogX;

    @FXML
    private ToggleButton logY;

    /**
     * @param model what is shown
     * @param extras what may be drawn in addition
     */
    public ChartBarController(SpectrumModel model, ChartExtras extras) {
        this.model = model;
        this.extras = extras;
    }

    @FXML
    private void initialize() {
        keep.selectedProperty().bindBidirectional(extras.ghosts().keptProperty());
        shuffled.selectedProperty().bindBidirectional(extras.ghosts().shuffledProperty());
        spikes.selectedProperty().bindBidirectional(extras.spikes().shownProperty());
        range.selectedProperty().bindBidirectional(extras.range().shownProperty());
        table.selectedProperty().bindBidirectional(extras.table().shownProperty());
        residuals.selectedProperty().bindBidirectional(model.residualsShownProperty());
        bins.follow(model.binsProperty(), FigureLook.Extras.MOST_BINS, BINS);
        count();
        bindAxes();
        bindOrdinate();
        showPinned();
    }

    /** How many spectra are pinned, and in the menu what was fitted to them. */
    private void showPinned() {
        pinned.getItems().addAll(new SeparatorMenuItem(), new CustomMenuItem(new PinnedTable(extras.ghosts()), false));
        pinned.textProperty().bind(extras.ghosts().drawnProperty().map(drawn -> counted("Pinned", drawn.size())));
    }

    /** The buttons say how much they show, so that nobody has to open them to know. */
    private void count() {
        show.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> counted(
                                "Show",
                                Stream.of(residuals, range, spikes)
                                        .filter(CheckMenuItem::isSelected)
                                        .count()),
                        residuals.selectedProperty(),
                        range.selectedProperty(),
                        spikes.selectedProperty()));
    }

    private static String counted(String word, long count) {
        return count == 0 ? word : word + " " + count;
    }

    private void bindAxes() {
        logX.selectedProperty().bindBidirectional(model.logXProperty());
        symmetricLogX.selectedProperty().bindBidirectional(model.symmetricLogXProperty());
        symmetricLogX.managedProperty().bind(symmetricLogX.visibleProperty());
        model.symmetricLogXProperty().addListener(source -> offerSymmetricLog());
        logY.selectedProperty().bindBidirectional(model.logYProperty());
        model.shownProperty().addListener(source -> offerSymmetricLog());
        offerSymmetricLog();
    }

    /** Where there are negative eigenvalues, or it is on already. */
    private void offerSymmetricLog() {
        boolean negative = model.shownProperty()
                .get()
                .filter(s -> s.spectrum().negative().length > 0)
                .isPresent();
        symmetricLogX.setVisible(negative || symmetricLogX.isSelected());
    }

    private void bindOrdinate() {
        Map<Ordinate, ToggleButton> buttons =
                Map.of(Ordinate.DENSITY, density, Ordinate.CUMULATIVE, ecdf, Ordinate.SURVIVAL, ccdf);
        ObjectProperty<Ordinate> chosen = model.ordinateProperty();
        buttons.forEach((ordinate, button) -> button.setUserData(ordinate));
        chosen.addListener((source, old, ordinate) -> ordinates.selectToggle(buttons.get(ordinate)));
        ordinates.selectToggle(buttons.get(chosen.get()));
        ordinates.selectedToggleProperty().addListener((source, old, selected) -> {
            if (selected == null) {
                // One of them is always on: pressing it again changes nothing.
                ordinates.selectToggle(buttons.get(chosen.get()));
            } else {
                chosen.set((Ordinate) selected.getUserData());
            }
        });
    }
}
