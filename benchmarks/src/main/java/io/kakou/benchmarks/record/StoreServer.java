package io.kakou.benchmarks.record;

import io.kakou.app.embedded.EmbeddedS3;
import io.kakou.app.embedded.S3Door;
import java.io.IOException;
import java.nio.file.Path;

/** The embedded object store in a process of its own: a folder, a port, two keys; ends with its input. */
final class StoreServer {
    private StoreServer() {}

    public static void main(String... words) throws IOException {
        S3Door door = new S3Door(Integer.parseInt(words[1]), words[2], words[3]);
        try (EmbeddedS3 server = new EmbeddedS3(Path.of(words[0]), door)) {
            server.start();
            System.out.println(server.door().port());
            while (System.in.read() >= 0) {
                // Nothing is said to it.
            }
        }
    }
}
