package org.eigenscope.cli.train;

import java.io.IOException;
import java.nio.file.Path;
import org.eigenscope.cli.console.Console;
import org.eigenscope.cli.console.Json;
import org.eigenscope.network.checkpoint.RunDescription;
import org.eigenscope.network.train.Snapshot;

/** A line on standard output for each checkpoint: CSV, or JSON. */
final class CheckpointLines {
    private static final String HEADER =
            "run,batch_size,seed,epoch,step,learning_rate,train_loss,train_accuracy,test_loss,test_accuracy,file";

    private final Console console;
    private final boolean json;
    private boolean begun;

    CheckpointLines(Console console, boolean json) {
        this.console = console;
        this.json = json;
    }

    void write(RunDescription run, Snapshot at, Path file) throws IOException {
        console.out().line(json ? json(run, at, file) : csv(run, at, file));
        console.out().flush();
    }

    private String csv(RunDescription run, Snapshot at, Path file) throws IOException {
        if (!begun) {
            begun = true;
            console.out().line(HEADER);
        }
        return String.join(
                ",",
                run.name(),
                Integer.toString(run.settings().batchSize()),
                Long.toString(run.settings().seed()),
                Integer.toString(at.epoch()),
                Long.toString(at.step()),
                number(at.rate()),
                number(at.measures().trainingLoss()),
                number(at.measures().trainingAccuracy()),
                number(at.measures().testLoss()),
                number(at.measures().testAccuracy()),
                quoted(file.toString()));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }

    private static String quoted(String text) {
        return text.matches("[^\",\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String json(RunDescription run, Snapshot at, Path file) throws IOException {
        return Json.line(json -> json.object(() -> {
            json.field("run", run.name());
            json.field("batch_size", run.settings().batchSize());
            json.field("seed", run.settings().seed());
            json.field("epoch", at.epoch());
            json.field("step", at.step());
            json.field("learning_rate", at.rate());
            json.field("train_loss", at.measures().trainingLoss());
            json.field("train_accuracy", at.measures().trainingAccuracy());
            json.field("test_loss", at.measures().testLoss());
            json.field("test_accuracy", at.measures().testAccuracy());
            json.field("file", file.toString());
        }));
    }
}
