package io.kakou.models;

/** Width and height in pixels, at least 1 each. */
public record Size(int width, int height) {
    public Size {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("size " + width + "x" + height + "; allowed: 1x1 and larger");
        }
    }
}
