package org.eigenscope.ui.models.table;

import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import org.eigenscope.study.StudyRow;
import org.eigenscope.ui.library.SparkBars;
import org.eigenscope.ui.models.study.SpectraModel;

/** The spectrum of a row as a few bars. */
final class PictureCell extends TableCell<StudyRow, StudyRow> {
    private final SpectraModel spectra;
    private final SparkBars bars = new SparkBars();
    /** A cell does not see its own graphic come and go. */
    private final HBox holder = new HBox(bars);

    PictureCell(SpectraModel spectra) {
        this.spectra = spectra;
        setAlignment(Pos.CENTER_LEFT);
        holder.setAlignment(Pos.CENTER_LEFT);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(StudyRow row, boolean empty) {
        super.updateItem(row, empty);
        bars.sparklineProperty().unbind();
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        bars.sparklineProperty().bind(spectra.picture(row));
        setGraphic(holder);
        setAccessibleText("Spectrum");
    }
}
