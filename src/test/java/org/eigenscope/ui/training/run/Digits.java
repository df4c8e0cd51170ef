package org.eigenscope.ui.training.run;

import java.util.Map;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.ui.training.form.TrainingForm;
import org.eigenscope.ui.training.form.TrainingPlan;

/** Small trainings of the digits for tests: 1,437 samples, an MLP with one hidden layer of 16. */
public final class Digits {
    private Digits() {}

    public static TrainingPlan plan(Map<String, String> texts) {
        TrainingForm form = new TrainingForm();
        form.fill(texts);
        return form.planProperty().get().orElseThrow();
    }

    public static Map<String, String> texts(String batch, String epochs) {
        return Map.of("net", "mlp:16", "batch", batch, "epochs", epochs, "target", "weight:fc1", "inputs", "40");
    }

    public static PreparedTraining prepared(Map<String, String> texts) throws EigenscopeException {
        return new Preparation(plan(texts), 1).run(ProgressListener.NONE, CancelToken.NONE);
    }
}
