package org.eigenscope.spark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.study.Column;
import org.eigenscope.study.exchange.ExchangedRow;
import org.eigenscope.study.exchange.RowLines;
import org.eigenscope.study.survey.SurveyOptions;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import scala.Tuple2;

/**
 * A survey of many matrices as a Spark job. Exit codes are those of the command line: 0 fine, 2 arguments that make no sense, 3 input that
 * cannot be used, 1 a bug or a job that Spark gave up.
 */
public final class SurveyJob {
    private static final int OK = 0;
    private static final int FAILURE = 1;
    private static final int USAGE = 2;
    private static final int BAD_INPUT = 3;
    private static final int REASONS_SAID = 5;

    private final PrintStream says;

    private SurveyJob(PrintStream says) {
        this.says = says;
    }

    /** Runs the job and ends the program unless all is well, which lets Spark end it in its own way. */
    public static void main(String[] args) {
        int status = run(args, System.err);
        SparkSession.getDefaultSession().foreach(SurveyJob::stop);
        if (status != OK) {
            System.exit(status);
        }
    }

    private static Object stop(SparkSession session) {
        session.stop();
        return session;
    }

    /** Runs the job and gives the exit code; the session is left as it is. */
    static int run(String[] args, PrintStream says) {
        CommandLine line = JobOptions.line();
        try {
            JobOptions options = JobOptions.parse(line, args);
            if (line.isUsageHelpRequested()) {
                line.usage(says);
                return OK;
            }
            FitSettings settings = options.settings();
            return new SurveyJob(says).survey(options, settings);
        } catch (ParameterException usage) {
            says.println(usage.getMessage());
            return USAGE;
        } catch (EigenscopeException failure) {
            says.println(failure.getMessage());
            return BAD_INPUT;
        } catch (IOException failure) {
            says.println("The output could not be written: " + failure.getMessage());
            return FAILURE;
        }
    }

    private int survey(JobOptions options, FitSettings settings) throws EigenscopeException, IOException {
        SparkSession session =
                SparkSession.builder().appName("Eigenscope survey").getOrCreate();
        Path stage = Files.createTempDirectory("eigenscope-");
        try {
            return survey(options, settings, session, stage);
        } finally {
            StagedFile.delete(stage);
        }
    }

    private int survey(JobOptions options, FitSettings settings, SparkSession session, Path stage)
            throws EigenscopeException, IOException {
        JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
        InputPlan input = new InputPlan(stage);
        for (String path : options.paths()) {
            input.add(path);
        }
        SurveyOptions survey = settings.options();
        List<PlannedMatrix> all = input.matrices(options.attributes(), options.globs(), survey);
        input.remarks().forEach(says::println);
        OutputFolder out = OutputFolder.open(options.out());
        String convention = survey.convention();
        String fit = survey.fit();
        Known known = Known.of(out.rows(spark)
                .filter(line -> isOf(line, convention, fit))
                .map(SurveyJob::withoutEigenvalues)
                .collect());
        List<PlannedMatrix> missing = all.stream()
                .filter(matrix -> !known.has(matrix, settings.eigenvalues()))
                .toList();
        List<TaskReport> reports = missing.isEmpty()
                ? List.of()
                : spark.parallelize(missing, missing.size())
                        .map(new MatrixTask(out.path(), settings, spark.broadcast(known.byContent())))
                        .collect();
        if (!missing.isEmpty() || out.isUnfinished()) {
            out.commit(session);
        }
        return end(options, all.size(), reports);
    }

    private static boolean isOf(String line, String convention, String fit) throws BadInputException {
        ExchangedRow row = RowLines.read(line);
        return row.row().key().convention().equals(convention)
                && row.row().key().options().equals(fit);
    }

    /** A row as the driver can hold many of, and whether it has eigenvalues. */
    private static Tuple2<String, Boolean> withoutEigenvalues(String line) throws BadInputException {
        ExchangedRow row = RowLines.read(line);
        ExchangedRow small = new ExchangedRow(row.row(), Optional.empty(), row.file(), row.written());
        return new Tuple2<>(RowLines.write(small), row.spectrum().isPresent());
    }

    private int end(JobOptions options, int total, List<TaskReport> reports) {
        Map<TaskReport.Outcome, Integer> counts = new HashMap<>();
        reports.forEach(report -> counts.merge(report.outcome(), 1, Integer::sum));
        int failed = counts.getOrDefault(TaskReport.Outcome.FAILED, 0);
        reports.stream()
                .filter(report -> report.outcome() == TaskReport.Outcome.FAILED)
                .limit(REASONS_SAID)
                .forEach(report -> says.println("Failed: " + report.reason()));
        says.println(total + (total == 1 ? " row: " : " rows: ")
                + counts.getOrDefault(TaskReport.Outcome.COMPUTED, 0) + " computed, " + (total - reports.size())
                + " found in the output, " + counts.getOrDefault(TaskReport.Outcome.SHARED, 0) + " equal to others, "
                + failed + " failed.");
        long[] times =
                reports.stream().mapToLong(TaskReport::milliseconds).sorted().toArray();
        if (times.length > 0) {
            says.println("Tasks took " + Arrays.stream(times).sum() + " ms together, half of them at most "
                    + times[times.length / 2] + " ms, the longest " + times[times.length - 1] + " ms.");
        }
        return options.strict() && failed > 0 ? BAD_INPUT : OK;
    }

    /** What an earlier run has under the same settings. */
    private record Known(
            Map<String, ExchangedRow> byIdentity, Set<String> withSpectrum, Map<String, String> byContent) {
        static Known of(List<Tuple2<String, Boolean>> lines) throws BadInputException {
            Map<String, ExchangedRow> byIdentity = new HashMap<>();
            Set<String> withSpectrum = new HashSet<>();
            Map<String, String> byContent = new HashMap<>();
            for (Tuple2<String, Boolean> line : lines) {
                ExchangedRow row = RowLines.read(line._1());
                byIdentity.put(row.identity(), row);
                if (line._2()) {
                    withSpectrum.add(row.identity());
                }
                if (!row.row().isFailed()) {
                    byContent.put(row.row().key().content(), line._1());
                }
            }
            return new Known(byIdentity, withSpectrum, byContent);
        }

        /** Whether nothing has to be done about a matrix: its file, and what is known of it besides, have not changed. */
        boolean has(PlannedMatrix matrix, boolean eigenvalues) {
            try {
                ExchangedRow planned = RowLines.read(matrix.place());
                ExchangedRow row = byIdentity.get(planned.identity());
                return row != null
                        && !row.row().isFailed()
                        && row.file().isSameAs(planned.file())
                        && row.row().attributes().equals(planned.row().attributes())
                        && row.row()
                                .cells()
                                .only(Column.ofMatrix())
                                .equals(planned.row().cells())
                        && (!eigenvalues || withSpectrum.contains(row.identity()));
            } catch (BadInputException impossible) {
                throw new IllegalStateException("the line is this program's own", impossible);
            }
        }
    }
}
