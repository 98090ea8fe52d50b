package io.kakou.events.truck;

import java.time.LocalDate;

/** How closely a site is looked after, 三色管理. */
public enum SiteColour {
    /** 白: inspected every month. */
    WHITE,
    /** 黄: every half month, 15 days. */
    YELLOW,
    /** 红: every week. */
    RED,
    /** Nobody graded it, or a newer release did: inspected as often as any. */
    UNKNOWN;

    private static final int HALF_MONTH_DAYS = 15;
    private static final int WEEK_DAYS = 7;

    /** The day by which it is to be inspected again. */
    public LocalDate due(LocalDate inspected) {
        return switch (this) {
            case WHITE -> inspected.plusMonths(1);
            case YELLOW -> inspected.plusDays(HALF_MONTH_DAYS);
            case RED, UNKNOWN -> inspected.plusDays(WEEK_DAYS);
        };
    }
}
