package org.eigenscope.study.survey;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.format.text.NumberTable;
import org.eigenscope.io.format.text.TextReader;
import org.eigenscope.library.DerivedFile;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.study.StudyMatrix;

/**
 * A tensor of one dimension that lists eigenvalues: one whose name says so, the only one of a file that holds no matrix, or each of an
 * npz archive without matrices. What has another name in a file of matrices is a bias.
 *
 * @param file where it is
 * @param info what the file declares of it
 */
public record ListedEigenvalues(DerivedFile file, TensorInfo info) {
    private static final String SINGULAR_VALUES = "svals?|svs?|singular_?values?";
    private static final String EIGENVALUES = "eigs?|e?vals?|evs|esd|spectrum|" + SINGULAR_VALUES;

    /** Says "eigenvalues", in full or in short; "weight" has the same three letters in it. */
    private static final Pattern NAME = Pattern.compile(
            "(?i)eigen_?v|eigval|(?:^|[^a-z])eigs?(?![a-z])|(?:^|[._/])(?:" + EIGENVALUES + ")(?:$|[._/])");

    /** Says so in a file without matrices; beside matrices it is a scale of a layer. */
    private static final Pattern NAME_ALONE = Pattern.compile("(?i)(?:^|[._/])lambdas?(?:$|[._/])");

    private static final Pattern SINGULAR = Pattern.compile("(?i)singular|(?:^|[._/])svs?(?:als)?(?:$|[._/])");
    private static final Pattern AT_THE_END =
            Pattern.compile("(?i)(?<=.)[._/](?:eigen_?v\\w*|eigval\\w*|lambdas?|" + EIGENVALUES + ")$");
    private static final Pattern SHAPE = Pattern.compile("\\s*\\(?(\\d{1,9})\\s*[x×,]\\s*(\\d{1,9})\\)?\\s*");
    private static final String SHAPE_OF = ".shape";
    private static final String ARCHIVE = "npz";
    private static final int FEWEST = 2;

    /** Whether a tensor of a file is such a list. */
    static boolean isList(DerivedFile file, TensorInfo info) {
        long entries = info.shape().stream().reduce(1L, (a, b) -> a * b);
        long proper = info.shape().stream().filter(size -> size > 1).count();
        if (info.isReadable()
                || !info.hasEntries()
                || proper != 1
                || entries < FEWEST
                || info.name().endsWith(SHAPE_OF)) {
            return false;
        }
        if (NAME.matcher(info.name()).find()) {
            return true;
        }
        List<TensorInfo> all = file.tensors();
        boolean archive = file.formatName().equals(ARCHIVE) || all.size() == 1;
        return (archive || NAME_ALONE.matcher(info.name()).find())
                && all.stream().noneMatch(TensorInfo::isReadable);
    }

    /** The name of the matrix whose eigenvalues a tensor lists: {@code fc1.weight} for {@code fc1.weight.eigenvalues}. */
    static String matrixName(String name) {
        return AT_THE_END.matcher(name).replaceFirst("");
    }

    /** Whether the name says that they are singular values. */
    boolean isSingular() {
        return SINGULAR.matcher(info.name()).find();
    }

    /** The numbers. */
    double[] values(ProgressListener progress, CancelToken cancel) throws EigenscopeException {
        long count = info.shape().stream().reduce(1L, (a, b) -> a * b);
        double[] values = file.formatName().equals(TextReader.NAME)
                ? NumberTable.read(file.path()).values()
                : file.entries(info.name(), 0, count, progress, cancel);
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new BadInputException("The list " + info.name() + " in "
                        + file.path().getFileName() + " holds " + value + ", which is no eigenvalue.");
            }
        }
        return values;
    }

    /** The shape of their matrix, if the file says it: as {@code NAME.shape} in what it says of itself, or as a tensor of that name. */
    Optional<StudyMatrix.Shape> shape() {
        String said = file.metadata().getOrDefault(info.name() + SHAPE_OF, "");
        Matcher sizes = SHAPE.matcher(said);
        if (sizes.matches()) {
            return shape(Long.parseLong(sizes.group(1)), Long.parseLong(sizes.group(2)));
        }
        Optional<TensorInfo> beside = file.tensors().stream()
                .filter(other -> other.name().equals(info.name() + SHAPE_OF))
                .filter(other -> other.hasEntries() && other.shape().equals(List.of(2L)))
                .findFirst();
        return beside.flatMap(this::shape);
    }

    private Optional<StudyMatrix.Shape> shape(TensorInfo sizes) {
        try {
            double[] two = ((MatrixFile) file).entries(sizes.name(), 0, 2, ProgressListener.NONE, CancelToken.NONE);
            boolean whole =
                    two[0] == Math.rint(two[0]) && two[1] == Math.rint(two[1]) && Math.max(two[0], two[1]) < 1e9;
            return whole ? shape((long) two[0], (long) two[1]) : Optional.empty();
        } catch (EigenscopeException unreadable) {
            return Optional.empty();
        }
    }

    /** Only a shape whose smaller side has room for them is one of theirs. */
    private Optional<StudyMatrix.Shape> shape(long rows, long columns) {
        long count = info.shape().stream().reduce(1L, (a, b) -> a * b);
        return Math.min(rows, columns) >= count
                ? Optional.of(new StudyMatrix.Shape(rows, columns, info.dtype()))
                : Optional.empty();
    }
}
