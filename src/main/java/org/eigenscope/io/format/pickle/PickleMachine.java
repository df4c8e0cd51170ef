package org.eigenscope.io.format.pickle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eigenscope.io.format.pickle.PyValue.Call;
import org.eigenscope.io.format.pickle.PyValue.Dict;
import org.eigenscope.io.format.pickle.PyValue.Global;
import org.eigenscope.io.format.pickle.PyValue.Persistent;
import org.eigenscope.io.format.pickle.PyValue.Sequence;
import org.eigenscope.io.format.pickle.PyValue.Text;

/**
 * Follows one pickle, opcode by opcode, without recursion. Calls are written down instead of made, so no pickle can do
 * anything; every opcode costs one bounded step and leaves a bounded value behind, and the steps are counted.
 */
final class PickleMachine {
    /** A checkpoint of a network with 10,000 tensors and its optimiser's state takes about two million. */
    private static final long MAX_STEPS = 16_000_000;

    /** A step leaves up to about 120 bytes behind, so that a pickle's values fill half of the heap at most. */
    private static final long HEAP_BYTES_PER_STEP = 256;

    private final PickleInput in;
    private final PickleAtoms atoms;
    private final PickleStack stack = new PickleStack();
    private final Map<Long, PyValue> memo = new HashMap<>();
    private final List<Persistent> persistents = new ArrayList<>();

    PickleMachine(PickleInput in) {
        this.in = in;
        this.atoms = new PickleAtoms(in);
    }

    /** The value that the pickle leaves when it stops. */
    PyValue run() throws IOException, MalformedPickleException {
        long steps = Math.min(MAX_STEPS, Runtime.getRuntime().maxMemory() / HEAP_BYTES_PER_STEP);
        for (long step = 0; step < steps; step++) {
            int opcode = in.nextByte();
            if (opcode == Opcodes.STOP) {
                return stack.pop();
            }
            PyValue atom = atoms.read(opcode);
            if (atom != null) {
                stack.push(atom);
            } else if (!arrange(opcode) && !remember(opcode) && !fill(opcode) && !writeDownCall(opcode)) {
                throw new MalformedPickleException(
                        "it has the unknown opcode 0x" + Integer.toHexString(opcode) + " at byte " + in.position());
            }
        }
        throw new MalformedPickleException(
                "it has more than the " + steps + " steps that this program's memory allows");
    }

    /** Every reference to something outside that the pickle makes, in its order. */
    List<Persistent> persistents() {
        return persistents;
    }

