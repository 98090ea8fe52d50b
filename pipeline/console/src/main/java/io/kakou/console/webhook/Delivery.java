package io.kakou.console.webhook;

/**
 * One message on its way.
 *
 * @param event its id for the receiver: told twice it is the same
 * @param body JSON
 * @param attempts that have failed before
 */
record Delivery(long id, String event, String body, int attempts) {}
