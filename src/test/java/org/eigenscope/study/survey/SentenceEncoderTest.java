package org.eigenscope.study.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.attribute.AttributeReader;
import org.eigenscope.study.naming.NetworkOrder;
import org.eigenscope.study.store.StudyStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A network that others trained and published: all-MiniLM-L6-v2, an encoder of six blocks, as ONNX in float32. It comes as a Maven artifact of
 * 83 MB, which the profile {@code thorough} alone asks for.
 */
@Tag("thorough")
class SentenceEncoderTest {
    @TempDir
    private static Path folder;

    private static List<SurveyItem> items;

    private static SurveyPlan plan(Globs globs) throws Exception {
        SurveyListing listing = new SurveyListing(
                StudyFolder.of(folder.resolve("a.eigenstudy")),
                new AttributeReader(Optional.empty(), Optional.empty()),
                Set.of());
        List<SurveyFile> files =
                listing.files(List.of(new MatrixTarget(folder.resolve("m.onnx"), Optional.empty())), CancelToken.NONE);
        return SurveyPlan.of(files, globs, Optional.empty(), CancelToken.NONE);
    }

    @BeforeAll
    static void list() throws Exception {
        try (InputStream model = SentenceEncoderTest.class.getResourceAsStream("/all-minilm-l6-v2.onnx")) {
            assertThat(model).isNotNull();
            Files.copy(model, folder.resolve("m.onnx"));
        }
        items = plan(Globs.ALL).items();
    }

    @Test
    void itHasFortyMatricesAndNoScaleOfALayerIsOne() {
        assertThat(items).hasSize(40);
        assertThat(items).noneMatch(item -> item.matrix().tensor().contains("LayerNorm"));
    }

    @Test
    void matricesWithoutNamesHaveTheRoleOfThePlaceThatTheyAreUsedIn() {
        for (String role : List.of("q", "k", "v", "o", "fc1", "fc2")) {
            assertThat(items)
                    .extracting(item -> item.matrix().position().orElseThrow())
                    .filteredOn(position -> position.place().role().equals(role))
                    .extracting(NetworkOrder.Position::block)
                    .containsExactly("0", "1", "2", "3", "4", "5");
        }
    }

    @Test
    void lognormalIsBestInElevenOfTwelveFeedForwardLayersAndThePoolerIsPureMp() throws Exception {
        Globs globs = new Globs(List.of("*intermediate/dense*", "*layer.?/output/dense*", "pooler.dense*"), List.of());
        List<StudyRow> rows;
        try (StudyStore store = StudyStore.inMemory()) {
            rows = new SurveyRunner(store, SurveyOptions.withDefaults(), Runnable::run, 1)
                    .run(plan(globs), SurveyListener.NONE, CancelToken.NONE)
                    .rows();
        }
        assertThat(rows).hasSize(13);
        assertThat(rows)
                .filteredOn(row -> row.text("best_law").equals("lognormal"))
                .hasSize(11);
        assertThat(rows)
                .filteredOn(row -> row.text("tensor").startsWith("pooler"))
                .extracting(row -> row.text("best_law"))
                .containsExactly("mp");
    }
}
