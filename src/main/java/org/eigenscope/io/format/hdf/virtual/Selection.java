package org.eigenscope.io.format.hdf.virtual;

import java.util.Arrays;
import java.util.List;

/** Which entries of an array are meant, as HDF5 selects them. */
public interface Selection {
    /** Whether the selection goes on as far as the array does. */
    default boolean isUnlimited() {
        return false;
    }

    /** How many entries it has of an array. */
    long count(long[] shape);

    /** Whether all of them lie in an array. */
    boolean isInside(long[] shape);

    /** Its entries in an array in which it lies. */
    Runs runs(long[] shape);

    /** The sizes that an array has at least; 0 where the selection does not tell. */
    long[] least(int dimensions);

    /** All entries. */
    record All() implements Selection {
        @Override
        public long count(long[] shape) {
            return Arrays.stream(shape).reduce(1, Math::multiplyExact);
        }

        @Override
        public boolean isInside(long[] shape) {
            return true;
        }

        @Override
        public Runs runs(long[] shape) {
            return new ListedRuns(count(shape) == 0 ? List.of() : List.of(new long[] {0, count(shape)}));
        }

        @Override
        public long[] least(int dimensions) {
            return new long[dimensions];
        }
    }

    /** No entry. */
    record None() implements Selection {
        @Override
        public long count(long[] shape) {
            return 0;
        }

        @Override
        public boolean isInside(long[] shape) {
            return true;
        }

        @Override
        public Runs runs(long[] shape) {
            return new ListedRuns(List.of());
        }

        @Override
        public long[] least(int dimensions) {
            return new long[dimensions];
        }
    }
}
