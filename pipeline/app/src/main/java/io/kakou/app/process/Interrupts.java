package io.kakou.app.process;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ctrl-C, which a terminal sends to every process that it shows. */
public final class Interrupts {
    private static final Logger LOG = LoggerFactory.getLogger(Interrupts.class);

    private Interrupts() {}

    /** From now on SIGINT is passed over: the parent hears it too and ends its children in order. */
    public static void ignore() {
        try {
            // By reflection: the compiler lets nobody name these classes, though every JDK exports them.
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object sigint = signal.getConstructor(String.class).newInstance("INT");
            signal.getMethod("handle", signal, handler)
                    .invoke(null, sigint, handler.getField("SIG_IGN").get(null));
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            LOG.warn("Ctrl-C ends every process at once here: {}", e.toString());
        }
    }
}
