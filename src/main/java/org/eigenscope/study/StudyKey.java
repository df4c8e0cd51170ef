package org.eigenscope.study;

import java.util.Objects;

/**
 * What a row's results belong to: equal keys have equal results, wherever the matrix lies.
 *
 * @param content a digest of the matrix's shape, type and entries, in hexadecimal digits
 * @param convention how eigenvalues are taken of it, as text
 * @param options what is fitted to them, and how, as text
 */
public record StudyKey(String content, String convention, String options) {
    public StudyKey {
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(convention, "convention");
        Objects.requireNonNull(options, "options");
    }
}
