package io.kakou.rtsp.codec;

import io.kakou.rtsp.rtp.RtpPacket;
import io.netty.buffer.ByteBuf;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * RTP payloads of JPEG to whole JFIF pictures (RFC 2435): types 0 and 1, with restart markers 64 and 65; quantization
 * tables by their number or in band. Every picture is a keyframe. One that is torn or larger than the bound is dropped
 * and counted. What is read ends with its own end mark, whether the camera sends it or not.
 */
public final class JpegDepacketizer implements Depacketizer {
    private static final int RESTART_TYPES = 64;
    private static final int RESTART_BYTES = 4;
    private static final int END_MARK = 0xffd9;

    private final JpegTables tables = new JpegTables();
    private final UnitBuffer scan;
    private final Consumer<CodedPicture> out;
    private final int largeWidth;
    private final int largeHeight;

    private byte @Nullable [] front;
    private boolean begun;
    private boolean torn;
    private int timestamp;
    private long dropped;
    private @Nullable String unread;

    /**
     * @param mostBytes the bound of one picture
     * @param largeWidth of pictures too large for RTP's header, in pixels; 0 where it is not known, and they are not read
     * @param largeHeight likewise
     * @param out called within {@link #packet}, on the caller's thread
     */
    public JpegDepacketizer(int mostBytes, int largeWidth, int largeHeight, Consumer<CodedPicture> out) {
        this.scan = new UnitBuffer(mostBytes);
        this.largeWidth = largeWidth;
        this.largeHeight = largeHeight;
        this.out = out;
    }

    @Override
    public void lost() {
        torn |= begun;
    }

    @Override
    public void packet(RtpPacket packet) {
        if (packet.timestamp() != timestamp) {
            finish();
            timestamp = packet.timestamp();
        }
        if (packet.payload().isReadable()) {
            payload(packet.payload());
        }
        if (packet.marker()) {
            finish();
        }
    }

    @Override
    public long dropped() {
        return dropped;
    }

    @Override
    public @Nullable String unread() {
        return unread;
    }

    private void payload(ByteBuf payload) {
        begun = true;
        if (payload.readableBytes() < JpegHeader.BYTES) {
            torn = true;
            return;
        }
        JpegHeader header = JpegHeader.read(payload).sized(largeWidth, largeHeight);
        String why = header.unread();
        if (why != null) {
            unread = why;
            torn = true;
            return;
        }
        // A fragment says where it stands: what is not where the last one ended has a hole before it.
        torn |= header.offset() != scan.size();
        int restart = 0;
        if (header.type() >= RESTART_TYPES) {
            if (payload.readableBytes() < RESTART_BYTES) {
                torn = true;
                return;
            }
            restart = payload.readUnsignedShort();
            payload.skipBytes(2);
        }
        if (header.offset() == 0) {
            byte[] quantization = tables.of(header.quality(), payload);
            front = quantization == null ? null : header.jfif(quantization, restart);
        }
        if (!torn) {
            scan.add(payload);
        }
    }

    private void finish() {
        byte[] header = front;
        boolean whole = begun && !torn && header != null && scan.size() > 0;
        if (whole) {
            closeScan();
        }
        if (whole && header != null && !scan.full()) {
            out.accept(new CodedPicture(true, timestamp, scan.copyBehind(header)));
        } else if (begun) {
            dropped++;
        }
        scan.clear();
        front = null;
        begun = false;
        torn = false;
    }

    private void closeScan() {
        int size = scan.size();
        boolean closed = size >= 2
                && (scan.bytes()[size - 2] & 0xff) == END_MARK >> 8
                && (scan.bytes()[size - 1] & 0xff) == (END_MARK & 0xff);
        if (!closed) {
            scan.header(END_MARK, 2);
        }
    }
}
