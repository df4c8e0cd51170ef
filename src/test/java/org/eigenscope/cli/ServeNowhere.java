package org.eigenscope.cli;

import java.nio.file.Path;
import org.eigenscope.bridge.BridgeThreads;
import org.eigenscope.cli.serve.ServeHost;

/** A host without servers, for tests of other commands: nothing is found, and nothing can be started. */
final class ServeNowhere implements ServeHost {
    @Override
    public Path folder() {
        return Path.of("there", "is", "no", "such", "folder");
    }

    @Override
    public BridgeThreads threads() {
        throw new IllegalArgumentException("threads are not lent here");
    }

    @Override
    public void untilKilled(Runnable ending) {
        ending.run();
    }
}
