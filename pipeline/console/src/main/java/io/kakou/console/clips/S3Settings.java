package io.kakou.console.clips;

/**
 * Where clips and pictures lie.
 *
 * @param endpoint {@code http://host:port}
 */
public record S3Settings(String endpoint, String region, String bucket, String accessKey, String secretKey) {
    /** Without the keys. */
    @Override
    public String toString() {
        return bucket + " at " + endpoint;
    }
}
