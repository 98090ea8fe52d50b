package io.kakou.events;

import org.jspecify.annotations.Nullable;

/**
 * A lift whose door can be asked to stay open; topic {@code registry}, key {@code lift~<id>}.
 *
 * @param camera the one in its cabin
 * @param voice what is said to whoever brings an e-bike in, {@value #LONGEST_VOICE} characters at most; empty: nothing
 * @param speaker takes the words as JSON over HTTP, or null: then the controller speaks, where it can
 * @param proof of its controller, or null where it was never tested; see {@link #isDriven}
 */
public record Lift(
        String id,
        String name,
        String camera,
        LiftController controller,
        String voice,
        @Nullable String speaker,
        @Nullable LiftProof proof) {
    /** What its key on the topic {@code registry} begins with. */
    public static final String KEY = "lift~";

    public static final int LONGEST_VOICE = 200;

    private static final int LONGEST_NAME = 100;

    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public Lift {
        String lift = Id.plain("lift id", id);
        Id.plain("camera of lift " + id, camera);
        Required.field("controller", controller, () -> "lift " + lift);
        name = name == null || name.isBlank() ? id : name;
        voice = voice == null ? "" : voice;
        Range.check("length of the name of lift " + id, name.length(), 1, LONGEST_NAME);
        Range.check("length of the voice of lift " + id, voice.length(), 0, LONGEST_VOICE);
        if (speaker != null) {
            LiftController.web("speaker of lift " + id, speaker);
        }
    }

    /** Its key on the topic {@code registry}. */
    public String key() {
        return KEY + id;
    }

    /** Whether it may be commanded: this very controller was seen to end a hold by itself, in the time that was stated. */
    public boolean isDriven() {
        return proof != null
                && proof.controller().equals(controller.fingerprint())
                && controller.wire() != LiftWire.UNKNOWN
                && controller.drive() != LiftDrive.UNKNOWN;
    }

    /** The same with another proof, or none. */
    public Lift with(@Nullable LiftProof other) {
        return new Lift(id, name, camera, controller, voice, speaker, other);
    }
}
