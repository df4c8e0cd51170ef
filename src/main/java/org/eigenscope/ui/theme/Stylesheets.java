package org.eigenscope.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Font;

/** Sets the theme's stylesheets on a scene and changes them with the model; and lets the keys of a scene change the size of text. */
public final class Stylesheets {
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    private static final String FONTS = "/com/formdev/flatlaf/fonts/roboto/Roboto-";
    private static final List<String> FACES = List.of("Regular", "Medium", "Bold", "Italic");
    private static final double ANY_SIZE = 13;
    private static final int USUAL_FONT = 13;
    private static final int USUAL_ICON = 14;

    private Stylesheets() {}

    /** Sets the stylesheets of a scene now and after every change of theme. */
    public static void follow(ThemeModel theme, Scene scene) {
        FACES.forEach(Stylesheets::loadFace);
        size(theme.shownTextSize(), scene);
        apply(theme.darkProperty().get(), scene);
        theme.darkProperty().addListener((source, old, dark) -> apply(dark, scene));
        theme.textSizeProperty().addListener((source, old, size) -> size(theme.shownTextSize(), scene));
        theme.presentingProperty().addListener((source, old, now) -> size(theme.shownTextSize(), scene));
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> key(theme, event));
    }

    /** All sizes in the sheet are in em, so that one number in a second sheet scales the window, its menus and its charts. */
    private static void size(int percent, Scene scene) {
        String sheet = ".root{-fx-font-size:" + percent * USUAL_FONT / 100.0 + "px;}.ikonli-font-icon{-fx-icon-size:"
                + Math.round(percent * USUAL_ICON / 100.0) + "px;}";
        String data = Base64.getEncoder().encodeToString(sheet.getBytes(StandardCharsets.UTF_8));
        List<String> sheets = percent == ThemeModel.USUAL_SIZE
                ? List.of(url("eigenscope.css"))
                : List.of(url("eigenscope.css"), "data:text/css;base64," + data);
        scene.getStylesheets().setAll(sheets);
    }

    private static void key(ThemeModel theme, KeyEvent event) {
        if (!event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            // plus is the shifted equals sign on many keyboards
            case PLUS, EQUALS, ADD -> theme.enlargeText();
            case MINUS, SUBTRACT -> theme.reduceText();
            case DIGIT0, NUMPAD0 -> theme.resetTextSize();
            default -> {
                return;
            }
        }
        event.consume();
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
