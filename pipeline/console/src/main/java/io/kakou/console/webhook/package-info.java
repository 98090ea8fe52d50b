/**
 * What others are told: every transition as a CloudEvent, and units' links by their gateways.
 *
 * <p>Door: {@link io.kakou.console.webhook.Deliveries} takes, {@link io.kakou.console.webhook.Courier} brings.
 *
 * <p>In: rows inside the transaction of what they tell. Out: signed POSTs, at least once, in order per incident.
 *
 * <p>Do not touch: a row goes only when its receiver has answered 2xx; who is slow holds nobody else.
 */
@NullMarked
package io.kakou.console.webhook;

import org.jspecify.annotations.NullMarked;
