package io.kakou.models.face;

/**
 * How old a face looks.
 *
 * @param years the mean over all ages, each weighted with its share
 * @param child share of the ages below {@link #CHILD_YEARS}, 0 to 1
 * @param pixels width of the face's box in the picture, which reaches from ear to ear
 */
public record Age(double years, double child, double pixels) {
    /** Below it a person is a child. */
    public static final int CHILD_YEARS = 12;

    public Age {
        if (!(years >= 0 && years <= 100 && child >= 0 && child <= 1 && pixels >= 0)) {
            throw new IllegalArgumentException("age of " + years + " years, child " + child + ", " + pixels
                    + " pixels; allowed: 0 to 100, 0 to 1, 0 and more");
        }
    }
}
