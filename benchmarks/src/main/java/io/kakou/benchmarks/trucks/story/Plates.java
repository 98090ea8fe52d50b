package io.kakou.benchmarks.trucks.story;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** Plates of trucks (GA 36-2018), each given once: most of the city, some from elsewhere. */
final class Plates {
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final String SIGNS = LETTERS + "0123456789";
    private static final String ELSEWHERE = "皖苏赣豫沪鲁鄂蒙";

    private final Random random;
    private final Set<String> given = new HashSet<>();

    Plates(Random random) {
        this.random = random;
    }

    String next() {
        String plate;
        do {
            boolean local = random.nextDouble() < 0.85;
            StringBuilder text = new StringBuilder(local ? "浙A" : "" + any(ELSEWHERE) + any(LETTERS.substring(0, 8)));
            for (int i = 0; i < 5; i++) {
                text.append(i > 1 || random.nextBoolean() ? any(SIGNS.substring(24)) : any(SIGNS));
            }
            plate = text.toString();
        } while (!given.add(plate));
        return plate;
    }

    /** One with a sign painted over. */
    String oneSignFrom(String other) {
        String plate;
        do {
            int place = 2 + random.nextInt(5);
            plate = other.substring(0, place) + any(SIGNS) + other.substring(place + 1);
        } while (!given.add(plate));
        return plate;
    }

    private char any(String signs) {
        return signs.charAt(random.nextInt(signs.length()));
    }
}
