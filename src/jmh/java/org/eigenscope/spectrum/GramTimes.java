package org.eigenscope.spectrum;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.matrix.ElementType;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.matrix.Provenance;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.solve.SpectrumCalculator;

/** For each line on stdin, computes the spectrum of one Gaussian matrix once and prints the seconds it took. */
public final class GramTimes {
    private GramTimes() {}

    /** Takes rows and columns; {@code src/jmh/python/gram_elsewhere.py} drives it. */
    public static void main(String[] args) throws IOException, EigenscopeException {
        int rows = Integer.parseInt(args[0]);
        int columns = Integer.parseInt(args[1]);
        SplittableRandom random = new SplittableRandom(1);
        double[] values = new double[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        Provenance provenance = new Provenance(Path.of("gaussian"), "", Map.of());
        Matrix matrix = Matrix.ofRowMajor(values, rows, columns, ElementType.F32, provenance);
        SpectrumCalculator calculator = new SpectrumCalculator();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (in.readLine() != null) {
            long start = System.nanoTime();
            calculator.compute(matrix, SpectrumOptions.withDefaults(), ProgressListener.NONE, CancelToken.NONE);
            System.out.println((System.nanoTime() - start) * 1e-9);
        }
    }
}
