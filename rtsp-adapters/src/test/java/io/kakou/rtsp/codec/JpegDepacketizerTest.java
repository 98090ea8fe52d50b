package io.kakou.rtsp.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kakou.rtsp.rtp.RtpPacket;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures are the JDK's own, cut into the packets of RFC 2435 and read again by the JDK. */
class JpegDepacketizerTest {
    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;
    private static final int BOUND = 64 * 1024;
    private static final Jpeg PICTURE = Jpeg.made();

    private final List<CodedPicture> out = new ArrayList<>();
    private final JpegDepacketizer depacketizer = new JpegDepacketizer(BOUND, 0, 0, out::add);

    @Test
    void aPictureInPacketsIsThePictureAgain() throws Exception {
        send(9000, 1, 255, PICTURE.tables(), 100);

        assertThat(out).hasSize(1);
        assertThat(out.get(0).keyframe()).isTrue();
        assertThat(out.get(0).timestamp()).isEqualTo(9000);
        assertSame(out.get(0).bytes());
    }

    @Test
    void tablesOfANumberAreKeptAndUsedAgain() throws Exception {
        send(1, 1, 200, PICTURE.tables(), 100);
        send(2, 1, 200, new byte[0], 100);
        send(3, 1, 201, new byte[0], 100);

        assertThat(out).extracting(CodedPicture::timestamp).containsExactly(1, 2);
        assertThat(depacketizer.dropped()).isEqualTo(1);
        assertSame(out.get(1).bytes());
    }

    @ParameterizedTest
    @CsvSource({"1, 255", "10, 80", "50, 16", "75, 8", "99, 1", "0, 255", "100, 1"})
    void tablesAreComputedFromTheirNumber(int quality, int first) throws Exception {
        send(1, 1, quality, null, 1000);

        byte[] bytes = out.get(0).bytes();
        assertThat(ImageIO.read(new ByteArrayInputStream(bytes))).isNotNull();
        int table = indexOf(bytes, 0xdb) + 5;
        assertThat(bytes[table - 1]).isZero();
        assertThat(bytes[table] & 0xff).isEqualTo(first);
    }

    @Test
    void theEndMarkIsThereOnceWhetherTheCameraSendsItOrNot() {
        send(1, 1, 255, PICTURE.tables(), 1000);
        byte[] with = out.get(0).bytes();
        assertThat(Arrays.copyOfRange(with, with.length - 2, with.length)).containsExactly(0xff, 0xd9);
        byte[] scan = Arrays.copyOf(PICTURE.scan(), PICTURE.scan().length - 2);
        depacketizer.packet(packet(2, true, header(0, 1, 255), tables(PICTURE.tables()), Unpooled.wrappedBuffer(scan)));
        assertThat(out.get(1).bytes()).isEqualTo(with);
    }

