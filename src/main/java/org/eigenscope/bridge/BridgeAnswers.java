package org.eigenscope.bridge;

import java.io.IOException;
import java.util.Optional;
import org.eigenscope.error.EigenscopeException;

/** Fits and draws what was received. */
public interface BridgeAnswers {
    /**
     * A fit as JSON, as the command line writes it.
     *
     * @param law the law's name on the command line; empty for the one that it fits unasked
     * @throws EigenscopeException if there is no such law or it cannot be fitted
     */
    byte[] fit(Received received, Optional<String> law) throws EigenscopeException, IOException;

    /**
     * A picture, as the command line draws it.
     *
     * @param law as for {@link #fit}
     * @throws EigenscopeException if there is no such law or it cannot be fitted
     */
    byte[] figure(Received received, Optional<String> law, PictureFormat format)
            throws EigenscopeException, IOException;

    /** A format of pictures. */
    enum PictureFormat {
        /** Scalable Vector Graphics. */
        SVG("image/svg+xml"),
        /** Portable Network Graphics. */
        PNG("image/png"),
        /** Portable Document Format. */
        PDF("application/pdf");

        private final String mediaType;

        PictureFormat(String mediaType) {
            this.mediaType = mediaType;
        }

        /** Its media type. */
        public String mediaType() {
            return mediaType;
        }
    }
}
