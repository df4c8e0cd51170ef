package org.eigenscope.study.survey;

import java.nio.file.Path;

/**
 * How a study names files: relative to the folder that it is in, so that both can be moved together, with slashes.
 *
 * @param folder of the study; of a study in memory the working directory
 */
public record StudyFolder(Path folder) {
    public StudyFolder {
        folder = folder.toAbsolutePath().normalize();
    }

    /** The folder of a study's file. */
    public static StudyFolder of(Path study) {
        Path parent = study.toAbsolutePath().normalize().getParent();
        return new StudyFolder(parent == null ? Path.of("") : parent);
    }

    /** What the study calls a file. */
    public String source(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        boolean oneRoot = absolute.getRoot() != null && absolute.getRoot().equals(folder.getRoot());
        Path named = oneRoot ? folder.relativize(absolute) : absolute;
        return named.toString().replace(named.getFileSystem().getSeparator(), "/");
    }

    /** The file that a study calls so. */
    public Path file(String source) {
        return folder.resolve(source).normalize();
    }
}
