package org.eigenscope.network.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.eigenscope.error.BadInputException;

/** The data that come with the program; their README says where they are from. */
public enum BundledData {
    /** Scikit-learn's digits: 1,437 and 360 images of 8×8 pixels, divided by 16. */
    DIGITS(16),
    /** The first 8,000 and 1,000 images of Fashion-MNIST, 28×28 pixels, divided by 255. */
    FASHION(255);

    private static final long MOST_BYTES = 1L << 27;

    private final double largest;

    BundledData(double largest) {
        this.largest = largest;
    }

    /** The name on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads them. */
    public DataSplit read() {
        try {
            IdxFile images = resource("train-images-idx3");
            IdxFile testImages = resource("t10k-images-idx3");
            int[] labels = ImageFiles.labels(resource("train-labels-idx1"), id(), images);
            int[] testLabels = ImageFiles.labels(resource("t10k-labels-idx1"), id(), testImages);
            return ImageFiles.split(id(), List.of(images, testImages), List.of(labels, testLabels), largest, true);
        } catch (IOException | BadInputException damaged) {
            throw new IllegalStateException("the data " + id() + " that come with the program are damaged", damaged);
        }
    }

    private IdxFile resource(String part) throws IOException, BadInputException {
        String name = id() + "-" + part + "-ubyte.gz";
        try (InputStream packed = BundledData.class.getResourceAsStream(name)) {
            if (packed == null) {
                throw new IOException(name + " is missing");
            }
            return IdxFile.read(new GZIPInputStream(packed), name, MOST_BYTES);
        }
    }
}
