package org.eigenscope.network.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.registry.MatrixFiles;
import org.eigenscope.network.layer.Shape;
import org.eigenscope.network.model.Targets;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/**
 * A user's own data: an npz archive with the arrays X and y (and X_test, y_test), or a folder with X.npy and y.npy (and X_test.npy,
 * y_test.npy), or with IDX files named as MNIST's are. X is samples × numbers, samples × height × width or samples × channels × height ×
 * width; y has a whole number from 0 a sample, which is its class, or for the squared loss any numbers.
 */
public final class OwnData {
    private static final int MOST_CLASSES = 10_000;

    private final Path place;

    private OwnData(Path place) {
        this.place = place;
    }

    /**
     * Reads data.
     *
     * @param place a folder, or an npz archive
     * @param asNumbers whether y are numbers and no classes
     * @throws EigenscopeException if they are not there, damaged, or do not fit to each other
     */
    public static DataSplit read(Path place, boolean asNumbers) throws EigenscopeException {
        if (!Files.exists(place)) {
            throw new BadInputException(
                    place + " does not exist; data are digits, fashion, power-law:A, a folder, or an .npz file.");
        }
        if (Files.isDirectory(place) && ImageFiles.isThere(place)) {
            return ImageFiles.read(place);
        }
        return new OwnData(place).read(asNumbers);
    }

