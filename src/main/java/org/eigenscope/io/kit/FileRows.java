package org.eigenscope.io.kit;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.matrix.ElementType;
import org.eigenscope.matrix.Provenance;
import org.eigenscope.matrix.RowBlocks;

/** Rows straight from a file; each pass checks that it is still the file that was listed. */
record FileRows(RowSource source, ElementType elementType, FileStamp stamp, Provenance provenance)
        implements RowBlocks {
    @Override
    public int rows() {
        return (int) source.rows();
    }

    @Override
    public int columns() {
        return (int) source.columns();
    }

    @Override
    public Pass pass() throws EigenscopeException {
        try {
            stamp.verify(provenance.file());
            return new Walk(source.walks().open());
        } catch (IOException failure) {
            throw refusal(failure);
        }
    }

    private EigenscopeException refusal(IOException failure) {
        if (failure instanceof ClosedByInterruptException) {
            return new CancelledException();
        }
        String reason = failure instanceof EOFException ? "it ends early" : IoFailures.reason(failure);
        return new BadInputException(provenance.label() + " could not be read: " + reason + ".", failure);
    }

    private final class Walk implements Pass {
        private final BlockSource blocks;

        Walk(BlockSource blocks) {
            this.blocks = blocks;
        }

        @Override
        public void next(double[] out, int count) throws EigenscopeException {
            ElementType stored = source.layout().type();
            int bytes = stored.bytes();
            int entries = count * columns();
            try {
                for (int done = 0; done < entries; ) {
                    int some = Math.min(entries - done, DenseLayout.BLOCK_BYTES / bytes);
                    ByteBuffer block =
                            blocks.next(some * bytes).order(source.layout().order());
                    EntryDecoder.decode(stored, block, out, done, some);
                    done += some;
                }
            } catch (IOException failure) {
                throw refusal(failure);
            } catch (InternalError fault) {
                // how the JVM reports that pages of a mapped file went away
                throw new BadInputException(
                        provenance.file() + " changed while it was being read; open it again.", fault);
            }
        }

        @Override
        public void close() {
            try {
                blocks.close();
            } catch (IOException unimportant) {
                // nothing was written, so nothing can be lost
            }
        }
    }
}
