package io.kakou.rtsp.onvif;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.rtsp.onvif.OnvifException.Code;
import io.kakou.rtsp.wire.Authenticator;
import io.kakou.rtsp.wire.Challenge;
import io.kakou.rtsp.wire.Credentials;
import java.math.BigInteger;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Questions to one device over SOAP 1.2 (ONVIF Core, “Web services framework”). Who asks is said by a token in the
 * message, and by HTTP digest (RFC 7616) where the device wants that. One thread. */
final class SoapCall {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 16;
    private static final int MOST_BYTES = 512 * 1024;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final String camera;
    private final @Nullable Credentials credentials;
    private final double patienceSeconds;
    private final Supplier<Instant> deviceTime;
    private final Authenticator authenticator;

    /**
     * Questions that were not asked yet.
     *
     * @param address whose host messages call the camera
     * @param patienceSeconds for each whole answer
     * @param deviceTime what the device's clock shows
     */
    SoapCall(OnvifAddress address, double patienceSeconds, Supplier<Instant> deviceTime) {
        this.camera = address.service().getHost();
        this.credentials = address.credentials();
        this.patienceSeconds = patienceSeconds;
        this.deviceTime = deviceTime;
        this.authenticator = new Authenticator(credentials, () -> new BigInteger(64, RANDOM).toString(16));
    }

    /** Without saying who asks. */
    XmlElement askOpenly(URI service, String question) throws OnvifException, InterruptedException {
        return body(send(service, envelope("", question)), question);
    }

    XmlElement ask(URI service, String question) throws OnvifException, InterruptedException {
        HttpResponse<byte[]> answer = send(service, envelope(token(), question));
        if (answer.statusCode() == 401 && challenged(answer)) {
            answer = send(service, envelope(token(), question));
        }
        return body(answer, question);
    }

    /** By a digest alone: Basic would send the password in the clear. */
    private boolean challenged(HttpResponse<byte[]> answer) {
        List<String> headers = answer.headers().allValues("WWW-Authenticate");
        boolean digest = headers.stream()
                .flatMap(header -> Challenge.parse(header).stream())
                .anyMatch(challenge -> challenge.hash() != null);
        return digest && authenticator.challenged(headers);
    }

    OnvifException failure(Code code, String why) {
        return new OnvifException(code, camera + ": " + why);
    }

    private String token() {
        if (credentials == null) {
            return "";
        }
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        return UsernameToken.header(credentials, nonce, deviceTime.get());
    }

    private static String envelope(String header, String question) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><s:Envelope"
                + " xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Header>" + header + "</s:Header><s:Body>"
                + question + "</s:Body></s:Envelope>";
    }

    private HttpResponse<byte[]> send(URI service, String envelope) throws OnvifException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(service)
                .header("Content-Type", "application/soap+xml; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(envelope, UTF_8));
        String authorization = authenticator.authorization("POST", service.getRawPath());
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request.build(), head -> new BoundedBody(MOST_BYTES));
        try {
            return answer.get(Math.round(patienceSeconds * 1e3), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw failure(Code.TIMED_OUT, "no whole answer within " + patienceSeconds + " s, at " + service);
        } catch (ExecutionException e) {
            throw broken(e.getCause() == null ? e : e.getCause(), service);
        } finally {
            answer.cancel(true);
        }
    }

    private OnvifException broken(Throwable why, URI service) {
        if (why instanceof BoundedBody.TooLong || why.getCause() instanceof BoundedBody.TooLong) {
            return failure(Code.HOSTILE, "an answer of more than " + MOST_BYTES / 1024 + " KiB, at " + service);
        }
        if (why instanceof ConnectException || why instanceof UnresolvedAddressException) {
            return failure(Code.UNREACHABLE, "nobody listens at " + service);
        }
        String said = why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
        return why instanceof SSLException
                ? failure(Code.UNREACHABLE, "no TLS with " + service + " (" + said + ")")
                : failure(Code.NOT_ONVIF, "no ONVIF answer (" + said + "), at " + service);
    }

    private XmlElement body(HttpResponse<byte[]> answer, String question) throws OnvifException {
        URI service = answer.uri();
        if (answer.statusCode() == 401 || answer.statusCode() == 403) {
            throw unauthorized(service);
        }
        XmlElement envelope = parsed(answer, service);
        XmlElement fault = envelope.find("Fault").orElse(null);
        if (fault != null) {
            throw fault(fault, question, service);
        }
        if (!envelope.name().equals("Envelope") || answer.statusCode() != 200) {
            throw failure(Code.NOT_ONVIF, "HTTP " + answer.statusCode() + ", no ONVIF answer, at " + service);
        }
        return envelope;
    }

    private XmlElement parsed(HttpResponse<byte[]> answer, URI service) throws OnvifException {
        try {
            return XmlElement.parse(answer.body());
        } catch (XmlElement.Unreadable e) {
            throw e.hostile()
                    ? failure(Code.HOSTILE, e.getMessage() + ", at " + service)
                    : failure(Code.NOT_ONVIF, "HTTP " + answer.statusCode() + ", no ONVIF answer, at " + service);
        }
    }

    /** The reasons are in sub-codes, and devices differ in how many they give. */
    private OnvifException fault(XmlElement fault, String question, URI service) {
        List<String> codes = fault.all("Value").map(XmlElement::text).toList();
        boolean unknown = codes.stream()
                .anyMatch(code -> code.matches("(.*:)?(NotAuthorized|FailedAuthentication"
                        + "|InvalidSecurity|InvalidSecurityToken|SenderNotAuthorized)"));
        if (unknown) {
            return unauthorized(service);
        }
        String reason = fault.find("Text").map(XmlElement::text).orElse(String.join(" ", codes));
        String plain = reason.replaceAll("\\p{Cntrl}+", " ");
        return failure(
                Code.REFUSED,
                name(question) + " is refused (" + plain.substring(0, Math.min(plain.length(), 120)) + "), at "
                        + service);
    }

    private OnvifException unauthorized(URI service) {
        return failure(
                Code.UNAUTHORIZED,
                (credentials == null ? "it asks who we are and no user was given" : "user or password refused")
                        + ", at " + service);
    }

    private static String name(String question) {
        return question.replaceFirst("^<([A-Za-z]+)(?s:.*)$", "$1");
    }
}
