package io.kakou.events.truck;

/** What muck does there. */
public enum SiteKind {
    /** Where it is dug, 工地: it needs an approval to dispose (处置核准). */
    SITE,
    /** Where it is taken, 消纳场: it needs to be filed (备案). */
    TIP,
    /** A constant written by a newer release. */
    UNKNOWN
}
