package io.kakou.analysis.store;

import java.net.URI;

/**
 * Where objects are kept: any server that speaks S3.
 *
 * @param endpoint {@code http://host:port} or {@code https://host}, without a path
 * @param region the server's name for its place; most local servers take any
 * @param bucket made at the start where it is missing
 * @param connectSeconds longest wait for a connection
 * @param requestSeconds longest wait for one answer, and for the next byte of it; longer: slow disks are waited for,
 *     a dead server is noticed later
 * @param tries how often one request is made before it is given up
 */
public record StoreSettings(
        String endpoint,
        String region,
        String bucket,
        String accessKey,
        String secretKey,
        double connectSeconds,
        double requestSeconds,
        int tries) {
    public StoreSettings {
        if (!isEndpoint(endpoint)) {
            throw new IllegalArgumentException(
                    "store.endpoint is \"" + endpoint + "\"; allowed: http://host:port or https://host:port");
        }
        if (!bucket.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")) {
            throw new IllegalArgumentException(
                    "store.bucket is \"" + bucket + "\"; allowed: 3 to 63 of a-z 0-9 . - (S3's bucket names)");
        }
        check("connectSeconds", connectSeconds, 60);
        check("requestSeconds", requestSeconds, 600);
        check("tries", tries, 20);
    }

    /** The usual bucket, {@code kakou}, in {@code us-east-1}; 2 s to connect, 10 s for an answer, three tries. */
    public static StoreSettings of(String endpoint, String accessKey, String secretKey) {
        return new StoreSettings(endpoint, "us-east-1", "kakou", accessKey, secretKey, 2, 10, 3);
    }

    /** Without the keys: it may be logged. */
    @Override
    public String toString() {
        return endpoint + "/" + bucket;
    }

    private static boolean isEndpoint(String endpoint) {
        try {
            URI uri = URI.create(endpoint);
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return http && uri.getHost() != null && uri.getPath().isEmpty() && uri.getUserInfo() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void check(String key, double value, double most) {
        if (!(value > 0 && value <= most)) {
            throw new IllegalArgumentException(
                    "store." + key + " is " + value + "; allowed: more than 0, at most " + most);
        }
    }
}
