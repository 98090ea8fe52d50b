package io.kakou.app.demo.cabin;

import org.jspecify.annotations.Nullable;

/** What hangs on the wall beside and above the door: the buttons, and the display with the storey. */
final class Panel {
    private static final double RIGHT = 1.83;
    private static final double LEFT = 2.01;
    private static final double LOW = 0.85;
    private static final double HIGH = 1.6;
    private static final double BUTTON = 0.026;

    private static final Light PLATE = Light.of(0x4c4f52);
    private static final Light CAP = Light.of(0xd9dbd8);
    private static final Light GLOW = Light.of(0xd9e6ee);
    private static final Light LIT = Light.of(0xffb35c);
    private static final Light GLASS = Light.of(0x39434a);

    private Panel() {}

    /** The light of the panel or the display at this place of the wall, or null where there is neither. */
    static @Nullable Light seen(Spot hit, int storey) {
        if (hit.z() > RIGHT && hit.z() < LEFT && hit.y() > LOW && hit.y() < HIGH) {
            return plate(hit.z() - RIGHT, hit.y() - LOW, storey);
        }
        return display(
                0.5 - (hit.z() - (Cabin.DOOR_LEFT + Cabin.DOOR_RIGHT) / 2) / 0.36, (2.29 - hit.y()) / 0.14, storey);
    }

    private static Light plate(double across, double up, int storey) {
        double column = across / 0.09 - 0.5;
        double row = up / 0.1 - 0.5;
        int number = (int) Math.round(row) * 2 + (int) Math.round(column);
        double away = Math.hypot((column - Math.round(column)) * 0.09, (row - Math.round(row)) * 0.1);
        if (row > 6.5 || away > BUTTON) {
            return PLATE;
        }
        return number == storey ? LIT : CAP.times(away > BUTTON * 0.75 ? 0.7 : 1);
    }

    /** Both from 0 to 1 inside of the glass, from its upper left. */
    private static @Nullable Light display(double across, double down, int storey) {
        if (across < 0 || across > 1 || down < 0 || down > 1) {
            return null;
        }
        int column = (int) Math.floor((across - 0.5) * 16 + Lettering.COLUMNS / 2.0);
        int row = (int) Math.floor((down - 0.5) * 9 + Lettering.ROWS / 2.0);
        return Lettering.dot((char) ('0' + storey), column, row) ? GLOW : GLASS;
    }
}
