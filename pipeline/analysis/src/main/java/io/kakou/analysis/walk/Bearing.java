package io.kakou.analysis.walk;

/** How a person is under way in one look. */
public enum Bearing {
    ON_FOOT,
    /** On a bicycle, balance bike, scooter, motorcycle. */
    RIDING,
    /** In somebody's arms or on shoulders. */
    CARRIED,
    /** Low beside an adult and not upright: in a pram or pushchair. */
    PUSHED
}
