package org.eigenscope.ui.library;

import java.util.Optional;

/** A line of the library's tree. */
sealed interface LibraryItem {
    /** The matrix that the line opens: a tensor's, or that of a file with one matrix. */
    default Optional<LibraryTensor> matrix() {
        return Optional.empty();
    }

    /** Whether the line is that of one matrix, perhaps one that is being listed again. */
    default boolean isMatrix() {
        return matrix().isPresent();
    }

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
     * @param name its own, with as much of its path as tells it from others of that name
     * @param isSample whether it came with the program
     */
    record File(LibraryFile file, String name, boolean isSample) implements LibraryItem {
        @Override
        public Optional<LibraryTensor> matrix() {
            return file.only();
        }
    }

    /**
     * A folder that the user opened, or a folder in one.
     *
     * @param folder the folder
     * @param name its own, with as much of its path as tells it from others of that name
     * @param isOpened whether it is the one that the user opened
     */
    record Directory(LibraryFolder folder, String name, boolean isOpened) implements LibraryItem {}

    /**
     * A file in a folder, listed or not yet.
     *
     * @param entry the file
     */
    record Entry(LibraryEntry entry) implements LibraryItem {
        @Override
        public Optional<LibraryTensor> matrix() {
            return entry.fileProperty().get().flatMap(LibraryFile::only);
        }

        @Override
        public boolean isMatrix() {
            return entry.isMatrix();
        }
    }

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
    record Tensor(LibraryTensor tensor) implements LibraryItem {
        @Override
        public Optional<LibraryTensor> matrix() {
            return Optional.of(tensor);
        }
    }
}
