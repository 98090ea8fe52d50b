package io.kakou.app.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.kakou.analysis.store.HashLog;
import io.kakou.analysis.store.ObjectStore;
import io.kakou.analysis.store.StoreException;
import io.kakou.analysis.store.StoreSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedS3Test {
    @TempDir
    private Path folder;

    private HashLog hashes = new HashLog(Path.of(""), InstantSource.system());

    @BeforeEach
    void hashes_have_a_place() {
        hashes = new HashLog(folder, InstantSource.system());
    }

    @Test
    void what_was_stored_is_there_after_a_restart_behind_the_same_door() throws Exception {
        S3Door door;
        try (EmbeddedS3 first = new EmbeddedS3(folder.resolve("s3"))) {
            first.start();
            first.start();
            door = first.door();
            try (ObjectStore store = client(first.settings())) {
                store.put("pictures/a.jpg", "kept".getBytes(UTF_8), "image/jpeg");
            }
        }
        try (EmbeddedS3 second = new EmbeddedS3(folder.resolve("s3"), door);
                ObjectStore store = new ObjectStore(settings(door), hashes)) {
            second.start();
            store.start();
            assertThat(second.door()).isEqualTo(door);
            assertThat(store.get("pictures/a.jpg")).isEqualTo("kept".getBytes(UTF_8));
            assertThatIllegalStateException()
                    .isThrownBy(new EmbeddedS3(folder.resolve("s3"))::start)
                    .withMessageContaining("the folder is in use");
        }
    }

    @Test
    void it_listens_on_loopback_alone_and_leaves_nothing_when_closed() throws Exception {
        List<String> before = ListeningSockets.ofThisProcess();
        Set<Thread> threads = Thread.getAllStackTraces().keySet();
        try (EmbeddedS3 server = new EmbeddedS3(folder.resolve("s3"))) {
            server.start();
            assertThat(ListeningSockets.ofThisProcess())
                    .hasSizeGreaterThan(before.size())
                    .isSubsetOf(ListeningSockets.LOOPBACK);
        }
        assertThat(ListeningSockets.ofThisProcess()).hasSameSizeAs(before);
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> !threads.contains(thread) && thread.isAlive() && !thread.isDaemon())
                .isEmpty();
    }

    @Test
    void who_has_other_keys_is_refused() {
        try (EmbeddedS3 server = new EmbeddedS3(folder.resolve("s3"))) {
            server.start();
            StoreSettings stranger = StoreSettings.of(server.settings().endpoint(), "stranger", "word");
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> client(stranger))
                    .withMessageEndingWith("the access key or secret key is not accepted");
        }
    }

    @Test
    void a_folder_that_cannot_be_one_is_named() throws Exception {
        Path file = Files.createFile(folder.resolve("s3"));
        try (EmbeddedS3 server = new EmbeddedS3(file)) {
            assertThatIllegalStateException()
                    .isThrownBy(server::start)
                    .withMessageStartingWith("the object store cannot start in " + file);
            assertThatIllegalStateException().isThrownBy(server::settings);
        }
    }

    private ObjectStore client(StoreSettings settings) throws StoreException {
        ObjectStore store = new ObjectStore(settings, hashes);
        store.start();
        return store;
    }

    private static StoreSettings settings(S3Door door) {
        return StoreSettings.of("http://127.0.0.1:" + door.port(), door.accessKey(), door.secretKey());
    }
}
