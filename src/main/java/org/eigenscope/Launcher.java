package org.eigenscope;

/** Entry point: no arguments or {@code open} starts the window, anything else the command line. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {}
}
