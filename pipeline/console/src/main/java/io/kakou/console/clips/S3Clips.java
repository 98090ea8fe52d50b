package io.kakou.console.clips;

import io.minio.GetObjectArgs;
import io.minio.MinioClient;
import io.minio.StatObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Reads from any S3. Nothing is asked of it before the first read. */
public final class S3Clips implements ClipReader {
    /** A part holds some seconds of one camera; more is none of ours. */
    private static final int MOST_BYTES = 64 << 20;

    private static final int LONGEST_SECONDS = 10;
    /** All of a room's screens open the same alert in the same moment, three objects each. */
    private static final int MOST_AT_ONCE = 32;

    private final S3Settings settings;
    private @Nullable OkHttpClient http;
    private @Nullable MinioClient client;

    public S3Clips(S3Settings settings) {
        this.settings = settings;
    }

    @Override
    public byte[] clip(String alert, String file) throws ClipFailure {
        return read("clips/" + alert + "/" + file);
    }

    @Override
    public byte[] picture(String alert) throws ClipFailure {
        return read("pictures/" + alert + ".jpg");
    }

    @Override
    public long bytes(Segment segment) throws ClipFailure {
        String key = segment.key();
        try {
            return client().statObject(StatObjectArgs.builder()
                            .bucket(settings.bucket())
                            .object(key)
                            .build())
                    .size();
        } catch (MinioException e) {
            throw failure(key, e);
        }
    }

    @Override
    public byte[] footage(Segment segment, long from, int length) throws ClipFailure {
        return read(GetObjectArgs.builder()
                .bucket(settings.bucket())
                .object(segment.key())
                .offset(from)
                .length((long) length)
                .build());
    }

    private byte[] read(String key) throws ClipFailure {
        return read(
                GetObjectArgs.builder().bucket(settings.bucket()).object(key).build());
    }

    private byte[] read(GetObjectArgs wanted) throws ClipFailure {
        String key = wanted.object();
        try (InputStream in = client().getObject(wanted)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new ClipFailure(ClipFailure.Code.MISSING, key + " is larger than any clip's part");
            }
            return bytes;
        } catch (MinioException | IOException e) {
            throw failure(key, e);
        }
    }

    private static ClipFailure failure(String key, Exception e) {
        if (e instanceof ErrorResponseException answered) {
            return answered.errorResponse().code().startsWith("NoSuch")
                    ? new ClipFailure(ClipFailure.Code.MISSING, key + " is not kept")
                    : new ClipFailure(ClipFailure.Code.AWAY, "the object store refuses: " + e.getMessage());
        }
        return new ClipFailure(ClipFailure.Code.AWAY, "the object store does not answer: " + e.getMessage());
    }

    private synchronized MinioClient client() {
        if (client == null) {
            http = new OkHttpClient.Builder()
                    .connectTimeout(2, TimeUnit.SECONDS)
                    .readTimeout(LONGEST_SECONDS, TimeUnit.SECONDS)
                    .callTimeout(LONGEST_SECONDS, TimeUnit.SECONDS)
                    .build();
            http.dispatcher().setMaxRequestsPerHost(MOST_AT_ONCE);
            client = MinioClient.builder()
                    .endpoint(settings.endpoint())
                    .region(settings.region())
                    .credentials(settings.accessKey(), settings.secretKey())
                    .httpClient(http)
                    .build();
        }
        return client;
    }

    @Override
    public synchronized void close() {
        if (http != null) {
            http.dispatcher().executorService().shutdown();
            http.connectionPool().evictAll();
            http = null;
            client = null;
        }
    }
}
