package io.kakou.events.truck;

/** Why a truck was judged so. */
public enum TruckReason {
    /** Permit, gate, route and hours allow it, and the site's and the tip's papers hold. */
    PERMITTED,

    /** At a gate without any permit. */
    NO_PERMIT,
    /** At a gate with a permit that does not hold: not yet, no more, or revoked. */
    NOT_IN_FORCE,
    /** At a gate of a site that its permit does not name. */
    WRONG_GATE,
    /** At its gate, at an hour that its permit does not allow. */
    OUTSIDE_WINDOW,
    /** In its hours at a camera that is not on its prescribed route. */
    OFF_ROUTE,
    /** The site has no approval to dispose that holds. */
    SITE_NOT_APPROVED,
    /** The tip is not filed. */
    TIP_NOT_FILED,
    /** Two trucks bear the plate: one cannot have been at both places. */
    CLONED_PLATE,
    /** It was there when a camera saw muck tipped. */
    DUMPED,
    /** Its terminal says that its body was raised where no site and no tip is. */
    BODY_LIFTED,
    /** Its terminal says that it stood in its hours, off its route. */
    OFF_ROUTE_STOP,

    /** No plate was read. */
    PLATE_UNREAD,
    /** A truck whose papers allow it may have been misread for this one. */
    PLATE_UNSURE,
    /** Nothing says that it is a muck truck. */
    VEHICLE_UNSURE,
    /** Neither at a gate nor in the hours of a permit: nobody can see whether it carries muck. */
    OFF_DUTY,
    /** A gate camera of which the registry does not know whose it is. */
    GATE_UNREGISTERED,
    /** Its permit names a site or a tip that the registry does not know. */
    SITE_UNREGISTERED,
    /** A camera saw muck tipped, and of the trucks there none, or more than one, may have done it. */
    TRUCK_UNSURE,
    /** The camera read its plate again, and differently. */
    READ_AGAIN,

    /** A constant written by a newer release. */
    UNKNOWN
}
