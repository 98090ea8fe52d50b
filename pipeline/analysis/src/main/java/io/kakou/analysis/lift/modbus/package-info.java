/**
 * Lift controllers that speak Modbus TCP (MODBUS Application Protocol V1.1b3).
 *
 * <p>Door: {@link io.kakou.analysis.lift.modbus.ModbusDoor}.
 *
 * <p>In: holds. Out: what the controller's registers say of itself.
 *
 * <p>Do not touch: where an answer does not come in time the connection is cut off, so that nothing of what was sent can arrive
 * later; and only the addresses that a lift names are ever written to.
 */
@NullMarked
package io.kakou.analysis.lift.modbus;

import org.jspecify.annotations.NullMarked;
