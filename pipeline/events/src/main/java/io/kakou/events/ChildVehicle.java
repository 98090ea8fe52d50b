package io.kakou.events;

/** What a child was said to have with it. */
public enum ChildVehicle {
    NONE,
    BALANCE_BIKE,
    SCOOTER,
    BICYCLE,
    PRAM,
    UNKNOWN
}
