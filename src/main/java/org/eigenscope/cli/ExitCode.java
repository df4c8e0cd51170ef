package org.eigenscope.cli;

/** How the command line ends. */
final class ExitCode {
    static final int OK = 0;
    /** A bug, no display for the window, or output that could not be written. */
    static final int FAILURE = 1;
    /** A command line that makes no sense. */
    static final int USAGE = 2;
    /** A file or value that cannot be used. */
    static final int BAD_INPUT = 3;

    static final int NO_CONVERGENCE = 4;

    private ExitCode() {}
}
