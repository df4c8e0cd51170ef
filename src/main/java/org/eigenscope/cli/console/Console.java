package org.eigenscope.cli.console;

import java.io.InputStream;
import java.io.PrintWriter;
import org.eigenscope.text.Printable;

/**
 * What a command talks to.
 *
 * @param in standard input
 * @param out data
 * @param err messages
 */
public record Console(InputStream in, DataOutput out, PrintWriter err) {
    /** A message that is not an error. */
    public void say(String sentence) {
        err.println("eigenscope: " + Printable.of(sentence));
    }
}
