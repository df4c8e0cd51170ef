package org.eigenscope.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.matrix.LowRankProduct;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.matrix.MatrixPart;
import org.eigenscope.matrix.Provenance;
import org.eigenscope.matrix.RowBlocks;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/**
 * A file together with the matrices that its tensors stand for: products of adapter pairs, which are listed after the file's own
 * tensors, and the parts of stacked projections, which are not listed but can be asked for by name.
 */
public final class DerivedFile implements MatrixFile {
    private final MatrixFile file;
    private final List<AdapterPair> pairs;
    private final List<TensorInfo> tensors;

    private DerivedFile(MatrixFile file) {
        this.file = Objects.requireNonNull(file, "file");
        this.pairs = AdapterPair.in(file);
        List<TensorInfo> all = new ArrayList<>(file.tensors());
        pairs.forEach(pair -> all.add(pair.info()));
        this.tensors = List.copyOf(all);
    }

    /** The file with what its tensors stand for; itself if it is that already. */
    public static DerivedFile over(MatrixFile file) {
        return file instanceof DerivedFile derived ? derived : new DerivedFile(file);
    }

    @Override
    public Path path() {
        return file.path();
    }

    @Override
    public String formatName() {
        return file.formatName();
    }

    @Override
    public List<TensorInfo> tensors() {
        return tensors;
    }

    @Override
    public Map<String, String> metadata() {
        return file.metadata();
    }

    /** The tensor of that name: listed, or a part of one that is. */
    @Override
    public Optional<TensorInfo> find(String name) throws BadInputException {
        Optional<TensorInfo> listed =
                tensors.stream().filter(info -> info.name().equals(name)).findFirst();
        Optional<TensorInfo> found = listed.isPresent() ? listed : part(name).map(part -> info(name, part));
        return found.isPresent() ? found : file.find(name);
    }

    /** What a listed tensor is made of, if it is a stacked projection: {@code q}, {@code k}, {@code v}. */
    public List<String> parts(TensorInfo info) {
        return FusedProjection.parts(info);
    }

    /** A part and the tensor that it is of. */
    private record Part(TensorInfo whole, MatrixPart place) {}

    private Optional<Part> part(String name) {
        return FusedProjection.parse(name)
                .flatMap(parsed -> file.tensors().stream()
                        .filter(info -> info.name().equals(parsed.base()))
                        .findFirst()
                        .flatMap(whole -> FusedProjection.locate(whole, parsed).map(place -> new Part(whole, place))));
    }

    private static TensorInfo info(String name, Part part) {
        long rows = part.place().ofRows() ? part.place().total() : part.whole().rows();
        long columns =
                part.place().ofRows() ? part.whole().columns() : part.place().total();
        return new TensorInfo(name, part.whole().elementType(), List.of(rows, columns), Optional.empty())
                .withStoredAs(part.whole().storedAs());
    }

    private Optional<AdapterPair> pair(String name) {
        return pairs.stream().filter(pair -> pair.name().equals(name)).findFirst();
    }

    @Override
    public Matrix read(String name, ProgressListener progress, CancelToken cancel) throws EigenscopeException {
        Optional<LowRankProduct> product = product(name, progress, cancel);
        if (product.isPresent()) {
            return product.get().formed();
        }
        Optional<Part> part = isListed(name) ? Optional.empty() : part(name);
        if (part.isPresent()) {
            Matrix whole = file.read(part.get().whole().name(), progress, cancel);
            return part.get().place().cutFrom(whole, provenance(name));
        }
        return file.read(name, progress, cancel);
    }

    private boolean isListed(String name) {
        return tensors.stream().anyMatch(info -> info.name().equals(name));
    }

    private Provenance provenance(String name) {
        return new Provenance(file.path(), name, file.metadata());
    }

    /**
     * The product of that name, not formed; empty if there is none.
     *
     * @throws EigenscopeException if a factor cannot be read
     */
    public Optional<LowRankProduct> product(String name, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        Optional<AdapterPair> pair = pair(name);
        if (pair.isEmpty()) {
            return Optional.empty();
        }
        Matrix left = file.read(pair.get().left().name(), progress, cancel);
        Matrix right = file.read(pair.get().right().name(), progress, cancel);
        return Optional.of(new LowRankProduct(left, right, pair.get().scale(), provenance(name)));
    }

    @Override
    public RowBlocks rows(String name, ProgressListener progress, CancelToken cancel) throws EigenscopeException {
        boolean own = pair(name).isEmpty()
                && file.tensors().stream().anyMatch(info -> info.name().equals(name));
        return own ? file.rows(name, progress, cancel) : RowBlocks.of(read(name, progress, cancel));
    }

    /**
     * The name of a part of a tensor.
     *
     * @param part {@code q}, {@code k} or {@code v}, or one head of it, {@code q:3/12}
     * @throws BadInputException if the tensor cannot be split so
     */
    public String partName(TensorInfo info, String part) throws BadInputException {
        String name = FusedProjection.name(info.name(), part);
        if (part(name).isEmpty()) {
            throw new BadInputException(file.path().getFileName() + "#" + info.name() + " (" + info.shapeText()
                    + ") has no part '" + part
                    + "': parts are q, k, v, or a head such as q:3/12, of a matrix that is three"
                    + " times as long as wide; of any other, say how its heads lie (stacked:H,KV,D or interleaved:H,KV,D with"
                    + " (H + 2·KV)·D rows or columns).");
        }
        return name;
    }

    @Override
    public void close() {
        file.close();
    }

    /** Equal when over the same file, so that tensors selected twice are the same. */
    @Override
    public boolean equals(Object other) {
        return other instanceof DerivedFile derived && derived.file.equals(file);
    }

    @Override
    public int hashCode() {
        return file.hashCode();
    }
}
