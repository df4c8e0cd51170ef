package org.eigenscope.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StudyMatrixTest {
    private static final int MANY = 40;

    @Test
    void attributesKeepTheOrderInWhichTheyWereFound() {
        List<String> names =
                IntStream.range(0, MANY).mapToObj(i -> "attribute" + i).toList();
        Map<String, String> found = new LinkedHashMap<>();
        names.forEach(name -> found.put(name, "1"));
        StudyMatrix matrix =
                new StudyMatrix("net.npz", "fc1", Optional.empty(), StudyMatrix.Shape.UNKNOWN, Optional.empty(), found);
        assertThat(matrix.attributes().keySet()).containsExactlyElementsOf(names);
    }
}
