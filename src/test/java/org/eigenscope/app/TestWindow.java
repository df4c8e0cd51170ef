package org.eigenscope.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.stage.Stage;
import org.eigenscope.ui.settings.MemorySettings;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window on a headless toolkit, with settings that last as long as the test. */
final class TestWindow implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private AppContext context;
    private Stage stage;

    private TestWindow() {}

    /** Shows the window and waits until keys reach it. */
    static TestWindow open(String... arguments) throws TimeoutException {
        return open(() -> AppContext.create(new MemorySettings()), arguments);
    }

    /** The same, with autosave in a folder. */
    static TestWindow open(Path autosave, String... arguments) throws TimeoutException {
        return open(() -> AppContext.create(new MemorySettings(), autosave), arguments);
    }

    static TestWindow open(Supplier<AppContext> create, String... arguments) throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        TestWindow window = new TestWindow();
        FxToolkit.setupStage(primary -> {
            window.stage = new Stage();
            window.context = create.get();
            window.context.show(window.stage, List.of(arguments));
            window.stage.requestFocus();
        });
        waitUntil(() -> window.stage.isShowing() && window.stage.isFocused());
        WaitForAsyncUtils.waitForFxEvents();
        return window;
    }

    AppContext context() {
        return context;
    }

    Stage stage() {
        return stage;
    }

    static void waitUntil(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                PATIENCE_SECONDS,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
    }

    @Override
    public void close() throws TimeoutException {
        FxToolkit.cleanupStages();
        context.close();
    }
}
