package org.eigenscope.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.error.InsufficientMemoryException;
import org.eigenscope.io.FileRange;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.TensorAxes;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.TensorShape;
import org.eigenscope.io.model.ModelSettings;
import org.eigenscope.io.model.NamedAxes;
import org.eigenscope.io.model.PackedTensor;
import org.eigenscope.io.model.PackedWeights;
import org.eigenscope.matrix.LowRankProduct;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.matrix.MatrixPart;
import org.eigenscope.matrix.Provenance;
import org.eigenscope.matrix.RowBlocks;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/**
 * A file together with the matrices that its tensors stand for: what adapters add and the layers with it, which are listed after the
 * file's own tensors, and the parts of stacked projections, the members of stacks and other readings of a tensor's axes, which are not listed but
 * can be asked for by name.
 */
public final class DerivedFile implements MatrixFile {
    private final MatrixFile file;
    private final List<AdapterPair> pairs;
    private final Map<String, PackedTensor> packed;
    private final List<TensorInfo> tensors;

    private DerivedFile(MatrixFile file) {
        this.file = Objects.requireNonNull(file, "file");
        this.pairs = AdapterPair.in(file);
        PackedWeights weights = PackedWeights.in(file);
        this.packed = new LinkedHashMap<>(weights.weights());
        NamedAxes axes = new NamedAxes(weights.listed());
        List<TensorInfo> all = new ArrayList<>();
        weights.listed().forEach(info -> all.add(noted(axes.told(info))));
        pairs.forEach(pair -> all.add(pair.info()));
        List<PackedTensor> adapters = adapters(weights.weights().keySet());
        adapters.forEach(made -> packed.put(made.info().name(), made));
        adapters.forEach(made -> all.add(made.info()));
        this.tensors = List.copyOf(all);
    }

    /** What adapters other than pairs add, and the layers that the file has with all of their adapters. */
    private List<PackedTensor> adapters(Set<String> packedWeights) {
        List<AdapterDelta.Delta> deltas = AdapterDelta.in(file);
        List<AdapterDelta.Delta> all = Stream.concat(
                        deltas.stream(), pairs.stream().flatMap(pair -> pair.delta().stream()))
                .toList();
        return Stream.concat(
                        deltas.stream().map(AdapterDelta.Delta::tensor),
                        AppliedAdapter.in(file, all, packedWeights).stream())
                .toList();
    }

    /** The file with what its tensors stand for; itself if it is that already. */
    public static DerivedFile over(MatrixFile file) {
        return file instanceof DerivedFile derived ? derived : new DerivedFile(file);
    }

