package org.eigenscope.study.survey;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.library.DerivedFile;
import org.eigenscope.library.MatrixFileOpener;
import org.eigenscope.library.SelectedTensor;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.study.StudyMatrix;
import org.eigenscope.study.naming.NetworkOrder;
import org.eigenscope.study.naming.TensorNames;

/**
 * What a survey computes, in order.
 *
 * @param items the matrices
 */
public record SurveyPlan(List<SurveyItem> items) {
    public SurveyPlan {
        items = List.copyOf(items);
    }

    /** The names of all attributes, sorted. */
    public List<String> attributeNames() {
        Set<String> names = new TreeSet<>();
        items.forEach(item -> names.addAll(item.matrix().attributes().keySet()));
        return List.copyOf(names);
    }

    /**
     * The part of one of several programs that share the work: every N-th item.
     *
     * @param shard from 1
     * @param of how many there are
     */
    public SurveyPlan shard(int shard, int of) {
        if (shard < 1 || shard > of) {
            throw new IllegalArgumentException("shard " + shard + " is none of " + of);
        }
        List<SurveyItem> own = new ArrayList<>();
        for (int i = shard - 1; i < items.size(); i += of) {
            own.add(items.get(i));
        }
        return new SurveyPlan(own);
    }

    /**
     * The plan of files that were listed.
     *
     * @param base a file, or a folder with files of the same names, whose matrices are subtracted; empty for none
     * @throws EigenscopeException if the base cannot be opened or the work was cancelled
     */
    public static SurveyPlan of(List<SurveyFile> files, Globs globs, Optional<Path> base, CancelToken cancel)
            throws EigenscopeException {
        Builder builder = new Builder(globs, base, cancel);
        for (SurveyFile file : files) {
            builder.add(file);
        }
        return new SurveyPlan(builder.items);
    }

    private static final class Builder {
        private final TensorNames table = TensorNames.usual();
        private final Globs globs;
        private final Optional<Path> base;
        private final CancelToken cancel;
        private final Map<Path, DerivedFile> bases = new HashMap<>();
        private final List<SurveyItem> items = new ArrayList<>();
        private final Set<String> taken = new LinkedHashSet<>();

        Builder(Globs globs, Optional<Path> base, CancelToken cancel) {
            this.globs = globs;
            this.base = base;
            this.cancel = cancel;
        }

        void add(SurveyFile file) throws EigenscopeException {
            if (file.file().isEmpty()) {
                if (globs.takes(file.source(), file.tensor().orElse(""))) {
                    add(
                            file,
                            file.tensor().orElse(""),
                            StudyMatrix.Shape.UNKNOWN,
                            Optional.empty(),
                            new SurveyItem.Unreadable(file.failure()));
                }
                return;
            }
            DerivedFile opened = file.file().get();
            List<TensorInfo> listed = listed(file, opened);
            List<String> names =
                    listed.stream().map(info -> placed(opened, info)).distinct().toList();
            Map<String, NetworkOrder.Position> positions = NetworkOrder.of(names, table);
            int before = items.size();
            boolean left = false;
            for (TensorInfo info : listed) {
                boolean wanted = globs.takes(file.source(), info.name());
                left |= !wanted;
                if (wanted) {
                    add(file, opened, info, Optional.ofNullable(positions.get(placed(opened, info))));
                }
            }
            if (items.size() == before && !left) {
                add(
                        file,
                        file.tensor().orElse(""),
                        StudyMatrix.Shape.UNKNOWN,
                        Optional.empty(),
                        new SurveyItem.Unreadable(file.path() + " holds no matrix and no list of eigenvalues."));
            }
        }

        /** The name that tells a tensor's place in the network. */
        private static String placed(DerivedFile file, TensorInfo info) {
            return ListedEigenvalues.isList(file, info) ? ListedEigenvalues.matrixName(info.name()) : info.name();
        }

