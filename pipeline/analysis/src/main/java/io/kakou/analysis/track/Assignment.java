package io.kakou.analysis.track;

import java.util.Arrays;

/**
 * The assignment of rows to columns with the least total cost (Kuhn 1955, in the shortest-augmenting-path form of
 * Jonker and Volgenant 1987). O(rows² · columns).
 */
public final class Assignment {
    /** A pair that must not be made. Larger than any sum of real costs, small enough to keep their digits. */
    public static final double FORBIDDEN = 1e6;

    private static final int NONE = -1;

    private final double[][] cost;
    private final int columns;
    private final double[] rowPrice;
    private final double[] columnPrice;
    private final int[] rowOf;

    private Assignment(double[][] cost, int columns) {
        this.cost = cost;
        this.columns = columns;
        this.rowPrice = new double[cost.length];
        this.columnPrice = new double[columns];
        this.rowOf = new int[columns];
        Arrays.fill(rowOf, NONE);
    }

    /**
     * Solves one problem.
     *
     * @param cost a row for each left side, as many columns in each as there are right sides
     * @return for each row its column, or −1 where every pair left is {@link #FORBIDDEN}
     */
    public static int[] solve(double[][] cost, int columns) {
        int[] result = new int[cost.length];
        Arrays.fill(result, NONE);
        // More columns than rows always: the added ones stand for "left alone" and cost as much as a forbidden pair.
        Assignment solver = new Assignment(padded(cost, columns), columns + cost.length);
        for (int row = 0; row < cost.length; row++) {
            solver.place(row);
        }
        for (int column = 0; column < columns; column++) {
            int row = solver.rowOf[column];
            if (row != NONE && cost[row][column] < FORBIDDEN) {
                result[row] = column;
            }
        }
        return result;
    }

    private static double[][] padded(double[][] cost, int columns) {
        double[][] padded = new double[cost.length][];
        for (int row = 0; row < cost.length; row++) {
            padded[row] = Arrays.copyOf(cost[row], columns + cost.length);
            Arrays.fill(padded[row], columns, padded[row].length, FORBIDDEN);
        }
        return padded;
    }

    /** Finds the cheapest chain of swaps that gives the row a column, and makes them. */
    private void place(int newRow) {
        double[] distance = new double[columns];
        int[] from = new int[columns];
        boolean[] done = new boolean[columns];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        Arrays.fill(from, NONE);
        int row = newRow;
        int column = NONE;
        while (true) {
            int next = relax(row, column, distance, from, done);
            double step = distance[next];
            shiftPrices(newRow, step, distance, done);
            done[next] = true;
            column = next;
            if (rowOf[column] == NONE) {
                break;
            }
            row = rowOf[column];
        }
        swapAlong(from, column, newRow);
    }

    private int relax(int row, int column, double[] distance, int[] from, boolean[] done) {
        int nearest = NONE;
        for (int j = 0; j < columns; j++) {
            if (done[j]) {
                continue;
            }
            double reduced = cost[row][j] - rowPrice[row] - columnPrice[j];
            if (reduced < distance[j]) {
                distance[j] = reduced;
                from[j] = column;
            }
            if (nearest == NONE || distance[j] < distance[nearest]) {
                nearest = j;
            }
        }
        return nearest;
    }

    private void shiftPrices(int newRow, double step, double[] distance, boolean[] done) {
        rowPrice[newRow] += step;
        for (int j = 0; j < columns; j++) {
            if (done[j]) {
                rowPrice[rowOf[j]] += step;
                columnPrice[j] -= step;
            } else {
                distance[j] -= step;
            }
        }
    }

    private void swapAlong(int[] from, int last, int newRow) {
        int column = last;
        while (from[column] != NONE) {
            rowOf[column] = rowOf[from[column]];
            column = from[column];
        }
        rowOf[column] = newRow;
    }
}
