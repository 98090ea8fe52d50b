package io.kakou.benchmarks.trucks.story;

import io.kakou.events.truck.TruckPermit;
import io.kakou.events.truck.WorkSite;
import org.jspecify.annotations.Nullable;

/**
 * Who drives.
 *
 * @param site where his paper says, or where he works without one; likewise the tip
 * @param paper his permit, or null: none
 */
record Truck(String id, String plate, Fault fault, WorkSite site, WorkSite tip, @Nullable TruckPermit paper) {}
