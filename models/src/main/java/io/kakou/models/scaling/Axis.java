package io.kakou.models.scaling;

/** For each pixel of a stretched axis: the source pixels it is made of, with weights that add up to {@link #ONE}. */
final class Axis {
    static final int SHIFT = 12;
    static final int ONE = 1 << SHIFT;

    private final int[] first;
    private final int[][] weights;

    private Axis(int length) {
        this.first = new int[length];
        this.weights = new int[length][];
    }

    static Axis between(int from, int to) {
        Axis axis = new Axis(to);
        for (int i = 0; i < to; i++) {
            if (from >= to) {
                axis.average(i, from, to);
            } else {
                axis.blend(i, from, to);
            }
        }
        return axis;
    }

    int first(int index) {
        return first[index];
    }

    int[] weights(int index) {
        return weights[index];
    }

    /** Lengths are counted in 1/to of a source pixel: an output pixel covers {@code from} of them. */
    private void average(int index, long from, long to) {
        long begin = index * from;
        long end = begin + from;
        first[index] = (int) (begin / to);
        int last = (int) ((end - 1) / to);
        weights[index] = new int[last - first[index] + 1];
        int before = 0;
        for (int source = first[index]; source <= last; source++) {
            long covered = Math.min((source + 1) * to, end) - begin;
            int upToHere = (int) ((covered * ONE + from / 2) / from);
            weights[index][source - first[index]] = upToHere - before;
            before = upToHere;
        }
    }

    /** Pixels are squares: the middle of output pixel i lies at (i + ½) · from / to − ½ among the sources' middles. */
    private void blend(int index, long from, long to) {
        long place = (2 * index + 1) * from - to;
        int left = (int) Math.floorDiv(place, 2 * to);
        int right = (int) ((Math.floorMod(place, 2 * to) * ONE + to) / (2 * to));
        boolean atEdge = left < 0 || left >= from - 1;
        first[index] = (int) Math.max(0, Math.min(from - 1, left));
        weights[index] = atEdge ? new int[] {ONE} : new int[] {ONE - right, right};
    }
}
