package org.eigenscope.study.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eigenscope.error.BadInputException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;

/**
 * Opens the file of a study. What it is, is read from its first bytes before SQLite sees it; then its tables must be made by the very
 * statements that this version makes them by, without triggers or virtual tables, so that nothing in it runs.
 *
 * <p>One program at a time writes: it holds a lock on a file beside the study, which the system lets go when the program ends, however
 * it ends. Others read.
 */
final class StudyFile implements AutoCloseable {
    private static final String MAGIC = "SQLite format 3\0";
    private static final int HEADER_BYTES = 100;
    private static final int VERSION_AT = 60;
    private static final int APPLICATION_AT = 68;

    /** No text and no list of eigenvalues is longer: 16 million eigenvalues. */
    private static final int LARGEST_CELL = 1 << 27;

    private static final int BUSY_MILLISECONDS = 10_000;

    private final Connection connection;
    private final Optional<FileChannel> lock;
    private final Optional<String> readOnly;
    private boolean writing;

    private StudyFile(Connection connection, Optional<FileChannel> lock, Optional<String> readOnly) {
        this.connection = connection;
        this.lock = lock;
        this.readOnly = readOnly;
    }

    /** A study in memory. */
    static StudyFile inMemory() throws SQLException, BadInputException {
        SQLiteConnection connection = connect("jdbc:sqlite::memory:", false);
        create(connection);
        return new StudyFile(connection, Optional.empty(), Optional.empty());
    }

    /**
     * Opens a study; makes it if it is not there.
     *
     * @throws BadInputException if it is no study, or one of a newer version
     */
    static StudyFile open(Path file) throws SQLException, BadInputException {
        boolean there = Files.exists(file);
        if (there) {
            requireStudy(file);
        }
        Optional<FileChannel> held = Optional.empty();
        Optional<String> reason = Optional.empty();
        try {
            held = there && !Files.isWritable(file) ? Optional.empty() : lock(file);
            reason = held.isPresent()
                    ? Optional.empty()
                    : Optional.of(
                            there && !Files.isWritable(file)
                                    ? file + " is read-only: the study is opened to be read alone."
                                    : file + " is being written by another program: it is opened to be read alone.");
        } catch (IOException refused) {
            reason = Optional.of(
                    "The folder of " + file + " is not to be written to: the study is opened to be read alone.");
        }
        if (!there && reason.isPresent()) {
            throw new BadInputException(
                    "The study " + file
                            + " cannot be made: its folder is missing or not to be written to, or another program is making it.");
        }
        return opened(file, there, held, reason);
    }

    /** Opens a study that is there, to be read alone. */
    static StudyFile openToRead(Path file) throws SQLException, BadInputException {
        if (!Files.exists(file)) {
            throw new BadInputException("There is no study " + file + ".");
        }
        requireStudy(file);
        return opened(file, true, Optional.empty(), Optional.of(file + " is opened to be read alone."));
    }

    private static StudyFile opened(Path file, boolean there, Optional<FileChannel> held, Optional<String> readOnly)
            throws SQLException, BadInputException {
        SQLiteConnection connection = null;
        try {
            connection = connect(address(file, readOnly.isPresent()), readOnly.isPresent());
            if (!there || isEmpty(file)) {
                create(connection);
            }
            requireOwnTables(file, connection);
            return new StudyFile(connection, held, readOnly);
        } catch (SQLException | BadInputException failure) {
            if (connection != null) {
                connection.close();
            }
            release(held);
            throw failure;
        }
    }

