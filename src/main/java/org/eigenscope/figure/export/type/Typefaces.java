package org.eigenscope.figure.export.type;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The faces of the figures' one family, Roboto, read from the class path, so that every machine sets the same lines. */
public record Typefaces(Font regular, Font italic, Font medium) {
    private static final String FOLDER = "/com/formdev/flatlaf/fonts/roboto/Roboto-";
    private static final List<String> NAMES = List.of("Regular", "Italic", "Medium");

    /** Reads the faces from the class path. */
    public static Typefaces load() {
        return new Typefaces(font(NAMES.get(0)), font(NAMES.get(1)), font(NAMES.get(2)));
    }

    /** Fonts that SVG tells apart by style and weight, as it knows a font by no more. */
    public Typefaces named() {
        return new Typefaces(regular, regular.deriveFont(Font.ITALIC), regular.deriveFont(Font.BOLD));
    }

    /** The face of these that corresponds to the given one. */
    Font inPlaceOf(Font face, Typefaces others) {
        return all().get(others.all().indexOf(face));
    }

    private static Font font(String name) {
        try (InputStream file = open(name)) {
            return Font.createFont(Font.TRUETYPE_FONT, file);
        } catch (FontFormatException damaged) {
            throw new IllegalStateException("the bundled font Roboto " + name + " is damaged", damaged);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    /** The font's file, for formats that embed it. */
    public static InputStream open(String name) {
        return Objects.requireNonNull(Typefaces.class.getResourceAsStream(FOLDER + name + ".ttf"), name);
    }

    /** The names of the files, in the order of the components. */
    public static List<String> names() {
        return NAMES;
    }

    public List<Font> all() {
        return List.of(regular, italic, medium);
    }
}
