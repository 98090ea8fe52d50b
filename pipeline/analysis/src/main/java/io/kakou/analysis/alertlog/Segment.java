package io.kakou.analysis.alertlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32C;

/**
 * One file of the spool, named after the number of its first alert. A record is
 * {@code length:4 crc32c:4 keyLength:1 key json}; the sum covers the record's number too, so that bytes of an older file
 * that the disk hands back are not taken for new ones.
 */
record Segment(long first, Path file) {
    static final String ENDING = ".alerts";
    private static final int HEADER = 8;
    private static final int MOST_BYTES = 16 << 20;

    /** What a file holds, up to the first byte that is no whole record. */
    record Content(List<SpooledAlert> alerts, long wholeBytes, long bytes) {
        boolean torn() {
            return wholeBytes < bytes;
        }
    }

    static Segment in(Path folder, long first) {
        return new Segment(first, folder.resolve(String.format(Locale.ROOT, "%020d%s", first, ENDING)));
    }

    static Segment of(Path file) {
        String name = String.valueOf(file.getFileName());
        return new Segment(Long.parseLong(name.substring(0, name.length() - ENDING.length())), file);
    }

    static ByteBuffer record(SpooledAlert alert) {
        byte[] key = alert.camera().getBytes(UTF_8);
        int length = 1 + key.length + alert.json().length;
        if (key.length > Byte.MAX_VALUE || length > MOST_BYTES) {
            throw new IllegalArgumentException("alert of camera " + alert.camera() + " is " + length
                    + " bytes; allowed: " + MOST_BYTES + " and a camera id of 127");
        }
        ByteBuffer record = ByteBuffer.allocate(HEADER + length);
        record.putInt(length).putInt(0).put((byte) key.length).put(key).put(alert.json());
        return record.putInt(Integer.BYTES, sum(alert.number(), record.slice(HEADER, length)))
                .flip();
    }

    Content read() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        List<SpooledAlert> alerts = new ArrayList<>();
        while (isWhole(in, first + alerts.size())) {
            alerts.add(next(in, first + alerts.size()));
        }
        return new Content(alerts, in.position(), bytes.length);
    }

    /** Cuts off what is behind the whole records, on the disk too. */
    void cutTo(long bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(bytes);
            channel.force(true);
        }
    }

    private static boolean isWhole(ByteBuffer in, long number) {
        int at = in.position();
        if (in.remaining() < HEADER) {
            return false;
        }
        int length = in.getInt(at);
        return length >= 1
                && length <= in.remaining() - HEADER
                && in.get(at + HEADER) >= 0
                && in.get(at + HEADER) < length
                && in.getInt(at + Integer.BYTES) == sum(number, in.slice(at + HEADER, length));
    }

    private static SpooledAlert next(ByteBuffer in, long number) {
        int length = in.getInt();
        in.getInt();
        byte[] key = new byte[in.get()];
        byte[] json = new byte[length - 1 - key.length];
        in.get(key).get(json);
        return new SpooledAlert(number, new String(key, UTF_8), json);
    }

    private static int sum(long number, ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
