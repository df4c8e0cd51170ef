package org.eigenscope.cli.console;

/** How the command line ends. */
public final class ExitCode {
    public static final int OK = 0;
    /** A bug, or no display for the window. */
    public static final int FAILURE = 1;
    /** A command line that makes no sense. */
    public static final int USAGE = 2;
    /** A file or value that cannot be used, or output that cannot be written. */
    public static final int BAD_INPUT = 3;

    static final int NO_CONVERGENCE = 4;

    private ExitCode() {}
}
