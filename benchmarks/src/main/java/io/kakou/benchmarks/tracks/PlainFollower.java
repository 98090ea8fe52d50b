package io.kakou.benchmarks.tracks;

import io.kakou.analysis.track.Assignment;
import io.kakou.models.Box;
import io.kakou.models.Detection;
import java.util.ArrayList;
import java.util.List;

/**
 * The plainest tracker that is in use, to compare with: sure detections are matched to where tracks were, moved on by the
 * step they made last, by overlap alone; what is unseen for a second is forgotten. SORT (Bewley et al. 2016) without its
 * filter's smoothing.
 */
final class PlainFollower implements Follower {
    private static final double SURE = 0.35;
    private static final double LEAST_IOU = 0.3;
    private static final double FORGOTTEN_SECONDS = 1;

    private List<Known> known = new ArrayList<>();
    private long nextId = 1;

    private record Known(long id, Box box, double speedX, double speedY, double seconds) {
        Box expectedAt(double now) {
            double x = speedX * (now - seconds);
            double y = speedY * (now - seconds);
            return Box.clipped(box.left() + x, box.top() + y, box.right() + x, box.bottom() + y);
        }

        Known seen(Box again, double now) {
            double past = now - seconds;
            return new Known(
                    id, again, (again.centreX() - box.centreX()) / past, (again.centreY() - box.centreY()) / past, now);
        }
    }

    @Override
    public List<Place> step(double seconds, List<Detection> found) {
        List<Box> boxes = found.stream()
                .filter(one -> one.label().equals("person") && one.score() >= SURE)
                .map(Detection::box)
                .toList();
        int[] columns = Assignment.solve(costs(seconds, boxes), boxes.size());
        List<Known> after = new ArrayList<>();
        List<Box> free = new ArrayList<>(boxes);
        for (int row = 0; row < columns.length; row++) {
            Known one = known.get(row);
            if (columns[row] >= 0) {
                Box box = boxes.get(columns[row]);
                after.add(one.seen(box, seconds));
                free.remove(box);
            } else if (seconds - one.seconds <= FORGOTTEN_SECONDS) {
                after.add(one);
            }
        }
        free.forEach(box -> after.add(new Known(nextId++, box, 0, 0, seconds)));
        known = after;
        return known.stream()
                .filter(one -> one.seconds == seconds)
                .map(one -> new Place(one.id, one.box))
                .toList();
    }

    private double[][] costs(double seconds, List<Box> boxes) {
        double[][] costs = new double[known.size()][boxes.size()];
        for (int row = 0; row < costs.length; row++) {
            Box expected = known.get(row).expectedAt(seconds);
            for (int column = 0; column < boxes.size(); column++) {
                double iou = expected.iou(boxes.get(column));
                costs[row][column] = iou >= LEAST_IOU ? 1 - iou : Assignment.FORBIDDEN;
            }
        }
        return costs;
    }
}
