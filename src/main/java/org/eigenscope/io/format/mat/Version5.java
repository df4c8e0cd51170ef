package org.eigenscope.io.format.mat;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.kit.ListedTensor;
import org.eigenscope.io.kit.NameBudget;
import org.eigenscope.progress.CancelToken;

/** MAT-files of version 5 (MATLAB's {@code -v6} and {@code -v7}): a header, then variables, each deflated or not. */
final class Version5 {
    private static final int HEADER_BYTES = 128;
    private static final int VERSION_AT = 124;

    private Version5() {}

    /** Whether a file begins as one: after 124 bytes of text the version and two letters in the file's byte order. */
    static boolean isHeader(byte[] head) {
        if (head.length < HEADER_BYTES) {
            return false;
        }
        boolean little = head[VERSION_AT] == 0 && head[VERSION_AT + 1] == 1 && isLittle(head);
        boolean big = head[VERSION_AT] == 1
                && head[VERSION_AT + 1] == 0
                && head[VERSION_AT + 2] == 'M'
                && head[VERSION_AT + 3] == 'I';
        return little || big;
    }

    private static boolean isLittle(byte[] head) {
        return head[VERSION_AT + 2] == 'I' && head[VERSION_AT + 3] == 'M';
    }

    static List<ListedTensor> list(Path path, String label, byte[] head, CancelToken cancel)
            throws IOException, EigenscopeException {
        ByteOrder order = isLittle(head) ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        long size = Files.size(path);
        List<ListedTensor> listed = new ArrayList<>();
        NameBudget names = NameBudget.of(label, size);
        long at = HEADER_BYTES;
        while (at < size) {
            cancel.throwIfCancelled();
            at = variable(new Part(path, label, at, size, order), listed, names);
        }
        return listed;
    }

    /** Where a variable begins in a file of a size. */
    private record Part(Path path, String label, long at, long size, ByteOrder order) {}

    private static long variable(Part part, List<ListedTensor> listed, NameBudget names)
            throws IOException, BadInputException {
        Path path = part.path();
        String label = part.label();
        long at = part.at();
        long size = part.size();
        ByteOrder order = part.order();
        MatTag tag;
        try (MatStream in = new MatVariable(path, at, size - at, false, order).open()) {
            tag = MatTag.read(in);
        } catch (EOFException truncated) {
            throw truncated(label, truncated);
        }
        if (tag.bytes() > size - at - MatTag.BYTES) {
            throw truncated(label, null);
        }
        boolean packed = tag.type() == MatTag.COMPRESSED;
        long start = packed ? at + MatTag.BYTES : at;
        MatVariable variable =
                new MatVariable(path, start, packed ? tag.bytes() : tag.bytes() + MatTag.BYTES, packed, order);
        if (packed || tag.type() == MatTag.MATRIX) {
            try (MatStream in = variable.open()) {
                new MatWalk(variable, label, in, listed, names).variable();
            } catch (EOFException truncated) {
                throw truncated(label, truncated);
            } catch (ZipException damaged) {
                throw new BadInputException(label + " has a variable that cannot be unpacked: it is damaged.", damaged);
            }
        }
        // packed variables are not filled up to a multiple of eight
        return at + MatTag.BYTES + (packed ? tag.bytes() : tag.end() - tag.start());
    }

    private static BadInputException truncated(String label, Exception cause) {
        String sentence = label + " is truncated or damaged: a variable ends before its declared size.";
        return cause == null ? new BadInputException(sentence) : new BadInputException(sentence, cause);
    }
}
