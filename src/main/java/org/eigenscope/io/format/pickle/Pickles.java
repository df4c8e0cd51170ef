package org.eigenscope.io.format.pickle;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eigenscope.io.format.pickle.PyValue.Persistent;

/** Consecutive pickles in a stream, read as data. */
public final class Pickles {
    private final PickleInput in;
    private List<Persistent> persistents = List.of();

    private Pickles(PickleInput in) {
        this.in = in;
    }

    /**
     * The pickles in a stream.
     *
     * @param in best a buffered one, since single bytes are read; left open
     * @param length the bytes it holds, beyond which no declared length is believed
     */
    public static Pickles in(InputStream in, long length) {
        return new Pickles(new PickleInput(in, length));
    }

    /**
     * The next pickle's value, with a memo of its own. It takes time and memory in proportion to the pickle's bytes, at
     * most about a gigabyte, and no stack.
     *
     * @throws MalformedPickleException if it breaks the format's rules or has too many steps
     * @throws java.io.EOFException if it ends early or declares more bytes than there are
     */
    public PyValue next() throws IOException, MalformedPickleException {
        PickleMachine machine = new PickleMachine(in);
        PyValue value = machine.run();
        persistents = List.copyOf(machine.persistents());
        return value;
    }

    /** The references to things outside that the last pickle made, in its order. */
    public List<Persistent> persistents() {
        return persistents;
    }

    /** Where the next pickle starts, counted from where the stream stood. */
    public long position() {
        return in.position();
    }
}