    /**
     * Reads inputs of a network, and answers to them if there are any.
     *
     * @param x an array with a row of as many numbers as the network takes for each sample
     * @param y a whole number a sample, its class, or for {@code asNumbers} a row of as many numbers as the network answers; without it
     *     the answers are zeros
     * @param shape what the network takes
     * @param outputs how many numbers it answers
     * @throws EigenscopeException if a file is damaged or does not fit
     */
    public static DataSet inputs(Path x, Optional<Path> y, Shape shape, int outputs, boolean asNumbers)
            throws EigenscopeException {
        Array inputs = one(x);
        if (inputs.shape().isEmpty()
                || inputs.each() != shape.size()
                || inputs.rows() * inputs.each() != inputs.values().length) {
            throw new BadInputException(inputs.label() + " has the shape " + inputs.shape() + "; a row of "
                    + shape.size() + " numbers a sample is needed, for inputs of shape " + shape + ".");
        }
        int count = (int) inputs.rows();
        Samples samples = new Samples.Numbers(inputs.values(), shape.size());
        if (y.isEmpty()) {
            requirePair(inputs, inputs);
            return new DataSet(shape, samples, Targets.ofValues(new double[count * outputs], outputs));
        }
        Array answers = one(y.get());
        requirePair(inputs, answers);
        if (asNumbers && answers.each() == outputs && outputs > 1) {
            return new DataSet(shape, samples, Targets.ofValues(answers.values(), outputs));
        }
        int[] labels = whole(answers);
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] >= Math.max(2, outputs)) {
                throw new BadInputException(answers.label() + " holds the label " + labels[i] + " of sample " + i
                        + ", counted from 0; the network has " + outputs + " outputs.");
            }
        }
        return new DataSet(shape, samples, Targets.ofLabels(labels, outputs));
    }

    private static Array one(Path path) throws EigenscopeException {
        try (MatrixFile file = MatrixFiles.open(path)) {
            List<TensorInfo> arrays =
                    file.tensors().stream().filter(TensorInfo::hasEntries).toList();
            if (arrays.size() != 1) {
                throw new BadInputException(path + " holds " + arrays.size()
                        + " arrays of numbers; a file with one is needed, such as an .npy file.");
            }
            return read(file, arrays.get(0), path.getFileName().toString());
        }
    }

    /** An array of the data. */
    private record Array(String label, List<Long> shape, double[] values) {
        long rows() {
            return shape.isEmpty() ? 0 : shape.get(0);
        }

        int each() {
            return (int) (values.length / Math.max(1, rows()));
        }
    }

    private DataSplit read(boolean asNumbers) throws EigenscopeException {
        Array x = require("X");
        Array y = require("y");
        Optional<Array> testX = find("X_test");
        Optional<Array> testY = find("y_test");
        if (testX.isPresent() != testY.isPresent()) {
            throw new BadInputException(place + " has only one of X_test and y_test; a test needs both.");
        }
        requirePair(x, y);
        List<Array> answers = new ArrayList<>(List.of(y));
        if (testX.isPresent()) {
            requirePair(testX.get(), testY.get());
            if (!shape(testX.get()).equals(shape(x)) || testY.get().each() != y.each()) {
                throw new BadInputException("X_test and y_test of " + place + " have samples of shape "
                        + shape(testX.get()) + ", X and y of shape " + shape(x) + ".");
            }
            answers.add(testY.get());
        }
        int classes = asNumbers ? 0 : classes(answers);
        DataSet training = set(x, y, classes);
        DataSet test = testX.isPresent() ? set(testX.get(), testY.get(), classes) : training;
        return new DataSplit(place.getFileName().toString(), training, test, testX.isPresent());
    }

    private static DataSet set(Array x, Array y, int classes) throws BadInputException {
        Targets targets = classes == 0 ? Targets.ofValues(y.values(), y.each()) : Targets.ofLabels(whole(y), classes);
        return new DataSet(shape(x), new Samples.Numbers(x.values(), x.each()), targets);
    }

    private static void requirePair(Array x, Array y) throws BadInputException {
        if (x.rows() != y.rows()) {
            throw new BadInputException(
                    x.label() + " has " + x.rows() + " samples, " + y.label() + " " + y.rows() + " answers.");
        }
        for (int i = 0; i < x.values().length; i++) {
            if (!Double.isFinite(x.values()[i])) {
                throw new BadInputException(
                        x.label() + " holds " + x.values()[i] + " in sample " + i / x.each() + ", counted from 0.");
            }
        }
        for (int i = 0; i < y.values().length; i++) {
            if (!Double.isFinite(y.values()[i])) {
                throw new BadInputException(y.label() + " holds " + y.values()[i] + " at " + i + ", counted from 0.");
            }
        }
    }

    private static int classes(List<Array> answers) throws BadInputException {
        int classes = 2;
        for (Array y : answers) {
            for (int label : whole(y)) {
                classes = Math.max(classes, label + 1);
            }
        }
        return classes;
    }

    private static int[] whole(Array y) throws BadInputException {
        if (y.each() != 1) {
            throw new BadInputException(y.label() + " has " + y.each()
                    + " numbers a sample; a class is one whole number. For numbers to fit take the loss squared.");
        }
        int[] labels = new int[y.values().length];
        for (int i = 0; i < labels.length; i++) {
            double value = y.values()[i];
            if (value != Math.rint(value) || value < 0 || value >= MOST_CLASSES) {
                throw new BadInputException(y.label() + " holds the label " + value + " of sample " + i
                        + ", counted from 0; labels are whole numbers from 0 to " + (MOST_CLASSES - 1)
                        + ". For numbers to fit take the loss squared.");
            }
            labels[i] = (int) value;
        }
        return labels;
    }

    private static Shape shape(Array x) throws BadInputException {
        List<Long> sizes = x.shape();
        if (sizes.size() < 2 || sizes.size() > 4) {
            throw new BadInputException(
                    x.label() + " has " + sizes.size()
                            + " sizes; samples × numbers, samples × height × width or samples × channels × height × width is needed.");
        }
        try {
            return switch (sizes.size()) {
                case 2 -> Shape.flat(Math.toIntExact(sizes.get(1)));
                case 3 -> new Shape(1, Math.toIntExact(sizes.get(1)), Math.toIntExact(sizes.get(2)));
                default ->
                    new Shape(
                            Math.toIntExact(sizes.get(1)),
                            Math.toIntExact(sizes.get(2)),
                            Math.toIntExact(sizes.get(3)));
            };
        } catch (ArithmeticException | IllegalArgumentException unusable) {
            throw new BadInputException(
                    x.label() + " has samples of a shape that cannot be used: " + sizes + ".", unusable);
        }
    }

    private Array require(String name) throws EigenscopeException {
        return find(name)
                .orElseThrow(
                        () -> new BadInputException(
                                place + " has no "
                                        + (Files.isDirectory(place) ? name + ".npy" : "array " + name)
                                        + "; data are X and y, as .npy files in a folder or as arrays of an .npz file, or IDX files named as MNIST's."));
    }

    private Optional<Array> find(String name) throws EigenscopeException {
        boolean folder = Files.isDirectory(place);
        Path path = folder ? place.resolve(name + ".npy") : place;
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try (MatrixFile file = MatrixFiles.open(path)) {
            Optional<TensorInfo> info = file.tensors().stream()
                    .filter(each -> folder || each.name().equals(name))
                    .findFirst();
            if (info.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(
                    read(file, info.get(), folder ? path.getFileName().toString() : place.getFileName() + "#" + name));
        }
    }

    private static Array read(MatrixFile file, TensorInfo info, String label) throws EigenscopeException {
        if (!info.hasEntries() || info.elementType().orElseThrow().isComplex()) {
            throw new BadInputException(label + " holds no real numbers.");
        }
        long count = info.shape().stream().reduce(1L, (a, b) -> a * b);
        if (count > Integer.MAX_VALUE - 8
                || count * Double.BYTES > Runtime.getRuntime().maxMemory() / 2) {
            throw new BadInputException(
                    label + " has " + count + " numbers, too many for the memory; raise it with -Xmx.");
        }
        double[] values = file.entries(info.name(), 0, count, ProgressListener.NONE, CancelToken.NONE);
        return new Array(label, info.shape(), values);
    }
}
