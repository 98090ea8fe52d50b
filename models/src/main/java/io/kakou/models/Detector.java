package io.kakou.models;

import java.util.List;

/**
 * A model that finds things in one picture. A pure function of the picture: the same bytes give the same detections, in
 * the same order, on one type of processor. Safe for many threads.
 */
public interface Detector extends AutoCloseable {
    /** The size at which a picture reaches the model without being resized again. */
    Size inputSize();

    /** What is in the picture, best score first; pictures of other sizes are resized. */
    List<Detection> detect(Picture picture);

    /** {@link #detect}, and whatever else this detector knows of a picture. */
    default Seen see(Picture picture) {
        return new Seen(detect(picture), null);
    }

    /** Hash and name of the weights, for the record of what judged: {@code coco-ssdlite-mobilenet-v2@<sha256>}. */
    String identity();

    @Override
    void close();
}
