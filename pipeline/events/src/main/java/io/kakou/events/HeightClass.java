package io.kakou.events;

/** How tall somebody is, as somebody else says it. */
public enum HeightClass {
    UNDER_100(95),
    TO_120(110),
    TO_140(130),
    OVER_140(150),
    UNKNOWN(0);

    private final int centimetres;

    HeightClass(int centimetres) {
        this.centimetres = centimetres;
    }

    /** About so many; 0 where nobody knows. */
    public int centimetres() {
        return centimetres;
    }
}
