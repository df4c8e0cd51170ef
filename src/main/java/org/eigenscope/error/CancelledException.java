package org.eigenscope.error;

/** Work that stopped because its {@code CancelToken} was cancelled; never shown to the user as a failure. */
public final class CancelledException extends EigenscopeException {
    private static final long serialVersionUID = 1L;

    public CancelledException() {
        super("The work was cancelled.", null);
    }
}
