package io.kakou.jobs.room.announce;

import org.jspecify.annotations.Nullable;

/**
 * What came of one kind lately.
 *
 * @param came when incidents came that were to be heard
 * @param heard when sounds were made for them
 * @param running the situation that they are, or null
 */
public record Wave(Sounds came, Sounds heard, @Nullable Running running) {
    static final Wave NONE = new Wave(Sounds.NONE, Sounds.NONE, null);

    Wave came(Sounds all) {
        return new Wave(all, heard, running);
    }

    Wave heard(Sounds all) {
        return new Wave(came, all, running);
    }

    Wave running(@Nullable Running now) {
        return new Wave(came, heard, now);
    }

    boolean isOver() {
        return running == null && came.isEmpty() && heard.isEmpty();
    }
}
