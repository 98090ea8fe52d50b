package io.kakou.app.embedded;

import io.kakou.analysis.store.StoreSettings;
import io.kakou.app.data.Disk;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An S3 server in this process whose objects are files. What was stored before is there again after a restart on the
 * same folder, after a power cut too: an object is on the disk before it is acknowledged. On 127.0.0.1 only, and only for who has its credentials.
 */
public final class EmbeddedS3 implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedS3.class);
    private static final int MOST_THREADS = 32;
    private static final long STOP_MILLIS = 2000;

    private final Path folder;
    private final S3Door door;
    private final SyncedObjects.Sync sync;
    private @Nullable FolderLock lock;
    private @Nullable S3Proxy server;

    /** A server that is not started, on any free port, with credentials of its own making. */
    public EmbeddedS3(Path folder) {
        this(folder, S3Door.generated(0));
    }

    /**
     * A server that is not started.
     *
     * @param folder holds the objects and nothing else; made where it is missing
     * @param door the same over restarts where others are to find it again
     */
    public EmbeddedS3(Path folder, S3Door door) {
        this(folder, door, Disk::force);
    }

    EmbeddedS3(Path folder, S3Door door, SyncedObjects.Sync sync) {
        this.folder = folder.toAbsolutePath();
        this.door = door;
        this.sync = sync;
    }

    /**
     * Starts the server; it takes requests when this returns.
     *
     * @throws IllegalStateException where the folder or the port cannot be used
     */
    public synchronized void start() {
        if (server != null) {
            return;
        }
        try {
            lock = FolderLock.on(folder);
            server = server();
            server.start();
        } catch (Exception e) {
            close();
            throw new IllegalStateException("the object store cannot start in " + folder + ": " + e.getMessage(), e);
        }
    }

    private S3Proxy server() throws IOException {
        Path objects = Files.createDirectories(folder.resolve("objects"));
        return S3Proxy.builder()
                .blobStore(new SyncedObjects(new FilesystemNio2BlobStore(objects.toString()), objects, sync))
                .endpoint(URI.create("http://127.0.0.1:" + door.port()))
                .awsAuthentication(AuthenticationType.AWS_V4, door.accessKey(), door.secretKey())
                .jettyMaxThreads(MOST_THREADS)
                .stopTimeout(STOP_MILLIS)
                .build();
    }

    /** What a client needs. */
    public synchronized StoreSettings settings() {
        S3Door open = door();
        return StoreSettings.of("http://127.0.0.1:" + open.port(), open.accessKey(), open.secretKey());
    }

    /** Where it is open now; a server started with it is found in the same place. */
    public synchronized S3Door door() {
        S3Proxy running = server;
        if (running == null) {
            throw new IllegalStateException("the object store in " + folder + " is not started");
        }
        return new S3Door(running.getPort(), door.accessKey(), door.secretKey());
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            stop(server);
            server = null;
        }
        if (lock != null) {
            lock.close();
            lock = null;
        }
    }

    private void stop(S3Proxy running) {
        try {
            running.stop();
        } catch (TimeoutException e) {
            // It has stopped all the same: whoever's request was cut off tries again.
            LOG.info("the object store in {} has cut off requests that took too long", folder);
        } catch (Exception e) {
            throw new IllegalStateException("the object store in " + folder + " did not stop: " + e.getMessage(), e);
        }
    }
}
