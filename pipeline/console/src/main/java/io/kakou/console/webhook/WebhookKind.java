package io.kakou.console.webhook;

/** What a receiver is, which says what it is told and how that is signed. */
public enum WebhookKind {
    /** A robot in a DingTalk group (钉钉群机器人): units' links, signed as it asks. */
    DINGTALK,
    /** An SMS gateway: units' links with the unit's number. */
    SMS,
    /** Any system: every transition, CloudEvents 1.0 in JSON. */
    CLOUDEVENTS
}
