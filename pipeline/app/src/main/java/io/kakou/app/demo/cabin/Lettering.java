package io.kakou.app.demo.cabin;

import java.util.Map;

/**
 * The letters of a camera's overlay, five dots by seven. Not a font of the machine: there may be none, and no two
 * machines draw one alike.
 */
public final class Lettering {
    public static final int COLUMNS = 5;
    public static final int ROWS = 7;

    /** Rows from the top, a dot a column. */
    private static final Map<Character, String> DOTS = Map.ofEntries(
            Map.entry('0', ".###. #...# #..## #.#.# ##..# #...# .###."),
            Map.entry('1', "..#.. .##.. ..#.. ..#.. ..#.. ..#.. .###."),
            Map.entry('2', ".###. #...# ....# ...#. ..#.. .#... #####"),
            Map.entry('3', ".###. #...# ....# ..##. ....# #...# .###."),
            Map.entry('4', "...#. ..##. .#.#. #..#. ##### ...#. ...#."),
            Map.entry('5', "##### #.... ####. ....# ....# #...# .###."),
            Map.entry('6', "..##. .#... #.... ####. #...# #...# .###."),
            Map.entry('7', "##### ....# ...#. ..#.. .#... .#... .#..."),
            Map.entry('8', ".###. #...# #...# .###. #...# #...# .###."),
            Map.entry('9', ".###. #...# #...# .#### ....# ...#. .##.."),
            Map.entry('-', "..... ..... ..... ##### ..... ..... ....."),
            Map.entry(':', "..... ..#.. ..#.. ..... ..#.. ..#.. ....."),
            Map.entry('E', "##### #.... #.... ####. #.... #.... #####"),
            Map.entry('F', "##### #.... #.... ####. #.... #.... #...."),
            Map.entry('I', ".###. ..#.. ..#.. ..#.. ..#.. ..#.. .###."),
            Map.entry('L', "#.... #.... #.... #.... #.... #.... #####"),
            Map.entry('R', "####. #...# #...# ####. #.#.. #..#. #...#"),
            Map.entry('S', ".#### #.... #.... .###. ....# ....# ####."),
            Map.entry('T', "##### ..#.. ..#.. ..#.. ..#.. ..#.. ..#.."));

    private Lettering() {}

    /**
     * Whether the letter has a dot there, both from 0, row 0 at the top. Other places have none, nor have letters that
     * are not among these.
     */
    public static boolean dot(char letter, int column, int row) {
        String dots = DOTS.get(letter);
        if (dots == null || column < 0 || column >= COLUMNS || row < 0 || row >= ROWS) {
            return false;
        }
        return dots.charAt(row * (COLUMNS + 1) + column) == '#';
    }
}
