package io.kakou.benchmarks.child;

import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.benchmarks.child.Walk.Footing;
import io.kakou.models.Box;
import io.kakou.models.Detector;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A staged street of several people: real walkers of {@code vtest.avi} laid onto its empty scene, who come and go, cross and
 * hide each other, and of whom it is known where they are.
 */
public final class Crowd {
    private static final Size SIZE = new Size(768, 576);
    private static final int FRAMES = 795;
    private static final String FILM = "video/opencv-doc/vtest.avi";
    private static final String BOXES = "video/vtest-truth/PETS09-S2L1-gt-frames1-69.txt";
    private static final double LEAST_STAY = 6;
    private static final double MOST_STAY = 20;
    private static final double MOST_ASIDE = 0.7;
    /** Width of a person's box, in heights. */
    private static final double WIDTH = 0.42;
    /** So long before and after a child alone nobody else is there. */
    private static final double ALONE_SECONDS = 4;
    /** Whoever is seen for so long without a longer break can be shown as somebody who walks all the time. */
    private static final double LONG_SECONDS = 14;

    private static final double LONGEST_BREAK = 2.5;
    /** Less of somebody in the picture is nobody. */
    private static final double LEAST_SHARE = 0.5;

    private final Picture empty;
    private final List<Walk> walks;

    /** Takes a picture, which is its own, and where everybody in it is, by number. */
    public interface Viewer {
        void see(double seconds, Picture picture, Map<Long, Box> people);
    }

    /**
     * How it is staged.
     *
     * @param people that are there at once, about
     * @param seed another one is another street
     */
    public record Play(int people, double seconds, double picturesASecond, long seed) {}

    /**
     * A child for whose time nobody else is there.
     *
     * @param who the how manieth of those who are seen for long, whoever stays nearest first
     * @param from in seconds of the play, and {@code to}
     */
    public record Alone(int who, double from, double to) {}

    private Crowd(Picture empty, List<Walk> walks) {
        this.empty = empty;
        this.walks = walks;
    }

    /**
     * Cuts the walkers out, which takes a minute.
     *
     * @param data the shared folder of pictures and footage
     */
    public static Crowd of(Path data, Detector detector) throws IOException, UnreadableVideo {
        Footage footage = new Footage(data.resolve(FILM), SIZE);
        Picture empty = footage.empty(FRAMES);
        List<Walk> walks = new ArrayList<>(new Walks(footage, empty).drawn(data.resolve(BOXES)));
        walks.addAll(new Walks(footage, empty).tracked(detector));
        return new Crowd(empty, walks);
    }

    /** The scene without people. */
    public Picture empty() {
        return empty;
    }

    /** Takes a pixel: red, green and blue times opacity, and opacity from 0 to 1. */
    public interface Brush {
        void pixel(int x, int y, double[] colour);
    }

    /** Somebody who can be painted anywhere. */
    public static final class Person {
        private final Cutout cutout;

        private Person(Cutout cutout) {
            this.cutout = cutout;
        }

        /** Paints them so many pixels tall, their head at the top. */
        public void paint(int pixels, Brush brush) {
            double scale = pixels / cutout.boxHeight();
            for (int y = 0; y < cutout.height() * scale; y++) {
                for (int x = 0; x < cutout.width() * scale; x++) {
                    brush.pixel(x, y, cutout.at((x + 0.5) / scale, (y + 0.5) / scale, scale));
                }
            }
        }
    }

    /** Everybody who walks, as they were seen in the middle of their way. */
    public List<Person> people() {
        return walks.stream()
                .map(walk -> new Person(walk.cutouts().get(walk.cutouts().size() / 2)))
                .toList();
    }

    /**
     * Somebody's stay.
     *
     * @param times how tall, against whom is shown
     */
    private record Stay(long id, Walk walk, double from, double to, double along, double aside, double times) {
        Cutout shown(double seconds) {
            return walk.after(along + seconds - from);
        }

        Footing at(double seconds) {
            Footing way = walk.footing(along + seconds - from);
            return new Footing(way.x() + aside * way.height(), way.y(), times * way.height());
        }

        boolean disturbs(Alone child) {
            return from < child.to + ALONE_SECONDS && to > child.from - ALONE_SECONDS;
        }
    }

    /** Plays it, picture by picture. */
    public void play(Play play, Viewer viewer) {
        play(play, stays(play), viewer);
    }

    /** Plays it with a child; who would be there at its time is not. */
    public void play(Play play, Alone child, Viewer viewer) {
        List<Stay> stays = new ArrayList<>(stays(play));
        stays.removeIf(stay -> stay.disturbs(child));
        List<Walk> all = walks.stream()
                .filter(Crowd::isLong)
                .sorted(Comparator.comparingDouble(Crowd::least).reversed())
                .toList();
        Walk walk = all.get(child.who % all.size());
        stays.add(new Stay(0, walk, child.from, child.to, 0, 0, ChildBench.CHILD));
        play(play, stays, viewer);
    }

    /** How small somebody is at the furthest, in pixels. */
    private static double least(Walk walk) {
        return walk.cutouts().stream().mapToDouble(Cutout::boxHeight).min().orElse(0);
    }

    private static boolean isLong(Walk walk) {
        List<Cutout> cutouts = walk.cutouts();
        for (int i = 1; i < cutouts.size(); i++) {
            if (cutouts.get(i).seconds() - cutouts.get(i - 1).seconds() > LONGEST_BREAK) {
                return false;
            }
        }
        return walk.seconds() >= LONG_SECONDS;
    }

    private void play(Play play, List<Stay> stays, Viewer viewer) {
        int pictures = (int) (play.seconds * play.picturesASecond);
        for (int i = 0; i < pictures; i++) {
            double seconds = i / play.picturesASecond;
            Canvas canvas = Canvas.copyOf(empty);
            Map<Long, Box> people = new TreeMap<>();
            stays.stream()
                    .filter(stay -> stay.from <= seconds && seconds < stay.to)
                    .sorted(Comparator.comparingDouble(stay -> stay.at(seconds).y()))
                    .forEach(stay -> {
                        Footing at = stay.at(seconds);
                        Cutout shown = stay.shown(seconds);
                        canvas.lay(shown, at.x(), at.y(), at.height() / shown.boxHeight());
                        put(people, stay.id, at);
                    });
            viewer.see(seconds, canvas.picture(), people);
        }
    }

    private List<Stay> stays(Play play) {
        Random random = new Random(play.seed);
        List<Stay> stays = new ArrayList<>();
        long id = 1;
        for (int place = 0; place < play.people; place++) {
            double from = random.nextDouble() * LEAST_STAY;
            while (from < play.seconds) {
                double to = from + LEAST_STAY + random.nextDouble() * (MOST_STAY - LEAST_STAY);
                Walk walk = walks.get(random.nextInt(walks.size()));
                double along = random.nextDouble() * walk.seconds();
                double aside = (2 * random.nextDouble() - 1) * MOST_ASIDE;
                stays.add(new Stay(id++, walk, from, to, along, aside, 1));
                from = to + random.nextDouble() * LEAST_STAY;
            }
        }
        return stays;
    }

    private void put(Map<Long, Box> people, long id, Footing at) {
        double half = WIDTH / 2 * at.height();
        Box box = Box.clipped(
                (at.x() - half) / empty.width(),
                (at.y() - at.height()) / empty.height(),
                (at.x() + half) / empty.width(),
                at.y() / empty.height());
        double whole = WIDTH * at.height() * at.height() / empty.width() / empty.height();
        if (box.area() >= LEAST_SHARE * whole) {
            people.put(id, box);
        }
    }
}
