package io.kakou.analysis.store;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** A real S3 server over files, for tests. */
public final class LocalS3 implements AutoCloseable {
    private final S3Proxy server;
    private final HashLog hashes;

    public LocalS3(Path folder) throws Exception {
        hashes = new HashLog(folder.resolve("hashes"), InstantSource.system());
        server = S3Proxy.builder()
                .blobStore(new FilesystemNio2BlobStore(folder.toString()))
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, "tester", "secret-of-tester")
                .build();
        server.start();
    }

    public StoreSettings settings() {
        return StoreSettings.of("http://127.0.0.1:" + server.getPort(), "tester", "secret-of-tester");
    }

    public HashLog hashes() {
        return hashes;
    }

    /** A started client. */
    public ObjectStore client() throws StoreException {
        ObjectStore store = new ObjectStore(settings(), hashes);
        store.start();
        return store;
    }

    @Override
    public void close() throws IOException {
        hashes.close();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IOException("the server did not stop", e);
        }
    }
}
