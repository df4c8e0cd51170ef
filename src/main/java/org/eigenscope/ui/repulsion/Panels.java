package org.eigenscope.ui.repulsion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import org.eigenscope.ui.repulsion.lab.LabModel;
import org.eigenscope.ui.repulsion.plane.PlaneModel;
import org.eigenscope.ui.repulsion.plane.PlanePanelController;
import org.eigenscope.ui.repulsion.power.PowerModel;
import org.eigenscope.ui.repulsion.power.PowerPanelController;
import org.eigenscope.ui.repulsion.spacing.LayerModel;
import org.eigenscope.ui.repulsion.spacing.SpacingPanelController;
import org.eigenscope.ui.repulsion.structure.StructurePanelController;
import org.eigenscope.ui.repulsion.structure.StructureTableModel;
import org.eigenscope.ui.text.WindowText;
import org.eigenscope.ui.theme.ThemeModel;

/** The panels beside the gas. Each is made when it is shown for the first time. */
public final class Panels {
    private static final String POWER = "power";

    private final LabModel lab;
    private final LayerModel layers;
    private final StructureTableModel structures;
    private final PlaneModel map;
    private final PowerModel power;
    private final Map<String, Parent> made = new HashMap<>();

    /**
     * @param lab the gas
     * @param layers the spectrum that is open
     * @param structures structures and their κ̂
     * @param map the plane of the master model
     * @param power populations
     */
    public Panels(LabModel lab, LayerModel layers, StructureTableModel structures, PlaneModel map, PowerModel power) {
        this.lab = lab;
        this.layers = layers;
        this.structures = structures;
        this.map = map;
        this.power = power;
    }

    /** The panel with an id: {@code spacings}, {@code structures}, {@code map} or {@code power}. */
    Parent panel(String id, ThemeModel theme) {
        power.setOpen(id.equals(POWER));
        return made.computeIfAbsent(id, key -> switch (key) {
            case "structures" -> load("structure/StructurePanel.fxml", new StructurePanelController(structures));
            case "map" -> load("plane/PlanePanel.fxml", new PlanePanelController(map, theme));
            case POWER -> load("power/PowerPanel.fxml", new PowerPanelController(power, theme));
            default -> load("spacing/SpacingPanel.fxml", new SpacingPanelController(lab, layers, theme));
        });
    }

    private static Parent load(String screen, Object controller) {
        FXMLLoader loader = new FXMLLoader(Panels.class.getResource(screen), WindowText.bundle());
        loader.setControllerFactory(type -> controller);
        try {
            return loader.load();
        } catch (IOException damagedBuild) {
            throw new UncheckedIOException(damagedBuild);
        }
    }

    public LayerModel layers() {
        return layers;
    }

    public StructureTableModel structures() {
        return structures;
    }

    public PlaneModel map() {
        return map;
    }

    public PowerModel power() {
        return power;
    }
}
