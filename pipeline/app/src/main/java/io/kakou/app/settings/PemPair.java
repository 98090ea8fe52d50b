package io.kakou.app.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/** A certificate and the key that is to belong to it. */
final class PemPair {
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";
    private static final byte[] PROOF = {1, 2, 3};

    private PemPair() {}

    /** Why the key does not do for the certificate; signs something with one and checks it with the other. */
    static Optional<String> problem(Path certificate, Path key) {
        try (InputStream in = Files.newInputStream(certificate)) {
            PublicKey open = CertificateFactory.getInstance("X.509")
                    .generateCertificate(in)
                    .getPublicKey();
            return signs(open, secret(key, open.getAlgorithm()))
                    ? Optional.empty()
                    : Optional.of("is \"" + key + "\", another certificate's; allowed: the key of " + certificate);
        } catch (GeneralSecurityException | IllegalArgumentException | IOException e) {
            return Optional.of("is \"" + key + "\"; allowed: the key of " + certificate + " in PEM (" + BEGIN + ")");
        }
    }

    private static PrivateKey secret(Path key, String algorithm) throws IOException, GeneralSecurityException {
        String text = Files.readString(key);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException("no key");
        }
        byte[] bytes = Base64.getMimeDecoder().decode(text.substring(begin + BEGIN.length(), end));
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
    }

    private static boolean signs(PublicKey open, PrivateKey secret) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(
                switch (open.getAlgorithm()) {
                    case "EC" -> "SHA256withECDSA";
                    case "RSA" -> "SHA256withRSA";
                    default -> open.getAlgorithm();
                });
        signature.initSign(secret);
        signature.update(PROOF);
        byte[] signed = signature.sign();
        signature.initVerify(open);
        signature.update(PROOF);
        return signature.verify(signed);
    }
}
