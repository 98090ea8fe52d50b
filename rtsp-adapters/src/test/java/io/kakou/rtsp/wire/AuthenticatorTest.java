package io.kakou.rtsp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthenticatorTest {
    private static final String NONCE_7616 = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v";
    private static final String CNONCE_7616 = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";

    @Test
    void answersTheExampleOfRfc2617() {
        Authenticator mufasa = new Authenticator(new Credentials("Mufasa", "Circle Of Life"), () -> "0a4f113b");
        mufasa.challenged(List.of("Digest realm=\"testrealm@host.com\", qop=\"auth,auth-int\","
                + " nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", opaque=\"5ccc069c403ebaf9f0171e9517f40e41\""));

        assertThat(mufasa.authorization("GET", "/dir/index.html"))
                .isEqualTo("Digest username=\"Mufasa\", realm=\"testrealm@host.com\","
                        + " nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", uri=\"/dir/index.html\", qop=auth,"
                        + " nc=00000001, cnonce=\"0a4f113b\", response=\"6629fae49393a05397450978507c4ef1\","
                        + " opaque=\"5ccc069c403ebaf9f0171e9517f40e41\"");
    }

    @ParameterizedTest
    @CsvSource({
        "MD5, 8ca523f5e9506fed4657c9700eebdbec",
        "SHA-256, 753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1",
        "SHA-512-256, 430d05014cecc49cab6fbe03176d41a1da86cbfe24a16580e22aaad928d960d0",
        "MD5-sess, e783283f46242139c486a698fec7211d",
        "sha-256-SESS, 2fd51b3a77ad75bad6afad6003e818d767133c46d9e2749e7f5232ae1ea3efd7"
    })
    void answersTheExamplesOfRfc7616AndTheirSessionVariants(String algorithm, String response) {
        Authenticator mufasa = new Authenticator(new Credentials("Mufasa", "Circle of Life"), () -> CNONCE_7616);
        mufasa.challenged(List.of("Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm="
                + algorithm + ", nonce=\"" + NONCE_7616 + '"'));

        assertThat(mufasa.authorization("GET", "/dir/index.html")).contains("response=\"" + response + '"');
    }

    @Test
    void takesTheStrongestOfSeveralWhetherInOneHeaderOrInMany() {
        Authenticator one = new Authenticator(new Credentials("a", "b"), () -> "c");
        one.challenged(List.of("Basic realm=\"x\", Digest realm=\"x\", nonce=\"1\", Digest realm=\"x\", nonce=\"2\","
                + " algorithm=SHA-256, Digest realm=\"x\", nonce=\"3\", algorithm=SHA-1024"));
        assertThat(one.authorization("PLAY", "u")).contains("nonce=\"2\"", "algorithm=SHA-256");

        Authenticator many = new Authenticator(new Credentials("a", "b"), () -> "c");
        many.challenged(List.of("Basic realm=\"x\"", "Digest realm=\"x\",nonce=\"1\""));
        assertThat(many.authorization("PLAY", "u")).startsWith("Digest ");
    }

    @Test
    void answersBasicWhereNothingElseIsOffered() {
        Authenticator aladdin = new Authenticator(new Credentials("Aladdin", "open sesame"), () -> "c");
        aladdin.challenged(List.of("Basic realm=\"x\""));

        assertThat(aladdin.authorization("PLAY", "u")).isEqualTo("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
    }

    @Test
    void countsItsUsesOfANonceAndBeginsAnewWithTheNext() {
        Authenticator who = new Authenticator(new Credentials("a", "b"), () -> "c");
        assertThat(who.challenged(List.of("Digest realm=\"x\", nonce=\"1\", qop=\"auth\"")))
                .isTrue();
        assertThat(who.authorization("PLAY", "u")).contains("nc=00000001");
        assertThat(who.authorization("PLAY", "u")).contains("nc=00000002");
        assertThat(who.challenged(List.of("Digest realm=\"x\", nonce=\"2\", qop=\"auth\", stale=TRUE")))
                .isTrue();
        assertThat(who.authorization("PLAY", "u")).contains("nc=00000001", "nonce=\"2\"");
    }

    @Test
    void takesTheNextNonceBeforeItIsAskedForIt() {
        Authenticator who = new Authenticator(new Credentials("a", "b"), () -> "c");
        assertThat(who.challenged(List.of("Digest realm=\"x\", nonce=\"1\", qop=\"auth\"")))
                .isTrue();
        assertThat(who.authorization("PLAY", "u")).contains("nc=00000001", "nonce=\"1\"");
        who.informed("qop=auth, nextnonce=\"2\"");
        assertThat(who.authorization("PLAY", "u")).contains("nc=00000001", "nonce=\"2\"");
        who.informed("nextnonce=\"3\r\nX: y\"");
        assertThat(who.authorization("PLAY", "u")).contains("nc=00000002", "nonce=\"2\"");
    }

    @Test
    void keepsItsNonceWhereThatIsPartOfTheSecret() {
        Authenticator who = new Authenticator(new Credentials("a", "b"), () -> "c");
        assertThat(who.challenged(List.of("Digest realm=\"x\", nonce=\"1\", qop=\"auth\", algorithm=MD5-sess")))
                .isTrue();
        who.informed("nextnonce=\"2\"");
        assertThat(who.authorization("PLAY", "u")).contains("nonce=\"1\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''",
                "Digest",
                "Digest realm=\"x\"",
                "Negotiate abc",
                "Digest nonce=\"1\", algorithm=MD5-sess",
                "Digest nonce=\"1\", algorithm=MD4"
            })
    void asksNotAgainWhereItCannotAnswer(String header) {
        Authenticator who = new Authenticator(new Credentials("a", "b"), () -> "c");

        assertThat(who.challenged(List.of(header))).isFalse();
        assertThat(who.authorization("PLAY", "u")).isNull();
    }

    @Test
    void thePasswordIsShownNowhere() {
        assertThat(new Credentials("admin", "sesame").toString()).isEqualTo("Credentials[admin, ***]");
    }
}
