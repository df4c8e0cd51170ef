package org.eigenscope.bridge;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps in memory the latest spectrum of each matrix of each run, within a number of bytes: beyond it those go that came first. Safe for
 * many threads.
 */
public final class ReceivedMemory implements BridgeReceiver {
    /** Of a record, its strings and its place, about; what a spectrum holds are two lists of its eigenvalues. */
    private static final long OVERHEAD = 1024;

    private final long mostBytes;
    private final Map<Key, Received> latest = new LinkedHashMap<>();
    private long bytes;

    private record Key(String run, String name) {}

    /** @param mostBytes of all spectra */
    public ReceivedMemory(long mostBytes) {
        if (mostBytes < 1) {
            throw new IllegalArgumentException("mostBytes = " + mostBytes + " is not positive");
        }
        this.mostBytes = mostBytes;
    }

    @Override
    public synchronized int accept(Received received) {
        Key key = new Key(received.label().run(), received.label().name());
        Received old = latest.remove(key);
        bytes -= old == null ? 0 : size(old);
        latest.put(key, received);
        bytes += size(received);
        int dropped = 0;
        Iterator<Received> oldest = latest.values().iterator();
        while (bytes > mostBytes && latest.size() > 1) {
            bytes -= size(oldest.next());
            oldest.remove();
            dropped++;
        }
        return dropped;
    }

    private static long size(Received received) {
        return OVERHEAD
                + 2L * Double.BYTES * received.spectrum().size()
                + OVERHEAD * received.metrics().size();
    }

    /** Without a study there is nothing to put them into. */
    @Override
    public void accept(ReceivedMetrics metrics) {
        // they belong to rows of a study, which this keeps none of
    }

    @Override
    public synchronized Optional<Received> find(Optional<String> run, String name) {
        Optional<Received> found = Optional.empty();
        for (Map.Entry<Key, Received> entry : latest.entrySet()) {
            if (entry.getKey().name().equals(name)
                    && run.map(entry.getKey().run()::equals).orElse(true)) {
                found = Optional.of(entry.getValue());
            }
        }
        return found;
    }

    /** What is kept, the oldest first. */
    public synchronized List<Received> all() {
        return new ArrayList<>(latest.values());
    }
}
