package org.eigenscope.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.study.Column;
import org.eigenscope.study.attribute.AttributeReader;
import org.eigenscope.study.exchange.RowLines;
import org.eigenscope.study.survey.Globs;
import org.eigenscope.study.survey.SurveyOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The job in a session of Spark with two threads. */
class SurveyJobTest {
    private static final Path SAMPLE = Path.of("samples", "digits_b20_s0.safetensors");

    private static SparkSession session;

    @TempDir
    private Path folder;

    private String said = "";

    @BeforeAll
    static void startSpark() {
        session = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", "2")
                .config("spark.hadoop.fs.counted.impl", CountedFileSystem.class.getName())
                .getOrCreate();
    }

    @AfterAll
    static void stopSpark() {
        session.stop();
    }

    private int job(String... args) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int code = SurveyJob.run(args, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        said = bytes.toString(StandardCharsets.UTF_8);
        return code;
    }

    private String out() {
        return folder.resolve("out").toString();
    }

    private static String counted(Path path) {
        return CountedFileSystem.SCHEME + "://" + path.toAbsolutePath();
    }

    @Test
    void rowsAreThoseOfTheSurveyOnOneMachineToTheLastBit() throws IOException, EigenscopeException {
        Path list = Files.write(folder.resolve("run_b32_s1.npy"), TestMatrices.npy(40, 60, 1));
        Path damaged = Files.writeString(folder.resolve("damaged.safetensors"), "no such thing");
        assertThat(job(SAMPLE.toString(), list.toString(), damaged.toString(), "--out", out(), "--eigenvalues"))
                .isZero();
        assertThat(said).contains("computed, 0 found in the output, 0 equal to others, 1 failed.");
        assertThat(LocalSurvey.imported(Path.of(out())))
                .isEqualTo(LocalSurvey.rows(List.of(SAMPLE, list, damaged), SurveyOptions.withDefaults()));
    }

    @Test
    void parquetHasTheColumnsOfAStudyWithTheirTypesInFoldersByModelAndStep() throws IOException {
        Files.createDirectories(folder.resolve("in"));
        TestMatrices.safetensors(folder.resolve("in/net_step5.safetensors"), 1, 12, 16, 1);
        TestMatrices.safetensors(folder.resolve("in/net_step10.safetensors"), 1, 12, 16, 2);
        assertThat(job(folder.resolve("in").toString(), "--out", out(), "--eigenvalues", "--law", "gamma"))
                .isZero();
        Dataset<Row> rows = session.read().parquet(out());
        assertThat(rows.count()).isEqualTo(2);
        for (Column column : Column.values()) {
            if (column != Column.MODEL && column != Column.STEP) {
                DataType type = rows.schema().apply(column.id()).dataType();
                assertThat(type.typeName())
                        .isEqualTo(
                                switch (column.type()) {
                                    case TEXT -> "string";
                                    case INTEGER -> "long";
                                    case REAL -> "double";
                                });
            }
        }
        assertThat(rows.selectExpr("step", "size(eigenvalues)").collectAsList())
                .extracting(Row::toString)
                .containsExactlyInAnyOrder("[5.0,12]", "[10.0,12]");
        try (Stream<Path> files = Files.walk(Path.of(out()))) {
            assertThat(files.map(Path::toString)).anyMatch(file -> file.contains("/step=10.0/part-"));
        }
    }

    @Test
    void anotherRunComputesOnlyWhatIsMissing() throws IOException {
        Path one = TestMatrices.safetensors(folder.resolve("a.safetensors"), 2, 12, 16, 1);
        assertThat(job(one.toString(), "--out", out(), "--law", "gamma")).isZero();
        Path equal = Files.copy(one, folder.resolve("equal.safetensors"));
        Path other = TestMatrices.safetensors(folder.resolve("b.safetensors"), 1, 12, 16, 9);
        job(one.toString(), equal.toString(), other.toString(), "--out", out(), "--law", "gamma");
        assertThat(said).contains("5 rows: 1 computed, 2 found in the output, 2 equal to others, 0 failed.");
        assertThat(session.read().parquet(out()).count()).isEqualTo(5);
    }

    @Test
    void rowsOfARunThatWasEndedCount() throws IOException {
        Path one = TestMatrices.safetensors(folder.resolve("a.safetensors"), 2, 12, 16, 1);
        job(one.toString(), "--out", out(), "--law", "gamma", "--match", "l0*");
        // as a run leaves it that is ended before its rows are among the lines
        Path lines = Path.of(out(), "_lines");
        try (Stream<Path> parts = Files.walk(lines)) {
            for (Path part :
                    parts.filter(file -> file.toString().endsWith(".gz")).toList()) {
                String row = unpacked(part);
                String name = Hadoop.sha256(identity(row)) + ".json";
                Files.writeString(Path.of(out(), "_rows", name), row);
            }
        }
        StagedFile.delete(lines);
        job(one.toString(), "--out", out(), "--law", "gamma");
        assertThat(said).contains("2 rows: 1 computed, 1 found in the output");
        assertThat(session.read().parquet(out()).count()).isEqualTo(2);
        assertThat(Files.list(Path.of(out(), "_rows"))).isEmpty();
    }

