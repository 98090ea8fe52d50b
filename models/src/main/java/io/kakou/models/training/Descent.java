package io.kakou.models.training;

import java.util.ArrayDeque;
import java.util.Deque;

/** L-BFGS with a memory of ten steps and a line search that halves. */
final class Descent {
    private static final int KEPT = 10;
    private static final int HALVINGS = 20;
    private static final double SUFFICIENT = 1e-4;

    private final Logistic.Loss loss;
    private final int steps;
    private final Deque<Step> memory = new ArrayDeque<>();

    Descent(Logistic.Loss loss, int steps) {
        this.loss = loss;
        this.steps = steps;
    }

    /** A step taken: the way, how the gradient turned on it, and the product of the two. */
    private static final class Step {
        private final double[] moved;
        private final double[] turned;
        private final double curvature;

        private Step(double[] moved, double[] turned, double curvature) {
            this.moved = moved;
            this.turned = turned;
            this.curvature = curvature;
        }
    }

    double[] from(double[] start) {
        double[] place = start.clone();
        double[] gradient = new double[place.length];
        double value = loss.at(place, gradient);
        for (int step = 0; step < steps; step++) {
            double[] way = way(gradient);
            double slope = dot(way, gradient);
            double[] nextGradient = new double[place.length];
            double length = memory.isEmpty() ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient))) : 1;
            double[] next = place;
            double nextValue = value;
            int halved = 0;
            do {
                next = along(place, way, length);
                nextValue = loss.at(next, nextGradient);
                length /= 2;
            } while (nextValue > value + SUFFICIENT * 2 * length * slope && ++halved < HALVINGS);
            if (nextValue >= value) {
                break;
            }
            remember(minus(next, place), minus(nextGradient, gradient));
            place = next;
            gradient = nextGradient;
            value = nextValue;
        }
        return place;
    }

    private void remember(double[] moved, double[] turned) {
        double curvature = dot(moved, turned);
        if (curvature <= 0) {
            return;
        }
        memory.addFirst(new Step(moved, turned, curvature));
        if (memory.size() > KEPT) {
            memory.removeLast();
        }
    }

    /** The two-loop recursion: minus the inverse Hessian's estimate times the gradient. */
    private double[] way(double[] gradient) {
        double[] way = gradient.clone();
        double[] shares = new double[memory.size()];
        int i = 0;
        for (Step step : memory) {
            shares[i] = dot(step.moved, way) / step.curvature;
            addTo(way, step.turned, -shares[i++]);
        }
        Step newest = memory.peekFirst();
        scale(way, newest == null ? 1 : newest.curvature / dot(newest.turned, newest.turned));
        for (var back = memory.descendingIterator(); back.hasNext(); ) {
            Step step = back.next();
            addTo(way, step.moved, shares[--i] - dot(step.turned, way) / step.curvature);
        }
        scale(way, -1);
        return way;
    }

    private static double[] along(double[] place, double[] way, double length) {
        double[] next = place.clone();
        addTo(next, way, length);
        return next;
    }

    private static double[] minus(double[] one, double[] other) {
        return along(one, other, -1);
    }

    private static void addTo(double[] sum, double[] other, double factor) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * other[i];
        }
    }

    private static void scale(double[] vector, double factor) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= factor;
        }
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
