package org.eigenscope.analysis;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.progress.CancelToken;

/**
 * Values computed once per key and kept, the least recently used leaving first. Safe for many threads.
 *
 * <p>The first thread to ask computes; others that ask meanwhile wait for it, each under its own token. When the
 * computing thread is cancelled, one of the waiting takes over. Failures reach everyone waiting and are not kept.
 */
final class ComputeOnceCache<K, V> {
    private static final long POLL_MILLISECONDS = 20;

    private final Map<K, V> finished;
    private final Map<K, CompletableFuture<V>> running = new HashMap<>();

    /** Computes the value when it is not in the cache. */
    @FunctionalInterface
    interface Computation<V> {
        V compute() throws EigenscopeException;
    }

    ComputeOnceCache(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity = " + capacity + " is not positive");
        }
        finished = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > capacity;
            }
        };
    }

    /**
     * The value of a key, computed at most once at a time.
     *
     * @throws CancelledException if this caller's token was cancelled
     * @throws EigenscopeException if the computation failed
     */
    V get(K key, CancelToken cancel, Computation<V> computation) throws EigenscopeException {
        while (true) {
            cancel.throwIfCancelled();
            CompletableFuture<V> mine = new CompletableFuture<>();
            CompletableFuture<V> others;
            synchronized (running) {
                V value = finished.get(key);
                if (value != null) {
                    return value;
                }
                others = running.putIfAbsent(key, mine);
            }
            if (others == null) {
                return lead(key, mine, computation);
            }
            Optional<V> value = await(others, cancel);
            if (value.isPresent()) {
                return value.get();
            }
        }
    }

    /** The value if it is there already. */
    Optional<V> peek(K key) {
        synchronized (running) {
            return Optional.ofNullable(finished.get(key));
        }
    }

    private V lead(K key, CompletableFuture<V> mine, Computation<V> computation) throws EigenscopeException {
        try {
            V value = computation.compute();
            synchronized (running) {
                finished.put(key, value);
                running.remove(key);
            }
            mine.complete(value);
            return value;
        } catch (EigenscopeException | RuntimeException | Error e) {
            synchronized (running) {
                running.remove(key);
            }
            mine.completeExceptionally(e);
            throw e;
        }
    }

    /** The other thread's value, or nothing if that thread was cancelled. */
    private static <V> Optional<V> await(CompletableFuture<V> others, CancelToken cancel) throws EigenscopeException {
        while (true) {
            cancel.throwIfCancelled();
            try {
                return Optional.of(others.get(POLL_MILLISECONDS, TimeUnit.MILLISECONDS));
            } catch (TimeoutException notYet) {
                // look at the cancel token again, then wait on
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancelledException();
            } catch (ExecutionException e) {
                return afterFailure(e.getCause());
            }
        }
    }

    private static <V> Optional<V> afterFailure(Throwable cause) throws EigenscopeException {
        if (cause instanceof CancelledException) {
            return Optional.empty();
        }
        if (cause instanceof EigenscopeException expected) {
            throw expected;
        }
        throw new IllegalStateException("the thread that computed this value failed", cause);
    }
}
