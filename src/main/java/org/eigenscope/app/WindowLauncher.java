package org.eigenscope.app;

import com.sun.scenario.Settings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;

/** Starts the window where there is a display for it. */
public final class WindowLauncher {
    private static final String NO_DISPLAY = "Eigenscope found no display for its window; without one, use the command"
            + " line: eigenscope --help lists the commands.";

    /** How often a second the toolkit paints, if anything changed. */
    private static final String PULSE_RATE = "javafx.animation.pulse";
    /** Twice the usual: what is dragged waits half as long for its frame. */
    private static final String HALF_THE_WAIT = "120";
    /** For the toolkit's animations, which would otherwise say on the console that their rate was set. */
    private static final String AS_USUAL = "-1";

    /** Held so that its level is not forgotten. */
    private static final Logger TOOLKIT_LOG = Logger.getLogger("javafx");

    private WindowLauncher() {}

    /**
     * Shows the window and returns when it is closed.
     *
     * @param arguments files to open
     * @return empty after a window, otherwise a sentence that says why there is none
     */
    public static Optional<String> launch(List<String> arguments) {
        if (lacksDisplay()) {
            return Optional.of(NO_DISPLAY);
        }
        // It warns at every start that JavaFX is on the class path, which is how it is meant to run here.
        TOOLKIT_LOG.setLevel(Level.SEVERE);
        try (ToolkitCache unused = ToolkitCache.choose()) {
            halveTheWait();
            Application.launch(EigenscopeApp.class, arguments.toArray(String[]::new));
            return Optional.empty();
        } catch (UnsupportedOperationException noToolkit) {
            return Optional.of(NO_DISPLAY);
        }
    }

    /** On X11 systems, whose screens do not tell the toolkit when to paint. */
    private static void halveTheWait() {
        if (usesX11() && System.getProperty(PULSE_RATE) == null) {
            System.setProperty(PULSE_RATE, HALF_THE_WAIT);
            Settings.set(PULSE_RATE, AS_USUAL);
        }
    }

    private static boolean usesX11() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return !system.contains("win") && !system.contains("mac");
    }

    /** On X11 systems the toolkit needs DISPLAY; asking it without one prints a stack trace. */
    private static boolean lacksDisplay() {
        boolean headlessToolkit = "Monocle".equals(System.getProperty("glass.platform"));
        String display = System.getenv("DISPLAY");
        return usesX11() && !headlessToolkit && (display == null || display.isBlank());
    }
}
