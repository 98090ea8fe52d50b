package io.kakou.benchmarks.watch;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * A camera of the street.
 *
 * @param film what it shows
 * @param filmSeconds where the film was at {@code atMillis} of the epoch
 */
record Placed(String url, StagedFilm film, double filmSeconds, long atMillis) {
    static Placed of(String said, StagedFilm film) {
        String[] words = said.split(" ", -1);
        return new Placed(words[0], film, Double.parseDouble(words[1]), Long.parseLong(words[2]));
    }

    String id() {
        String path = URI.create(url).getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Where its film stands at a time of the epoch. */
    double filmSecondsAt(double seconds) {
        double since = seconds - atMillis / 1000.0 + filmSeconds;
        return since - film.seconds() * Math.floor(since / film.seconds());
    }

    /** Times, in seconds of the epoch, at which an event of its film begins within a span. */
    List<Double> begins(Planted event, double from, double to) {
        double first = atMillis / 1000.0 - filmSeconds + event.from();
        double loops = Math.ceil((from - first) / film.seconds());
        List<Double> times = new ArrayList<>();
        for (double at = first + loops * film.seconds(); at < to; at += film.seconds()) {
            times.add(at);
        }
        return times;
    }
}
