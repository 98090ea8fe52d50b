package io.kakou.console.door;

import java.net.URI;

/**
 * Where the analysis process answers.
 *
 * @param base {@code http://host:port}
 */
public record DoorSettings(URI base, String token) {
    /** Without the token. */
    @Override
    public String toString() {
        return base.toString();
    }
}
