package org.eigenscope.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** Sets the theme's stylesheets on a scene and changes them with the model. */
public final class Stylesheets {
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    private static final String FONTS = "/com/formdev/flatlaf/fonts/roboto/Roboto-";
    private static final List<String> FACES = List.of("Regular", "Medium", "Bold", "Italic");
    private static final double ANY_SIZE = 13;

    private Stylesheets() {}

    /** Sets the stylesheets of a scene now and after every change of theme. */
    public static void follow(ThemeModel theme, Scene scene) {
        FACES.forEach(Stylesheets::loadFace);
        scene.getStylesheets().add(url("eigenscope.css"));
        apply(theme.darkProperty().get(), scene);
        theme.darkProperty().addListener((source, old, dark) -> apply(dark, scene));
    }

    private static void apply(boolean dark, Scene scene) {
        String base = dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
        Application.setUserAgentStylesheet(base);
        scene.getRoot().pseudoClassStateChanged(DARK, dark);
    }

    /** One font on every system: its digits have equal widths, so that columns of numbers stay aligned. */
    private static void loadFace(String face) {
        Font.loadFont(
                Objects.requireNonNull(Stylesheets.class.getResource(FONTS + face + ".ttf"), face)
                        .toExternalForm(),
                ANY_SIZE);
    }

    private static String url(String name) {
        return Objects.requireNonNull(Stylesheets.class.getResource(name), name).toExternalForm();
    }
}
