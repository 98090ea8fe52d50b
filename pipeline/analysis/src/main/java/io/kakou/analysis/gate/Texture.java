package io.kakou.analysis.gate;

import java.util.Arrays;

/**
 * How rough and how bright the parts of a picture are: sums over squares of 8 by 8 pixels, row by row.
 *
 * <p>Roughness is the sum of squared differences to the pixel at the right and to the one below: an edge that is spread over
 * several pixels keeps its height, not its squares.
 */
final class Texture {
    static final int SIDE = 8;

    private final int[] rough;
    private final int[] bright;

    private Texture(int squares) {
        this.rough = new int[squares];
        this.bright = new int[squares];
    }

    static Texture of(GreyPicture picture) {
        int across = picture.width() / SIDE;
        int down = picture.height() / SIDE;
        Texture texture = new Texture(across * down);
        int width = picture.width();
        for (int y = 0; y < down * SIDE; y++) {
            int below = y + 1 < picture.height() ? width : 0;
            int row = y / SIDE * across;
            for (int x = 0; x < across; x++) {
                int from = y * width + x * SIDE;
                int sum = 0;
                int differences = 0;
                // The last column has no right neighbour: seven of eight say as much.
                for (int i = from; i < from + SIDE - 1; i++) {
                    int at = picture.at(i);
                    sum += at;
                    int right = picture.at(i + 1) - at;
                    int under = picture.at(i + below) - at;
                    differences += right * right + under * under;
                }
                texture.bright[row + x] += sum;
                texture.rough[row + x] += differences;
            }
        }
        return texture;
    }

    int squares() {
        return rough.length;
    }

    /** Root mean square of the difference of a square's pixel to its two neighbours together, in grey levels. */
    double rough(int square) {
        return Math.sqrt(rough[square] / (double) (SIDE * (SIDE - 1)));
    }

    /** Mean brightness of a square, 0 to 255. */
    double bright(int square) {
        return bright[square] / (double) (SIDE * (SIDE - 1));
    }

    /** The same for the same picture, and for no other that a lens has seen. */
    int signature() {
        return 31 * Arrays.hashCode(rough) + Arrays.hashCode(bright);
    }
}
