package io.kakou.events;

/** Colours as people name them when they are asked what somebody wore. */
public enum ClothColour {
    BLACK,
    GREY,
    WHITE,
    RED,
    ORANGE,
    YELLOW,
    GREEN,
    BLUE,
    PURPLE,
    PINK,
    BROWN,
    /** Of a newer release, or not to be told. */
    UNKNOWN
}
