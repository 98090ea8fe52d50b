package io.kakou.app.data;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Passwords that nobody knows and nobody types. */
public final class Password {
    private Password() {}

    /** A new one of so many bytes, two hexadecimal digits each. */
    public static String random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
