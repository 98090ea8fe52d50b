package io.kakou.console.clips;

import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** In any S3, under the search that they are of. */
public final class S3SearchPictures implements SearchPictures {
    private static final String PREFIX = "searches/";
    /** A picture of one person. */
    private static final int MOST_BYTES = 1 << 20;

    private final S3Settings settings;
    private final S3Connection connection;

    public S3SearchPictures(S3Settings settings) {
        this.settings = settings;
        this.connection = new S3Connection(settings);
    }

    @Override
    public byte[] picture(String search, String sighting) throws ClipFailure {
        String key = PREFIX + search + '/' + sighting + ".jpg";
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
    public int keepOnly(Collection<String> searches) throws ClipFailure {
        try {
            List<String> others = new ArrayList<>();
            for (Result<Item> each : connection
                    .client()
                    .listObjects(ListObjectsArgs.builder()
                            .bucket(settings.bucket())
                            .prefix(PREFIX)
                            .recursive(true)
                            .build())) {
                String key = each.get().objectName();
                if (!searches.contains(key.substring(PREFIX.length()).split("/", 2)[0])) {
                    others.add(key);
                }
            }
            for (String key : others) {
                connection
                        .client()
                        .removeObject(RemoveObjectArgs.builder()
                                .bucket(settings.bucket())
                                .object(key)
                                .build());
            }
            return others.size();
        } catch (MinioException e) {
            throw S3Connection.failure(PREFIX, e);
        } catch (IllegalStateException e) {
            // How the client's list says that nobody answered.
            throw S3Connection.failure(PREFIX, e.getCause() instanceof IOException away ? away : e);
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
