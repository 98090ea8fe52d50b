package io.kakou.console.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.events.EventKind;
import io.kakou.events.Id;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A receiver.
 *
 * @param name for people and for the rows that wait for it
 * @param url http or https; where it redirects to is not followed
 * @param secret what its messages are signed with: {@code whsec_} and Base64, or plain text
 * @param kinds events that it is told of; none: all
 * @param areas ids of areas that it is told of, with all below; none: all, and what no area claims
 */
public record Webhook(String name, URI url, WebhookKind kind, String secret, Set<EventKind> kinds, List<String> areas) {
    private static final int LEAST_SECRET_BYTES = 16;
    private static final String BASE64 = "whsec_";

    public Webhook {
        Id.plain("webhook name", name);
        kinds = Set.copyOf(kinds);
        areas = List.copyOf(areas);
        @Nullable String scheme = url.getScheme();
        boolean web = ("http".equals(scheme) || "https".equals(scheme)) && url.getHost() != null;
        if (!web || url.getUserInfo() != null) {
            throw new IllegalArgumentException(
                    "url of webhook " + name + " is no address of a receiver; allowed: http or https, without a login");
        }
        if (key(secret).length < LEAST_SECRET_BYTES) {
            throw new IllegalArgumentException("the secret of webhook " + name + " has " + key(secret).length
                    + " bytes; allowed: " + LEAST_SECRET_BYTES + " and more");
        }
    }

    /** The bytes to sign with, as Standard Webhooks writes them. */
    byte[] key() {
        return key(secret);
    }

    private static byte[] key(String secret) {
        if (!secret.startsWith(BASE64)) {
            return secret.getBytes(UTF_8);
        }
        try {
            return Base64.getDecoder().decode(secret.substring(BASE64.length()));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** Without the secret, and without what may be one in the address. */
    @Override
    public String toString() {
        return name + " (" + kind + ") at " + url.getHost();
    }
}
