package io.kakou.analysis.store;

import io.kakou.analysis.store.StoreException.Code;
import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A bucket on an S3 server. What is put is hashed, and its hash is on disk before {@link #put} returns. */
public final class ObjectStore implements Shelf, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ObjectStore.class);
    private static final double FIRST_PAUSE_SECONDS = 0.1;
    private static final int MOST_AT_ONCE = 32;

    private final StoreSettings settings;
    private final HashLog hashes;
    private final OkHttpClient http;
    private final MinioClient minio;
    private final CountDownLatch closing = new CountDownLatch(1);

    /** A request to the server. */
    private interface Request<T> {
        T make() throws MinioException, IOException;
    }

    /**
     * A store that was not asked anything yet.
     *
     * @param hashes where the hash of every object goes; not closed with this
     */
    public ObjectStore(StoreSettings settings, HashLog hashes) {
        this.settings = settings;
        this.hashes = hashes;
        this.http = new OkHttpClient.Builder()
                .connectTimeout(seconds(settings.connectSeconds()))
                .readTimeout(seconds(settings.requestSeconds()))
                .writeTimeout(seconds(settings.requestSeconds()))
                .callTimeout(seconds(settings.connectSeconds() + settings.requestSeconds()))
                .build();
        // Its callers are few threads that each wait; the client's own bound, 5, is for strangers' servers.
        this.http.dispatcher().setMaxRequestsPerHost(MOST_AT_ONCE);
        this.minio = MinioClient.builder()
                .endpoint(settings.endpoint())
                .region(settings.region())
                .credentials(settings.accessKey(), settings.secretKey())
                .httpClient(http)
                .build();
    }

    /** Makes the bucket where it is missing, and stores the roots of past days that are not in it yet. */
    public void start() throws StoreException {
        request("bucket " + settings.bucket(), () -> {
            String bucket = settings.bucket();
            if (!minio.bucketExists(BucketExistsArgs.builder().bucket(bucket).build())) {
                minio.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
            }
            return bucket;
        });
        publishRoots();
    }

    @Override
    public void put(String key, byte[] bytes, String contentType) throws StoreException {
        store(key, bytes, contentType);
        if (hashes.add(key, bytes)) {
            publishRoots();
        }
    }

    @Override
    public byte[] get(String key) throws StoreException {
        return read(
                GetObjectArgs.builder().bucket(settings.bucket()).object(key).build());
    }

    @Override
    public byte[] get(String key, long from, int length) throws StoreException {
        return read(GetObjectArgs.builder()
                .bucket(settings.bucket())
                .object(key)
                .offset(from)
                .length((long) length)
                .build());
    }

    @Override
    public List<Listed> listing(String prefix) throws StoreException {
        var args = ListObjectsArgs.builder()
                .bucket(settings.bucket())
                .prefix(prefix)
                .recursive(true)
                .build();
        return request(prefix, () -> {
            List<Listed> objects = new ArrayList<>();
            for (Result<Item> result : minio.listObjects(args)) {
                Item item = result.get();
                objects.add(new Listed(item.objectName(), item.size()));
            }
            return objects;
        });
    }

    @Override
    public void delete(String key) throws StoreException {
        var args =
                RemoveObjectArgs.builder().bucket(settings.bucket()).object(key).build();
        String unused = request(key, () -> {
            minio.removeObject(args);
            return key;
        });
        if (hashes.gone(key)) {
            publishRoots();
        }
    }

    /** Ends waiting for another try; what is under way comes to its end. */
    @Override
    public void close() {
        closing.countDown();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    private void store(String key, byte[] bytes, String contentType) throws StoreException {
        var args = PutObjectArgs.builder()
                .bucket(settings.bucket())
                .object(key)
                .contentType(contentType)
                .data(bytes, bytes.length)
                .build();
        var unused = request(key, () -> minio.putObject(args));
    }

    private byte[] read(GetObjectArgs args) throws StoreException {
        return request(args.object(), () -> {
            try (InputStream in = minio.getObject(args)) {
                return in.readAllBytes();
            }
        });
    }

    /** Past days' logs, once each; a day that cannot be stored now is stored at the next turn or start. */
    private void publishRoots() {
        for (String day : hashes.unpublished()) {
            try {
                String key = "roots/" + day + ".jsonl";
                byte[] log = hashes.day(day);
                store(key, log, "application/jsonl");
                var unused = hashes.add(key, log);
                hashes.published(day);
            } catch (StoreException e) {
                LOG.warn("the root of {} is not stored yet: {}", day, e.getMessage());
            }
        }
    }

    private <T> T request(String what, Request<T> request) throws StoreException {
        for (int tried = 1; ; tried++) {
            try {
                return request.make();
            } catch (MinioException | IOException | IllegalStateException e) {
                // The library wraps what the network throws in IllegalStateException.
                StoreException failure = Failure.of(settings, what, e);
                if (failure.code() != Code.AWAY || tried >= settings.tries() || !paused(tried)) {
                    throw failure;
                }
            }
        }
    }

    /** Whether to try again: not when closed or interrupted meanwhile. */
    private boolean paused(int tried) {
        try {
            double pause = FIRST_PAUSE_SECONDS * (1 << Math.min(tried - 1, 6));
            return !closing.await((long) (pause * 1e9), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos((long) (seconds * 1e9));
    }
}
