package org.eigenscope.cli.console;

import java.io.PrintWriter;
import java.util.function.LongSupplier;
import org.eigenscope.text.Printable;

/** One line on a terminal that is written over as work goes on, a few times a second; nothing where there is no terminal. */
public final class ProgressLine {
    private static final long PERIOD_NANOSECONDS = 200_000_000;

    private final PrintWriter err;
    private final boolean shown;
    private final LongSupplier clock;
    private long last;
    private int width;

    ProgressLine(PrintWriter err, boolean shown, LongSupplier clock) {
        this.err = err;
        this.shown = shown;
        this.clock = clock;
        last = clock.getAsLong() - PERIOD_NANOSECONDS;
    }

    /** A line on the standard error of a console, if that is a terminal. */
    public static ProgressLine on(Console console) {
        return new ProgressLine(console.err(), Terminal.isStandardError(), System::nanoTime);
    }

    /** Shows a text in place of the last one, unless that was a moment ago. */
    public synchronized void show(String text) {
        long now = clock.getAsLong();
        if (shown && now - last >= PERIOD_NANOSECONDS) {
            last = now;
            write(text);
        }
    }

    private void write(String text) {
        String line = Printable.of(text);
        err.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
        err.flush();
        width = line.length();
    }

    /** Takes the line away. */
    public synchronized void clear() {
        if (width > 0) {
            write("");
            err.print("\r");
            err.flush();
            width = 0;
        }
    }

    /** A time in words, such as {@code 3 min 20 s}. */
    public static String duration(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        return whole < 3600
                ? whole / 60 + " min " + whole % 60 + " s"
                : whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }
}
