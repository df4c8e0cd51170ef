package org.eigenscope.spectrum;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.eigenscope.matrix.ElementType;
import org.eigenscope.matrix.Matrix;

/** A matrix of {@code reference.txt} with its eigenvalues to all digits. */
public record ReferenceMatrix(String name, Matrix matrix, Spectrum.Source source, double[] eigenvalues) {
    public static List<ReferenceMatrix> all() throws IOException {
        List<ReferenceMatrix> all = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ReferenceMatrix.class.getResourceAsStream("/spectrum/reference.txt")),
                StandardCharsets.UTF_8))) {
            for (String head = in.readLine(); head != null; head = in.readLine()) {
                String[] words = head.split(" ");
                double[] values = numbers(in.readLine());
                Spectrum.Source source =
                        in.readLine().equals("gram") ? Spectrum.Source.GRAM : Spectrum.Source.SYMMETRIC;
                Matrix matrix = TestMatrices.of(
                        values, Integer.parseInt(words[1]), Integer.parseInt(words[2]), ElementType.valueOf(words[3]));
                all.add(new ReferenceMatrix(words[0], matrix, source, numbers(in.readLine())));
            }
        }
        return all;
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    @Override
    public String toString() {
        return name;
    }
}
