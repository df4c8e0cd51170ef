package org.eigenscope.ui.library;

/** A line of the library's tree. */
sealed interface LibraryItem {
    /**
     * A heading over files.
     *
     * @param name the text of the line
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
     * A folder that the user opened, or a folder in one.
     *
     * @param folder the folder
     * @param isOpened whether it is the one that the user opened
     */
    record Directory(LibraryFolder folder, boolean isOpened) implements LibraryItem {}

    /**
     * A file in a folder, listed or not yet.
     *
     * @param entry the file
     */
    record Entry(LibraryEntry entry) implements LibraryItem {}

    /**
     * A remark on the item above.
     *
     * @param text a sentence
     */
    record Remark(String text) implements LibraryItem {}

    /**
     * A tensor of the file above.
     *
     * @param tensor the tensor
     */
    record Tensor(LibraryTensor tensor) implements LibraryItem {}
}
