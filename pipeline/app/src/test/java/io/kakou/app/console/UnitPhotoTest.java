package io.kakou.app.console;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.events.Incident;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What units send pictures of. */
@ExtendWith(SharedConsole.class)
class UnitPhotoTest {
    private static Desk desk;

    @BeforeAll
    static void open() {
        desk = SharedConsole.desk();
    }

    @Test
    void a_photo_stands_with_its_incident_without_what_the_camera_wrote_beside_it() throws Exception {
        Incident incident = desk.seen("pengbu", "lift-1");
        Phone phone = new Phone(desk.installation, Phone.link(desk, incident));
        assertThat(phone.open().status()).isEqualTo(200);
        String id = UUID.randomUUID().toString();
        byte[] taken = withExif(jpeg(320, 240));
        assertThat(new String(taken, ISO_8859_1)).contains("Exif", "N30-15-00");

        Browser.Answer sent = phone.photo(id, taken, Instant.now());
        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
        assertThat(phone.photo(id, taken, Instant.now()).status()).as("again").isEqualTo(200);

        String path = "/api/incidents/" + incident.id() + "/photos/" + id;
        byte[] kept = desk.pengbu.bytes(path + "?reason=test", "").body();
        assertThat(new String(kept, ISO_8859_1)).doesNotContain("Exif", "N30-15-00");
        assertThat(ImageIO.read(new ByteArrayInputStream(kept)).getWidth()).isEqualTo(320);
        assertThat(desk.installation.neighbours.objects).containsKey("photos/" + incident.id() + "/" + id + ".jpg");
        JsonNode reports = desk.pengbu
                .get("/api/incidents/" + incident.id() + "/tasks")
                .json()
                .get(0)
                .get("reports");
        assertThat(reports.findValuesAsText("kind")).containsExactly("PHOTO");
        assertThat(desk.jianqiao.get(path).status()).as("another street's room").isEqualTo(404);
        assertThat(desk.auditor.get("/api/audit").body()).contains("UNIT_PHOTO", id);
    }

    @Test
    void what_is_no_photo_is_refused_with_the_reason_and_not_kept() throws Exception {
        Incident incident = desk.seen("pengbu", "lift-1");
        Phone phone = new Phone(desk.installation, Phone.link(desk, incident));
        assertThat(phone.open().status()).isEqualTo(200);
        byte[] good = jpeg(64, 64);
        refuses(phone, "<html>".getBytes(UTF_8), 400, "does not begin as one");
        refuses(phone, new byte[0], 400, "does not begin as one");
        refuses(phone, png(), 400, "does not begin as one");
        refuses(phone, Arrays.copyOf(good, 60), 400, "the file is no photo");
        refuses(phone, concat(Arrays.copyOf(good, 20), "not a picture at all".getBytes(UTF_8)), 400, "no photo");
        refuses(phone, wide(good), 400, "allowed: up to 12000 a side");
        refuses(phone, concat(good, new byte[5 << 20]), 413, "allowed: up to 5242880");
        refuses(phone, new byte[7 << 20], 413, "too large");
        assertThat(desk.installation.neighbours.objects.keySet())
                .noneMatch(key -> key.startsWith("photos/" + incident.id()));
    }

    @Test
    void a_photo_is_not_taken_from_a_stranger() throws Exception {
        Incident incident = desk.seen("pengbu", "lift-1");
        Phone phone = new Phone(desk.installation, Phone.link(desk, incident));
        assertThat(phone.open().status()).isEqualTo(200);
        Phone stranger = new Phone(desk.installation, phone.token);
        assertThat(stranger.photo(UUID.randomUUID().toString(), jpeg(64, 64), Instant.now())
                        .status())
                .isEqualTo(409);
    }

    private static void refuses(Phone phone, byte[] file, int status, String reason) throws Exception {
        Browser.Answer answer = phone.photo(UUID.randomUUID().toString(), file, Instant.now());
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(reason);
    }

    static byte[] jpeg(int width, int height) throws Exception {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            image.setRGB(x, x % height, 0x3080C0);
        }
        return written(image, "jpg");
    }

    private static byte[] png() throws Exception {
        return written(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png");
    }

    private static byte[] written(BufferedImage image, String format) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    /** An APP1 segment behind the start of the image, as phones write it. */
    private static byte[] withExif(byte[] jpeg) {
        byte[] said = "Exif\0\0GPS N30-15-00 E120-12-36".getBytes(ISO_8859_1);
        byte[] segment = concat(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (said.length + 2)}, said);
        return concat(concat(Arrays.copyOf(jpeg, 2), segment), Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** The same with a frame header (SOF0) that claims 60,000 columns. */
    private static byte[] wide(byte[] jpeg) {
        byte[] wide = jpeg.clone();
        for (int i = 0; i < wide.length - 9; i++) {
            if ((wide[i] & 0xFF) == 0xFF && (wide[i + 1] & 0xFF) == 0xC0) {
                wide[i + 7] = (byte) 0xEA;
                wide[i + 8] = 0x60;
                return wide;
            }
        }
        throw new AssertionError("no frame header");
    }

    private static byte[] concat(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
