package io.kakou.rtsp.codec;

import io.netty.util.concurrent.FastThreadLocal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where the cameras of one thread put their pictures together, one after the other: the packets of a picture come
 * within a millisecond, so nearly each is whole before another camera's begins. A buffer for each of 1,562 cameras would
 * have gone out of the processor's caches by its next picture. Whoever is not done when another begins goes on in a
 * buffer of its own.
 */
final class Workbench {
    /** A keyframe of a main stream fits; what a greater one took is given back. */
    private static final int KEPT_BYTES = 512 * 1024;

    private static final int FIRST_BYTES = 64 * 1024;

    private static final FastThreadLocal<Workbench> THIS_THREADS = new FastThreadLocal<>() {
        @Override
        protected Workbench initialValue() {
            return new Workbench();
        }
    };

    private byte[] bytes = new byte[FIRST_BYTES];
    private @Nullable UnitBuffer user;

    private Workbench() {}

    static Workbench ofThisThread() {
        return THIS_THREADS.get();
    }

    byte[] bytes() {
        return bytes;
    }

    void take(UnitBuffer next) {
        UnitBuffer before = user;
        if (before != null && before != next) {
            before.stepAside();
        }
        user = next;
    }

    void leave(UnitBuffer done) {
        if (user == done) {
            user = null;
            bytes = bytes.length > KEPT_BYTES ? new byte[FIRST_BYTES] : bytes;
        }
    }

    void grow(int length) {
        bytes = Arrays.copyOf(bytes, length);
    }
}
