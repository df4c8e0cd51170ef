package org.eigenscope.bridge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.format.npy.NpyHeader;
import org.eigenscope.io.kit.ReadJob;
import org.eigenscope.io.kit.StreamBlocks;
import org.eigenscope.matrix.ElementType;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.matrix.Provenance;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.Spectrum;

/** Matrices and eigenvalues in the bodies of requests. */
final class SentNumbers {
    private static final String LABEL = "The body";
    private static final String SEPARATORS = " \t\r\n,;[]";
    /** More than the smaller side of a matrix that anybody decomposes. */
    private static final int MOST_EIGENVALUES = 1 << 20;

    private SentNumbers() {}

    private record Array(NpyHeader header, double[] values) {}

    /**
     * The matrix in an {@code .npy} body of two dimensions.
     *
     * @throws EigenscopeException if it is none, or too large for the memory
     */
    static Matrix matrix(byte[] body, String name) throws EigenscopeException {
        Array array = array(body);
        TensorInfo info = array.header().info(name);
        List<Long> shape = info.shape();
        if (shape.size() != 2 || !info.isReadable()) {
            throw new BadInputException("The array has the shape " + shape
                    + "; a spectrum is taken of two dimensions, with two rows and two columns at least.");
        }
        ElementType type = info.elementType().orElseThrow();
        return Matrix.ofRowMajor(
                array.values(),
                shape.get(0).intValue(),
                shape.get(1).intValue(),
                type,
                new Provenance(Path.of("received"), name, Map.of()));
    }

    private static Array array(byte[] body) throws EigenscopeException {
        try (StreamBlocks blocks = new StreamBlocks(new ByteArrayInputStream(body))) {
            NpyHeader header = NpyHeader.read(new ByteArrayInputStream(body), LABEL);
            TensorInfo info = header.info("");
            if (!info.hasEntries()) {
                throw new BadInputException("The array holds no numbers that a spectrum is taken of: "
                        + info.skipReason().orElse("it has no entries") + ".");
            }
            long bytes = header.dataBytes(LABEL);
            if (bytes != body.length - header.dataOffset()) {
                throw new BadInputException("The array's header declares " + bytes + " bytes of data, and "
                        + (body.length - header.dataOffset()) + " follow.");
            }
            blocks.skip(header.dataOffset());
            double[] values = header.layout().read(blocks, new ReadJob(LABEL, ProgressListener.NONE, CancelToken.NONE));
            return new Array(header, values);
        } catch (IOException damaged) {
            throw new BadInputException(
                    "The body is no array that can be read: " + damaged.getMessage() + ".", damaged);
        }
    }

    /**
     * Eigenvalues of a matrix of the given shape: an {@code .npy} body of one dimension, or numbers with spaces, commas or line ends
     * between them, such as a JSON array.
     *
     * @throws EigenscopeException if they are none of it
     */
    static Spectrum spectrum(byte[] body, int rows, int columns, boolean symmetric) throws EigenscopeException {
        double[] values = NpyHeader.isMagic(body) ? vector(body) : numbers(body);
        int expected = Math.min(rows, columns);
        if (values.length != expected) {
            throw new BadInputException("There are " + values.length + " eigenvalues; a matrix of " + rows + "×"
                    + columns + " has " + expected + ", zeros included.");
        }
        for (double value : values) {
            if (!Double.isFinite(value) || (value < 0 && !symmetric)) {
                throw new BadInputException(value + " is no eigenvalue of "
                        + (symmetric ? "a symmetric matrix." : "a Gram matrix: those are finite and not negative."));
            }
        }
        Spectrum.Source source = symmetric ? Spectrum.Source.SYMMETRIC : Spectrum.Source.GRAM;
        return Spectrum.of(
                values, new Spectrum.Details(rows, columns, source, Normalization.RAW, 0, "sent as they are"));
    }

    private static double[] vector(byte[] body) throws EigenscopeException {
        Array array = array(body);
        boolean complex = array.header().layout().type().isComplex();
        if (array.header().shape().size() != 1 || complex) {
            throw new BadInputException(
                    "The array has the shape " + array.header().shape() + (complex ? " of complex numbers" : "")
                            + "; eigenvalues are real numbers in one dimension.");
        }
        return array.values();
    }

    private static double[] numbers(byte[] body) throws EigenscopeException {
        StringTokenizer words = new StringTokenizer(new String(body, StandardCharsets.ISO_8859_1), SEPARATORS);
        double[] values = new double[Math.min(MOST_EIGENVALUES, body.length / 2 + 1)];
        int count = 0;
        while (words.hasMoreTokens() && count < values.length) {
            values[count++] = number(words.nextToken());
        }
        if (words.hasMoreTokens()) {
            throw new BadInputException("The body holds more than " + MOST_EIGENVALUES + " numbers.");
        }
        return Arrays.copyOf(values, count);
    }

    private static double number(String word) throws BadInputException {
        boolean plain = word.length() <= 40 && word.chars().allMatch(c -> "+-.0123456789eE".indexOf(c) >= 0);
        try {
            if (plain) {
                return Double.parseDouble(word);
            }
        } catch (NumberFormatException noNumber) {
            throw new BadInputException("The body is neither a numpy array nor a list of numbers.", noNumber);
        }
        throw new BadInputException("The body is neither a numpy array nor a list of numbers.");
    }
}
