package org.eigenscope.installer;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Makes the installers of the system it runs on, by jlink and jpackage of the JDK it runs with: a folder with the program and a Java of
 * its own, and packages of that folder. Run by {@code mvn package -Pinstallers}.
 *
 * <p>From JDK 19 on an archive of loaded classes can be moved with the program, so archives for the window and for the command line are
 * made then; for the window's a display must be there. With an older JDK, or without a display, the program starts without them.
 *
 * <p>Arguments: the folder with the program, where to put the results, the version.
 */
public final class MakeInstallers {
    private static final String NAME = "Eigenscope";
    private static final String COMMAND = "eigenscope";
    private static final int FIRST_WITH_MOVABLE_ARCHIVES = 19;
    private static final int SECONDS_UNTIL_PAINTED = 20;

    /** As in {@code src/build/installer/linux/postinst}. */
    private static final Instant TIME_OF_FILES = Instant.parse("2000-01-01T00:00:00Z");

    /**
     * From JDK 25 on the JVM keeps the window's classes linked, with what it learned of them (JEP 483, 515). It loads all of them at
     * once then, which takes longer than a short command that needs a quarter of them.
     */
    private static final String WINDOW_CLASSES = Runtime.version().feature() >= 25 ? "window.aot" : "window.jsa";

    private static final String COMMAND_CLASSES = "command.jsa";

    /** What the jars use, found by jdeps; accessibility for screen readers, httpserver for the bridge, charsets for old MATLAB files. */
    private static final String MODULES = String.join(
            ",",
            "java.base",
            "java.desktop",
            "java.logging",
            "java.management",
            "java.naming",
            "java.prefs",
            "java.scripting",
            "java.sql",
            "java.xml",
            "jdk.accessibility",
            "jdk.charsets",
            "jdk.httpserver",
            "jdk.jfr",
            "jdk.localedata",
            "jdk.management",
            "jdk.unsupported",
            "jdk.zipfs");

