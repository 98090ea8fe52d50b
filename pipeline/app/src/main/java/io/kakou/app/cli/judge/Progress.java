package io.kakou.app.cli.judge;

import java.io.PrintWriter;

/** One line on standard error that grows old gracefully: rewritten on a terminal, now and then elsewhere. */
final class Progress {
    /** Set by the launcher where standard error is a terminal; Java cannot tell. */
    private static final boolean TERMINAL = "1".equals(System.getenv("KAKOU_TERMINAL"));

    private static final double TERMINAL_SECONDS = 0.2;
    private static final double LINE_SECONDS = 10;

    private final PrintWriter err;
    private long last = System.nanoTime();
    private boolean open;

    Progress(PrintWriter err) {
        this.err = err;
    }

    /** Whether it is time to say something again. */
    boolean due() {
        double since = (System.nanoTime() - last) / 1e9;
        return since >= (TERMINAL ? TERMINAL_SECONDS : LINE_SECONDS);
    }

    void show(String line) {
        last = System.nanoTime();
        if (TERMINAL) {
            err.print("\r" + line + "\u001b[K");
            err.flush();
            open = true;
        } else {
            err.println(line);
        }
    }

    /** Before anything else is written: wipes the line. */
    void clear() {
        if (open) {
            err.print("\r\u001b[K");
            err.flush();
            open = false;
        }
    }
}
