package org.eigenscope.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.study.survey.SurveyOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The jar, submitted as {@code spark-submit} does it: by Spark's own program, from a folder of Spark's jars, to a cluster of two executors that
 * are programs of their own.
 */
class SubmittedJobIT {
    private static final Path JAR = Path.of(System.getProperty("job.jar"));
    private static final int MATRICES = 8;

    @TempDir
    private Path folder;

    @Test
    void theJarHoldsBothNativesAndNothingThatMeetsSparksOwn() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            List<String> names = jar.stream().map(JarEntry::getName).toList();
            assertThat(names)
                    .contains("org/eigenscope/spark/SurveyJob.class")
                    .anyMatch(name -> name.matches("org/bytedeco/openblas/linux-x86_64/libopenblas\\S*"))
                    .anyMatch(name -> name.matches("org/bytedeco/openblas/linux-arm64/libopenblas\\S*"))
                    .noneMatch(name -> name.matches("(com/fasterxml|org/apache|org/slf4j|scala|javafx|org/sqlite)/.*"))
                    .noneMatch(name -> name.matches("org/eigenscope/(ui|app|cli|figure|session)/.*"));
        }
    }

    @Test
    void anExecutorThatIsKilledCostsNoRowAndDoublesNone() throws Exception {
        Path in = Files.createDirectories(folder.resolve("in"));
        for (int i = 0; i < MATRICES; i++) {
            TestMatrices.safetensors(in.resolve("m" + i + ".safetensors"), 1, 60, 80, i);
        }
        Path out = folder.resolve("out");
        Process job = submit(in, out);
        try {
            kill(anExecutorAtWork(job, out));
            assertThat(job.waitFor(8, TimeUnit.MINUTES)).as("ended").isTrue();
        } finally {
            job.descendants().forEach(ProcessHandle::destroyForcibly);
            job.destroyForcibly();
        }
        assertThat(job.exitValue()).as(log()).isZero();
        assertThat(log()).contains(MATRICES + " rows: ").contains(" 0 failed.");
        Map<String, List<Object>> rows = LocalSurvey.imported(out);
        assertThat(rows).isEqualTo(expected(in));
        try (Stream<Path> files = Files.walk(out)) {
            assertThat(files.filter(file -> file.toString().endsWith(".parquet")))
                    .isNotEmpty();
        }
    }

    private static Map<String, List<Object>> expected(Path in) throws EigenscopeException {
        return LocalSurvey.rows(List.of(in), SurveyOptions.withDefaults().withKeepsSpectra(false));
    }

    /** Waits until the first rows are there, so that the executors are in the middle of the work. */
    private static ProcessHandle anExecutorAtWork(Process job, Path out) throws IOException, InterruptedException {
        Path rows = out.resolve("_rows");
        while (job.isAlive()) {
            Optional<ProcessHandle> executor = job.descendants()
                    .filter(process -> process.info()
                            .commandLine()
                            .filter(line -> line.contains("CoarseGrainedExecutorBackend"))
                            .isPresent())
                    .findFirst();
            if (executor.isPresent() && rowCount(rows) >= 2) {
                return executor.get();
            }
            job.waitFor(50, TimeUnit.MILLISECONDS);
        }
        throw new IllegalStateException("the job ended before an executor could be killed");
    }

    private static long rowCount(Path rows) throws IOException {
        if (!Files.isDirectory(rows)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(rows)) {
            return files.filter(file -> file.getFileName().toString().matches("[0-9a-f]{64}\\.json"))
                    .count();
        }
    }

    private static void kill(ProcessHandle executor) {
        assertThat(executor.destroyForcibly()).isTrue();
    }

    private Process submit(Path in, Path out) throws IOException {
        Path jars = Files.createDirectories(folder.resolve("spark/jars"));
        for (String jar : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(jar);
            if (jar.matches(".*/org/(apache|scala-lang)/.*|.*\\.jar")
                    && !jar.matches(".*(eigenscope|junit|sqlite|openblas|javacpp).*")) {
                Files.createSymbolicLink(jars.resolve(path.getFileName()), path);
            }
        }
        String opens = System.getProperty("job.opens");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(Arrays.asList(opens.split(" ")));
        command.addAll(List.of("-cp", jars + File.separator + "*", "org.apache.spark.deploy.SparkSubmit"));
        command.addAll(List.of("--master", "local-cluster[2,1,1024]", "--class", "org.eigenscope.spark.SurveyJob"));
        for (String setting : List.of(
                "spark.ui.enabled=false",
                "spark.driver.bindAddress=127.0.0.1",
                "spark.driver.host=127.0.0.1",
                "spark.executor.memory=600m",
                "spark.sql.shuffle.partitions=2")) {
            command.addAll(List.of("--conf", setting));
        }
        command.addAll(List.of(JAR.toString(), in.toString(), "--out", out.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile());
        builder.environment().put("SPARK_HOME", folder.resolve("spark").toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        return builder.start();
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log.txt"), StandardCharsets.UTF_8);
    }
}
