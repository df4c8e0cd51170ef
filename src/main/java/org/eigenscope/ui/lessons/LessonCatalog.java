package org.eigenscope.ui.lessons;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eigenscope.error.BadInputException;
import org.eigenscope.ui.lessons.script.Lesson;
import org.eigenscope.ui.lessons.script.LessonReader;

/**
 * The lessons that there are: those that come with the program, then those of a folder of the teacher's own. Reads files;
 * called in the background.
 */
public final class LessonCatalog {
    private static final String INDEX = "lessons.txt";
    private static final String ENDING = ".md";
    private static final long LARGEST_FILE = 1_000_000;
    private static final int MOST_FILES = 500;

    /**
     * What was found.
     *
     * @param lessons in order
     * @param failures a sentence for each file that is no lesson
     */
    public record Contents(List<Lesson> lessons, List<String> failures) {
        public Contents {
            lessons = List.copyOf(lessons);
            failures = List.copyOf(failures);
        }
    }

    /**
     * Reads every lesson.
     *
     * @param folder the teacher's own, if there is one; its files {@code *.md} in the order of their names
     */
    public Contents read(Optional<Path> folder) {
        List<Lesson> lessons = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        for (String name :
                resource(INDEX).lines().filter(line -> !line.isBlank()).toList()) {
            add(name, () -> resource(name), lessons, failures);
        }
        folder.ifPresent(own -> {
            for (Path file : filesIn(own, failures)) {
                add(String.valueOf(file.getFileName()), () -> text(file), lessons, failures);
            }
        });
        return new Contents(lessons, failures);
    }

    /** Something that is read. */
    private interface Text {
        String read() throws BadInputException;
    }

    private static void add(String name, Text text, List<Lesson> lessons, List<String> failures) {
        try {
            lessons.add(LessonReader.read(name.substring(0, name.length() - ENDING.length()), text.read()));
        } catch (BadInputException noLesson) {
            failures.add(noLesson.getMessage());
        }
    }

    private static List<Path> filesIn(Path folder, List<String> failures) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING) && Files.isRegularFile(file))
                    .sorted()
                    .limit(MOST_FILES)
                    .toList();
        } catch (IOException | UncheckedIOException | SecurityException unreadable) {
            failures.add("The folder of lessons " + folder + " cannot be read; choose another or none.");
            return List.of();
        }
    }

    private static String text(Path file) throws BadInputException {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new BadInputException("The lesson " + file + " is longer than a million bytes.");
            }
            return Files.readString(file);
        } catch (CharacterCodingException otherEncoding) {
            throw new BadInputException("The lesson " + file + " is not UTF-8 text.", otherEncoding);
        } catch (IOException unreadable) {
            throw new BadInputException("The lesson " + file + " cannot be read.", unreadable);
        }
    }

    private static String resource(String name) {
        try (InputStream stream = LessonCatalog.class.getResourceAsStream("library/" + name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException damagedBuild) {
            throw new IllegalStateException("the lesson " + name + " is damaged", damagedBuild);
        }
    }
}
