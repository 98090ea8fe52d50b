package io.kakou.benchmarks.endure;

import io.kakou.benchmarks.process.ProcessMeter;
import io.kakou.benchmarks.process.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a JVM says of itself when the JDK's {@code jcmd} asks. */
record Jvm(ProcessMeter meter) {
    private static final Pattern SPAN = Pattern.compile("\\[0x([0-9a-f]+), (?:0x[0-9a-f]+, )?0x([0-9a-f]+)\\)");

    /** The addresses of a heap. */
    record Heap(long from, long to) {
        /** @param told as {@code GC.heap_info} does: each part's begin, end now where that is told, and end at most */
        static Heap of(String told) throws IOException {
            long from = Long.MAX_VALUE;
            long to = 0;
            Matcher span = SPAN.matcher(told);
            while (span.find()) {
                from = Math.min(from, Long.parseUnsignedLong(span.group(1), 16));
                to = Math.max(to, Long.parseUnsignedLong(span.group(2), 16));
            }
            if (to == 0) {
                throw new IOException("a JVM's heap has no addresses: " + told);
            }
            return new Heap(from, to);
        }
    }

    String threads() throws IOException, InterruptedException {
        return asked("Thread.print");
    }

    Heap heap() throws IOException, InterruptedException {
        return Heap.of(asked("GC.heap_info"));
    }

    /** Resident memory that is not the Java heap's. */
    double nativeMiB(Heap heap) throws IOException {
        return meter.rssMiB() - meter.rssMiB(heap.from, heap.to);
    }

    private String asked(String what) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        return Program.run(List.of(jcmd, Long.toString(meter.pid()), what));
    }
}
