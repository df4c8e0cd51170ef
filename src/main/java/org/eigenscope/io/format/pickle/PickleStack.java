package org.eigenscope.io.format.pickle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The values a pickle has pushed, with marks between them. */
final class PickleStack {
    private final List<PyValue> values = new ArrayList<>();
    private final Deque<Integer> marks = new ArrayDeque<>();

    void push(PyValue value) {
        values.add(value);
    }

    void mark() {
        marks.push(values.size());
    }

    PyValue pop() throws MalformedPickleException {
        expectValue();
        return values.remove(values.size() - 1);
    }

    PyValue peek() throws MalformedPickleException {
        expectValue();
        return values.get(values.size() - 1);
    }

    /** The values above the last mark, which goes with them. */
    List<PyValue> popToMark() throws MalformedPickleException {
        if (marks.isEmpty()) {
            throw new MalformedPickleException("it takes values from before its first mark");
        }
        return popFrom(marks.pop());
    }

    /** The last few values in their order. */
    List<PyValue> pop(int count) throws MalformedPickleException {
        int floor = marks.isEmpty() ? 0 : marks.peek();
        if (values.size() - floor < count) {
            throw underflow();
        }
        return popFrom(values.size() - count);
    }

    /** Whether a mark lies on top, which POP then takes. */
    boolean popMarkOnTop() {
        if (!marks.isEmpty() && marks.peek() == values.size()) {
            marks.pop();
            return true;
        }
        return false;
    }

    private List<PyValue> popFrom(int index) {
        List<PyValue> top = values.subList(index, values.size());
        List<PyValue> popped = new ArrayList<>(top);
        top.clear();
        return popped;
    }

    private void expectValue() throws MalformedPickleException {
        int floor = marks.isEmpty() ? 0 : marks.peek();
        if (values.size() <= floor) {
            throw underflow();
        }
    }

    private static MalformedPickleException underflow() {
        return new MalformedPickleException("it takes more values than it has pushed");
    }
}
