package org.eigenscope.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Handler;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;

/** What libraries say behind the program's back: on standard error, and in logs that go there. */
public final class StandardError {
    private StandardError() {}

    /** All that is said while something runs; nobody else sees it. */
    public static String during(Runnable work) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream heard = new PrintStream(said, true, StandardCharsets.UTF_8);
        PrintStream before = System.err;
        Handler listener = new StreamHandler(heard, new SimpleFormatter());
        Logger.getLogger("").addHandler(listener);
        System.setErr(heard);
        try {
            work.run();
        } finally {
            System.setErr(before);
            Logger.getLogger("").removeHandler(listener);
            listener.flush();
        }
        return said.toString(StandardCharsets.UTF_8);
    }
}
