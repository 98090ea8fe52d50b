package io.kakou.models.face;

import io.kakou.models.Box;
import io.kakou.models.Picture;
import io.kakou.models.onnx.OnnxSession;
import io.kakou.models.onnx.UnusableModel;
import io.kakou.models.weights.FacePart;
import io.kakou.models.weights.FaceWeights;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;

/** Says how old a person's face looks. Safe for many threads. */
public final class FaceAge implements AutoCloseable {
    /** A narrower face says nothing of its age. */
    public static final double LEAST_PIXELS = 36;

    /** Backs of heads, bags and lamps come to .5 to .75, faces one can read to .8 and more. */
    private static final double LEAST_SCORE = 0.8;
    /** The head of an upright person lies in a square of so much of the height, from a little above. */
    private static final double HEAD = 0.42;

    private static final double ABOVE = 0.08;
    /** The age model was trained on faces with hair and chin around them. */
    private static final double AROUND = 1.4;

    private static final int HASH_SHOWN = 12;

    private final String identity;
    private final OnnxSession finder;
    private final OnnxSession age;

    /** A reader; {@link #start} reads the weights. */
    public FaceAge(FaceWeights.Both weights) {
        this.finder = new OnnxSession(weights.finder().onnx());
        this.age = new OnnxSession(weights.age().onnx());
        this.identity = weights.finder().sha256().substring(0, HASH_SHOWN) + "+"
                + weights.age().sha256().substring(0, HASH_SHOWN);
    }

    /** Where it is the same, the same picture says the same. */
    public String identity() {
        return identity;
    }

    /**
     * Reads both models.
     *
     * @throws UnusableModel where one does not run here
     */
    public void start() throws UnusableModel {
        finder.start();
        age.start();
    }

    /**
     * The age of the surest face of a person, where it is {@value #LEAST_PIXELS} pixels wide or wider.
     *
     * @param person where in the picture
     */
    public Optional<Age> read(Picture picture, Box person) {
        return face(picture, person).filter(face -> face.side() >= LEAST_PIXELS).map(face -> age(picture, face));
    }

    Optional<Face> face(Picture picture, Box person) {
        double width = person.width() * picture.width();
        double height = person.height() * picture.height();
        double side = Math.max(width, HEAD * height);
        Square head = new Square(
                person.centreX() * picture.width(), person.top() * picture.height() + (0.5 - ABOVE) * side, side, 0);
        List<FloatBuffer> found = finder.run(
                head.cut(picture, FaceFinder.SIDE, Square.Order.RGB), 1, FaceFinder.SIDE, FaceFinder.SIDE, 3);
        return FaceFinder.best(found, side, LEAST_SCORE)
                .map(face -> face.moved(head.x() - side / 2, head.y() - side / 2));
    }

    private Age age(Picture picture, Face face) {
        int pixels = FacePart.AGE.input().width();
        Square square = new Square(face.x(), face.y(), AROUND * face.side(), face.turn());
        FloatBuffer shares = age.run(square.cut(picture, pixels, Square.Order.BGR), 1, pixels, pixels, 3)
                .get(0);
        double years = 0;
        double child = 0;
        for (int i = 0; i < shares.limit(); i++) {
            years += i * (double) shares.get(i);
            child += i < Age.CHILD_YEARS ? shares.get(i) : 0;
        }
        return new Age(Math.min(100, years), Math.min(1, child), face.side());
    }

    @Override
    public void close() {
        age.close();
        finder.close();
    }
}
