package io.kakou.console.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kakou.console.schema.DatabaseFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one receiver what waits for it, on a thread of its own: of several incidents at once, of one incident one
 * message after the other. What a kill leaves undecided is sent again once its lease has ended.
 */
public final class Courier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int AT_ONCE = 8;
    private static final long IDLE_MILLIS = 200;

    private final Webhook webhook;
    private final Deliveries deliveries;
    private final InstantSource clock;
    private final HttpClient http;
    private final Thread thread;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /**
     * What is under way.
     *
     * @param exchange ends a connection where it is cancelled
     * @param answer the same with the limit, counted from when it was sent
     */
    private record Sent(
            Delivery delivery,
            CompletableFuture<HttpResponse<byte[]>> exchange,
            CompletableFuture<HttpResponse<byte[]>> answer) {}

    public Courier(Webhook webhook, Deliveries deliveries, InstantSource clock) {
        this.webhook = webhook;
        this.deliveries = deliveries;
        this.clock = clock;
        // Redirects are not followed: what is told is for this receiver, and nobody else's network is asked.
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience())
                .build();
        this.thread = new Thread(this::run, "webhook:" + webhook.name());
    }

    public void start() {
        thread.start();
    }

    @Override
    public void close() {
        stopped.countDown();
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            boolean more = true;
            while (!stopped.await(more ? 0 : IDLE_MILLIS, TimeUnit.MILLISECONDS)) {
                more = bringSome();
            }
        } catch (InterruptedException e) {
            LOG.debug("{} is not brought anything more", webhook);
        }
    }

    /** Whether there may be more at once. */
    private boolean bringSome() throws InterruptedException {
        try {
            List<Sent> sent = new ArrayList<>();
            for (Delivery each : deliveries.lease(webhook, AT_ONCE)) {
                sent.add(send(each));
            }
            for (Sent each : sent) {
                settle(each);
            }
            return !sent.isEmpty();
        } catch (DatabaseFailure e) {
            LOG.debug("what waits for {} cannot be read now: {}", webhook, e.getMessage());
            return false;
        }
    }

    private Sent send(Delivery delivery) {
        CompletableFuture<HttpResponse<byte[]>> exchange = http.sendAsync(request(delivery), head -> new FirstBytes());
        // The request's own limit ends with the answer's head; this one holds for its body too.
        return new Sent(delivery, exchange, exchange.copy().orTimeout(patience().toMillis(), TimeUnit.MILLISECONDS));
    }

    private HttpRequest request(Delivery delivery) {
        Instant now = clock.instant();
        byte[] body = delivery.body().getBytes(UTF_8);
        URI to =
                switch (webhook.kind()) {
                    case DINGTALK -> Signature.dingtalk(webhook.url(), webhook.key(), now);
                    case SMS, CLOUDEVENTS -> webhook.url();
                };
        HttpRequest.Builder request = HttpRequest.newBuilder(to)
                .timeout(patience())
                .header("Content-Type", type())
                .header("User-Agent", "kakou")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (webhook.kind() != WebhookKind.DINGTALK) {
            request.header("webhook-id", delivery.event())
                    .header("webhook-timestamp", String.valueOf(now.getEpochSecond()))
                    .header("webhook-signature", Signature.standard(webhook.key(), delivery.event(), now, body));
        }
        return request.build();
    }

    private String type() {
        return switch (webhook.kind()) {
            case CLOUDEVENTS -> "application/cloudevents+json; charset=utf-8";
            case DINGTALK, SMS -> "application/json; charset=utf-8";
        };
    }

    private void settle(Sent sent) throws InterruptedException {
        String trouble = trouble(sent);
        if (trouble.isEmpty()) {
            deliveries.taken(sent.delivery());
        } else {
            LOG.debug("{} has not taken {}: {}", webhook, sent.delivery().event(), trouble);
            deliveries.failed(
                    sent.delivery(), trouble, ThreadLocalRandom.current().nextDouble());
        }
    }

    /** Why it was not taken; empty where it was. */
    private String trouble(Sent sent) throws InterruptedException {
        try {
            HttpResponse<byte[]> answer = sent.answer().get();
            if (answer.statusCode() / 100 != 2) {
                return "it answered " + answer.statusCode();
            }
            return webhook.kind() == WebhookKind.DINGTALK ? said(answer.body()) : "";
        } catch (ExecutionException e) {
            sent.exchange().cancel(true);
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (cause instanceof TimeoutException || cause instanceof HttpTimeoutException) {
                return "no answer within " + deliveries.patience().answerSeconds() + " s";
            }
            String why = cause.getMessage();
            return why == null ? cause.getClass().getSimpleName() : why;
        }
    }

    /** A robot says in an answer 200 that it did not take it. */
    private static String said(byte[] body) {
        try {
            JsonNode answer = JSON.readTree(body);
            int code = answer.path("errcode").asInt(-1);
            return code == 0
                    ? ""
                    : "it answered errcode " + code + ": "
                            + answer.path("errmsg").asText();
        } catch (IOException e) {
            return "it answered no JSON";
        }
    }

    private Duration patience() {
        return Duration.ofMillis(Math.round(deliveries.patience().answerSeconds() * 1000));
    }
}
