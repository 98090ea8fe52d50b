package io.kakou.console.accounts;

/** What a person is here for. */
public enum Role {
    /** Answers incidents. */
    OPERATOR,
    /** Sets cameras and models up. */
    ENGINEER,
    /** Looks at what was done and who looked. */
    AUDITOR,
    /** Runs the installation and its accounts. */
    ADMINISTRATOR
}
