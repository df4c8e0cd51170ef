package org.eigenscope.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.eigenscope.io.TensorAxes;
import org.eigenscope.io.TensorInfo;

/**
 * A tensor of more than two axes as the user wants it read: {@code NAME[rows:0,1]} with these axes as rows, {@code NAME[stack]} as a
 * stack of matrices along all axes but the last two, {@code NAME[3]} as the fourth of a stack, {@code NAME[2,3]} where two axes count.
 *
 * @param base the name of the tensor
 * @param kind what is said of it
 * @param numbers axes or indices, from 0
 */
record AxesView(String base, Kind kind, List<Integer> numbers) {
    enum Kind {
        ROWS,
        STACK,
        MEMBER
    }

    static final String STACK_PART = "stack";
    private static final String ROWS_PART = "rows:";
    private static final int MEMBERS_OFFERED = 512;
    private static final Pattern NAME =
            Pattern.compile("(.*)\\[(?:(stack)|(rows:)?(\\d{1,9}(?:,\\d{1,9}){0,7}))]", Pattern.DOTALL);

    /** Takes a name apart; empty if it says nothing of axes. */
    static Optional<AxesView> parse(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        if (matcher.group(2) != null) {
            return Optional.of(new AxesView(matcher.group(1), Kind.STACK, List.of()));
        }
        List<Integer> numbers =
                Arrays.stream(matcher.group(4).split(",")).map(Integer::valueOf).toList();
        return Optional.of(new AxesView(matcher.group(1), matcher.group(3) == null ? Kind.MEMBER : Kind.ROWS, numbers));
    }

    /** The part of a name that says which axes are rows. */
    static String rowsPart(String axes) {
        return ROWS_PART + axes;
    }

    /** The axes that are meant; empty if the tensor has none such. */
    Optional<TensorAxes> axes(TensorInfo whole) {
        List<Long> shape = whole.shape();
        return switch (kind) {
            case ROWS -> rows(shape);
            case STACK -> whole.axes().filter(TensorAxes::isStack).or(() -> TensorAxes.stackOfLastTwo(shape));
            case MEMBER ->
                whole.knownAxes()
                        .filter(TensorAxes::isStack)
                        .or(() -> TensorAxes.stackOfLastTwo(shape))
                        .filter(axes -> member(axes, shape).isPresent());
        };
    }

    private Optional<TensorAxes> rows(List<Long> shape) {
        boolean sound = numbers.stream().distinct().count() == numbers.size()
                && numbers.size() < shape.size()
                && numbers.stream().allMatch(axis -> axis < shape.size());
        return sound ? Optional.of(TensorAxes.ofRows(numbers, "as said")) : Optional.empty();
    }

    /** Which member is meant, counted with the last axis of the stack fastest; empty if none or there is no such. */
    OptionalLong member(TensorAxes axes, List<Long> shape) {
        if (kind != Kind.MEMBER) {
            return OptionalLong.empty();
        }
        if (numbers.size() == 1) {
            long index = numbers.get(0);
            return index < axes.members(shape) ? OptionalLong.of(index) : OptionalLong.empty();
        }
        if (numbers.size() != axes.stack().size()) {
            return OptionalLong.empty();
        }
        long index = 0;
        for (int i = 0; i < numbers.size(); i++) {
            long size = shape.get(axes.stack().get(i));
            if (numbers.get(i) >= size) {
                return OptionalLong.empty();
            }
            index = index * size + numbers.get(i);
        }
        return OptionalLong.of(index);
    }

    /** What can be said of a tensor: its members, or if nothing is known of its axes, which may be rows. */
    static List<String> choices(TensorInfo info) {
        if (!info.isReadable() || info.shape().size() < 3) {
            return List.of();
        }
        Optional<TensorAxes> known = info.knownAxes();
        if (known.filter(TensorAxes::isStack).isPresent()) {
            long members = Math.min(known.get().members(info.shape()), MEMBERS_OFFERED);
            return LongStream.range(0, members).mapToObj(Long::toString).toList();
        }
        return known.isPresent() ? List.of() : unknown(info.shape());
    }

    private static List<String> unknown(List<Long> shape) {
        List<String> choices = new ArrayList<>();
        for (int last = 0; last < shape.size() - 1; last++) {
            String axes =
                    IntStream.rangeClosed(0, last).mapToObj(String::valueOf).collect(Collectors.joining(","));
            choices.add(rowsPart(axes));
        }
        choices.add(STACK_PART);
        return choices;
    }

    /** What is known of a tensor's axes, as a sentence fragment; empty where rows and columns go without saying. */
    static String describe(TensorInfo info) {
        Optional<TensorAxes> known = info.knownAxes();
        if (!info.isReadable() || info.shape().size() < 3) {
            return "";
        }
        if (known.isEmpty()) {
            return "its " + info.shape().size()
                    + " axes are of unknown meaning: say which are rows, or that it is a stack";
        }
        TensorAxes axes = known.get();
        String meaning = axes.meaning().isEmpty() ? "" : " (" + axes.meaning() + ")";
        String size = axes.rowCount(info.shape()) + "×" + axes.columnCount(info.shape());
        if (axes.isStack()) {
            return "a stack of " + axes.members(info.shape()) + " matrices of " + size + meaning;
        }
        return meaning.isEmpty() ? "" : "a matrix of " + size + meaning;
    }

    /** What to do about a tensor of whose axes nothing is known. */
    static String advice(TensorInfo info, String label) {
        List<Long> shape = info.shape();
        TensorAxes stack = TensorAxes.stackOfLastTwo(shape).orElseThrow();
        Stream<String> rows = unknown(shape).stream()
                .filter(choice -> choice.startsWith(ROWS_PART))
                .map(choice -> choice.substring(ROWS_PART.length()))
                .map(axes -> "--rows " + axes + " (" + sizeOf(axes, shape) + ")");
        String separator = info.name().isEmpty() ? "#" : "";
        return label + " has the shape " + info.shapeText()
                + ", and nothing tells which of its axes are rows; say it with "
                + rows.collect(Collectors.joining(", "))
                + " or --as stack (" + stack.members(shape) + " matrices of " + stack.rowCount(shape) + "×"
                + stack.columnCount(shape) + "), or name one of these, " + label + separator + "[0].";
    }

    private static String sizeOf(String axes, List<Long> shape) {
        List<Integer> numbers =
                Arrays.stream(axes.split(",")).map(Integer::valueOf).toList();
        TensorAxes rows = TensorAxes.ofRows(numbers, "");
        return rows.rowCount(shape) + "×" + rows.columnCount(shape);
    }
}
