package io.kakou.analysis.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kakou.analysis.store.StoreException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("try") // A server is closed under its client.
class ObjectStoreTest {
    private static final byte[] OBJECT = "a picture".getBytes(UTF_8);

    @TempDir
    private Path folder;

    @Test
    void what_is_put_is_got_whole_in_parts_and_by_its_prefix() throws Exception {
        try (LocalS3 server = new LocalS3(folder);
                ObjectStore store = server.client()) {
            store.put("clips/a/0001.m4s", OBJECT, "video/iso.segment");
            store.put("clips/a/0000.m4s", new byte[0], "video/iso.segment");
            store.put("clips/b/0000.m4s", OBJECT, "video/iso.segment");
            assertThat(store.get("clips/a/0001.m4s")).isEqualTo(OBJECT);
            assertThat(store.get("clips/a/0001.m4s", 2, 3)).isEqualTo("pic".getBytes(UTF_8));
            assertThat(store.list("clips/a/")).containsExactly("clips/a/0000.m4s", "clips/a/0001.m4s");
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> store.get("clips/c"))
                    .matches(e -> e.code() == Code.NOT_FOUND)
                    .withMessageStartingWith("clips/c at store http://127.0.0.1:");
        }
    }

    @Test
    void wrong_keys_are_said_in_one_line_that_does_not_hold_them() throws Exception {
        try (LocalS3 server = new LocalS3(folder)) {
            StoreSettings wrong = StoreSettings.of(server.settings().endpoint(), "tester", "not-the-secret");
            try (ObjectStore store = new ObjectStore(wrong, server.hashes())) {
                assertThatExceptionOfType(StoreException.class)
                        .isThrownBy(store::start)
                        .matches(e -> e.code() == Code.REFUSED)
                        .withMessage(
                                "bucket kakou at store " + wrong + ": the access key or secret key is not accepted");
                assertThat(wrong.toString()).doesNotContain("tester").doesNotContain("secret");
            }
        }
    }

    @Test
    @Timeout(20)
    void a_store_that_is_not_there_is_given_up_in_time() throws Exception {
        try (HashLog hashes = new HashLog(folder, Instant::now);
                ObjectStore store = new ObjectStore(quick("http://127.0.0.1:" + freePort()), hashes)) {
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> store.put("key", OBJECT, "text/plain"))
                    .matches(e -> e.code() == Code.AWAY);
        }
    }

    @Test
    @Timeout(20)
    void a_store_that_says_nothing_is_tried_as_often_as_set_and_given_up() throws Exception {
        AtomicInteger tried = new AtomicInteger();
        try (ServerSocket silent = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
                HashLog hashes = new HashLog(folder, Instant::now);
                ObjectStore store = new ObjectStore(quick("http://127.0.0.1:" + silent.getLocalPort()), hashes)) {
            Thread listener = new Thread(() -> listen(silent, tried));
            listener.start();
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> store.put("key", OBJECT, "text/plain"))
                    .matches(e -> e.code() == Code.AWAY);
            silent.close();
            listener.join(10_000);
            assertThat(tried).hasValue(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:9000", "ftp://h", "http://user:word@h:1", "http://h:1/path", "http://", " "})
    void endpoints_that_are_none_are_named(String endpoint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StoreSettings.of(endpoint, "a", "b"))
                .withMessageStartingWith("store.endpoint is \"" + endpoint + "\"");
    }

    @Test
    void a_day_that_is_over_is_stored_with_its_root() throws Exception {
        Instant[] now = {Instant.parse("2026-05-01T23:59:59Z")};
        try (LocalS3 server = new LocalS3(folder);
                HashLog hashes = new HashLog(folder.resolve("own"), () -> now[0]);
                ObjectStore store = new ObjectStore(server.settings(), hashes)) {
            store.start();
            store.put("pictures/a.jpg", OBJECT, "image/jpeg");
            now[0] = now[0].plusSeconds(2);
            store.put("pictures/b.jpg", OBJECT, "image/jpeg");
            byte[] root = store.get("roots/2026-05-01.jsonl");
            assertThat(root).isEqualTo(Files.readAllBytes(folder.resolve("own/roots/2026-05-01.jsonl")));
            assertThat(RootCheck.chain(root, HashLine.NO_ROOT)).isEmpty();
            assertThat(RootCheck.objects(root, store)).isEmpty();
            assertThat(hashes.unpublished()).isEmpty();
            store.put("pictures/a.jpg", "another".getBytes(UTF_8), "image/jpeg");
            assertThat(RootCheck.objects(root, store))
                    .containsExactly("pictures/a.jpg is not what was stored at 2026-05-01T23:59:59Z");
        }
    }

    private static StoreSettings quick(String endpoint) {
        return new StoreSettings(endpoint, "us-east-1", "kakou", "a", "b", 0.5, 0.5, 2);
    }

    private static int freePort() throws Exception {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private static void listen(ServerSocket server, AtomicInteger tried) {
        while (true) {
            try (Socket client = server.accept();
                    InputStream in = client.getInputStream()) {
                tried.incrementAndGet();
                in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                if (server.isClosed()) {
                    return;
                }
            }
        }
    }
}
