package io.kakou.analysis.face;

import io.kakou.models.Box;
import io.kakou.models.Picture;
import io.kakou.models.face.Age;
import java.util.Optional;

/** Says how old a person's face looks, where it can be seen. A pure function of picture and box. */
public interface FaceReader {
    /** Looks at no face. */
    FaceReader NONE = new FaceReader() {
        @Override
        public String identity() {
            return "none";
        }

        @Override
        public Optional<Age> read(Picture picture, Box person) {
            return Optional.empty();
        }
    };

    /** Of the weights: where it is the same, the same picture says the same. */
    String identity();

    Optional<Age> read(Picture picture, Box person);
}