        private static List<TensorInfo> listed(SurveyFile file, DerivedFile opened) {
            if (file.tensor().isPresent()) {
                try {
                    return List.of(SelectedTensor.of(opened, file.tensor()).info());
                } catch (BadInputException noMatrix) {
                    Optional<TensorInfo> named = opened.tensors().stream()
                            .filter(info -> info.name().equals(file.tensor().get()))
                            .findFirst();
                    return List.of(named.orElse(TensorInfo.missing(file.tensor().get(), noMatrix.getMessage())));
                }
            }
            return opened.tensors().stream()
                    .filter(info -> isOfUse(opened, info))
                    .toList();
        }

        /** Biases and single numbers are no part of a survey; a matrix that cannot be read is, with the reason. */
        private static boolean isOfUse(DerivedFile file, TensorInfo info) {
            boolean matrix = info.shape().stream().filter(size -> size > 1).count() > 1;
            return info.isReadable() || matrix || ListedEigenvalues.isList(file, info);
        }

        private void add(SurveyFile file, DerivedFile opened, TensorInfo info, Optional<NetworkOrder.Position> position)
                throws EigenscopeException {
            StudyMatrix.Shape shape = new StudyMatrix.Shape(info.rows(), info.columns(), info.dtype());
            if (info.isReadable()) {
                SelectedTensor tensor = new SelectedTensor(opened, info);
                add(
                        file,
                        info.name(),
                        shape,
                        position,
                        base.isPresent() ? difference(file, tensor) : new SurveyItem.Tensor(tensor));
            } else if (ListedEigenvalues.isList(opened, info)) {
                ListedEigenvalues list = new ListedEigenvalues(opened, info);
                Optional<StudyMatrix.Shape> known = list.shape();
                SurveyItem.Entries entries = base.isPresent()
                        ? new SurveyItem.Unreadable("A list of eigenvalues has no difference to a base.")
                        : new SurveyItem.EigenvalueList(list, list.isSingular(), known);
                StudyMatrix.Shape listed = known.orElse(new StudyMatrix.Shape(0, 0, info.dtype()));
                add(file, info.name(), listed, position, entries);
            } else {
                add(file, info.name(), shape, position, new SurveyItem.Unreadable(sentence(info)));
            }
        }

        private static String sentence(TensorInfo info) {
            String reason = info.skipReason().orElse("it cannot be read");
            return reason.endsWith(".") ? reason : "No spectrum can be taken of it: " + reason + ".";
        }

        private SurveyItem.Entries difference(SurveyFile file, SelectedTensor tensor) throws EigenscopeException {
            Path place = base.orElseThrow();
            Path other = Files.isDirectory(place) ? place.resolve(file.path().getFileName()) : place;
            if (Files.isDirectory(place) && !Files.isRegularFile(other)) {
                return new SurveyItem.Unreadable("The base " + place + " has no file " + other.getFileName() + ".");
            }
            DerivedFile opened = bases.get(other);
            if (opened == null) {
                opened = DerivedFile.over(new MatrixFileOpener().open(other, cancel));
                bases.put(other, opened);
            }
            try {
                SelectedTensor zero =
                        SelectedTensor.of(opened, Optional.of(tensor.info().name()));
                return new SurveyItem.Difference(tensor, zero);
            } catch (BadInputException missing) {
                return new SurveyItem.Unreadable(missing.getMessage());
            }
        }

        private void add(
                SurveyFile file,
                String tensor,
                StudyMatrix.Shape shape,
                Optional<NetworkOrder.Position> position,
                SurveyItem.Entries entries) {
            if (taken.add(file.source() + "\n" + tensor)) {
                StudyMatrix matrix = new StudyMatrix(
                        file.source(),
                        tensor,
                        base.map(path -> path.toString().replace('\\', '/')),
                        shape,
                        position,
                        file.attributes().values());
                items.add(new SurveyItem(matrix, file.path(), entries));
            }
        }
    }
}
