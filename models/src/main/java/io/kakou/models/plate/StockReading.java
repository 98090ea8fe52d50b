package io.kakou.models.plate;

import io.kakou.models.ocr.LineReader;
import java.util.List;

/**
 * What the stock recogniser says, as PaddleOCR takes it: the best sign at each step, repeats and gaps left out. It knows no
 * plate; this is what our reading is measured against.
 *
 * @param text separators between signs left out: what is compared is the number
 * @param confidence mean share of the signs taken
 */
public record StockReading(String text, double confidence) {
    private static final String SEPARATORS = "·•・.-— ";

    static StockReading of(LineReader.Steps steps, List<String> signs) {
        StringBuilder text = new StringBuilder();
        double sum = 0;
        int taken = 0;
        int before = 0;
        for (int step = 0; step < steps.count(); step++) {
            int best = best(steps, step);
            if (best != 0 && best != before) {
                text.append(signs.get(best));
                sum += steps.share(step, best);
                taken++;
            }
            before = best;
        }
        return new StockReading(withoutSeparators(text), taken == 0 ? 0 : sum / taken);
    }

    private static int best(LineReader.Steps steps, int step) {
        int best = 0;
        for (int sign = 1; sign < steps.signs(); sign++) {
            if (steps.share(step, sign) > steps.share(step, best)) {
                best = sign;
            }
        }
        return best;
    }

    private static String withoutSeparators(CharSequence text) {
        StringBuilder kept = new StringBuilder();
        text.chars().filter(sign -> SEPARATORS.indexOf(sign) < 0).forEach(sign -> kept.append((char) sign));
        return kept.toString();
    }
}
