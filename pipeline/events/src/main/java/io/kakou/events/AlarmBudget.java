package io.kakou.events;

/**
 * How many sounds a seat takes; topic {@code registry}, key {@code budget~<room>}. The figures without a setting are those
 * of EEMUA 191: about 6 alarms an hour in the long run, and 10 in 10 minutes is a flood. Counted is when sounds are made.
 *
 * @param soundsAnHour 1 to 600; default 6. Over it a kind that may wait makes one sound for all its incidents
 * @param floodSounds 1 to 600; default 10 of all kinds within {@code floodSeconds}, with the same effect
 * @param floodSeconds 60 to 3600; default 600
 * @param floodIncidents 2 to 100; default 3 of a kind that may wait within {@code floodSeconds} are one situation
 * @param situationSounds 1 to 100; default 3 sounds of a flood within two {@code floodSeconds}, those of its first
 *     incidents included
 * @param quietSeconds 60 to 86400; default 3600. So long after its last incident a flood is over
 * @param ceiling 1 to 600; default 10 of a kind that never waits within {@code floodSeconds}; more come as one card a place
 */
public record AlarmBudget(
        String room,
        int soundsAnHour,
        int floodSounds,
        double floodSeconds,
        int floodIncidents,
        int situationSounds,
        double quietSeconds,
        int ceiling) {
    /** What its key on the topic {@code registry} begins with. */
    public static final String KEY = "budget~";

    private static final int MOST = 600;
    private static final int MOST_OF_ONE = 100;

    /** A field that a writer left out arrives as 0 and gets its default. */
    public AlarmBudget {
        Id.plain("room of an alarm budget", room);
        soundsAnHour = soundsAnHour == 0 ? 6 : soundsAnHour;
        floodSounds = floodSounds == 0 ? 10 : floodSounds;
        floodSeconds = floodSeconds == 0 ? 600 : floodSeconds;
        floodIncidents = floodIncidents == 0 ? 3 : floodIncidents;
        situationSounds = situationSounds == 0 ? 3 : situationSounds;
        quietSeconds = quietSeconds == 0 ? 3_600 : quietSeconds;
        ceiling = ceiling == 0 ? 10 : ceiling;
        String of = " of the alarm budget of " + room;
        Range.check("soundsAnHour" + of, soundsAnHour, 1, MOST);
        Range.check("floodSounds" + of, floodSounds, 1, MOST);
        Range.check("floodSeconds" + of, floodSeconds, 60, 3_600);
        Range.check("floodIncidents" + of, floodIncidents, 2, MOST_OF_ONE);
        Range.check("situationSounds" + of, situationSounds, 1, MOST_OF_ONE);
        Range.check("quietSeconds" + of, quietSeconds, 60, 86_400);
        Range.check("ceiling" + of, ceiling, 1, MOST);
    }

    /** What holds where nobody set anything. */
    public static AlarmBudget standard(String room) {
        return new AlarmBudget(room, 0, 0, 0, 0, 0, 0, 0);
    }

    /** Its key on the topic {@code registry}. */
    public String key() {
        return KEY + room;
    }
}
