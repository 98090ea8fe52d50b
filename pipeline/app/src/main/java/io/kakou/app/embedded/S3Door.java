package io.kakou.app.embedded;

import io.kakou.app.data.Password;
import io.kakou.app.services.StoreService;

/**
 * Where an embedded object store is to be found, and by whom.
 *
 * @param port on 127.0.0.1; 0 for any that is free
 */
public record S3Door(int port, String accessKey, String secretKey) {
    private static final int ACCESS_BYTES = 10;
    private static final int SECRET_BYTES = 32;

    public S3Door {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("object store port is " + port + "; allowed: 0 to 65535");
        }
    }

    /** New credentials that nobody knows. */
    public static S3Door generated(int port) {
        return new S3Door(port, Password.random(ACCESS_BYTES), Password.random(SECRET_BYTES));
    }

    /** How clients come in once it is open on a known port. */
    public StoreService service() {
        return StoreService.of("http://127.0.0.1:" + port, accessKey, secretKey);
    }

    /** Without the keys: it may be logged. */
    @Override
    public String toString() {
        return "127.0.0.1:" + port;
    }
}
