package org.eigenscope.study.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eigenscope.error.BadInputException;
import org.eigenscope.library.FileFingerprint;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.study.Cells;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyKey;
import org.eigenscope.study.StudyMatrix;
import org.eigenscope.study.StudyRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StudyStoreTest {
    private static final StudyKey KEY = new StudyKey("c0ffee", "raw", "law=better");
    private static final Cells RESULTS = new Cells(Map.of(Column.KAPPA, 1.25, Column.N, 7L, Column.LAW, "htmp"));
    private static final Spectrum SPECTRUM = Spectrum.of(
            new double[] {0, 1e-300, 2, 3.5},
            new Spectrum.Details(
                    4, 8, Spectrum.Source.GRAM, Normalization.RAW, 1e-301, "ejml svd", OptionalDouble.of(1e-14)));

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("a # b?c%d.eigenstudy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "WAL"})
    void lookingIntoAStudyLeavesEveryByteAsItWas(String mode) throws Exception {
        try (StudyStore store = StudyStore.open(file())) {
            store.put(matrix("w", Map.of("seed", "3")), KEY, RESULTS, Optional.of(SPECTRUM));
        }
        try (Connection direct = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = direct.createStatement()) {
            statement.execute("PRAGMA journal_mode = " + mode);
        }
        byte[] before = Files.readAllBytes(file());
        try (StudyStore store = StudyStore.open(file())) {
            assertThat(store.readOnly()).isEmpty();
            assertThat(store.rows()).hasSize(1);
            assertThat(store.spectrum("c0ffee", "raw")).isPresent();
        }
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void rowsComeBackAsTheyWerePut() throws BadInputException {
        try (StudyStore store = StudyStore.open(file())) {
            store.put(matrix("w", Map.of("seed", "3")), KEY, RESULTS, Optional.of(SPECTRUM));
        }
        try (StudyStore store = StudyStore.open(file())) {
            StudyRow row = store.rows().get(0);
            assertThat(row.key()).isEqualTo(KEY);
            assertThat(row.cells().only(Column.ofResult())).isEqualTo(RESULTS);
            assertThat(row.text("tensor")).isEqualTo("w");
            assertThat(row.number("seed")).isEqualTo(3);
            Spectrum kept = store.spectrum("c0ffee", "raw").orElseThrow();
            assertThat(kept.computed()).containsExactly(SPECTRUM.computed());
            assertThat(kept.details()).isEqualTo(SPECTRUM.details());
        }
    }

    @Test
    void nothingIsLeftBesideAStudyThatIsClosedButItsLock() throws BadInputException, IOException {
        try (StudyStore store = StudyStore.open(file())) {
            store.put(matrix("w", Map.of()), KEY, RESULTS, Optional.empty());
        }
        try (var files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("a # b?c%d.eigenstudy", "a # b?c%d.eigenstudy-lock");
        }
    }

    @Test
    void sameMatrixUnderTheSameSettingsIsOneRow() throws BadInputException {
        try (StudyStore store = StudyStore.inMemory()) {
            store.put(matrix("w", Map.of("seed", "3")), KEY, RESULTS, Optional.of(SPECTRUM));
            StudyKey changed = new StudyKey("beef", "raw", "law=better");
            store.put(matrix("w", Map.of("step", "9")), changed, RESULTS, Optional.empty());
            assertThat(store.rows()).hasSize(1);
            assertThat(store.rows().get(0).attributes()).isEqualTo(Map.of("step", "9"));
            assertThat(store.result(KEY))
                    .as("results of a content that is gone")
                    .isEmpty();
            assertThat(store.spectrum("c0ffee", "raw")).as("its eigenvalues").isEmpty();
        }
    }

    @Test
    void equalMatricesShareResultsUntilTheLastIsGone() throws BadInputException {
        try (StudyStore store = StudyStore.inMemory()) {
            store.put(matrix("a", Map.of()), KEY, RESULTS, Optional.of(SPECTRUM));
            store.put(matrix("b", Map.of()), KEY);
            store.putFailure(matrix("a", Map.of()), KEY, "It is gone.");
            assertThat(store.result(KEY)).isPresent();
            assertThat(store.spectrum("c0ffee", "raw")).isPresent();
            store.putFailure(matrix("b", Map.of()), KEY, "It is gone.");
            assertThat(store.result(KEY)).isEmpty();
        }
    }

    @Test
    void failureIsARowWithItsReason() throws BadInputException {
        try (StudyStore store = StudyStore.inMemory()) {
            store.putFailure(matrix("w", Map.of()), KEY, "It is damaged.");
            StudyRow row = store.rows().get(0);
            assertThat(row.isFailed()).isTrue();
            assertThat(row.text("skipped")).isEqualTo("It is damaged.");
        }
    }

    @Test
    void tableHasColumnsAndAttributesByName() throws BadInputException {
        try (StudyStore store = StudyStore.inMemory()) {
            store.put(matrix("a", Map.of("seed", "3", "net", "lenet")), KEY, RESULTS, Optional.empty());
            store.putFailure(matrix("b", Map.of()), KEY, "No.");
            StudyTable table = store.table();
            assertThat(table.numbers("kappa")).containsExactly(1.25, Double.NaN);
            assertThat(table.texts("tensor")).containsExactly("a", "b");
            assertThat(table.numbers("seed")).containsExactly(3, Double.NaN);
            assertThat(table.isNumeric("seed")).isTrue();
            assertThat(table.isNumeric("net")).isFalse();
            assertThat(table.names()).startsWith("source", "tensor").contains("net");
        }
    }

    @Test
    void digestsCountAsLongAsTheFileIsTheSame() throws BadInputException {
        FileFingerprint file = new FileFingerprint(Path.of("/x"), 10, 20);
        try (StudyStore store = StudyStore.inMemory()) {
            store.putContent("x", file, "w", "c0ffee");
            assertThat(store.content("x", file, "w")).hasValue("c0ffee");
            assertThat(store.content("x", new FileFingerprint(Path.of("/x"), 10, 21), "w"))
                    .isEmpty();
            assertThat(store.content("x", file, "v")).isEmpty();
        }
    }

    @Test
    void secondToOpenReadsAndSaysSo() throws BadInputException {
        try (StudyStore first = StudyStore.open(file());
                StudyStore second = StudyStore.open(file())) {
            first.put(matrix("w", Map.of()), KEY, RESULTS, Optional.empty());
            assertThat(second.readOnly())
                    .hasValueSatisfying(text -> assertThat(text).contains("written by another program"));
            assertThat(second.rows()).hasSize(1);
            assertThatThrownBy(() -> second.put(matrix("v", Map.of()), KEY))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageContaining("read alone");
        }
        try (StudyStore later = StudyStore.open(file())) {
            assertThat(later.readOnly()).isEmpty();
        }
    }

    @Test
    void readOnlyFolderIsReadAndSaid() throws BadInputException, IOException {
        StudyStore.open(file()).close();
        Files.delete(folder.resolve("a # b?c%d.eigenstudy-lock"));
        assumeThat(folder.toFile().setWritable(false) && !Files.isWritable(folder))
                .as("a user who may not write there")
                .isTrue();
        try (StudyStore store = StudyStore.open(file())) {
            assertThat(store.readOnly()).isPresent();
            assertThat(store.rows()).isEmpty();
        } finally {
            folder.toFile().setWritable(true);
        }
    }

    @Test
    void fileOfNoBytesIsABeginning() throws BadInputException, IOException {
        Files.createFile(file());
        try (StudyStore store = StudyStore.open(file())) {
            assertThat(store.rows()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SQLite format 3\0", "step,loss\n1,2\n"})
    void otherFilesAreNoStudies(String text) throws IOException {
        Files.writeString(file(), text + "x".repeat(200));
        assertThatThrownBy(() -> StudyStore.open(file()))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("is no study of this program");
    }

    @Test
    void newerVersionIsRefusedInASentence() throws Exception {
        change("PRAGMA user_version = 3");
        assertThatThrownBy(() -> StudyStore.openToRead(file()))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("is a study of version 3, and this program reads version 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TRIGGER t AFTER INSERT ON matrix BEGIN DELETE FROM result; END",
                "CREATE VIRTUAL TABLE v USING fts5(x)",
                "CREATE INDEX i ON matrix (abs(source))",
                "DROP TABLE content",
                "ALTER TABLE matrix ADD COLUMN more TEXT"
            })
    void tablesThatAreNotOursAreRefused(String sql) throws Exception {
        change(sql);
        assertThatThrownBy(() -> StudyStore.open(file()))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("not opened");
    }

    @Test
    void tablesAndViewsOfTheUserAreLeftAlone() throws Exception {
        change("CREATE TABLE notes (text)", "CREATE VIEW best AS SELECT * FROM result");
        try (StudyStore store = StudyStore.open(file())) {
            assertThat(store.readOnly()).isEmpty();
        }
    }

    @Test
    void cellsOfAnotherTypeCountAsEmpty() throws Exception {
        change(
                "INSERT INTO result (id, content, convention, options, kappa, n) VALUES (1, 'x', 'c', 'o', x'00ff', 1.5)",
                "INSERT INTO matrix (convention, options, result, source, depth) VALUES ('c', 'o', 1, 'f', 'deep')");
        try (StudyStore store = StudyStore.openToRead(file())) {
            StudyRow row = store.rows().get(0);
            assertThat(row.number("kappa")).isNaN();
            assertThat(row.number("depth")).isNaN();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x'000000000000f07f'", "x'00'", "x''", "'text'", "1"})
    void eigenvaluesThatAreNoneAreNotUsed(String blob) throws Exception {
        change(
                "INSERT INTO spectrum (content, convention, matrix_rows, matrix_columns, kind, normalization, zero_tolerance,"
                        + " solver, eigenvalues) VALUES ('x', 'c', 2, 2, 'GRAM', 'raw', 0, 's', " + blob + ")");
        try (StudyStore store = StudyStore.openToRead(file())) {
            assertThat(store.spectrum("x", "c")).isEmpty();
        }
    }

    @Test
    void damagedPagesAreASentence() throws Exception {
        try (StudyStore store = StudyStore.open(file())) {
            for (int i = 0; i < 40; i++) {
                StudyKey key = new StudyKey("c" + i, "raw", "o");
                store.put(matrix("w" + i, Map.of("a", "x".repeat(150))), key, RESULTS, Optional.of(SPECTRUM));
            }
        }
        byte[] bytes = Files.readAllBytes(file());
        Arrays.fill(bytes, 20_000, bytes.length, (byte) 0xab);
        Files.write(file(), bytes);
        assertThatThrownBy(() -> {
                    try (StudyStore store = StudyStore.openToRead(file())) {
                        store.rows();
                    }
                })
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("is damaged");
    }

    @Test
    void viewHasAColumnForEachAttributeWhateverItsName() throws Exception {
        try (StudyStore store = StudyStore.open(file())) {
            store.put(
                    matrix("w", Map.of("net'; DROP TABLE matrix; --", "x", "seed", "3")),
                    KEY,
                    RESULTS,
                    Optional.empty());
            store.refreshView();
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file().toUri());
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT kappa, seed, tensor FROM survey")) {
            assertThat(found.next()).isTrue();
            assertThat(found.getDouble(1)).isEqualTo(1.25);
            assertThat(found.getString(2)).isEqualTo("3");
            assertThat(found.getString(3)).isEqualTo("w");
        }
    }

    @Test
    void missingFolderIsASentence() {
        assertThatThrownBy(() -> StudyStore.open(folder.resolve("none/a.eigenstudy")))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("cannot be made");
    }

    /** Makes a study and runs statements on it as a stranger would. */
    private void change(String... statements) throws BadInputException, SQLException {
        StudyStore.open(file()).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file().toUri());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static StudyMatrix matrix(String tensor, Map<String, String> attributes) {
        return new StudyMatrix(
                "m.npz",
                tensor,
                Optional.empty(),
                new StudyMatrix.Shape(4, 8, "float32"),
                Optional.empty(),
                attributes);
    }

    @Test
    void everyColumnHasANameAMeaningAndItsPlace() {
        assertThat(List.of(Column.values())).allSatisfy(column -> {
            assertThat(column.meaning()).isNotBlank();
            assertThat(Column.byId(column.id())).hasValue(column);
        });
    }
}
