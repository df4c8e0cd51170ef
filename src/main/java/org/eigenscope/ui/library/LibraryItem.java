package org.eigenscope.ui.library;

/** A line of the library's tree. */
sealed interface LibraryItem {
    /**
     * A heading over files.
     *
     * @param name what it says
     * @param size how many files are below
     */
    record Folder(String name, int size) implements LibraryItem {}

    /**
     * A file.
     *
     * @param file the file
     * @param isSample whether it came with the program
     */
    record File(LibraryFile file, boolean isSample) implements LibraryItem {}

    /**
     * A tensor of the file above.
     *
     * @param tensor the tensor
     */
    record Tensor(LibraryTensor tensor) implements LibraryItem {}
}
