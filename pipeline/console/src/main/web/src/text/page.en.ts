import type { pageZh } from "./page.zh";

export const pageEn: Record<keyof typeof pageZh, string> = {
  "app.name": "Kakou",
  "app.long": "Kakou · street command",
  "app.loading": "Loading…",
  "app.insecure": "Not encrypted: passwords and pictures can be read on the network. Ask the administrator for HTTPS.",

  "nav.room": "Room",
  "nav.cameras": "Cameras",
  "nav.areas": "Areas",
  "nav.audit": "Audit",
  "nav.users": "Users",
  "nav.try": "Try",
  "nav.logout": "Sign out",
  "nav.language": "中文",
  "nav.languageTitle": "Switch to Chinese",

  "role.OPERATOR": "Operator",
  "role.ENGINEER": "Model engineer",
  "role.AUDITOR": "Auditor",
  "role.ADMINISTRATOR": "Administrator",

  "list.and": ", ",

  "time.seconds": "{n} s",
  "time.minutes": "{n} min",
  "time.hours": "{n} h",
  "time.days": "{n} d",

  "error.network": "No network",
  "error.forbidden": "Not allowed.",
  "error.notFound": "Does not exist, or is not in your areas.",
  "error.server": "The server failed ({code}); try again later.",

  "login.title": "Sign in to the room",
  "login.user": "User",
  "login.password": "Password",
  "login.submit": "Sign in",
  "login.wrong": "Wrong user or password.",
  "login.note": "Every picture, clip and live view you open is recorded.",
  "login.expired": "You were signed out. Please sign in again.",

  "password.title": "Change your password first",
  "password.why": "This is a first password. Change it to go on.",
  "password.old": "Current password",
  "password.new": "New password (at least {n} characters)",
  "password.again": "New password again",
  "password.submit": "Change password",
  "password.short": "The new password needs at least {n} characters.",
  "password.differ": "The two new passwords differ.",
  "password.same": "The new password must not be the current one.",

  "keys.title": "Keys",
  "keys.act": "Accept, reject, dispatch, on site, close",
  "keys.choose": "In a form: pick a verdict or a unit",
  "keys.needed": "In a form: action needed or not",
  "keys.form": "Send / cancel",
  "keys.pause": "Pause or play the clip",
  "keys.move": "Move up and down",

  "sound.on": "Sound on",
  "sound.off": "Sound off",
  "sound.blocked": "No sound",
  "sound.test": "Test",
};
