package io.kakou.console.cameras.file;

/** What can be wrong in a file, or worth knowing. {@code {}} is where the value stands. */
public enum Fault {
    COLUMN_MISSING(Weight.REFUSED, "the column {} is missing"),
    COLUMN_TWICE(Weight.REFUSED, "two columns are {}; allowed: one"),
    COLUMN_IGNORED(Weight.WARNED, "the column \"{}\" is none of ours and is ignored"),

    ID_MISSING(Weight.REFUSED, "the id is missing; allowed: an id, or a GB/T 28181 number in its place"),
    ID_ROUNDED(Weight.REFUSED, "the id {} was rounded by a spreadsheet; allowed: the column formatted as text"),
    ID_WRONG(
            Weight.REFUSED,
            "the id \"{}\" is none; allowed: 1 to 64 of A-Z a-z 0-9 . _ -, or nothing beside a GB/T 28181 number"),
    ID_TWICE(Weight.REFUSED, "the id {} stands in the file before"),
    ID_TAKEN(Weight.REFUSED, "camera {} is there already; allowed: another id, or to keep those that are there"),
    NAME_WRONG(Weight.REFUSED, "the name \"{}\" is none; allowed: up to 100 characters in one line"),
    KIND_UNKNOWN(
            Weight.REFUSED, "the kind \"{}\" is unknown; allowed: 电梯 LIFT, 道路 ROAD, 工地 GATE, 街面 STREET, or nothing"),
    GB_ROUNDED(
            Weight.REFUSED,
            "the GB/T 28181 number {} was rounded by a spreadsheet; allowed: the column formatted as text"),
    GB_WRONG(Weight.REFUSED, "the GB/T 28181 number \"{}\" is none; allowed: 20 digits"),
    GB_TWICE(Weight.REFUSED, "the GB/T 28181 number {} stands in the file before"),
    GB_TAKEN(Weight.REFUSED, "the GB/T 28181 number {} is another camera's"),
    GB_ZEROS(Weight.WARNED, "the GB/T 28181 number {} ends in zeros, as after a spreadsheet has rounded it"),

    PLACE_HALF(Weight.REFUSED, "half a place; allowed: longitude and latitude, or neither"),
    PLACE_WRONG(Weight.REFUSED, "the place {} is none; allowed: decimal degrees"),
    PLACE_SWAPPED(Weight.REFUSED, "the place {} has longitude and latitude swapped"),
    PLACE_ABROAD(Weight.REFUSED, "the place {} is not in China, where alone this coordinate system holds"),
    PLACE_NOT_YOURS(Weight.REFUSED, "the place {} lies outside your areas; allowed: a place inside them"),

    ADDRESS_MISSING(Weight.REFUSED, "no address; allowed: one of the main or the sub stream, or both"),
    /** Without the value, which may hold a password. */
    ADDRESS_WRONG(Weight.REFUSED, "the address is none; allowed: rtsp://host[:port]/path"),
    LOGINS_DIFFER(
            Weight.REFUSED, "the line holds two logins that differ; allowed: one, in the addresses or the columns"),
    LOGIN_WRONG(Weight.REFUSED, "the login is none; allowed: a user without a colon, and a password beside a user"),

    KINDS_MISSING(Weight.WARNED, "{} cameras have no kind: nothing is watched there until somebody gives them one"),
    PLACES_MISSING(Weight.WARNED, "{} cameras have no place: no area owns what happens there"),
    SUB_STREAMS_MISSING(
            Weight.WARNED, "{} cameras have no sub stream: their main stream is looked at, which costs more"),
    PLACES_OUTSIDE(
            Weight.WARNED, "{} of the places lie in no area of the street: is the coordinate system the right one?");

    private final Weight weight;
    private final String text;

    /** Whether a camera can be taken over all the same. */
    enum Weight {
        REFUSED,
        WARNED
    }

    Fault(Weight weight, String text) {
        this.weight = weight;
        this.text = text;
    }

    boolean refuses() {
        return weight == Weight.REFUSED;
    }

    String text(String value) {
        return text.replace("{}", value);
    }
}
