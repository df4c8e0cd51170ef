package org.eigenscope.study;

/** What the cells of a column hold, besides nothing. */
public enum ColumnType {
    TEXT,
    /** A whole number. */
    INTEGER,
    /** A double. */
    REAL
}