    private static SQLiteConnection connect(String address, boolean readOnly) throws SQLException, BadInputException {
        SqliteLibrary.require();
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(readOnly);
        config.setBusyTimeout(BUSY_MILLISECONDS);
        config.enforceForeignKeys(true);
        config.enableLoadExtension(false);
        SQLiteConnection connection = (SQLiteConnection) config.createConnection(address);
        connection.setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, LARGEST_CELL);
        connection.setLimit(SQLiteLimits.SQLITE_LIMIT_ATTACHED, 1);
        execute(connection, "PRAGMA trusted_schema = OFF", "PRAGMA cell_size_check = ON");
        return connection;
    }

    /** Where nothing can be written beside a study, SQLite has to be told that nobody else writes there either. */
    private static String address(Path file, boolean readOnly) {
        Path folder = file.toAbsolutePath().getParent();
        boolean still = readOnly && folder != null && !Files.isWritable(folder);
        String path = file.toAbsolutePath().toUri().getRawPath();
        return "jdbc:sqlite:file:" + path + (still ? "?immutable=1" : "");
    }

    private static Optional<FileChannel> lock(Path file) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + "-lock");
        if (Files.isSymbolicLink(beside)) {
            throw new IOException(beside + " leads elsewhere");
        }
        FileChannel channel = FileChannel.open(
                beside, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(channel);
            }
        } catch (OverlappingFileLockException here) {
            // this program has it open already
            channel.close();
            return Optional.empty();
        }
        channel.close();
        return Optional.empty();
    }

    private static void create(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        execute(
                connection,
                "PRAGMA application_id = " + Schema.APPLICATION_ID,
                "PRAGMA user_version = " + Schema.VERSION);
        execute(connection, Schema.statements().toArray(String[]::new));
        execute(connection, Schema.view(List.of()));
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** A file of no bytes is what a program leaves that was ended as it began. */
    private static boolean isEmpty(Path file) throws BadInputException {
        try {
            return Files.size(file) == 0;
        } catch (IOException unreadable) {
            throw StoreFailure.foreign(file, "cannot be read");
        }
    }

    private static void requireStudy(Path file) throws BadInputException {
        if (!Files.isRegularFile(file)) {
            throw StoreFailure.foreign(file, "is no file, so it is no study");
        }
        if (isEmpty(file)) {
            // not looked into: files of /proc say so too, and some never end
            return;
        }
        byte[] head = head(file);
        boolean database = head.length == HEADER_BYTES
                && new String(head, 0, MAGIC.length(), StandardCharsets.ISO_8859_1).equals(MAGIC);
        if (!database || ByteBuffer.wrap(head).getInt(APPLICATION_AT) != Schema.APPLICATION_ID) {
            throw StoreFailure.foreign(file, "is no study of this program");
        }
        int version = ByteBuffer.wrap(head).getInt(VERSION_AT);
        if (version != Schema.VERSION) {
            throw StoreFailure.foreign(
                    file,
                    "is a study of version " + version + ", and this program reads version " + Schema.VERSION
                            + "; use a newer one");
        }
    }

    private static byte[] head(Path file) throws BadInputException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEADER_BYTES);
        } catch (IOException unreadable) {
            throw StoreFailure.foreign(file, "cannot be read");
        }
    }

    /** Refuses tables that are made otherwise than ours, and everything that would run as they are used. */
    private static void requireOwnTables(Path file, Connection connection) throws SQLException, BadInputException {
        Set<String> missing = new HashSet<>(Schema.statements());
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT type, name, sql FROM sqlite_schema")) {
            while (found.next()) {
                String type = String.valueOf(found.getString(1));
                String sql = found.getString(3);
                boolean made = sql == null && type.equals("index") || missing.remove(String.valueOf(sql));
                boolean harmless = type.equals("view")
                        || type.equals("table") && sql != null && sql.regionMatches(true, 0, "CREATE TABLE ", 0, 13);
                if (!made && !harmless) {
                    throw StoreFailure.foreign(
                            file, "has a " + type + " that a study does not have, so it is not opened");
                }
            }
        }
        if (!missing.isEmpty()) {
            throw StoreFailure.foreign(file, "does not have the tables of a study, so it is not opened");
        }
    }

    /**
     * Begins a change. Not before the first one is the file put into the mode with a log beside it, which changes the file: whoever only
     * looks into a study leaves every byte of it as it was.
     */
    void beginChange() throws SQLException {
        if (!writing) {
            execute(connection, "PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL");
            writing = true;
        }
        execute(connection, "BEGIN IMMEDIATE");
    }

    /** Runs a statement. */
    void execute(String sql) throws SQLException {
        execute(connection, sql);
    }

    Connection connection() {
        return connection;
    }

    /** Why it can only be read; empty if it can be written. */
    Optional<String> readOnly() {
        return readOnly;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        release(lock);
    }

    private static void release(Optional<FileChannel> lock) {
        try {
            if (lock.isPresent()) {
                lock.get().close();
            }
        } catch (IOException alreadyGone) {
            // the lock ends with the program at the latest
            return;
        }
    }
}
