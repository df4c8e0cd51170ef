package org.eigenscope.spark;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** This machine's files under a scheme of their own, as if they were elsewhere; counts the bytes that are read. */
public final class CountedFileSystem extends RawLocalFileSystem {
    static final String SCHEME = "counted";
    static final AtomicLong READ = new AtomicLong();

    @Override
    public URI getUri() {
        return URI.create(SCHEME + ":///");
    }

    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
        File file = pathToFile(path);
        if (!file.exists()) {
            throw new FileNotFoundException(file.getPath());
        }
        return new FileStatus(file.length(), file.isDirectory(), 1, 4096, file.lastModified(), makeQualified(path));
    }

    @Override
    public FileStatus[] listStatus(Path path) throws IOException {
        List<FileStatus> inside = new ArrayList<>();
        for (String name : pathToFile(path).list()) {
            inside.add(getFileStatus(new Path(path, name)));
        }
        return inside.toArray(new FileStatus[0]);
    }

    @Override
    public FSDataInputStream open(Path path, int bufferSize) throws IOException {
        return new FSDataInputStream(new Counted(pathToFile(path).getPath()));
    }

    @Override
    public FSDataInputStream open(Path path) throws IOException {
        return open(path, 0);
    }

    private static final class Counted extends FSInputStream {
        private final FileInputStream in;

        Counted(String file) throws IOException {
            in = new FileInputStream(file);
        }

        @Override
        public void seek(long position) throws IOException {
            in.getChannel().position(position);
        }

        @Override
        public long getPos() throws IOException {
            return in.getChannel().position();
        }

        @Override
        public boolean seekToNewSource(long position) {
            return false;
        }

        @Override
        public int read() throws IOException {
            READ.incrementAndGet();
            return in.read();
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            int read = in.read(bytes, from, count);
            READ.addAndGet(Math.max(0, read));
            return read;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
