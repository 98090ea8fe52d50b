package io.kakou.analysis.journal;

import io.kakou.analysis.judge.JudgeSettings;
import io.kakou.analysis.judge.Readers;
import io.kakou.analysis.look.DatedLook;
import io.kakou.analysis.record.StoredFootage;
import io.kakou.analysis.store.StoreException;
import io.kakou.models.Detector;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges a span of a camera again, from its stored footage and its log of looks. */
public final class JournalReplay {
    private final StoredJournal journal;
    private final StoredFootage footage;

    /** A replay over what is kept. */
    public JournalReplay(StoredJournal journal, StoredFootage footage) {
        this.journal = journal;
        this.footage = footage;
    }

    /** A span of a camera; {@code to} is not in it. */
    public record Span(String camera, Instant from, Instant to) {
        public Span {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("from " + from + " to " + to + "; allowed: from before to");
            }
        }
    }

    /** What a camera is judged with; nothing of it is closed with a replay. */
    public record Eyes(Detector detector, Readers readers, JudgeSettings settings) {}

    /**
     * What judges.
     *
     * @param asThen what judged then; null where it is not to be had
     * @param other what else is asked for; null where nothing is
     */
    public record Judges(@Nullable Eyes asThen, @Nullable Eyes other) {
        public Judges {
            if (asThen == null && other == null) {
                throw new IllegalArgumentException(
                        "nothing to judge with; allowed: what judged then, another, or both");
            }
        }
    }

    /** Chooses what judges what was judged so. */
    public interface Choice<E extends Exception> {
        Judges of(Begun then) throws E;
    }

    /**
     * Judges again.
     *
     * @throws StoreException where what is kept cannot be had
     * @throws IOException where it is none of ours
     * @throws E where what is to judge is not to be had
     */
    public <E extends Exception> SpanReplayed run(Span span, Choice<E> choice) throws StoreException, IOException, E {
        List<JournalLine> lines = journal.lines(span.camera(), span.from(), span.to());
        int start = start(lines, span.from());
        try (Going going = new Going(footage, span)) {
            for (int i = 0; i < lines.size() && !isPast(lines.get(i), span.to()); i++) {
                Begun begun = lines.get(i).begun();
                if (begun != null) {
                    going.begin(begun, choice.of(begun));
                } else if (i >= start) {
                    going.step(lines.get(i));
                }
            }
            return going.said();
        }
    }

    /** Where the newest memory is that the span's first look can be judged with. */
    private static int start(List<JournalLine> lines, Instant from) {
        int memory = lines.size();
        for (int i = 0; i < lines.size(); i++) {
            JournalLine line = lines.get(i);
            DatedLook look = line.look();
            if (look != null && !look.at().isBefore(from) && memory < lines.size()) {
                return memory;
            }
            if (line.left() != null || line.anew() != null) {
                memory = i;
            }
        }
        return memory;
    }

    private static boolean isPast(JournalLine line, Instant to) {
        DatedLook look = line.look();
        return look != null && !look.at().isBefore(to);
    }
}
