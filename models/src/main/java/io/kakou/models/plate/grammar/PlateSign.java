package io.kakou.models.plate.grammar;

/** The signs that plates are made of (GA 36-2018), each with its number, from 0; {@link #NONE} is the gap between signs. */
public final class PlateSign {
    /** The 31 short names of provinces. */
    static final String PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
    /** No I and no O: they look like 1 and 0. */
    static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";

    static final String DIGITS = "0123456789";
    /** Learner, police, trailer, Hong Kong, Macau, embassy, consulate. */
    static final String WORDS = "学警挂港澳使领";

    static final String ALL = PROVINCES + LETTERS + DIGITS + WORDS;
    /** How many there are; also the number of no sign. */
    static final int NONE = ALL.length();

    private PlateSign() {}

    /** The sign's number, or −1 where no plate has it. */
    public static int number(char sign) {
        return ALL.indexOf(sign);
    }

    /** The sign of a number from 0. */
    public static char sign(int number) {
        return ALL.charAt(number);
    }
}
