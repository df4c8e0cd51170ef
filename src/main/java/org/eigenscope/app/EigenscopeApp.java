package org.eigenscope.app;

import javafx.application.Application;
import javafx.stage.Stage;

/** The JavaFX application. Its parameters are files to open, {@code FILE} or {@code FILE#NAME}. */
public final class EigenscopeApp extends Application {
    private AppContext context;

    @Override
    public void start(Stage stage) {
        context = AppContext.create();
        ProgramFolders.guide()
                .ifPresent(pages -> context.models()
                        .main()
                        .guide()
                        .offer(pages, page -> getHostServices().showDocument(page.toString())));
        context.show(stage, getParameters().getRaw());
    }

    @Override
    public void stop() {
        if (context != null) {
            context.close();
        }
    }
}
