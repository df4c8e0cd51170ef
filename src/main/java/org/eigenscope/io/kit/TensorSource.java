package org.eigenscope.io.kit;

import java.io.IOException;
import org.eigenscope.error.EigenscopeException;

/** Reads the entries of one tensor, row-major over first × rest. Each call opens what it needs and closes it again. */
@FunctionalInterface
public interface TensorSource {
    /** Reads all entries, row-major. */
    double[] read(ReadJob job) throws IOException, EigenscopeException;
}