    private static TensorInfo noted(TensorInfo info) {
        String both = Stream.of(info.note(), WholeNumbers.note(info), AxesView.describe(info))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
        return info.withNote(both);
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
    public List<Path> companions() {
        return Stream.concat(file.companions().stream(), ModelSettings.files(file.path()).stream())
                .toList();
    }

    @Override
    public Map<String, String> metadata() {
        return file.metadata();
    }

    /** The tensor of that name: listed, a part or a reading of one that is, or one that the file finds without listing it. */
    @Override
    public Optional<TensorInfo> find(String name) throws BadInputException {
        Optional<TensorInfo> found = listed(name)
                .or(() -> part(name).map(part -> info(name, part)))
                .or(() -> view(name).map(Reading::info));
        return found.isPresent() ? found : file.find(name);
    }

    /** Of a tensor that is read as it lies; one that is derived from others may need any of them. */
    @Override
    public Optional<FileRange> range(String name) {
        boolean own = pair(name).isEmpty()
                && !packed.containsKey(name)
                && listed(name).isPresent();
        return own ? file.range(name) : Optional.empty();
    }

    private Optional<TensorInfo> listed(String name) {
        return tensors.stream().filter(info -> info.name().equals(name)).findFirst();
    }

    /**
     * What a listed tensor is made of, or what can be said of it: {@code q}, {@code k} and {@code v} of a stacked projection, the
     * numbers of a stack's members, and which axes can be rows where nothing tells.
     */
    public List<String> parts(TensorInfo info) {
        List<String> projections = FusedProjection.parts(info);
        return projections.isEmpty() ? AxesView.choices(info) : projections;
    }

    /** A part and the tensor that it is of. */
    private record Part(TensorInfo whole, MatrixPart place) {}

    private Optional<Part> part(String name) {
        return FusedProjection.parse(name)
                .flatMap(parsed -> listed(parsed.base())
                        .or(() -> view(parsed.base()).map(Reading::info))
                        .flatMap(whole -> FusedProjection.locate(whole, parsed).map(place -> new Part(whole, place))));
    }

    private static TensorInfo info(String name, Part part) {
        long rows = part.place().ofRows() ? part.place().total() : part.whole().rows();
        long columns =
                part.place().ofRows() ? part.whole().columns() : part.place().total();
        return new TensorInfo(name, part.whole().elementType(), List.of(rows, columns), Optional.empty())
                .withStoredAs(part.whole().storedAs());
    }

    /**
     * A tensor read with axes that were said.
     *
     * @param info what it then is
     * @param whole the tensor
     * @param member which of a stack; empty for all
     */
    private record Reading(TensorInfo info, TensorInfo whole, TensorAxes axes, OptionalLong member) {}

    private Optional<Reading> view(String name) {
        return AxesView.parse(name)
                .flatMap(view -> listed(view.base())
                        .filter(whole -> whole.hasEntries() && whole.shape().size() > 2)
                        .flatMap(whole -> view.axes(whole).map(axes -> reading(name, view, whole, axes))))
                .filter(reading -> reading.info().isReadable());
    }

    private static Reading reading(String name, AxesView view, TensorInfo whole, TensorAxes axes) {
        OptionalLong member = view.member(axes, whole.shape());
        if (member.isEmpty()) {
            TensorInfo info = TensorInfo.of(name, whole.elementType().orElseThrow(), whole.shape())
                    .withStoredAs(whole.storedAs())
                    .withAxes(axes);
            return new Reading(noted(info), whole, axes, member);
        }
        List<Long> shape = List.of(axes.rowCount(whole.shape()), axes.columnCount(whole.shape()));
        TensorInfo one = TensorInfo.of(name, whole.elementType().orElseThrow(), shape)
                .withStoredAs(whole.storedAs())
                .withNote("one of a stack of " + axes.members(whole.shape()) + " matrices");
        return new Reading(one, whole, axes, member);
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
        Optional<TensorInfo> own = listed(name);
        Optional<Part> part = own.isPresent() ? Optional.empty() : part(name);
        if (part.isPresent()) {
            Matrix whole = read(part.get().whole().name(), progress, cancel);
            return part.get().place().cutFrom(whole, provenance(name));
        }
        Optional<Reading> view = own.isPresent() ? Optional.empty() : view(name);
        if (view.isPresent()) {
            return single(view.get(), progress, cancel);
        }
        if (own.isPresent() && !own.get().isReadable()) {
            throw new BadInputException(label(name) + " cannot be read as a matrix: "
                    + own.get().skipReason().orElseThrow() + ".");
        }
        if (own.isEmpty() || isPlain(own.get()) && !packed.containsKey(name)) {
            return file.read(name, progress, cancel);
        }
        return single(new Reading(own.get(), own.get(), axes(own.get()), OptionalLong.empty()), progress, cancel);
    }

    /** A tensor flattened to first × rest, whatever its axes are. */
    public Matrix flattened(String name, ProgressListener progress, CancelToken cancel) throws EigenscopeException {
        return listed(name).isPresent() && !packed.containsKey(name)
                ? file.read(name, progress, cancel)
                : read(name, progress, cancel);
    }

    /** Whether rows and columns are those of the file, so that it can be read as it lies. */
    private static boolean isPlain(TensorInfo info) {
        List<Integer> rows = List.of(TensorShape.leadingOnes(info.shape()));
        return info.knownAxes()
                .filter(axes -> !axes.isStack() && axes.rows().equals(rows))
                .isPresent();
    }

    private TensorAxes axes(TensorInfo info) throws BadInputException {
        Optional<TensorAxes> known = info.knownAxes();
        if (known.isEmpty()) {
            throw new BadInputException(AxesView.advice(info, label(info.name())));
        }
        return known.get();
    }

    private Matrix single(Reading reading, ProgressListener progress, CancelToken cancel) throws EigenscopeException {
        if (reading.member().isEmpty() && reading.axes().isStack()) {
            String label = label(reading.info().name());
            throw new BadInputException(label + " is " + reading.info().note() + "; name one of them, from " + label
                    + "[0] to [" + (reading.axes().members(reading.whole().shape()) - 1) + "].");
        }
        return member(reading, reading.member().orElse(0), progress, cancel);
    }

    private Matrix member(Reading reading, long member, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        TensorInfo whole = reading.whole();
        TensorAxes axes = reading.axes();
        long rows = axes.rowCount(whole.shape());
        long count = rows * axes.columnCount(whole.shape());
        boolean isRun = axes.inOrder(whole.shape());
        double[] values = isRun
                ? entries(whole.name(), member * count, count, progress, cancel)
                : axes.gather(
                        entries(whole.name(), 0, TensorShape.countEntries(whole.shape()), progress, cancel),
                        whole.shape(),
                        member);
        return Matrix.ofRowMajor(
                values,
                (int) rows,
                (int) (count / rows),
                whole.elementType().orElseThrow(),
                provenance(reading.info().name()));
    }

    @Override
    public double[] entries(String name, long from, long count, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        PackedTensor weights = packed.get(name);
        if (weights == null) {
            return file.entries(name, from, count, progress, cancel);
        }
        requireMemory(weights.info());
        double[] all = weights.unpacking().unpack(part -> file.entries(part, 0, entryCount(part), progress, cancel));
        return count == all.length ? all : Arrays.copyOfRange(all, (int) from, (int) (from + count));
    }

    private long entryCount(String name) throws BadInputException {
        return file.tensors().stream()
                .filter(info -> info.name().equals(name))
                .findFirst()
                .map(info -> TensorShape.countEntries(info.shape()))
                .orElseThrow(() -> new BadInputException(label(name) + " is missing, and other tensors need it."));
    }

    private void requireMemory(TensorInfo info) throws InsufficientMemoryException {
        long entries = TensorShape.countEntries(info.shape());
        if (entries > Integer.MAX_VALUE - 8L || entries > Runtime.getRuntime().maxMemory() / (2 * Double.BYTES)) {
            throw new InsufficientMemoryException(label(info.name()) + " has " + entries
                    + " entries, too many to hold while they are unpacked; raise the Java heap with -Xmx.");
        }
    }

    /**
     * The stack of that name; empty if it is a single matrix.
     *
     * @throws BadInputException if nothing tells what the axes of the tensor are
     */
    public Optional<MatrixStack> stack(String name, ProgressListener progress, CancelToken cancel)
            throws BadInputException {
        Optional<TensorInfo> own = listed(name);
        Optional<Reading> reading = own.isPresent()
                ? Optional.of(new Reading(own.get(), own.get(), axes(own.get()), OptionalLong.empty()))
                : view(name);
        return reading.filter(found -> found.axes().isStack() && found.member().isEmpty())
                .map(found -> new MatrixStack(
                        found.whole(), found.axes(), member -> member(found, member, progress, cancel)));
    }

    private String label(String name) {
        return provenance(name).label();
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
        return pair.isEmpty()
                ? Optional.empty()
                : Optional.of(pair.get().product(file, provenance(name), progress, cancel));
    }

    @Override
    public RowBlocks rows(String name, ProgressListener progress, CancelToken cancel) throws EigenscopeException {
        boolean own = pair(name).isEmpty()
                && !packed.containsKey(name)
                && listed(name).filter(DerivedFile::isPlain).isPresent();
        return own ? file.rows(name, progress, cancel) : RowBlocks.of(read(name, progress, cancel));
    }

    /**
     * The name of a part of a tensor.
     *
     * @param part {@code q}, {@code k} or {@code v}, or one head of it, {@code q:3/12}; {@code 3} for a member of a stack,
     *     {@code rows:0,1} or {@code stack} for a reading of its axes
     * @throws BadInputException if the tensor cannot be split so
     */
    public String partName(TensorInfo info, String part) throws BadInputException {
        String name = FusedProjection.name(info.name(), part);
        if (find(name).isPresent()) {
            return name;
        }
        String start = file.path().getFileName() + "#" + info.name() + " (" + info.shapeText() + ") ";
        if (AxesView.parse(name).isPresent()) {
            throw new BadInputException(start + "cannot be read as '" + part + "': rows are some of the "
                    + info.shape().size()
                    + " axes, numbered from 0, a stack has at least three axes, and its members are"
                    + " numbered from 0; both sides need at least 2 entries.");
        }
        throw new BadInputException(start + "has no part '" + part
                + "': parts are q, k, v, or a head such as q:3/12, of a matrix that is three"
                + " times as long as wide; of any other, say how its heads lie (stacked:H,KV,D or interleaved:H,KV,D with"
                + " (H + 2·KV)·D rows or columns).");
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
