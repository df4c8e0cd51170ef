package org.eigenscope.ui.repulsion;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.layout.Region;
import org.eigenscope.ui.theme.ThemeModel;

/** The panels beside the gas, each made when first looked at. */
public final class Panels {
    private static final String POWER = "power";

    private final LabModel lab;
    private final LayerModel layers;
    private final GalleryModel gallery;
    private final MapModel map;
    private final PowerModel power;
    private final Map<String, Region> made = new HashMap<>();

    /**
     * @param lab the gas
     * @param layers the spectrum that is open
     * @param gallery structures and their κ̂
     * @param map the plane of the master model
     * @param power populations
     */
    public Panels(LabModel lab, LayerModel layers, GalleryModel gallery, MapModel map, PowerModel power) {
        this.lab = lab;
        this.layers = layers;
        this.gallery = gallery;
        this.map = map;
        this.power = power;
    }

    /** The panel with an id: {@code spacings}, {@code gallery}, {@code map} or {@code power}. */
    Region panel(String id, ThemeModel theme) {
        power.setOpen(id.equals(POWER));
        return made.computeIfAbsent(id, key -> switch (key) {
            case "gallery" -> new GalleryPanel(gallery);
            case "map" -> new MapPanel(map, theme);
            case POWER -> new PowerPanel(power, theme);
            default -> new SpacingPanel(lab, layers, theme);
        });
    }

    public LayerModel layers() {
        return layers;
    }

    public GalleryModel gallery() {
        return gallery;
    }

    public MapModel map() {
        return map;
    }

    public PowerModel power() {
        return power;
    }
}
