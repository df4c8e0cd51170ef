package org.eigenscope.network.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.network.layer.Shape;
import org.eigenscope.network.model.Targets;

/** Images and their classes in a folder of IDX files, named as MNIST's are. */
final class ImageFiles {
    private static final List<String> ENDINGS = List.of("", ".gz");
    private static final double LARGEST_PIXEL = 255;

    private ImageFiles() {}

    /** A file of the folder, plain or packed; MNIST's names also occur with a dot before {@code idx}. */
    private static Optional<Path> find(Path folder, String name) {
        return ENDINGS.stream()
                .flatMap(ending ->
                        List.of(name, name.replace("-idx", ".idx")).stream().map(each -> folder.resolve(each + ending)))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** Whether the folder has images to train on. */
    static boolean isThere(Path folder) {
        return find(folder, "train-images-idx3-ubyte").isPresent();
    }

    /**
     * Reads the four files, or two if there are none to test on.
     *
     * @throws BadInputException if one is damaged, or they do not fit to each other
     */
    static DataSplit read(Path folder) throws BadInputException {
        IdxFile images = images(folder, "train");
        int[] labels = labels(folder, "train", images);
        boolean hasTest = find(folder, "t10k-images-idx3-ubyte").isPresent();
        IdxFile testImages = hasTest ? images(folder, "t10k") : images;
        int[] testLabels = hasTest ? labels(folder, "t10k", testImages) : labels;
        String name = folder.toAbsolutePath().normalize().getFileName() == null
                ? folder.toString()
                : folder.toAbsolutePath().normalize().getFileName().toString();
        return split(name, List.of(images, testImages), List.of(labels, testLabels), LARGEST_PIXEL, hasTest);
    }

    /** Puts images and labels, each to train and to test on, together. */
    static DataSplit split(String name, List<IdxFile> images, List<int[]> labels, double largest, boolean hasTest)
            throws BadInputException {
        int classes = 2;
        for (int[] some : labels) {
            for (int label : some) {
                classes = Math.max(classes, label + 1);
            }
        }
        if (!images.get(0).shape().subList(1, 3).equals(images.get(1).shape().subList(1, 3))) {
            throw new BadInputException("The images of " + name + " to train on have "
                    + images.get(0).shape().subList(1, 3) + " pixels, those to test on "
                    + images.get(1).shape().subList(1, 3) + ".");
        }
        DataSet training = set(images.get(0), labels.get(0), classes, largest);
        return new DataSplit(
                name, training, hasTest ? set(images.get(1), labels.get(1), classes, largest) : training, hasTest);
    }

    private static DataSet set(IdxFile images, int[] labels, int classes, double largest) {
        Shape shape = new Shape(1, images.shape().get(1), images.shape().get(2));
        return new DataSet(
                shape,
                new Samples.Bytes(images.values(), shape.size(), 1 / largest),
                Targets.ofLabels(labels, classes));
    }

    private static Path require(Path folder, String name) throws BadInputException {
        return find(folder, name)
                .orElseThrow(() -> new BadInputException(
                        folder + " has no file " + name + " (or " + name + ".gz), which its images need."));
    }

    private static IdxFile images(Path folder, String part) throws BadInputException {
        Path path = require(folder, part + "-images-idx3-ubyte");
        IdxFile images = IdxFile.read(path);
        if (images.shape().size() != 3) {
            throw new BadInputException(
                    path + " holds an array of shape " + images.shape() + "; images have three sizes.");
        }
        return images;
    }

    private static int[] labels(Path folder, String part, IdxFile images) throws BadInputException {
        Path path = require(folder, part + "-labels-idx1-ubyte");
        return labels(IdxFile.read(path), path.toString(), images);
    }

    /** The labels of images, as whole numbers. */
    static int[] labels(IdxFile labels, String path, IdxFile images) throws BadInputException {
        if (labels.shape().size() != 1
                || !labels.shape().get(0).equals(images.shape().get(0))) {
            throw new BadInputException(path + " holds labels of shape " + labels.shape() + " for "
                    + images.shape().get(0) + " images.");
        }
        int[] whole = new int[labels.values().length];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = Byte.toUnsignedInt(labels.values()[i]);
        }
        return whole;
    }
}
