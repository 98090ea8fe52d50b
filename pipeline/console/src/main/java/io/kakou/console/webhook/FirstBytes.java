package io.kakou.console.webhook;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** The beginning of an answer; a receiver that talks without end is not listened to. */
final class FirstBytes implements HttpResponse.BodySubscriber<byte[]> {
    private static final int MOST = 4096;

    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> done = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    @Override
    public CompletionStage<byte[]> getBody() {
        return done;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            byte[] bytes = new byte[Math.min(buffer.remaining(), MOST - heard.size())];
            buffer.get(bytes);
            heard.writeBytes(bytes);
        }
        if (heard.size() >= MOST && subscription != null) {
            subscription.cancel();
            done.complete(heard.toByteArray());
        }
    }

    @Override
    public void onError(Throwable why) {
        done.completeExceptionally(why);
    }

    @Override
    public void onComplete() {
        done.complete(heard.toByteArray());
    }
}
