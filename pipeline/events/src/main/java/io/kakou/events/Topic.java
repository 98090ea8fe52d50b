package io.kakou.events;

/** The topics on the log, with the names they have there for ever. */
public enum Topic {
    /** Key camera id, value {@link Camera}; compacted. */
    CAMERAS("cameras"),
    /**
     * Keys begin with what the value is: {@link Area#KEY}, {@link Road#KEY}, {@link ClockProfile#KEY}, {@link
     * WorkCalendar#KEY}, {@link Duty#KEY}, {@link SecondOwner#KEY}, {@link AlarmBudget#KEY}, {@link Mute#KEY},
     * {@link Shelf#KEY}, {@link Brake#KEY}, {@link ModelUse#KEY}, {@link Lift#KEY}, {@link LiftRelease#KEY}, {@link
     * TravelTime#KEY}, {@link io.kakou.events.truck.TruckPermit#KEY}, {@link io.kakou.events.truck.WorkSite#KEY};
     * compacted.
     */
    REGISTRY("registry"),
    /** Key camera id, value {@link Alert}. */
    ALERTS("alerts"),
    /** Key camera id, value {@link Sighting} or {@link PersonSighting}; {@link SightingKind} tells which. */
    SIGHTINGS("sightings"),
    /** Key incident id, value {@link Action}. */
    ACTIONS("actions"),
    /** Key incident id, value {@link Incident}; compacted. */
    INCIDENTS("incidents"),
    /** Key room, value {@link Notice}. */
    NOTICES("notices"),
    /** Key {@link Situation#key()}, value {@link Situation}; compacted. */
    SITUATIONS("situations"),
    /** Key {@link Search#id}, value {@link Search}; compacted. */
    SEARCHES("searches"),
    /** Key {@link Search#id}, value {@link Finding}. */
    FINDINGS("findings"),
    /** Key camera id, value {@link Health}; compacted. */
    HEALTH("health"),
    /** Key the plate, value {@link io.kakou.events.truck.TruckPosition}. */
    POSITIONS("positions"),
    /**
     * Key {@link io.kakou.events.truck.TruckVerdict#key()}, value {@link io.kakou.events.truck.TruckVerdict}: all of them, the
     * clean ones too. Kept as short as sightings: where somebody drove who did nothing wrong is nobody's business.
     */
    TRUCK_VERDICTS("truck-verdicts"),
    /** The same, of violations and those withdrawn alone: kept as long as a case may be appealed. */
    TRUCK_CASES("truck-cases"),
    /** Key {@code <camera>~<rule>}, value {@link LearnedMemory}, and key {@link Claim#KEY}, value {@link Claim}; compacted. */
    MEMORY("memory"),
    /** Key lift id, value {@link LiftState}; compacted. */
    LIFTS("lifts"),
    /** Key lift id, value {@link LiftTally}; compacted. */
    LIFT_TALLIES("lift-tallies");

    private final String topicName;

    Topic(String topicName) {
        this.topicName = topicName;
    }

    public String topicName() {
        return topicName;
    }

    /** Where records go that cannot be read, with the reason. */
    public String deadTopicName() {
        return topicName + "-dead";
    }
}
