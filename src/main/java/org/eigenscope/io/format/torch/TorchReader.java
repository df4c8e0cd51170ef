package org.eigenscope.io.format.torch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipFile;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixReader;
import org.eigenscope.io.kit.FileNames;
import org.eigenscope.io.kit.ListedFile;
import org.eigenscope.io.kit.archive.Gzip;
import org.eigenscope.io.kit.archive.ZipGuard;
import org.eigenscope.progress.CancelToken;

/**
 * What {@code torch.save} writes: a zip archive since PyTorch 1.6, pickles followed by the storages before. The pickle is
 * never executed; tensors are found in whatever was saved, be it a state dictionary, a checkpoint or a whole module.
 */
public final class TorchReader implements MatrixReader {
    private static final int TAR_MAGIC_AT = 257;
    private static final byte[] TAR_MAGIC = {'u', 's', 't', 'a', 'r'};

    @Override
    public String formatName() {
        return "PyTorch";
    }

    @Override
    public List<String> endings() {
        return List.of("pt", "pth", "ckpt");
    }

    @Override
    public String scope() {
        return "state dictionaries, checkpoints, whole modules and TorchScript (none is run), sparse and quantised tensors";
    }

    @Override
    public Recognition recognise(byte[] head, Path path) {
        boolean mine = ZipGuard.isLocalHeader(head) ? holdsPickle(path) : TorchLegacyFile.isMagic(head);
        return mine ? Recognition.BY_CONTENT : FileNames.recognise(path, endings());
    }

    @Override
    public ListedFile open(Path path, CancelToken cancel) throws IOException, EigenscopeException {
        byte[] head = Gzip.head(path);
        if (ZipGuard.isLocalHeader(head)) {
            return TorchArchive.open(path, formatName(), cancel);
        }
        if (TorchLegacyFile.isMagic(head)) {
            return TorchLegacyFile.open(path, formatName(), cancel);
        }
        throw new BadInputException(FileNames.last(path) + sentenceAbout(head));
    }

    private static String sentenceAbout(byte[] head) {
        int end = TAR_MAGIC_AT + TAR_MAGIC.length;
        boolean tar = head.length >= end && Arrays.equals(head, TAR_MAGIC_AT, end, TAR_MAGIC, 0, TAR_MAGIC.length);
        return tar
                ? " is a tar archive, as PyTorch wrote before 2017; load it there and save it again."
                : " is no PyTorch file: it is neither a zip archive nor does it start as torch.save starts one.";
    }

    /** Archives of other formats start alike, so the directory is asked. */
    private static boolean holdsPickle(Path path) {
        try (ZipFile zip = ZipGuard.open(path)) {
            return Collections.list(zip.entries()).stream().anyMatch(entry -> TorchArchive.isPickle(entry.getName()));
        } catch (IOException unreadable) {
            return false;
        }
    }
}
