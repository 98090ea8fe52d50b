package io.kakou.rtsp.wire;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.util.FingerprintTrustManagerFactory;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * By what a camera's certificate is trusted.
 *
 * @param fingerprint the certificate's SHA-256 in lower-case hex, empty where another kind needs none
 */
public record ServerTrust(Kind kind, String fingerprint) {
    /** What is asked of a certificate. */
    public enum Kind {
        /** Signed for this host by an authority that the Java platform trusts. */
        AUTHORITIES,
        /** This very one, whoever signed it, for whichever host, expired or not: cameras sign their own. */
        FINGERPRINT,
        /** Nothing: what is said is enciphered, but whoever sits in between can read it. */
        ANYBODY
    }

    public static final ServerTrust AUTHORITIES = new ServerTrust(Kind.AUTHORITIES, "");
    public static final ServerTrust ANYBODY = new ServerTrust(Kind.ANYBODY, "");

    private static final String PIN = "sha256=";
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    /** The platform's authorities are read once, not for every camera. */
    private static final class Platform {
        private static final SslContext CONTEXT = context();

        private static SslContext context() {
            try {
                return SslContextBuilder.forClient().build();
            } catch (SSLException e) {
                throw new IllegalStateException("every Java platform has TLS", e);
            }
        }
    }

    /**
     * Reads the fragment of an address: empty, {@code insecure}, or {@code sha256=} and the fingerprint with or without
     * colons, as {@code openssl x509 -fingerprint -sha256} prints it.
     *
     * @throws IllegalArgumentException where it is none of them
     */
    public static ServerTrust of(String fragment) {
        String lower = fragment.toLowerCase(Locale.ROOT);
        if (lower.isEmpty()) {
            return AUTHORITIES;
        }
        if (lower.equals("insecure")) {
            return ANYBODY;
        }
        String hex = lower.startsWith(PIN) ? lower.substring(PIN.length()).replace(":", "") : "";
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException(
                    "trust \"" + fragment + "\"; allowed: nothing, insecure, sha256= and 64 hex digits");
        }
        return new ServerTrust(Kind.FINGERPRINT, hex);
    }

    /**
     * What a client's connections are made with.
     *
     * @throws SSLException where the platform has no such thing
     */
    public SslContext context() throws SSLException {
        return switch (kind) {
            case AUTHORITIES -> Platform.CONTEXT;
            case FINGERPRINT ->
                SslContextBuilder.forClient()
                        .trustManager(FingerprintTrustManagerFactory.builder("SHA-256")
                                .fingerprints(fingerprint)
                                .build())
                        .endpointIdentificationAlgorithm(null)
                        .build();
            case ANYBODY ->
                SslContextBuilder.forClient()
                        .trustManager(InsecureTrustManagerFactory.INSTANCE)
                        .endpointIdentificationAlgorithm(null)
                        .build();
        };
    }
}
