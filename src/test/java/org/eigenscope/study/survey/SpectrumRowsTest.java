package org.eigenscope.study.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.study.StudyKey;
import org.eigenscope.study.StudyMatrix;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.store.StudyStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SpectrumRowsTest {
    private StudyStore store;
    private SpectrumRows rows;

    @BeforeEach
    void open() throws EigenscopeException {
        store = StudyStore.inMemory();
        rows = new SpectrumRows(store, SurveyOptions.withDefaults());
    }

    @AfterEach
    void close() throws EigenscopeException {
        store.close();
    }

    private static StudyMatrix matrix(String source, Map<String, String> attributes) {
        return new StudyMatrix(
                source, "w", Optional.empty(), new StudyMatrix.Shape(20, 40, "float64"), Optional.empty(), attributes);
    }

    /** The eigenvalues scale, 2·scale, …, 20·scale. */
    private static Spectrum spectrum(double scale) {
        double[] values =
                IntStream.rangeClosed(1, 20).mapToDouble(i -> scale * i).toArray();
        return Spectrum.of(values, new Spectrum.Details(20, 40, Spectrum.Source.GRAM, Normalization.RAW, 0, "sent"));
    }

    private StudyRow put(String source, double scale) throws EigenscopeException {
        return rows.put(matrix(source, Map.of()), spectrum(scale), CancelToken.NONE);
    }

    @Test
    void rowIsTheOneInTheStudy() throws EigenscopeException {
        StudyRow row = put("b/step 1", 2);
        assertThat(store.rows()).containsExactly(row);
        assertThat(row.number("n")).isEqualTo(20);
        assertThat(row.number("gamma")).isEqualTo(0.5);
        assertThat(row.number("spectral_norm")).isCloseTo(Math.sqrt(40), within(1e-12));
    }

    @Test
    void sameSourceAndNameTakeThePlaceOfTheRow() throws EigenscopeException {
        put("b/step 1", 2);
        StudyRow later = put("b/step 1", 3);
        assertThat(store.rows()).containsExactly(later);
    }

    @Test
    void equalSpectraShareTheirResults() throws EigenscopeException {
        StudyRow one = put("b/step 1", 2);
        StudyRow other = put("b/step 2", 2);
        assertThat(other.key()).isEqualTo(one.key());
        assertThat(store.rows()).hasSize(2);
    }

    @Test
    void attributesAreAddedWithoutComputing() throws EigenscopeException {
        StudyRow row = put("b/step 1", 2);
        Optional<StudyRow> again = rows.put(matrix("b/step 1", Map.of("accuracy", "0.5")), row.key());
        assertThat(again.orElseThrow().number("accuracy")).isEqualTo(0.5);
        assertThat(store.rows()).containsExactly(again.orElseThrow());
    }

    @Test
    void rowOfUnknownResultsIsNotMade() throws EigenscopeException {
        StudyKey unknown = SurveyOptions.withDefaults().key("unknown");
        assertThat(rows.put(matrix("b/step 1", Map.of()), unknown)).isEmpty();
        assertThat(store.rows()).isEmpty();
    }

    @Test
    void studyKeepsTheSpectrum() throws EigenscopeException {
        StudyRow row = put("b/step 1", 2);
        double[] kept = store.spectrum(row.key().content(), row.key().convention())
                .orElseThrow()
                .ascending();
        assertThat(kept).containsExactly(spectrum(2).ascending(), within(1e-12));
    }
}
