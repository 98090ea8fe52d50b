package io.kakou.console.clips;

import io.minio.GetObjectArgs;
import io.minio.PutObjectArgs;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.io.InputStream;

/** Photos in any S3, under the incident that they are of. Nothing is asked of it before the first of them. */
public final class S3Photos implements Photos {
    /** No photo that was let in is larger. */
    private static final int MOST_BYTES = 8 << 20;

    private final S3Settings settings;
    private final S3Connection connection;

    public S3Photos(S3Settings settings) {
        this.settings = settings;
        this.connection = new S3Connection(settings);
    }

    @Override
    public void keep(String incident, String photo, byte[] jpeg) throws ClipFailure {
        String key = key(incident, photo);
        try {
            var unused = connection
                    .client()
                    .putObject(PutObjectArgs.builder()
                            .bucket(settings.bucket())
                            .object(key)
                            .contentType("image/jpeg")
                            .data(jpeg, jpeg.length)
                            .build());
        } catch (MinioException e) {
            throw S3Connection.failure(key, e);
        }
    }

    @Override
    public byte[] photo(String incident, String photo) throws ClipFailure {
        String key = key(incident, photo);
        try (InputStream in = connection
                .client()
                .getObject(GetObjectArgs.builder()
                        .bucket(settings.bucket())
                        .object(key)
                        .build())) {
            return in.readNBytes(MOST_BYTES);
        } catch (MinioException | IOException e) {
            throw S3Connection.failure(key, e);
        }
    }

    @Override
    public void close() {
        connection.close();
    }

    private static String key(String incident, String photo) {
        return "photos/" + incident + '/' + photo + ".jpg";
    }
}
