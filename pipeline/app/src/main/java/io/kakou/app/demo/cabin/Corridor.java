package io.kakou.app.demo.cabin;

/** The corridor behind the lift's door: floor, far wall with the storey painted on it, ceiling. */
final class Corridor {
    private static final double FAR = Cabin.LENGTH + 2.0;
    private static final double HEIGHT = 2.6;
    private static final Light FLOOR = Light.of(0xb5ad9c);
    private static final Light WALL = Light.of(0xd8d2c2);
    private static final Light WAINSCOT = Light.of(0x8fa08f);
    private static final Light PAINT = Light.of(0x3f6f86);
    private static final double DOT = 0.075;

    private Corridor() {}

    static Light seen(Spot eye, Spot ray, int storey) {
        double far = (FAR - eye.x()) / ray.x();
        double floor = ray.y() < 0 ? -eye.y() / ray.y() : Double.POSITIVE_INFINITY;
        double ceiling = ray.y() > 0 ? (HEIGHT - eye.y()) / ray.y() : Double.POSITIVE_INFINITY;
        if (far < floor && far < ceiling) {
            return wall(eye.plus(ray.times(far)), storey);
        }
        return floor < ceiling ? floor(eye.plus(ray.times(floor))) : WALL.times(0.9);
    }

    private static Light wall(Spot hit, int storey) {
        double light = 0.80 + 0.10 * Math.exp(-Math.pow(hit.z() - 1.2, 2)) - 0.12 * Math.exp(-hit.y() / 0.15);
        if (hit.y() < 0.1) {
            return Light.of(0x5b5850).times(light);
        }
        int column = (int) Math.floor((2.05 - hit.z()) / DOT);
        int row = (int) Math.floor((1.75 - hit.y()) / DOT);
        boolean painted = Lettering.dot((char) ('0' + storey), column, row)
                || Lettering.dot('F', column - Lettering.COLUMNS - 1, row);
        return (painted ? PAINT : hit.y() < 0.9 ? WAINSCOT : WALL).times(light);
    }

    private static Light floor(Spot hit) {
        double grout = Math.min(Cabin.fromLine(hit.x(), 0.6), Cabin.fromLine(hit.z(), 0.6));
        double slab = Cabin.hash(Cabin.cell(hit.x(), 1 / 0.6), Cabin.cell(hit.z(), 1 / 0.6)) - 0.5;
        double depth = 0.86 - 0.10 * Math.exp(-(hit.x() - Cabin.LENGTH) / 0.3);
        return FLOOR.times(depth * (grout < 0.008 ? 0.8 : 1 + 0.05 * slab));
    }
}
