package io.kakou.jobs.program;

/** A setting that cannot be worked with; the message names its key, its value and what is allowed. */
public final class InvalidSetting extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    InvalidSetting(String key, String value, String allowed) {
        super(key + " is " + value + "; allowed: " + allowed);
    }

    InvalidSetting(IllegalArgumentException refused) {
        super(refused.getMessage(), refused);
    }
}
