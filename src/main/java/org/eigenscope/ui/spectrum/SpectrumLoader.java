package org.eigenscope.ui.spectrum;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.eigenscope.analysis.SpectrumService;
import org.eigenscope.analysis.TensorSpectrum;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.library.SelectedTensor;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.SolverChoice;
import org.eigenscope.spectrum.SpectrumOptions;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.Outcome;

/** Reads the tensor that the user chose and computes its spectrum, under the conventions that the user chose. */
final class SpectrumLoader {
    private final SpectrumService spectra;
    private final LatestTask loading;
    private final Consumer<SpectrumModel.Shown> receiver;
    private final Runnable failed;
    private final ChosenConventions conventions = new ChosenConventions();
    private final WantedTensor wanted = new WantedTensor();
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    private final ReadOnlyStringWrapper awaited = new ReadOnlyStringWrapper(this, "awaited", "");
    private final ReadOnlyObjectWrapper<Optional<Remedy>> remedy =
            new ReadOnlyObjectWrapper<>(this, "remedy", Optional.empty());
    private boolean dropsNonFiniteRows;
    /** The tensor, not asked for yet, that a session will show without its non-finite rows. */
    private Optional<MatrixTarget> rowsDroppedOf = Optional.empty();

    /**
     * @param spectra computes each spectrum once
     * @param loading runs reading and computing
     * @param receiver is given every spectrum that was computed
     * @param failed is run when a tensor has none
     */
    SpectrumLoader(
            SpectrumService spectra, LatestTask loading, Consumer<SpectrumModel.Shown> receiver, Runnable failed) {
        this.failed = failed;
        this.spectra = spectra;
        this.loading = loading;
        this.receiver = receiver;
        conventions.onChanged(this::load);
        wanted.partProperty().addListener((source, old, value) -> load());
    }

    /** The conventions, as the user chose them. */
    ChosenConventions conventions() {
        return conventions;
    }

    /** The tensor that the user chose. */
    WantedTensor wanted() {
        return wanted;
    }

    /** Loads a tensor, or a part of it; the part is empty for the whole tensor. */
    void load(SelectedTensor tensor, String part) {
        wanted.set(Optional.empty());
        wanted.partProperty().set(part);
        wanted.set(Optional.of(tensor));
        dropsNonFiniteRows = rowsDroppedOf.filter(wanted::isAt).isPresent();
        rowsDroppedOf = Optional.empty();
        load();
    }

    /** Takes a tensor as what is asked for, without loading it. */
    void keep(SelectedTensor tensor) {
        cancel();
        wanted.set(Optional.empty());
        wanted.partProperty().set("");
        wanted.set(Optional.of(tensor));
    }

    /**
     * Takes conventions, and loads the tensor again under them.
     *
     * @param target the only tensor whose rows may be left out
     */
    void adopt(SpectrumOptions options, MatrixTarget target) {
        Optional<SelectedTensor> kept = wanted.whole();
        wanted.set(Optional.empty()); // one reading under all of them, not one for each
        conventions.adopt(options);
        wanted.set(kept);
        boolean isCurrent = wanted.isAt(target);
        dropsNonFiniteRows = options.dropNonFiniteRows() && isCurrent;
        rowsDroppedOf = options.dropNonFiniteRows() && !isCurrent ? Optional.of(target) : Optional.empty();
        load();
    }

    /** Stops loading. */
    void cancel() {
        loading.cancel();
        awaited.set("");
    }

    /** Stops loading, and forgets the tensor. */
    void clear() {
        cancel();
        wanted.set(Optional.empty());
        failure.set("");
    }

    void dismissFailure() {
        failure.set("");
        remedy.set(Optional.empty());
    }

    /** Does what is offered after a failure, if something is. */
    void applyRemedy() {
        Optional<Remedy> offered = remedy.get();
        dismissFailure();
        if (offered.equals(Optional.of(Remedy.ESTIMATE))) {
            conventions.solver().set(SolverChoice.SLQ);
        } else if (offered.isPresent()) {
            dropsNonFiniteRows = true;
            load();
        }
    }

    void fail(EigenscopeException reason) {
        failure.set(reason.getMessage());
        remedy.set(Remedy.of(reason));
    }

    private void load() {
        if (wanted.isNone()) {
            return;
        }
        SelectedTensor tensor;
        try {
            tensor = wanted.resolved();
        } catch (BadInputException reason) {
            fail(reason);
            failed.run();
            return;
        }
        awaited.set(tensor.label());
        SpectrumOptions options = conventions.options().withDropNonFiniteRows(dropsNonFiniteRows);
        loading.submit(
                "Reading " + tensor.label(),
                (progress, cancel) -> compute(tensor, options, progress, cancel),
                new Outcome<SpectrumModel.Shown>() {
                    @Override
                    public void succeeded(SpectrumModel.Shown result) {
                        awaited.set("");
                        receiver.accept(result);
                    }

                    @Override
                    public void failed(EigenscopeException reason) {
                        awaited.set("");
                        fail(reason);
                        failed.run();
                    }
                });
    }

    private SpectrumModel.Shown compute(
            SelectedTensor tensor, SpectrumOptions options, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        TensorSpectrum computed = spectra.tensorSpectrum(tensor, options, progress, cancel);
        return new SpectrumModel.Shown(tensor, computed.spectrum(), computed.droppedRows(), options);
    }

    /** What is being read, empty when nothing is. */
    ReadOnlyStringProperty awaitedProperty() {
        return awaited.getReadOnlyProperty();
    }

    ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Remedy>> remedyProperty() {
        return remedy.getReadOnlyProperty();
    }
}
