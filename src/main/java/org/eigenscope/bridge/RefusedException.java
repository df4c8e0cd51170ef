package org.eigenscope.bridge;

/** A request that is not answered: the status and a sentence for its sender. It never leaves the package. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    static final int BAD_REQUEST = 400;
    static final int UNAUTHORIZED = 401;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int METHOD_NOT_ALLOWED = 405;
    static final int LENGTH_REQUIRED = 411;
    static final int TOO_LARGE = 413;
    static final int MISDIRECTED = 421;
    static final int UNPROCESSABLE = 422;
    static final int HEADERS_TOO_LARGE = 431;
    static final int BUSY = 503;

    private final int status;

    RefusedException(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    int status() {
        return status;
    }
}
