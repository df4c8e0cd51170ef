package org.eigenscope.io.format.pickle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Python value as its pickle describes it. Values may be shared and may contain themselves, so whoever walks them bounds
 * depth and steps; none has an {@code equals} that descends.
 */
public sealed interface PyValue {
    /** The singletons, and what no reader here looks into. */
    enum Constant implements PyValue {
        NONE,
        TRUE,
        FALSE,
        /** An integer beyond 64 bits. */
        HUGE_INTEGER
    }

    /** An integer of at most 64 bits. */
    record Int(long value) implements PyValue {}

    /** A floating-point number. */
    record Real(double value) implements PyValue {}

    /**
     * A text.
     *
     * @param source where it lies, empty if it was written in escapes
     */
    record Text(String value, Optional<Bytes> source) implements PyValue {
        /** A text without a place of its own. */
        static Text of(String value) {
            return new Text(value, Optional.empty());
        }
    }

    /**
     * Bytes, or a text too long to keep, left where they are.
     *
     * @param offset of the first, counted from the start of the stream that the pickle was read from
     * @param utf8 whether they are a text's
     */
    record Bytes(long offset, long length, boolean utf8) implements PyValue {}

    /** The name of a class or function; nothing by that name is ever looked up. */
    record Global(String module, String name) implements PyValue {
        /** For example {@code torch.FloatStorage}. */
        public String qualifiedName() {
            return module + "." + name;
        }
    }

    /** A reference to something that the pickle's writer kept outside. */
    record Persistent(PyValue id) implements PyValue {}

    /** A list, tuple or set. */
    final class Sequence implements PyValue {
        private final List<PyValue> items;

        Sequence(List<PyValue> items) {
            this.items = items;
        }

        public List<PyValue> items() {
            return items;
        }

        /** The item at an index, empty beyond the end. */
        public Optional<PyValue> item(int index) {
            return index < items.size() ? Optional.of(items.get(index)) : Optional.empty();
        }

        void add(PyValue item) {
            items.add(item);
        }
    }

    /** A dictionary: pairs in their order, keys neither hashed nor compared. */
    final class Dict implements PyValue {
        private final List<PyValue> keys = new ArrayList<>();
        private final List<PyValue> values = new ArrayList<>();

        public int size() {
            return keys.size();
        }

        public PyValue key(int index) {
            return keys.get(index);
        }

        public PyValue value(int index) {
            return values.get(index);
        }

        void put(PyValue key, PyValue value) {
            keys.add(key);
            values.add(value);
        }
    }

    /**
     * A call that the pickle asks for and that is not made, with everything it would then do to the result: its state set,
     * items and elements put into it.
     */
    final class Call implements PyValue {
        private final PyValue callee;
        private final PyValue arguments;
        private final Dict items = new Dict();
        private final Sequence elements = new Sequence(new ArrayList<>(0));
        private PyValue state = Constant.NONE;

        Call(PyValue callee, PyValue arguments) {
            this.callee = callee;
            this.arguments = arguments;
        }

        /** The full name of what would be called, empty if it is no plain name. */
        public String function() {
            return callee instanceof Global global ? global.qualifiedName() : "";
        }

        /** What would be called. */
        public PyValue callee() {
            return callee;
        }

        /** The positional arguments, none if they are no tuple. */
        public List<PyValue> arguments() {
            return arguments instanceof Sequence sequence ? sequence.items() : List.of();
        }

        /** The argument at an index, empty beyond the end. */
        public Optional<PyValue> argument(int index) {
            List<PyValue> all = arguments();
            return index < all.size() ? Optional.of(all.get(index)) : Optional.empty();
        }

        /** What {@code __setstate__} would be given, {@link Constant#NONE} if nothing. */
        public PyValue state() {
            return state;
        }

        /** Pairs that would be set as items. */
        public Dict items() {
            return items;
        }

        /** Elements that would be appended. */
        public Sequence elements() {
            return elements;
        }

        void setState(PyValue newState) {
            state = newState;
        }
    }
}
