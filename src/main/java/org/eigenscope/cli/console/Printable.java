package org.eigenscope.cli.console;

/** Text that came from a file and goes to a terminal: control characters, which can steer it, become question marks. */
final class Printable {
    private Printable() {}

    static String of(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