    /** Speculative execution starts a second attempt beside a slow one; both may end. */
    @Test
    void twoAttemptsAtOneMatrixLeaveOneRow() throws IOException, EigenscopeException {
        Path one = TestMatrices.safetensors(folder.resolve("a.safetensors"), 1, 60, 80, 1);
        FitSettings settings = new FitSettings("gamma", 0, 0, 10, false);
        InputPlan plan = new InputPlan(Files.createDirectories(folder.resolve("stage")));
        plan.add(one.toString());
        PlannedMatrix matrix = plan.matrices(
                        new AttributeReader(Optional.empty(), Optional.empty()), Globs.ALL, settings.options())
                .get(0);
        OutputFolder written = OutputFolder.open(out());
        JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
        List<TaskReport> reports = spark.parallelize(List.of(matrix, matrix, matrix, matrix), 4)
                .map(new MatrixTask(written.path(), settings, spark.broadcast(Map.of())))
                .collect();
        assertThat(reports).extracting(TaskReport::outcome).containsOnly(TaskReport.Outcome.COMPUTED);
        written.commit(session);
        assertThat(session.read().parquet(out()).count()).isEqualTo(1);
        assertThat(LocalSurvey.imported(Path.of(out()))).hasSize(1);
    }

    private static String unpacked(Path file) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String identity(String line) throws IOException {
        try {
            return RowLines.read(line).identity();
        } catch (EigenscopeException damaged) {
            throw new IOException(damaged);
        }
    }

    @Test
    void ofAFileElsewhereOnlyTheTensorIsRead() throws IOException, EigenscopeException {
        Path in = Files.createDirectories(folder.resolve("in"));
        Path model = TestMatrices.safetensors(in.resolve("model.safetensors"), 3, 200, 1500, 1);
        long before = CountedFileSystem.READ.get();
        int code = job(counted(model), "--out", out(), "--match", "l1*", "--law", "gamma");
        assertThat(code).as(said).isZero();
        long tensor = 200 * 1500 * Float.BYTES;
        assertThat(CountedFileSystem.READ.get() - before).isBetween(tensor, tensor + 10_000);
        Map<String, List<Object>> local = gamma(in);
        local.keySet().removeIf(name -> !name.endsWith("#l1.weight"));
        assertThat(LocalSurvey.imported(Path.of(out()))).isEqualTo(local);
    }

    @Test
    void arraysOfAnArchiveElsewhereAreTheSame() throws IOException, EigenscopeException {
        Path in = Files.createDirectories(folder.resolve("in"));
        TestMatrices.npz(in.resolve("arrays.npz"), 3, 100, 1500, 1);
        Files.write(in.resolve("one.npy"), TestMatrices.npy(100, 3000, 7));
        int code = job(counted(in), "--out", out(), "--law", "gamma");
        assertThat(code).as(said).isZero();
        assertThat(LocalSurvey.imported(Path.of(out()))).isEqualTo(gamma(in));
    }

    private static Map<String, List<Object>> gamma(Path in) throws EigenscopeException {
        SurveyOptions options =
                SurveyOptions.withDefaults().withLaw(LawFamily.byId("gamma")).withKeepsSpectra(false);
        return LocalSurvey.rows(List.of(in), options);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | --out OUT | Missing required parameter: 'PATH'",
                "2 | SAMPLE | Missing required option: '--out=DIR'",
                "2 | SAMPLE --out OUT --law none | --law none is none of",
                "2 | SAMPLE --out OUT --bootstrap -1 | --bootstrap = -1 is less than 0",
                "2 | SAMPLE --out OUT --min-n 1 | --min-n = 1 is less than 2",
                "2 | SAMPLE --out OUT --jobs 3 | Unknown option",
                "3 | no/such/file.npy --out OUT | no/such/file.npy does not exist.",
                "3 | nosuch://bucket/model.npy --out OUT | No FileSystem for scheme",
                "3 | counted:///no/such/file.npy --out OUT | cannot be used: it does not exist.",
                "3 | SAMPLE --out OUT --match nothing | No matrix is left to survey",
                "3 | SAMPLE --out samples | exists and is no output of a survey",
                "3 | SAMPLE --out nosuch://bucket/out | No FileSystem for scheme",
                "3 | SAMPLE --out OUT --attributes no/such.csv | no/such.csv",
            })
    void badInputIsASentenceAndAnExitCode(int code, String arguments, String sentence) {
        String[] args = Arrays.stream(arguments.split(" "))
                .map(word -> word.replace("OUT", out()).replace("SAMPLE", SAMPLE.toString()))
                .toArray(String[]::new);
        assertThat(job(args)).as(said).isEqualTo(code);
        assertThat(said).contains(sentence).doesNotContain("Exception").doesNotContain("\tat ");
    }

    @Test
    void strictMakesAFailedRowTheExitCode() throws IOException {
        Path damaged = Files.writeString(folder.resolve("damaged.safetensors"), "no such thing");
        assertThat(job(damaged.toString(), "--out", out(), "--strict")).isEqualTo(3);
        assertThat(said).contains("damaged.safetensors");
    }
}
