package io.kakou.analysis.record.spool;

import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One file of the spool: records, each a head of five numbers, an entry in JSON and its bytes. It goes when nobody needs
 * a record of it any more. Appended by one thread; read by many.
 */
final class SpoolFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SpoolFile.class);
    private static final int MAGIC = 0x4b4b4631;
    private static final int HEAD = 20;
    private static final int LONGEST_ENTRY = 4096;

    private final Path path;
    private final FileChannel channel;
    private long size;
    private int needed;

    private SpoolFile(Path path, FileChannel channel, long size) {
        this.path = path;
        this.channel = channel;
        this.size = size;
    }

    static SpoolFile create(Path path) throws IOException {
        return new SpoolFile(
                path,
                FileChannel.open(
                        path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE),
                0);
    }

    /** One that a process before left behind. */
    static SpoolFile open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        return new SpoolFile(path, channel, channel.size());
    }

    synchronized long size() {
        return size;
    }

    /** What a record of so many bytes takes. */
    static long sizeOf(byte[] said, byte[] bytes) {
        return HEAD + said.length + (long) bytes.length;
    }

    /** @param said the entry in JSON */
    Piece append(Entry entry, byte[] said, byte[] bytes) throws IOException {
        int crc = crc(bytes);
        ByteBuffer head = ByteBuffer.allocate(HEAD + said.length)
                .putInt(MAGIC)
                .putInt(said.length)
                .putInt(bytes.length)
                .putInt(crc(said))
                .putInt(crc)
                .put(said)
                .flip();
        ByteBuffer[] both = {head, ByteBuffer.wrap(bytes)};
        long before = size();
        try {
            channel.position(before);
            while (both[0].hasRemaining() || both[1].hasRemaining()) {
                channel.write(both);
            }
        } catch (IOException e) {
            // What was half written is overwritten by the next, and is none to a reader.
            throw new IOException(path + " does not take a record: " + e.getMessage(), e);
        }
        grow(sizeOf(said, bytes));
        return new Piece(this, before + HEAD + said.length, bytes.length, crc, entry);
    }

    private synchronized void grow(long by) {
        size += by;
        needed++;
    }

    /** Keeps the file for a record found in it. */
    synchronized void need() {
        needed++;
    }

    /** Whether nobody needs it any more. */
    synchronized boolean unneeded() {
        return needed == 0;
    }

    synchronized boolean letGo() {
        needed--;
        return needed == 0;
    }

    /** All whole records in order; what is behind a torn one is none. */
    List<Piece> records() throws IOException {
        List<Piece> records = new ArrayList<>();
        long at = 0;
        for (Piece next = at(at); next != null; next = at(at)) {
            records.add(next);
            at = next.position() + next.length();
        }
        return records;
    }

    private @Nullable Piece at(long position) throws IOException {
        if (position + HEAD > size()) {
            return null;
        }
        ByteBuffer head = ByteBuffer.wrap(read(position, HEAD));
        int magic = head.getInt();
        int said = head.getInt();
        int length = head.getInt();
        int saidCrc = head.getInt();
        int crc = head.getInt();
        long from = position + HEAD + said;
        boolean possible = magic == MAGIC && said > 0 && said <= LONGEST_ENTRY && length >= 0;
        if (!possible || from + length > size()) {
            return null;
        }
        byte[] text = read(position + HEAD, said);
        try {
            return crc(text) == saidCrc ? new Piece(this, from, length, crc, Json.read(Entry.class, text)) : null;
        } catch (UnreadableRecord e) {
            return null;
        }
    }

    /** Reads a record's bytes into the buffer; false where they are not as they were written. */
    boolean read(Piece piece, ByteBuffer into) throws IOException {
        byte[] bytes = read(piece.position(), piece.length());
        if (crc(bytes) != piece.crc()) {
            return false;
        }
        into.put(bytes);
        return true;
    }

    private byte[] read(long position, int length) throws IOException {
        byte[] read = new byte[length];
        ByteBuffer bytes = ByteBuffer.wrap(read);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                throw new EOFException(path + " is shorter than it was");
            }
        }
        return read;
    }

    /** What has gone meanwhile, because all of it is stored, needs no disk. */
    void force() throws IOException {
        try {
            channel.force(false);
        } catch (ClosedChannelException e) {
            LOG.debug("{} went before it was forced to the disk", path);
        }
    }

    void delete() throws IOException {
        close();
        Files.deleteIfExists(path);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static int crc(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
