package io.kakou.events.secret;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals and opens short texts with AES-256-GCM (NIST SP 800-38D). Safe for many threads. */
public final class SecretBox {
    public static final int KEY_BYTES = 32;

    /** Names the form, and is authenticated with the text, so that another form can follow. */
    private static final String FORM = "k1.";

    /** 96 random bits: the length that SP 800-38D §8.2.2 recommends. */
    private static final int NONCE_BYTES = 12;

    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /**
     * A box with its key.
     *
     * @param key {@value #KEY_BYTES} bytes
     */
    public SecretBox(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("the key has " + key.length + " bytes; allowed: " + KEY_BYTES);
        }
        this.key = new SecretKeySpec(key, "AES");
    }

    /** ASCII: {@code k1.} and Base64url of nonce, cipher text and tag. The same text is sealed differently each time. */
    public String seal(String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, ByteBuffer.wrap(text.getBytes(UTF_8)));
        byte[] whole = ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return FORM + Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /**
     * The text that was sealed.
     *
     * @throws IllegalArgumentException where it was sealed with another key, was changed, or is nothing that was sealed;
     *     the message shows neither
     */
    public String open(String sealed) {
        ByteBuffer whole = ByteBuffer.wrap(bytes(sealed));
        if (whole.remaining() < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
            throw unopenable();
        }
        byte[] nonce = new byte[NONCE_BYTES];
        whole.get(nonce);
        return new String(run(Cipher.DECRYPT_MODE, nonce, whole), UTF_8);
    }

    private static byte[] bytes(String sealed) {
        if (!sealed.startsWith(FORM)) {
            throw unopenable();
        }
        try {
            return Base64.getUrlDecoder().decode(sealed.substring(FORM.length()));
        } catch (IllegalArgumentException e) {
            throw unopenable();
        }
    }

    private byte[] run(int mode, byte[] nonce, ByteBuffer text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(FORM.getBytes(US_ASCII));
            return cipher.doFinal(text.array(), text.arrayOffset() + text.position(), text.remaining());
        } catch (GeneralSecurityException e) {
            if (mode == Cipher.DECRYPT_MODE) {
                throw unopenable();
            }
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    private static IllegalArgumentException unopenable() {
        return new IllegalArgumentException("the secret does not open: it was sealed with another key, or was changed");
    }
}
