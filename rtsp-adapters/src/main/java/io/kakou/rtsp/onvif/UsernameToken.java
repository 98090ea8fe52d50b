package io.kakou.rtsp.onvif;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.rtsp.wire.Credentials;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/** Who asks, without the password itself (OASIS WSS UsernameToken Profile 1.0 §3.1). */
final class UsernameToken {
    private static final String WSS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";

    private UsernameToken() {}

    /**
     * The SOAP header's element.
     *
     * @param nonce random, never twice
     * @param created by the device's clock: one that it finds old is refused
     */
    static String header(Credentials who, byte[] nonce, Instant created) {
        String time = created.truncatedTo(ChronoUnit.SECONDS).toString();
        return """
                <Security s:mustUnderstand="1" xmlns="%1$swssecurity-secext-1.0.xsd"><UsernameToken>\
                <Username>%2$s</Username>\
                <Password Type="%1$susername-token-profile-1.0#PasswordDigest">%3$s</Password>\
                <Nonce EncodingType="%1$ssoap-message-security-1.0#Base64Binary">%4$s</Nonce>\
                <Created xmlns="%1$swssecurity-utility-1.0.xsd">%5$s</Created>\
                </UsernameToken></Security>"""
                .formatted(
                        WSS,
                        escaped(who.user()),
                        digest(nonce, time, who.password()),
                        Base64.getEncoder().encodeToString(nonce),
                        time);
    }

    /** {@code Base64(SHA-1(nonce + created + password))}. */
    static String digest(byte[] nonce, String created, String password) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(nonce);
            sha1.update(created.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(sha1.digest(password.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
