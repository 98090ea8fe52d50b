package io.kakou.console.trucks;

/** All of them. */
public record Trucks(TruckPapers papers, TruckVerdicts verdicts, TruckPositions positions) {}
