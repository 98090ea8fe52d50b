package io.kakou.analysis.record.index;

import java.util.List;

/** What is known of a camera's span, each in order of time. */
public record Span(List<Minute> minutes, List<Gap> gaps) {
    public Span {
        minutes = List.copyOf(minutes);
        gaps = List.copyOf(gaps);
    }
}
