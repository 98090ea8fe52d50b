package io.kakou.console.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How receivers know that it was us. */
final class Signature {
    private Signature() {}

    /** {@code webhook-signature} of Standard Webhooks 1.0: HMAC-SHA256 over id, seconds and body. */
    static String standard(byte[] key, String id, Instant at, byte[] body) {
        byte[] head = (id + '.' + at.getEpochSecond() + '.').getBytes(UTF_8);
        byte[] signed = new byte[head.length + body.length];
        System.arraycopy(head, 0, signed, 0, head.length);
        System.arraycopy(body, 0, signed, head.length, body.length);
        return "v1," + hmac(key, signed);
    }

    /** A DingTalk robot's address with the time and its signature (加签): HMAC-SHA256 over milliseconds and secret. */
    static URI dingtalk(URI url, byte[] key, Instant at) {
        String millis = String.valueOf(at.toEpochMilli());
        String signed = millis + '\n' + new String(key, UTF_8);
        String sign = URLEncoder.encode(hmac(key, signed.getBytes(UTF_8)), UTF_8);
        String separator = url.getRawQuery() == null ? "?" : "&";
        return URI.create(url + separator + "timestamp=" + millis + "&sign=" + sign);
    }

    private static String hmac(byte[] key, byte[] signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
