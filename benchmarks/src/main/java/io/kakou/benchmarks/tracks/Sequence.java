package io.kakou.benchmarks.tracks;

import io.kakou.models.Detection;
import java.util.ArrayList;
import java.util.List;

/**
 * A film in which it is known where everybody is.
 *
 * @param moments at the film's own rate
 */
public record Sequence(String name, List<Moment> moments) {
    public Sequence {
        moments = List.copyOf(moments);
    }

    /**
     * One picture.
     *
     * @param there who is where
     * @param found by the detector, doubtful ones too
     */
    public record Moment(double seconds, List<Place> there, List<Detection> found) {
        public Moment {
            there = List.copyOf(there);
            found = List.copyOf(found);
        }
    }

    /** From the pictures of a film which are looked at. */
    public interface Pace {
        /**
         * One choice of looks for each phase in which looking could begin.
         *
         * @param moments of the film
         */
        List<List<Moment>> looks(List<Moment> moments);

        /** So many looks a second, or the film's own rate where that is less. */
        static Pace perSecond(double rate) {
            return moments -> {
                double film = (moments.size() - 1)
                        / (moments.get(moments.size() - 1).seconds()
                                - moments.get(0).seconds());
                int step = (int) Math.max(1, Math.round(film / rate));
                List<List<Moment>> phases = new ArrayList<>();
                for (int phase = 0; phase < step; phase++) {
                    List<Moment> looks = new ArrayList<>();
                    for (int i = phase; i < moments.size(); i += step) {
                        looks.add(moments.get(i));
                    }
                    phases.add(looks);
                }
                return phases;
            };
        }

        /** So many pictures within one GOP's time, at its head, and again after a while. */
        static Pace bursts(int pictures, double withinSeconds, double everySeconds) {
            return moments -> {
                List<List<Moment>> phases = new ArrayList<>();
                for (double phase = 0; phase < everySeconds; phase += everySeconds / PHASES) {
                    List<Moment> looks = new ArrayList<>();
                    for (int burst = 0; burst * everySeconds + phase <= last(moments); burst++) {
                        for (int i = 0; i < pictures; i++) {
                            double at = phase + burst * everySeconds + i * withinSeconds / pictures;
                            moments.stream()
                                    .filter(one -> one.seconds() >= at - 1e-6)
                                    .findFirst()
                                    .filter(one -> looks.isEmpty()
                                            || one.seconds()
                                                    > looks.get(looks.size() - 1)
                                                            .seconds())
                                    .ifPresent(looks::add);
                        }
                    }
                    phases.add(looks);
                }
                return phases;
            };
        }

        /** Bursts begin at so many different times. */
        int PHASES = 4;

        private static double last(List<Moment> moments) {
            return moments.get(moments.size() - 1).seconds();
        }
    }

    /** What a tracker makes of it, for each phase. */
    List<Account> follow(Pace pace, Who who, boolean told) {
        List<Account> accounts = new ArrayList<>();
        for (List<Moment> looks : pace.looks(moments)) {
            Account account = new Account();
            Follower follower = who.start();
            for (Moment look : looks) {
                List<Detection> found = told ? truth(look) : look.found;
                account.add(look.seconds, look.there, follower.step(look.seconds, found));
            }
            accounts.add(account);
        }
        return accounts;
    }

    /** Starts trackers that have seen nothing. */
    public interface Who {
        Follower start();
    }

    private static List<Detection> truth(Moment look) {
        return look.there.stream()
                .map(place -> new Detection("person", 1, place.box()))
                .toList();
    }
}
