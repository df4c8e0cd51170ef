package org.eigenscope.io.format.hdf;

/**
 * A name in a group and what it leads to.
 *
 * @param name the name
 * @param address the object's header; negative if it is elsewhere
 * @param elsewhere where a link leads that is not followed, as a sentence fragment; empty for an object of this group
 */
public record HdfLink(String name, long address, String elsewhere) {
    static HdfLink hard(String name, long address) {
        return new HdfLink(name, address, "");
    }

    static HdfLink soft(String name, String target) {
        return new HdfLink(name, -1, "a link to " + target);
    }

    static HdfLink external(String name, String file) {
        return new HdfLink(name, -1, "a link into another file (" + file + "), which is not followed");
    }

    /** Whether the link leads to an object of the same file by its address. */
    public boolean isHard() {
        return elsewhere.isEmpty();
    }
}