    @Test
    void restartMarkersAreAnnounced() {
        ByteBuf restart = Unpooled.buffer().writeShort(7).writeShort(0xffff);
        depacketizer.packet(packet(1, true, header(0, 65, 50), restart, Unpooled.wrappedBuffer(PICTURE.scan())));

        byte[] bytes = out.get(0).bytes();
        int at = indexOf(bytes, 0xdd);
        assertThat(Arrays.copyOfRange(bytes, at, at + 6)).containsExactly(0xff, 0xdd, 0, 4, 0, 7);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a fragment that is missing, 0-100 200-300, 1, 60",
        "a beginning that is missing, 100-200, 1, 60",
        "a fragment twice, 0-100 0-100, 1, 60",
        "an unknown type, 0-100, 2, 60",
        "tables that never came, 0-100, 1, 128"
    })
    void aTornPictureIsDropped(String name, String fragments, int type, int quality) {
        String[] parts = fragments.split(" ", -1);
        for (int i = 0; i < parts.length; i++) {
            String[] bounds = parts[i].split("-", -1);
            int from = Integer.parseInt(bounds[0]);
            ByteBuf tables = quality >= 128 ? tables(new byte[0]) : Unpooled.buffer();
            depacketizer.packet(packet(
                    1,
                    i == parts.length - 1,
                    header(from, type, quality),
                    tables,
                    Unpooled.wrappedBuffer(PICTURE.scan(), from, Integer.parseInt(bounds[1]) - from)));
        }
        assertThat(out).as(name).isEmpty();
        assertThat(depacketizer.dropped()).isEqualTo(1);
    }

    @Test
    void aLossTearsThePictureItIsInAndNoOther() {
        depacketizer.packet(packet(1, false, header(0, 1, 60), Unpooled.wrappedBuffer(PICTURE.scan(), 0, 100)));
        depacketizer.lost();
        send(2, 1, 60, null, 100);
        depacketizer.lost();
        send(3, 1, 60, null, 100);

        assertThat(out).extracting(CodedPicture::timestamp).containsExactly(2, 3);
    }

    @Test
    void picturesThatAreNotReadAreNamed() {
        depacketizer.packet(packet(1, true, Unpooled.wrappedBuffer(new byte[] {0, 0, 0, 0, 1, 60, 0, 0, 1, 2})));
        assertThat(depacketizer.unread())
                .isEqualTo("JPEG of more than 2,040 pixels a side whose size is not in its description");
    }

    /** As gst-rtsp-server sends 2560x1440. */
    @Test
    void aPictureTooLargeForItsHeaderIsAsLargeAsTheDescriptionSays() throws Exception {
        var large = new JpegDepacketizer(BOUND, WIDTH, HEIGHT, out::add);
        ByteBuf sizeless = header(0, 1, 255).setByte(6, 0).setByte(7, 0);
        large.packet(packet(1, true, sizeless, tables(PICTURE.tables()), Unpooled.wrappedBuffer(PICTURE.scan())));

        assertSame(out.get(0).bytes());
    }

    @Test
    void noPayloadMakesItThrowOrGrowPastItsBound() {
        Random random = new Random(5);
        for (int i = 0; i < 100_000; i++) {
            byte[] payload = new byte[random.nextInt(i % 50 == 0 ? 2000 : 40)];
            random.nextBytes(payload);
            for (int zero = 0; zero < Math.min(4, payload.length) && i % 2 == 0; zero++) {
                payload[zero] = 0;
            }
            if (payload.length > 4) {
                payload[4] = (byte) (random.nextInt(2) | random.nextInt(2) << 6);
            }
            depacketizer.packet(packet(i / 3, random.nextBoolean(), Unpooled.wrappedBuffer(payload)));
        }
        assertThat(out).isNotEmpty().allSatisfy(picture -> assertThat(picture.bytes())
                .hasSizeLessThan(BOUND + 1024));
    }

    private void send(int timestamp, int type, int quality, byte @Nullable [] tables, int packetBytes) {
        byte[] scan = PICTURE.scan();
        for (int from = 0; from < scan.length; from += packetBytes) {
            int length = Math.min(packetBytes, scan.length - from);
            ByteBuf inBand = from == 0 && tables != null ? tables(tables) : Unpooled.buffer();
            depacketizer.packet(packet(
                    timestamp,
                    from + length == scan.length,
                    header(from, type, quality),
                    inBand,
                    Unpooled.wrappedBuffer(scan, from, length)));
        }
    }

    private static RtpPacket packet(int timestamp, boolean marker, ByteBuf... parts) {
        return new RtpPacket(marker, 26, 0, timestamp, 1, Unpooled.wrappedBuffer(parts));
    }

    private static ByteBuf header(int offset, int type, int quality) {
        return Unpooled.buffer()
                .writeByte(0)
                .writeMedium(offset)
                .writeByte(type)
                .writeByte(quality)
                .writeByte(WIDTH / 8)
                .writeByte(HEIGHT / 8);
    }

    private static ByteBuf tables(byte[] tables) {
        return Unpooled.buffer().writeShort(0).writeShort(tables.length).writeBytes(tables);
    }

    private static void assertSame(byte[] bytes) throws IOException {
        BufferedImage again = ImageIO.read(new ByteArrayInputStream(bytes));
        BufferedImage first = ImageIO.read(new ByteArrayInputStream(PICTURE.file()));
        assertThat(again.getWidth()).isEqualTo(WIDTH);
        for (int at = 0; at < WIDTH * HEIGHT; at++) {
            int was = first.getRGB(at % WIDTH, at / WIDTH) & 0xff;
            assertThat(again.getRGB(at % WIDTH, at / WIDTH) & 0xff).isCloseTo(was, within(0));
        }
    }

    private static int indexOf(byte[] bytes, int marker) {
        for (int i = 0; i + 1 < bytes.length; i++) {
            if ((bytes[i] & 0xff) == 0xff && (bytes[i + 1] & 0xff) == marker) {
                return i;
            }
        }
        throw new AssertionError("no marker " + Integer.toHexString(marker));
    }

    /** A file, its two tables without their numbers, and its scan up to the end mark. */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    private record Jpeg(byte[] file, byte[] tables, byte[] scan) {
        /** The JDK writes colour as 4:2:0 with the tables of annex K. */
        static Jpeg made() {
            BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
            for (int at = 0; at < WIDTH * HEIGHT; at++) {
                image.setRGB(at % WIDTH, at / WIDTH, new Random(at / 7).nextInt(0x1000000));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                assertThat(ImageIO.write(image, "jpg", out)).isTrue();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            byte[] file = out.toByteArray();
            byte[] tables = new byte[128];
            int filled = 0;
            int at = 2;
            while ((file[at + 1] & 0xff) != 0xda) {
                int length = (file[at + 2] & 0xff) << 8 | (file[at + 3] & 0xff);
                for (int table = at + 5; (file[at + 1] & 0xff) == 0xdb && table < at + 2 + length; table += 65) {
                    System.arraycopy(file, table, tables, filled, 64);
                    filled += 64;
                }
                at += 2 + length;
            }
            int scan = at + 2 + ((file[at + 2] & 0xff) << 8 | (file[at + 3] & 0xff));
            return new Jpeg(file, tables, Arrays.copyOfRange(file, scan, file.length));
        }
    }
}
