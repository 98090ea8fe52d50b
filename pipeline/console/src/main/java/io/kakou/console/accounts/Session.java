package io.kakou.console.accounts;

/**
 * Somebody who is signed in.
 *
 * @param id names the session in the records of views; it opens nothing
 */
public record Session(String id, Account account) {}
