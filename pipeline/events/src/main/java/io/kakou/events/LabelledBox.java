package io.kakou.events;

/**
 * A box a model found, relative to the picture's size, so that it fits the main and the sub stream.
 *
 * @param label the model's word for it
 * @param score 0 to 1
 * @param left 0 to 1; likewise {@code top}, {@code right}, {@code bottom}
 */
public record LabelledBox(String label, double score, double left, double top, double right, double bottom) {
    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public LabelledBox {
        label = label == null ? "" : label;
        Range.check("score", score, 0, 1);
        Range.check("left", left, 0, 1);
        Range.check("top", top, 0, 1);
        Range.check("right", right, left, 1);
        Range.check("bottom", bottom, top, 1);
    }
}
