package org.eigenscope.spark;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.eigenscope.error.BadInputException;
import org.eigenscope.study.exchange.ExchangedRow;
import org.eigenscope.study.exchange.RowFolder;
import org.eigenscope.study.exchange.RowLines;
import scala.Tuple2;

/**
 * The folder of the output. The lines are what counts; Parquet is made of them at the end of a run. Every step leaves a folder from which the
 * next run goes on: new lines are there before old ones go, and rows of a run are there until they are among the lines.
 */
final class OutputFolder {
    private static final String NEW_PARQUET = "_parquet";
    private static final int LINES_A_FILE = 5000;

    private final Path folder;
    private final FileSystem system;

    private OutputFolder(Path folder, FileSystem system) {
        this.folder = folder;
        this.system = system;
    }

    /**
     * Opens the folder of an earlier run, or makes one.
     *
     * @throws BadInputException if it holds something else or cannot be written
     */
    static OutputFolder open(String text) throws BadInputException {
        Path place = Hadoop.with(new Path("."), () -> new Path(text));
        FileSystem system = Hadoop.with(place, () -> Hadoop.of(place));
        Path folder = system.makeQualified(place);
        Path mark = new Path(folder, RowFolder.MARK);
        boolean mine = Hadoop.with(
                mark,
                () -> system.exists(mark) && Hadoop.text(system, mark).strip().equals(RowFolder.VERSION));
        if (!mine) {
            boolean taken = Hadoop.with(
                    folder,
                    () -> system.exists(folder)
                            && (system.getFileStatus(folder).isFile() || system.listStatus(folder).length > 0));
            if (taken) {
                throw new BadInputException(
                        folder + " exists and is no output of a survey of this version; name another"
                                + " folder after --out.");
            }
            Hadoop.with(folder, () -> {
                system.mkdirs(new Path(folder, RowFolder.ROWS));
                Hadoop.write(system, mark, (RowFolder.VERSION + "\n").getBytes(StandardCharsets.UTF_8), "mark");
                return null;
            });
        }
        Hadoop.with(folder, () -> system.mkdirs(new Path(folder, RowFolder.ROWS)));
        return new OutputFolder(folder, system);
    }

    String path() {
        return folder.toString();
    }

    private List<String> files(String part) throws IOException {
        List<String> files = new ArrayList<>();
        Path place = new Path(folder, part);
        if (!system.exists(place)) {
            return files;
        }
        for (FileStatus inside : system.listStatus(place)) {
            String name = inside.getPath().getName();
            if (inside.isDirectory()) {
                files.addAll(files(part + "/" + name));
            } else if (name.matches("part-\\d+\\.gz|[0-9a-f]{64}\\.json")) {
                files.add(inside.getPath().toString());
            }
        }
        return files;
    }

    /** Every row once, the latest of each matrix and settings, as lines. */
    JavaRDD<String> rows(JavaSparkContext spark) throws IOException {
        List<String> files = new ArrayList<>(files(RowFolder.LINES));
        files.addAll(files(RowFolder.ROWS));
        int parts = Math.max(1, Math.min(files.size(), 2 * spark.defaultParallelism()));
        return spark.parallelize(files, parts)
                .flatMap(OutputFolder::lines)
                .mapToPair(line -> {
                    ExchangedRow row = RowLines.read(line);
                    return new Tuple2<>(row.identity(), new Tuple2<>(row.written(), line));
                })
                .reduceByKey(
                        (a, b) -> a._1() > b._1() || a._1().equals(b._1()) && a._2().compareTo(b._2()) > 0 ? a : b,
                        parts)
                .map(pair -> pair._2()._2());
    }

    private static Iterator<String> lines(String file) throws IOException {
        Path path = new Path(file);
        try (InputStream raw = Hadoop.of(path).open(path);
                InputStream in = file.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank()).toList().iterator();
        }
    }

    /** Whether an earlier run ended before its rows were among the lines. */
    boolean isUnfinished() throws IOException {
        return !files(RowFolder.ROWS).isEmpty() || system.exists(new Path(folder, NEW_PARQUET));
    }

    /** Puts the rows of a run among the lines, and makes the Parquet files anew. */
    void commit(SparkSession session) throws IOException {
        JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
        JavaRDD<String> rows = rows(spark).cache();
        List<String> loose = files(RowFolder.ROWS);
        Path lines = new Path(folder, RowFolder.LINES);
        String run = UUID.randomUUID().toString();
        Path fresh = new Path(lines, run);
        system.mkdirs(fresh);
        String target = fresh.toString();
        int parts = (int) Math.max(1, rows.count() / LINES_A_FILE);
        rows.coalesce(parts).foreachPartition(some -> writeLines(some, target));
        parquet(session, rows);
        for (FileStatus old : system.listStatus(lines)) {
            if (!old.getPath().getName().equals(run)) {
                system.delete(old.getPath(), true);
            }
        }
        for (String row : loose) {
            system.delete(new Path(row), false);
        }
        rows.unpersist();
    }

    private static void writeLines(Iterator<String> lines, String target) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            while (lines.hasNext()) {
                out.write((lines.next() + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        TaskContext task = TaskContext.get();
        Path file = new Path(target, String.format("part-%05d.gz", task.partitionId()));
        Hadoop.write(Hadoop.of(file), file, bytes.toByteArray(), Long.toString(task.taskAttemptId()));
    }

    private void parquet(SparkSession session, JavaRDD<String> rows) throws IOException {
        Path made = new Path(folder, NEW_PARQUET);
        system.delete(made, true);
        session.createDataFrame(rows.map(ParquetRow::of), ParquetRow.schema())
                .repartition(functions.col("model"), functions.col("step"))
                .sortWithinPartitions("source", "depth", "tensor")
                .write()
                .partitionBy("model", "step")
                .parquet(made.toString());
        for (FileStatus old : system.listStatus(folder)) {
            if (!old.getPath().getName().startsWith("_")
                    && !old.getPath().getName().startsWith(".")) {
                system.delete(old.getPath(), true);
            }
        }
        for (FileStatus part : system.listStatus(made)) {
            system.rename(part.getPath(), new Path(folder, part.getPath().getName()));
        }
        system.delete(made, true);
    }
}
