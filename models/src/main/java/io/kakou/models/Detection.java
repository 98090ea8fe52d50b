package io.kakou.models;

/**
 * One thing a model found.
 *
 * @param label the model's word for it, e.g. COCO's {@code person}, {@code bicycle}, {@code motorcycle}
 * @param score the model's confidence, 0 to 1
 */
public record Detection(String label, double score, Box box) {
    public Detection {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score of " + label + " is " + score + "; allowed: 0 to 1");
        }
    }
}
