package org.eigenscope.io.format.hdf;

/**
 * A name in a group and what it leads to.
 *
 * @param name the name
 * @param address the object's header; negative if it is elsewhere
 * @param elsewhere where a link leads, as a sentence fragment; empty for an object of this group
 * @param target the path in the same file that a soft link leads to, empty for the others
 */
public record HdfLink(String name, long address, String elsewhere, String target) {
    static HdfLink hard(String name, long address) {
        return new HdfLink(name, address, "", "");
    }

    static HdfLink soft(String name, String target) {
        return new HdfLink(name, -1, "a link to " + target + ", which is not there", target);
    }

    static HdfLink external(String name, String file) {
        return new HdfLink(name, -1, "a link into another file (" + file + "), which is not followed", "");
    }

    /** Whether the link leads to an object of the same file by its address. */
    public boolean isHard() {
        return elsewhere.isEmpty();
    }
}