    private static final List<String> JAVA_OPTIONS = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-Dsun.misc.unsafe.memory.access=allow",
            "-XX:MaxRAMPercentage=60",
            "-Xlog:disable",
            "-Djava.util.logging.config.file=$APPDIR/conf/logging.properties",
            "-Dorg.bytedeco.javacpp.loadLibraries=false",
            "-Deigenscope.home=$APPDIR");

    private final Path program;
    private final Path out;
    private final String version;
    private final Path javaHome = Path.of(System.getProperty("java.home"));
    private final Path sources = Path.of("src", "build", "installer");
    private final String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);

    private MakeInstallers(Path program, Path out, String version) {
        this.program = program.toAbsolutePath();
        this.out = out.toAbsolutePath();
        // installers know numbers alone
        this.version = version.replaceAll("-.*", "");
    }

    /** Runs it. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        new MakeInstallers(Path.of(arguments[0]), Path.of(arguments[1]), arguments[2]).run();
    }

    private void run() throws IOException, InterruptedException {
        delete(out);
        Files.createDirectories(out);
        Path runtime = runtime();
        Path image = image(runtime);
        setTimes(image);
        if (Runtime.version().feature() >= FIRST_WITH_MOVABLE_ARCHIVES) {
            commandArchive(image);
            windowArchive(image);
        } else {
            say("JDK " + Runtime.version().feature()
                    + " makes no archives of classes that can be moved; use 19 or newer for them.");
        }
        for (String type : types()) {
            jpackage(packageOptions(type, image));
        }
        say("Made in " + out + ":");
        try (Stream<Path> made = Files.list(out)) {
            made.map(path -> "  " + path.getFileName()).sorted().forEach(MakeInstallers::say);
        }
    }

    /** A Java with the modules that the program needs, and its archive of their classes. */
    private Path runtime() throws IOException, InterruptedException {
        Path runtime = out.resolve("work").resolve("runtime");
        Files.createDirectories(runtime.getParent());
        run(List.of(
                tool("jlink"),
                "--add-modules",
                MODULES,
                "--include-locales=en",
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--output",
                runtime.toString()));
        run(List.of(runtime.resolve("bin").resolve("java").toString(), "-Xshare:dump", "-Xlog:disable"));
        return runtime;
    }

    /** The folder with the program: a launcher for the window, and one for the command line. */
    private Path image(Path runtime) throws IOException, InterruptedException {
        Path input = out.resolve("work").resolve("input");
        copy(program, input);
        delete(input.resolve("bin"));
        List<String> options = new ArrayList<>(List.of("--type", "app-image"));
        options.addAll(common());
        options.addAll(List.of("--dest", out.toString(), "--input", input.toString()));
        options.addAll(List.of("--main-jar", "lib/eigenscope.jar", "--main-class", "org.eigenscope.Launcher"));
        options.addAll(List.of("--runtime-image", runtime.toString()));
        JAVA_OPTIONS.forEach(option -> options.addAll(List.of("--java-options", option)));
        options.addAll(List.of("--java-options", using(WINDOW_CLASSES)));
        options.addAll(List.of("--add-launcher", COMMAND + "-cli=" + commandLauncher()));
        jpackage(options);
        return out.resolve(isMac() ? NAME + ".app" : NAME);
    }

    /**
     * Gives every file one known time. The JVM takes an archive for that of other jars where their times are not those of the recording, and
     * jpackage gives the files of a package new ones, which the package's {@code postinst} sets back.
     */
    private static void setTimes(Path image) throws IOException {
        try (Stream<Path> files = Files.walk(image)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, FileTime.from(TIME_OF_FILES));
            }
        }
    }

    private Path commandLauncher() throws IOException {
        List<String> options = new ArrayList<>(JAVA_OPTIONS);
        options.add("-XX:+UseSerialGC");
        options.add(using(COMMAND_CLASSES));
        Path file = out.resolve("work").resolve("command.properties");
        Files.writeString(
                file,
                "java-options=" + String.join(" ", options)
                        + "\nwin-console=true\nwin-menu=false\nwin-shortcut=false\nlinux-shortcut=false\n");
        return file;
    }

    private List<String> common() throws IOException {
        List<String> options = new ArrayList<>(List.of("--name", NAME, "--app-version", version, "--vendor", NAME));
        options.addAll(List.of("--description", "An explorer for the spectra of matrices"));
        options.addAll(List.of("--copyright", "Apache License 2.0"));
        options.addAll(List.of("--icon", icon().toString()));
        return options;
    }

    private List<String> types() {
        if (isWindows()) {
            return isThere("wix") || isThere("candle") ? List.of("msi") : List.of();
        }
        if (isMac()) {
            return List.of("dmg");
        }
        List<String> types = new ArrayList<>();
        if (isThere("dpkg-deb") && isThere("fakeroot")) {
            types.add("deb");
        }
        if (isThere("rpmbuild")) {
            types.add("rpm");
        }
        return types;
    }

    private List<String> packageOptions(String type, Path image) throws IOException {
        List<String> options = new ArrayList<>(List.of("--type", type));
        options.addAll(common());
        options.addAll(List.of("--dest", out.toString(), "--app-image", image.toString()));
        options.addAll(List.of("--license-file", "LICENSE"));
        try (Stream<Path> associations = Files.list(sources.resolve("associations"))) {
            associations.sorted().forEach(file -> options.addAll(List.of("--file-associations", file.toString())));
        }
        if (isWindows()) {
            options.addAll(
                    List.of("--win-menu", "--win-shortcut-prompt", "--win-dir-chooser", "--win-per-user-install"));
            options.addAll(List.of("--win-upgrade-uuid", "0b9dd9a9-5e3f-4e0b-8d63-2f2f1e5f7a3c"));
        } else if (!isMac()) {
            options.addAll(
                    List.of("--linux-package-name", COMMAND, "--linux-menu-group", "Science", "--linux-shortcut"));
            options.addAll(List.of("--resource-dir", sources.resolve("linux").toString()));
        }
        return options;
    }

    /** Classes of the command line: those that reading, fitting and drawing a sample load. */
    private void commandArchive(Path image) throws IOException, InterruptedException {
        Path sample = application(image).resolve("samples").resolve("digits_b20_s0.safetensors");
        Path drawn = out.resolve("work").resolve("drawn.svg");
        recording(
                image,
                COMMAND + "-cli",
                COMMAND_CLASSES,
                List.of("figure", sample + "#fc2.weight", "-o", drawn.toString()));
    }

    /** Classes of the window: those that it loads until the sample is painted. */
    private void windowArchive(Path image) throws IOException, InterruptedException {
        if (!isWindows() && !isMac() && System.getenv("DISPLAY") == null) {
            say("No display: the window starts without an archive of its classes.");
            return;
        }
        recording(image, NAME, WINDOW_CLASSES, List.of());
    }

    private static String using(String archive) {
        return (archive.endsWith(".aot") ? "-XX:AOTCache=$APPDIR/" : "-XX:SharedArchiveFile=$APPDIR/") + archive;
    }

    private static String recording(String archive) {
        return (archive.endsWith(".aot") ? "-XX:AOTCacheOutput=$APPDIR/" : "-XX:ArchiveClassesAtExit=$APPDIR/")
                + archive;
    }

    /** Starts a launcher so that it records its classes, and writes the archive as it ends or after a while. */
    private void recording(Path image, String launcher, String archive, List<String> arguments)
            throws IOException, InterruptedException {
        Path configuration = application(image).resolve(launcher + ".cfg");
        Path written = application(image).resolve(archive);
        String usual = Files.readString(configuration);
        Files.writeString(configuration, usual.replace(using(archive), recording(archive)));
        List<String> command = new ArrayList<>(List.of(starter(image, launcher).toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.resolve("work").resolve(launcher + ".log").toFile());
        // the window is ended from outside, and must not ask whoever builds this about its session
        Path home = Files.createDirectories(out.resolve("work").resolve("home"));
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Duser.home=" + home);
        Process process = builder.start();
        if (!process.waitFor(SECONDS_UNTIL_PAINTED, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            process.waitFor(1, TimeUnit.MINUTES);
        }
        Files.writeString(configuration, usual);
        say(
                Files.exists(written)
                        ? archive + ": " + Files.size(written) / 1_000_000 + " MB"
                        : archive + " was not written");
    }

    private Path application(Path image) {
        if (isMac()) {
            return image.resolve("Contents").resolve("app");
        }
        return isWindows() ? image.resolve("app") : image.resolve("lib").resolve("app");
    }

    private Path starter(Path image, String launcher) {
        if (isMac()) {
            return image.resolve("Contents").resolve("MacOS").resolve(launcher);
        }
        return isWindows()
                ? image.resolve(launcher + ".exe")
                : image.resolve("bin").resolve(launcher);
    }

    /** The icon in the system's format; those of Windows and macOS hold the PNG as it is. */
    private Path icon() throws IOException {
        Path png = Path.of("src/main/resources/org/eigenscope/ui/main/eigenscope-128.png");
        if (!isWindows() && !isMac()) {
            return png.toAbsolutePath();
        }
        byte[] picture = Files.readAllBytes(png);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(bytes);
        if (isMac()) {
            data.writeBytes("icns");
            data.writeInt(16 + picture.length);
            data.writeBytes("ic07");
            data.writeInt(8 + picture.length);
        } else {
            // one picture of 128 × 128, 32 bits, that begins after this header of 22 bytes; numbers are little-endian
            data.write(new byte[] {0, 0, 1, 0, 1, 0, (byte) 128, (byte) 128, 0, 0, 1, 0, 32, 0});
            data.writeInt(Integer.reverseBytes(picture.length));
            data.writeInt(Integer.reverseBytes(22));
        }
        data.write(picture);
        Path file = out.resolve("work").resolve(isMac() ? "eigenscope.icns" : "eigenscope.ico");
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes.toByteArray());
    }

    private boolean isWindows() {
        return system.startsWith("windows");
    }

    private boolean isMac() {
        return system.startsWith("mac");
    }

    private static boolean isThere(String command) {
        return Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command))
                        || Files.exists(Path.of(folder, command + ".exe")));
    }

    private String tool(String name) {
        return javaHome.resolve("bin").resolve(name).toString();
    }

    private void jpackage(List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(tool("jpackage")));
        command.addAll(options);
        run(command);
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed:\n" + printed);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(MakeInstallers::deleteOne);
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.delete(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void say(String sentence) {
        System.out.println(sentence);
    }
}
