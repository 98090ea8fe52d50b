package io.kakou.console.clips;

import io.minio.GetObjectArgs;
import io.minio.StatObjectArgs;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.io.InputStream;

/** Reads from any S3. Nothing is asked of it before the first read. */
public final class S3Clips implements ClipReader {
    /** A part holds some seconds of one camera; more is none of ours. */
    private static final int MOST_BYTES = 64 << 20;

    private final S3Settings settings;
    private final S3Connection connection;

    public S3Clips(S3Settings settings) {
        this.settings = settings;
        this.connection = new S3Connection(settings);
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
            return connection
                    .client()
                    .statObject(StatObjectArgs.builder()
                            .bucket(settings.bucket())
                            .object(key)
                            .build())
                    .size();
        } catch (MinioException e) {
            throw S3Connection.failure(key, e);
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
        try (InputStream in = connection.client().getObject(wanted)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new ClipFailure(ClipFailure.Code.MISSING, key + " is larger than any clip's part");
            }
            return bytes;
        } catch (MinioException | IOException e) {
            throw S3Connection.failure(key, e);
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
