package io.kakou.rtsp;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakDetectorFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails a test class in which a buffer of Netty's was collected that nobody had released. Found by JUnit itself. */
public final class LeakWatch implements AfterAllCallback {
    private static final Queue<String> LEAKS = new ConcurrentLinkedQueue<>();

    static {
        // Before the first buffer is made: Netty asks once.
        ResourceLeakDetectorFactory.setResourceLeakDetectorFactory(new ResourceLeakDetectorFactory() {
            @Override
            @SuppressWarnings("deprecation") // It is the abstract one.
            public <T> ResourceLeakDetector<T> newResourceLeakDetector(Class<T> resource, int interval, long unused) {
                return new Detector<>(resource, interval);
            }
        });
    }

    /** Netty's own, which says leaks to us instead of to a log. */
    private static final class Detector<T> extends ResourceLeakDetector<T> {
        Detector(Class<?> resource, int samplingInterval) {
            super(resource, samplingInterval);
        }

        @Override
        protected boolean needReport() {
            return true;
        }

        @Override
        protected void reportTracedLeak(String resource, String records) {
            LEAKS.add(resource + ": " + records);
        }

        @Override
        protected void reportUntracedLeak(String resource) {
            LEAKS.add(resource);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        List<String> found = leaks();
        if (!found.isEmpty()) {
            throw new AssertionError(found.size() + " buffers were never released: " + found.get(0));
        }
    }

    /** Those found since this was asked last. */
    static List<String> leaks() {
        System.gc();
        ByteBuf watched = Unpooled.directBuffer(1); // what was collected is reported when the next one is made
        watched.release();
        List<String> found = new ArrayList<>();
        for (String leak = LEAKS.poll(); leak != null; leak = LEAKS.poll()) {
            found.add(leak);
        }
        return found;
    }
}
