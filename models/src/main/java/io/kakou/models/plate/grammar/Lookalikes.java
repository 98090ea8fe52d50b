package io.kakou.models.plate.grammar;

import io.kakou.models.ocr.LineReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * From the recogniser's 6,625 signs to those of plates. What no plate has but looks like something that plates have counts
 * for that, in part; what separates counts as a gap; the rest counts for nothing.
 */
public final class Lookalikes {
    private static final float SAME = 1;
    /** For a character that resembles a province's but is another: evidence, no proof. */
    private static final float ALIKE = 0.5f;
    /** A letter where only digits may be is the digit that looks so, and the other way round. */
    private static final float SWAPPED = 0.05f;

    private static final String GAPS = " ·•・.-—。,、'`:*_";
    /** The other way of writing the same: full width, round zeros, strokes for ones. */
    private static final Map<String, String> SAME_AS =
            Map.of("0", "OoQ〇○Ｏ", "1", "Il|丨！!i", "2", "z", "5", "s", "B", "β", "学", "學", "挂", "掛");
    /** Traditional forms, and what small and worn provinces are taken for. */
    private static final Map<String, String> PROVINCE = Map.ofEntries(
            Map.entry("京", "亰凉"),
            Map.entry("津", "律建浑"),
            Map.entry("沪", "泸护滬沂"),
            Map.entry("渝", "偷榆输愉谕喻"),
            Map.entry("冀", "翼糞異寞"),
            Map.entry("豫", "像橡"),
            Map.entry("云", "去芸雲"),
            Map.entry("辽", "过迂遼"),
            Map.entry("黑", "墨里"),
            Map.entry("湘", "相想"),
            Map.entry("皖", "院睆浣"),
            Map.entry("鲁", "鱼曾魯兽"),
            Map.entry("新", "析断薪"),
            Map.entry("苏", "茶蘇办"),
            Map.entry("浙", "渐淅斩漸"),
            Map.entry("赣", "贛赖"),
            Map.entry("鄂", "邪郑颚"),
            Map.entry("桂", "柱佳桩"),
            Map.entry("甘", "廿目"),
            Map.entry("晋", "普音晉"),
            Map.entry("蒙", "家豪"),
            Map.entry("陕", "峡狭夹陝"),
            Map.entry("吉", "古言"),
            Map.entry("闽", "闻闵閩间"),
            Map.entry("贵", "费责貴"),
            Map.entry("粤", "奥粵專"),
            Map.entry("青", "肯责"),
            Map.entry("藏", "臧葳蕨"),
            Map.entry("川", "州"),
            Map.entry("宁", "字于宇寧"),
            Map.entry("琼", "球瓊"));
    /** Among the signs of plates themselves, both ways. */
    private static final List<String> SWAPS = List.of("0D", "0Q", "8B", "2Z", "5S", "1T", "6G", "7T", "4A", "DQ", "UV");

    private final int[] target;
    private final float[] weight;

    public Lookalikes(List<String> signs) {
        this.target = new int[signs.size()];
        this.weight = new float[signs.size()];
        Map<String, String> same = reversed(SAME_AS);
        Map<String, String> alike = reversed(PROVINCE);
        for (int i = 0; i < signs.size(); i++) {
            String sign = signs.get(i);
            String likeness = sign.isEmpty() || GAPS.contains(sign) ? "" : likeness(sign, same, alike);
            target[i] = likeness.isEmpty() ? PlateSign.NONE : PlateSign.number(likeness.charAt(0));
            weight[i] = target[i] < 0 ? 0 : alike.containsKey(sign) ? ALIKE : SAME;
        }
    }

    private static String likeness(String sign, Map<String, String> same, Map<String, String> alike) {
        String upper = same.getOrDefault(sign, alike.getOrDefault(sign, sign.toUpperCase(java.util.Locale.ROOT)));
        return upper.length() == 1 ? upper : sign;
    }

    private static Map<String, String> reversed(Map<String, String> table) {
        Map<String, String> reversed = new HashMap<>();
        table.forEach((to, from) -> from.codePoints().forEach(sign -> reversed.put(Character.toString(sign), to)));
        // What plates have is itself, whatever it resembles: Q is a letter of plates, and of 0 too.
        reversed.keySet().removeIf(sign -> PlateSign.ALL.contains(sign));
        return reversed;
    }

    /** For each step a share for each sign of plates, and last for none. */
    public float[][] shares(LineReader.Steps steps) {
        float[][] shares = new float[steps.count()][];
        for (int step = 0; step < shares.length; step++) {
            shares[step] = swapped(folded(steps, step));
        }
        return shares;
    }

    private float[] folded(LineReader.Steps steps, int step) {
        float[] folded = new float[PlateSign.NONE + 1];
        for (int sign = 0; sign < target.length; sign++) {
            if (target[sign] >= 0) {
                folded[target[sign]] += weight[sign] * steps.share(step, sign);
            }
        }
        return folded;
    }

    private static float[] swapped(float[] folded) {
        float[] swapped = folded.clone();
        for (String pair : SWAPS) {
            int one = PlateSign.number(pair.charAt(0));
            int other = PlateSign.number(pair.charAt(1));
            swapped[one] += SWAPPED * folded[other];
            swapped[other] += SWAPPED * folded[one];
        }
        return swapped;
    }
}
