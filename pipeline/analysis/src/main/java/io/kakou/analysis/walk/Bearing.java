package io.kakou.analysis.walk;

/** How a person is under way in one look. */
public enum Bearing {
    ON_FOOT,
    /** On a bicycle, balance bike, scooter, motorcycle. */
    RIDING,
    /** In somebody's arms, on shoulders, or on the seat of an e-bike far too large to be ridden alone. */
    CARRIED,
    /** Low beside an adult and not upright: in a pram or pushchair. */
    PUSHED
}
