package io.kakou.benchmarks.search;

import io.kakou.events.ClothColour;
import io.kakou.events.ColourShare;
import io.kakou.events.LabelledBox;
import io.kakou.events.PersonSighting;
import io.kakou.events.PersonSize;
import io.kakou.events.UnderWay;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What a camera makes of whoever passes: whom it misses, which colours it mistakes, whom it takes for a child. */
final class Eye {
    /** Of those who pass so many are hidden by others all the way. */
    private static final double HIDDEN = 0.12;
    /** A detection finds somebody small in so many of the looks, an adult in so many. */
    private static final double FINDS_CHILD = 0.55;

    private static final double FINDS_ADULT = 0.75;
    private static final double RIGHT_COLOUR = 0.6;
    private static final double NEAR_COLOUR = 0.25;

    private static final ClothColour[] COLOURS = {
        ClothColour.BLACK,
        ClothColour.GREY,
        ClothColour.WHITE,
        ClothColour.BLUE,
        ClothColour.RED,
        ClothColour.BROWN,
        ClothColour.PINK,
        ClothColour.GREEN,
        ClothColour.YELLOW,
        ClothColour.ORANGE,
        ClothColour.PURPLE
    };
    /** How many of a hundred wear each. */
    private static final int[] WORN = {26, 19, 16, 13, 6, 5, 5, 4, 3, 2, 1};

    private final Random random;
    private long tracks;

    Eye(Random random) {
        this.random = random;
    }

    /** Somebody in the street. */
    record Person(boolean child, double height, boolean rides, ClothColour above, ClothColour below, int companions) {}

    Person anybody() {
        boolean child = random.nextDouble() < 0.13;
        double height = child ? random.nextDouble(0.55, 0.9) : random.nextGaussian(1, 0.05);
        int companions = random.nextDouble() < (child ? 0.85 : 0.4) ? 1 : 0;
        return new Person(child, height, random.nextDouble() < 0.2, worn(), worn(), companions);
    }

    ClothColour worn() {
        int left = random.nextInt(100);
        for (int i = 0; i < WORN.length; i++) {
            left -= WORN[i];
            if (left < 0) {
                return COLOURS[i];
            }
        }
        return ClothColour.BLACK;
    }

    /**
     * A passing as it is told, or null where nobody was seen.
     *
     * @param lookSeconds from look to look
     * @param inView seconds
     */
    @Nullable
    PersonSighting see(String camera, Person person, Instant at, double inView, double lookSeconds) {
        int looks = (int) (inView / lookSeconds + random.nextDouble());
        int found = 0;
        for (int i = 0; i < looks; i++) {
            found += random.nextDouble() < (person.child() ? FINDS_CHILD : FINDS_ADULT) ? 1 : 0;
        }
        if (found == 0 || random.nextDouble() < HIDDEN) {
            return null;
        }
        Instant last = at.plusMillis(Math.round(1000 * inView * (found - 1) / Math.max(1, looks)));
        return new PersonSighting(
                camera,
                ++tracks,
                size(person, found),
                found >= 3 ? Math.max(0.3, random.nextGaussian(person.height(), 0.1)) : 0,
                underWay(person),
                garment(person.above()),
                garment(person.below()),
                random.nextDouble() < 0.75 ? person.companions() : 1 - Math.min(1, person.companions()),
                false,
                List.of(),
                new LabelledBox("person", 1, 0.4, 0.4, 0.5, 0.7),
                at,
                last,
                found,
                null,
                "analysis-1",
                1);
    }

    /** Too few looks tell no size; of the others one in five is not told and one in twelve is wrong. */
    private PersonSize size(Person person, int found) {
        double chance = random.nextDouble();
        if (found < 3 || chance < 0.2) {
            return PersonSize.UNKNOWN;
        }
        boolean child = chance < 0.92 == person.child();
        return child ? PersonSize.CHILD : PersonSize.ADULT;
    }

    private UnderWay underWay(Person person) {
        boolean seen = random.nextDouble() < (person.child() ? 0.4 : 0.8);
        return (person.rides() && seen) || random.nextDouble() < 0.03 ? UnderWay.RIDING : UnderWay.ON_FOOT;
    }

    private List<ColourShare> garment(ClothColour is) {
        ClothColour main = shown(is);
        double share = Math.round(100 * random.nextDouble(0.5, 0.9)) / 100.0;
        double rest = Math.round(100 * (1 - share)) / 100.0;
        return List.of(new ColourShare(main, share), new ColourShare(worn(), rest));
    }

    private ClothColour shown(ClothColour is) {
        double chance = random.nextDouble();
        if (chance < RIGHT_COLOUR) {
            return is;
        }
        return chance < RIGHT_COLOUR + NEAR_COLOUR ? near(is) : worn();
    }

    private ClothColour near(ClothColour is) {
        boolean other = random.nextBoolean();
        return switch (is) {
            case BLACK -> other ? ClothColour.GREY : ClothColour.BLUE;
            case GREY -> other ? ClothColour.BLACK : ClothColour.WHITE;
            case WHITE -> other ? ClothColour.GREY : ClothColour.YELLOW;
            case RED -> other ? ClothColour.ORANGE : ClothColour.BROWN;
            case ORANGE -> other ? ClothColour.RED : ClothColour.YELLOW;
            case YELLOW -> other ? ClothColour.ORANGE : ClothColour.WHITE;
            case GREEN -> other ? ClothColour.BLUE : ClothColour.GREY;
            case BLUE -> other ? ClothColour.BLACK : ClothColour.GREY;
            case PURPLE -> other ? ClothColour.BLUE : ClothColour.PINK;
            case PINK -> other ? ClothColour.RED : ClothColour.WHITE;
            case BROWN -> other ? ClothColour.BLACK : ClothColour.ORANGE;
            case UNKNOWN -> is;
        };
    }
}
