package io.kakou.models.weights;

/** Weights cannot be had; the message is one line for people that names the thing, the value and what is allowed. */
public final class WeightsUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    WeightsUnavailable(String message) {
        super(message);
    }

    WeightsUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
