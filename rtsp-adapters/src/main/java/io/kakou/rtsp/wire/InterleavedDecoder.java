package io.kakou.rtsp.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.CorruptedFrameException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Splits interleaved frames from RTSP text before Netty's decoder sees either.
 *
 * <p>Cameras put frames between messages (RFC 2326 §10.12), and some put them between a message's headers and its body
 * or in the midst of it. A {@code $} followed by a channel below {@value #CHANNELS} therefore opens a frame wherever
 * it stands: RTSP text holds no such control characters. Bytes that are neither are skipped up to the next frame of
 * RTP version 2 or the next message; more than {@value #MOST_GARBAGE} of them in a row, or any before the first
 * message, end the connection with {@link CorruptedFrameException}.
 *
 * <p>Emits {@link InterleavedFrame}s, and {@link ByteBuf}s of RTSP text. Frames go past the handlers that read text, and
 * these do not hear of reads that brought frames alone: there are a thousand of them for each message, and with many
 * cameras each handler on the way is memory that has left the processor's caches.
 */
public final class InterleavedDecoder extends ByteToMessageDecoder {
    /** Channels of one session are two; a camera that numbers on from an earlier session stays far below this. */
    static final int CHANNELS = 8;

    static final int MOST_GARBAGE = 256 * 1024;
    private static final int LONGEST_LINE = 8 * 1024;
    private static final int SHOWN_BYTES = 24;

    private enum Place {
        BETWEEN,
        HEADERS,
        BODY,
        LOST
    }

    private final StringBuilder line = new StringBuilder();
    private @Nullable ChannelHandlerContext frames;
    private boolean texts;
    private Place place = Place.BETWEEN;
    private boolean spoken;
    private int bodyLeft;
    private int announced;
    private int garbage;

    public InterleavedDecoder() {
        setCumulator(InterleavedDecoder::joined);
    }

    /**
     * What a read left, and the next read, in a buffer of their size. Netty's own cumulator lets one buffer grow with each
     * read until one ends where a frame does: 1,562 cameras that had waited for a busy machine held a megabyte each.
     */
    private static ByteBuf joined(ByteBufAllocator buffers, ByteBuf left, ByteBuf read) {
        if (!left.isReadable()) {
            left.release();
            return read;
        }
        try {
            return buffers.buffer(left.readableBytes() + read.readableBytes())
                    .writeBytes(left)
                    .writeBytes(read);
        } finally {
            left.release();
            read.release();
        }
    }

    /** The handler behind this one takes the frames; where none is named, that behind the decoder itself. */
    void passFramesBehind(ChannelHandlerContext last) {
        frames = last;
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) throws Exception {
        if (texts || !ctx.channel().config().isAutoRead()) {
            texts = false;
            super.channelReadComplete(ctx);
        } else {
            discardSomeReadBytes();
        }
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) throws CorruptedFrameException {
        frames = frames == null ? ctx : frames;
        Place before = place;
        step(in, out);
        while (place != before && out.isEmpty() && in.isReadable()) { // Netty takes a step without bytes for the last
            before = place;
            step(in, out);
        }
    }

    private void step(ByteBuf in, List<Object> out) throws CorruptedFrameException {
        switch (place) {
            case BETWEEN -> between(in);
            case HEADERS -> headers(in, out);
            case BODY -> body(in, out);
            case LOST -> lost(in);
        }
    }

    private void between(ByteBuf in) throws CorruptedFrameException {
        byte first = in.getByte(in.readerIndex());
        if (first == InterleavedFrame.MAGIC) {
            if (in.readableBytes() >= 2 && !opensFrame(in, in.readerIndex())) {
                lose(in);
            } else {
                frame(in);
            }
        } else if (first == '\r' || first == '\n') {
            in.skipBytes(1); // RFC 7826 §20.1: empty lines before a message are to be ignored
        } else if (isUpper(first)) {
            beginMessage(in);
        } else {
            lose(in);
        }
    }

    private void beginMessage(ByteBuf in) throws CorruptedFrameException {
        int shown = Math.min(in.readableBytes(), LONGEST_LINE);
        for (int i = 0; i < shown; i++) {
            byte b = in.getByte(in.readerIndex() + i);
            if (b == ' ' || b == '/') {
                place = Place.HEADERS;
                spoken = true;
                announced = 0;
                garbage = 0;
                line.setLength(0);
                return;
            }
            if (!isUpper(b) && b != '_') {
                lose(in);
                return;
            }
        }
        if (shown > SHOWN_BYTES) {
            lose(in);
        }
    }

    private void lose(ByteBuf in) throws CorruptedFrameException {
        if (!spoken) {
            throw new CorruptedFrameException("no RTSP, it begins with \"" + shown(in) + '"');
        }
        place = Place.LOST;
        skip(in, 1);
    }

    /** Looks for what is surely a frame or a message; in midst of garbage a lone {@code $} proves nothing. */
    private void lost(ByteBuf in) throws CorruptedFrameException {
        while (in.isReadable()) {
            int at = in.readerIndex();
            byte first = in.getByte(at);
            if (first == InterleavedFrame.MAGIC || first == 'R') {
                if (in.readableBytes() <= InterleavedFrame.HEADER_BYTES) {
                    return;
                }
                if (opensRtpFrame(in, at) || opensResponse(in, at)) {
                    place = Place.BETWEEN;
                    return;
                }
            }
            skip(in, 1);
        }
    }

    private void skip(ByteBuf in, int bytes) throws CorruptedFrameException {
        in.skipBytes(bytes);
        garbage += bytes;
        if (garbage > MOST_GARBAGE) {
            throw new CorruptedFrameException(garbage + " bytes in a row that are neither RTSP nor RTP");
        }
    }

    private void headers(ByteBuf in, List<Object> out) throws CorruptedFrameException {
        int start = in.readerIndex();
        int end = in.writerIndex();
        for (int i = start; i < end; i++) {
            byte b = in.getByte(i);
            if (b == InterleavedFrame.MAGIC) {
                if (i + 1 == end || opensFrame(in, i)) {
                    passText(in, i, out);
                    frame(in);
                    return;
                }
            }
            if (b == '\n' && headersEndWith(line.toString().strip())) {
                place = bodyLeft > 0 ? Place.BODY : Place.BETWEEN;
                passText(in, i + 1, out);
                return;
            }
            collect(b);
        }
        passText(in, end, out);
    }

    private void collect(byte b) throws CorruptedFrameException {
        if (b == '\n') {
            line.setLength(0);
        } else if (line.length() < LONGEST_LINE) {
            line.append((char) (b & 0xff));
        } else {
            throw new CorruptedFrameException("a header line of more than " + LONGEST_LINE + " bytes");
        }
    }

    private boolean headersEndWith(String whole) throws CorruptedFrameException {
        if (whole.isEmpty()) {
            bodyLeft = announced;
            return true;
        }
        int colon = whole.indexOf(':');
        if (colon > 0
                && whole.substring(0, colon).strip().toLowerCase(Locale.ROOT).equals("content-length")) {
            announced = length(whole.substring(colon + 1).strip());
        }
        return false;
    }

    private static int length(String digits) throws CorruptedFrameException {
        try {
            int length = Integer.parseInt(digits);
            if (length >= 0 && length <= RtspPipeline.LONGEST_BODY) {
                return length;
            }
        } catch (NumberFormatException e) {
            // Said below: what is no number is as wrong as one out of range.
        }
        throw new CorruptedFrameException(
                "Content-Length \"" + digits + "\"; allowed: 0 to " + RtspPipeline.LONGEST_BODY);
    }

    private void body(ByteBuf in, List<Object> out) {
        int start = in.readerIndex();
        int end = Math.min(in.writerIndex(), start + bodyLeft);
        for (int i = start; i < end; i++) {
            boolean last = i - start == bodyLeft - 1;
            if (in.getByte(i) == InterleavedFrame.MAGIC && (i + 1 == in.writerIndex() ? !last : opensFrame(in, i))) {
                bodyLeft -= i - start;
                passText(in, i, out);
                frame(in);
                return;
            }
        }
        bodyLeft -= end - start;
        place = bodyLeft > 0 ? Place.BODY : Place.BETWEEN;
        passText(in, end, out);
    }

    private void passText(ByteBuf in, int end, List<Object> out) {
        if (end > in.readerIndex()) {
            out.add(in.readRetainedSlice(end - in.readerIndex()));
            texts = true;
        }
    }

    /** Reads the frame that begins at the reader index, or leaves it until all of it is there. */
    private void frame(ByteBuf in) {
        if (in.readableBytes() < InterleavedFrame.HEADER_BYTES || !opensFrame(in, in.readerIndex())) {
            return;
        }
        int length = in.getUnsignedShort(in.readerIndex() + 2);
        if (in.readableBytes() < InterleavedFrame.HEADER_BYTES + length) {
            return;
        }
        int channel = in.getUnsignedByte(in.readerIndex() + 1);
        in.skipBytes(InterleavedFrame.HEADER_BYTES);
        garbage = 0;
        Objects.requireNonNull(frames).fireChannelRead(new InterleavedFrame(channel, in.readRetainedSlice(length)));
    }

    private static boolean opensFrame(ByteBuf in, int at) {
        return in.getByte(at) == InterleavedFrame.MAGIC && in.getUnsignedByte(at + 1) < CHANNELS;
    }

    private static boolean opensRtpFrame(ByteBuf in, int at) {
        return opensFrame(in, at) && in.getUnsignedByte(at + InterleavedFrame.HEADER_BYTES) >> 6 == 2;
    }

    private static boolean opensResponse(ByteBuf in, int at) {
        return in.toString(at, 5, StandardCharsets.US_ASCII).equals("RTSP/");
    }

    private static boolean isUpper(byte b) {
        return b >= 'A' && b <= 'Z';
    }

    private static String shown(ByteBuf in) {
        String text =
                in.toString(in.readerIndex(), Math.min(SHOWN_BYTES, in.readableBytes()), StandardCharsets.US_ASCII);
        return text.replaceAll("[^\\x20-\\x7e]", ".");
    }
}
