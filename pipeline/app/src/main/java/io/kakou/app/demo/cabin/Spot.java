package io.kakou.app.demo.cabin;

/** A place or a direction in the cabin, metres: x from the rear wall to the door, y up, z from right to left wall. */
public record Spot(double x, double y, double z) {
    public Spot plus(Spot other) {
        return new Spot(x + other.x, y + other.y, z + other.z);
    }

    public Spot minus(Spot other) {
        return new Spot(x - other.x, y - other.y, z - other.z);
    }

    public Spot times(double factor) {
        return new Spot(x * factor, y * factor, z * factor);
    }

    public double dot(Spot other) {
        return x * other.x + y * other.y + z * other.z;
    }
}
