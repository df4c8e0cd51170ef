package org.eigenscope.io.format.matrixmarket;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.MatrixReader;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.kit.FileNames;
import org.eigenscope.io.kit.FileStamp;
import org.eigenscope.io.kit.ListedFile;
import org.eigenscope.io.kit.ListedTensor;
import org.eigenscope.io.kit.ReadJob;
import org.eigenscope.io.kit.archive.Gzip;
import org.eigenscope.progress.CancelToken;

/** MatrixMarket files (.mtx), as they are or packed by gzip. */
public final class MatrixMarketReader implements MatrixReader {
    @Override
    public String formatName() {
        return "matrixmarket";
    }

    @Override
    public List<String> endings() {
        return List.of("mtx", "mm");
    }

    @Override
    public String scope() {
        return "dense and sparse matrices";
    }

    @Override
    public Recognition recognise(byte[] head, Path path) {
        return MarketHeader.isBanner(new String(head, StandardCharsets.ISO_8859_1))
                ? Recognition.BY_CONTENT
                : FileNames.recognise(path, endings());
    }

    @Override
    public boolean unpacksGzip() {
        return true;
    }

    @Override
    public MatrixFile open(Path path, CancelToken cancel) throws IOException, EigenscopeException {
        FileStamp stamp = FileStamp.of(path);
        String label = FileNames.last(path);
        MarketHeader header;
        try (MarketTokens in = new MarketTokens(Gzip.open(path), label)) {
            header = MarketHeader.read(in, label);
        }
        if (header.leastBytes() > Gzip.mostBytes(path)) {
            throw new BadInputException(label + " declares " + header.count()
                    + " entries, more than there is room for in it: it is truncated or damaged.");
        }
        return new ListedFile(path, stamp, formatName(), List.of(listed(path, header)), Map.of());
    }

    private static ListedTensor listed(Path path, MarketHeader header) {
        List<Long> shape = List.of(header.rows(), header.columns());
        TensorInfo info = TensorInfo.of("", header.field().type(), shape);
        return info.isReadable() ? new ListedTensor(info, job -> read(path, job)) : ListedTensor.unreadable(info);
    }

    private static double[] read(Path path, ReadJob job) throws IOException, EigenscopeException {
        try (MarketTokens in = new MarketTokens(Gzip.open(path), job.label())) {
            return MarketEntries.read(in, MarketHeader.read(in, job.label()), job);
        }
    }
}
