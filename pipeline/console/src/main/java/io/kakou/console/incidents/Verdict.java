package io.kakou.console.incidents;

/** What an event turned out to be: a coded word, and what people read. */
public record Verdict(String code, String zh, String en) {}
