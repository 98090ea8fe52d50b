package io.kakou.app.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kakou.analysis.store.HashLog;
import io.kakou.analysis.store.ObjectStore;
import io.kakou.analysis.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Through the real server and its client; the disk is a double. */
class SyncedObjectsTest {
    @TempDir
    private Path folder;

    private final List<String> forced = new CopyOnWriteArrayList<>();

    @Test
    void an_object_and_the_folders_above_it_are_on_the_disk_before_it_is_acknowledged() throws Exception {
        try (EmbeddedS3 server = server(this::record);
                ObjectStore store = client(server)) {
            store.start();
            forced.clear();
            store.put("clips/a/0000.m4s", "bytes".getBytes(UTF_8), "video/mp4");
            String bucket = server.settings().bucket();
            assertThat(forced)
                    .containsExactly(bucket + "/clips/a/0000.m4s", bucket + "/clips/a", bucket + "/clips", bucket, "");
        }
    }

    @Test
    void what_the_disk_does_not_keep_is_not_acknowledged() throws Exception {
        try (EmbeddedS3 server = server(this::refuseParts);
                ObjectStore store = client(server)) {
            store.start();
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> store.put("clips/a/0000.m4s", new byte[1], "video/mp4"));
        }
    }

    private void record(Path path) {
        forced.add(folder.resolve("s3/objects").relativize(path).toString());
    }

    private void refuseParts(Path path) throws IOException {
        if (path.toString().endsWith(".m4s")) {
            throw new IOException("No space left on device");
        }
    }

    private EmbeddedS3 server(SyncedObjects.Sync sync) {
        EmbeddedS3 server = new EmbeddedS3(folder.resolve("s3"), S3Door.generated(0), sync);
        server.start();
        return server;
    }

    private ObjectStore client(EmbeddedS3 server) {
        return new ObjectStore(server.settings(), new HashLog(folder.resolve("hashes"), InstantSource.system()));
    }
}
