package io.kakou.console.clips;

import io.minio.MinioClient;
import io.minio.errors.ErrorResponseException;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** One client of one S3, made when something is first asked of it. */
final class S3Connection implements AutoCloseable {
    private static final int LONGEST_SECONDS = 10;
    /** All of a room's screens open the same alert in the same moment, three objects each. */
    private static final int MOST_AT_ONCE = 32;

    private final S3Settings settings;
    private @Nullable OkHttpClient http;
    private @Nullable MinioClient client;

    S3Connection(S3Settings settings) {
        this.settings = settings;
    }

    static ClipFailure failure(String key, Exception e) {
        if (e instanceof ErrorResponseException answered) {
            return answered.errorResponse().code().startsWith("NoSuch")
                    ? new ClipFailure(ClipFailure.Code.MISSING, key + " is not kept")
                    : new ClipFailure(ClipFailure.Code.AWAY, "the object store refuses: " + e.getMessage());
        }
        return new ClipFailure(ClipFailure.Code.AWAY, "the object store does not answer: " + e.getMessage());
    }

    synchronized MinioClient client() {
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