    /** Opcodes about the stack itself, and new containers. */
    private boolean arrange(int opcode) throws IOException, MalformedPickleException {
        switch (opcode) {
            case Opcodes.PROTO -> in.skip(1);
            case Opcodes.FRAME -> in.skip(Long.BYTES);
            case Opcodes.MARK -> stack.mark();
            case Opcodes.POP -> pop();
            case Opcodes.POP_MARK -> stack.popToMark();
            case Opcodes.DUP -> stack.push(stack.peek());
            case Opcodes.EMPTY_TUPLE -> stack.push(new Sequence(new ArrayList<>(0)));
            case Opcodes.EMPTY_LIST, Opcodes.EMPTY_SET -> stack.push(new Sequence(new ArrayList<>()));
            case Opcodes.EMPTY_DICT -> stack.push(new Dict());
            case Opcodes.TUPLE, Opcodes.LIST, Opcodes.FROZENSET -> stack.push(new Sequence(stack.popToMark()));
            case Opcodes.TUPLE1 -> stack.push(new Sequence(stack.pop(1)));
            case Opcodes.TUPLE2 -> stack.push(new Sequence(stack.pop(2)));
            case Opcodes.TUPLE3 -> stack.push(new Sequence(stack.pop(3)));
            case Opcodes.DICT -> stack.push(dict(stack.popToMark()));
            case Opcodes.READONLY_BUFFER -> stack.peek();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void pop() throws MalformedPickleException {
        if (!stack.popMarkOnTop()) {
            stack.pop();
        }
    }

    private boolean remember(int opcode) throws IOException, MalformedPickleException {
        switch (opcode) {
            case Opcodes.PUT -> memo.put(index(in.line()), stack.peek());
            case Opcodes.BINPUT -> memo.put(in.unsigned(1), stack.peek());
            case Opcodes.LONG_BINPUT -> memo.put(in.unsigned(4), stack.peek());
            case Opcodes.MEMOIZE -> memo.put((long) memo.size(), stack.peek());
            case Opcodes.GET -> stack.push(recall(index(in.line())));
            case Opcodes.BINGET -> stack.push(recall(in.unsigned(1)));
            case Opcodes.LONG_BINGET -> stack.push(recall(in.unsigned(4)));
            default -> {
                return false;
            }
        }
        return true;
    }

    private PyValue recall(long index) throws MalformedPickleException {
        PyValue value = memo.get(index);
        if (value == null) {
            throw new MalformedPickleException("it refers to value " + index + ", which it never kept");
        }
        return value;
    }

    private static long index(String line) throws MalformedPickleException {
        try {
            return Long.parseLong(line);
        } catch (NumberFormatException malformed) {
            throw new MalformedPickleException("it refers to a value by no number");
        }
    }

    /** Opcodes that put values into the container below them. */
    private boolean fill(int opcode) throws MalformedPickleException {
        switch (opcode) {
            case Opcodes.APPEND -> addAll(stack.pop(1));
            case Opcodes.APPENDS, Opcodes.ADDITEMS -> addAll(stack.popToMark());
            case Opcodes.SETITEM -> putAll(stack.pop(2));
            case Opcodes.SETITEMS -> putAll(stack.popToMark());
            case Opcodes.BUILD -> build(stack.pop());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void addAll(List<PyValue> items) throws MalformedPickleException {
        PyValue target = stack.peek();
        if (target instanceof Call call) {
            items.forEach(call.elements()::add);
        } else if (target instanceof Sequence sequence) {
            items.forEach(sequence::add);
        } else {
            throw new MalformedPickleException("it appends to something that is no list");
        }
    }

    private void putAll(List<PyValue> pairs) throws MalformedPickleException {
        PyValue target = stack.peek();
        if (target instanceof Call call) {
            putAll(pairs, call.items());
        } else if (target instanceof Dict dict) {
            putAll(pairs, dict);
        } else {
            throw new MalformedPickleException("it sets items of something that has none");
        }
    }

    private static Dict dict(List<PyValue> pairs) throws MalformedPickleException {
        Dict dict = new Dict();
        putAll(pairs, dict);
        return dict;
    }

    private static void putAll(List<PyValue> pairs, Dict dict) throws MalformedPickleException {
        if (pairs.size() % 2 != 0) {
            throw new MalformedPickleException("it has a dictionary with a key but no value");
        }
        for (int i = 0; i < pairs.size(); i += 2) {
            dict.put(pairs.get(i), pairs.get(i + 1));
        }
    }

    /** State that is set on a plain value, as some old writers do, says nothing of tensors. */
    private void build(PyValue state) throws MalformedPickleException {
        if (stack.peek() instanceof Call call) {
            call.setState(state);
        }
    }

    /** Opcodes that would look up classes and functions and run them. */
    private boolean writeDownCall(int opcode) throws IOException, MalformedPickleException {
        switch (opcode) {
            case Opcodes.REDUCE, Opcodes.NEWOBJ -> call(stack.pop(2));
            case Opcodes.NEWOBJ_EX -> call(stack.pop(3));
            case Opcodes.OBJ -> object(stack.popToMark());
            case Opcodes.INST ->
                stack.push(new Call(new Global(in.line(), in.line()), new Sequence(stack.popToMark())));
            case Opcodes.STACK_GLOBAL -> stack.push(global(stack.pop(2)));
            case Opcodes.PERSID -> stack.push(persistent(Text.of(in.line())));
            case Opcodes.BINPERSID -> stack.push(persistent(stack.pop()));
            case Opcodes.EXT1 -> stack.push(extension(in.unsigned(1)));
            case Opcodes.EXT2 -> stack.push(extension(in.unsigned(2)));
            case Opcodes.EXT4 -> stack.push(extension(in.unsigned(4)));
            case Opcodes.NEXT_BUFFER -> stack.push(persistent(Text.of("buffer")));
            default -> {
                return false;
            }
        }
        return true;
    }

    private Persistent persistent(PyValue id) {
        Persistent persistent = new Persistent(id);
        persistents.add(persistent);
        return persistent;
    }

    private void call(List<PyValue> calleeAndArguments) {
        stack.push(new Call(calleeAndArguments.get(0), calleeAndArguments.get(1)));
    }

    private void object(List<PyValue> calleeThenArguments) throws MalformedPickleException {
        if (calleeThenArguments.isEmpty()) {
            throw new MalformedPickleException("it makes an object of no class");
        }
        List<PyValue> arguments = calleeThenArguments.subList(1, calleeThenArguments.size());
        stack.push(new Call(calleeThenArguments.get(0), new Sequence(new ArrayList<>(arguments))));
    }

    private static PyValue global(List<PyValue> moduleAndName) throws MalformedPickleException {
        if (moduleAndName.get(0) instanceof Text module && moduleAndName.get(1) instanceof Text name) {
            return new Global(module.value(), name.value());
        }
        throw new MalformedPickleException("it names a class by something other than two texts");
    }

    private static PyValue extension(long code) {
        return new Global("copyreg.extension", Long.toString(code));
    }
}
