package io.kakou.console.seat;

/** The seats of all rooms. */
public record Seats(Notices notices, Situations situations, Aside aside, Budgets budgets) {}
