package io.kakou.events;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The one check of a field that has no default, for the records' constructors: a reader may hand them null. */
public final class Required {
    private Required() {}

    /**
     * Refuses what is missing.
     *
     * @param owner the record as a reader of the message knows it, asked for only when something is missing
     * @throws IllegalArgumentException naming the record and the field
     */
    public static void field(String name, @Nullable Object value, Supplier<String> owner) {
        if (value == null) {
            throw new IllegalArgumentException(owner.get() + " has no \"" + name + "\"");
        }
    }
}
