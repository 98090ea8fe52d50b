import { ref } from "vue";

/** What the phone's page says: Chinese first. */
const zh = {
  title: "出警任务",
  other: "English",
  opening: "正在打开任务…",
  "kind.WATERLOGGING": "道路积水",
  "kind.LOST_CHILD": "疑似走失儿童",
  "kind.EBIKE_IN_LIFT": "电动车进入电梯",
  "kind.MUCK_TRUCK": "渣土车",
  "kind.DUMPING": "偷倒渣土",
  "kind.UNKNOWN": "警情",
  found: "发现时间 {time}",
  sent: "派遣时间 {time}",
  from: "{room}派遣",
  pictureNone: "暂无画面",
  way: "导航",
  "way.amap": "高德地图",
  "way.apple": "苹果地图",
  "way.geo": "其他地图",
  wayNone: "未登记坐标，请按地址前往。",
  left: "到场剩余",
  over: "到场超时",
  since: "派遣已过",
  arrivedAfter: "派遣后 {time} 到场",
  ACCEPTED: "收到",
  ARRIVED: "到场",
  PHOTO: "拍照",
  DONE: "处置完成",
  "said.ACCEPTED": "已收到",
  "said.ARRIVED": "已到场",
  "said.PHOTO": "已上传照片",
  "said.DONE": "已处置完成",
  waits: "待发送",
  waiting: "{n} 项待发送，有信号后自动发出，时间以点击时为准。请勿关闭本页。",
  askDone: "确认现场已处置完成？",
  yes: "确认完成",
  no: "返回",
  finished: "任务已完成，辛苦了。",
  "place.denied": "未授权定位：上报照常发送，但不带位置。",
  "place.unknown": "暂时无法定位：上报照常发送，但不带位置。",
  "place.insecure": "当前连接不支持定位：上报照常发送，但不带位置。",
  noPhoto: "所选文件不是照片。",
  refused: "“{what}”未被接受：{why}",
  "link.unknown": "链接无效",
  "link.unknown.why": "请核对链接是否完整，或请指挥室重新发送。",
  "link.expired": "链接已过期",
  "link.expired.why": "如仍需处置，请指挥室重新发送。",
  "link.ended": "任务已结束",
  "link.ended.why": "该任务已由指挥室办结，无需再上报。",
  "link.bound": "链接已在另一部手机上使用",
  "link.bound.why": "一条链接只能在首次打开的手机上使用。如需更换手机，请指挥室重新发送。",
  "link.early": "请先上报到场。",
  "link.throttled": "尝试次数过多",
  "link.throttled.why": "请稍后再试，或联系指挥室。",
  "link.away": "无法连接",
  "link.away.why": "请检查网络，本页会自动重试。",
  "link.failed": "打不开任务",
  "link.failed.why": "请联系指挥室。",
  call: "请联系：{whom}",
  callRoom: "请致电指挥室。",
};

const en: typeof zh = {
  title: "Task",
  other: "中文",
  opening: "Opening the task…",
  "kind.WATERLOGGING": "Water on the road",
  "kind.LOST_CHILD": "Child possibly lost",
  "kind.EBIKE_IN_LIFT": "E-bike in a lift",
  "kind.MUCK_TRUCK": "Muck truck",
  "kind.DUMPING": "Illegal dumping",
  "kind.UNKNOWN": "Incident",
  found: "Seen at {time}",
  sent: "Sent at {time}",
  from: "Sent by {room}",
  pictureNone: "No picture yet",
  way: "Directions",
  "way.amap": "Amap",
  "way.apple": "Apple Maps",
  "way.geo": "Other map",
  wayNone: "No coordinates are known; go by the address.",
  left: "Time left to arrive",
  over: "Arrival overdue",
  since: "Since you were sent",
  arrivedAfter: "Arrived after {time}",
  ACCEPTED: "Accepted",
  ARRIVED: "Arrived",
  PHOTO: "Photo",
  DONE: "Done",
  "said.ACCEPTED": "Accepted",
  "said.ARRIVED": "Arrived",
  "said.PHOTO": "Photo sent",
  "said.DONE": "Done",
  waits: "to be sent",
  waiting: "{n} to be sent as soon as there is a signal; the time of your tap counts. Keep this page open.",
  askDone: "Is everything done here?",
  yes: "Yes, done",
  no: "Back",
  finished: "The task is done. Thank you.",
  "place.denied": "No permission to locate: reports are sent without a position.",
  "place.unknown": "This phone cannot be located now: reports are sent without a position.",
  "place.insecure": "This connection does not allow locating: reports are sent without a position.",
  noPhoto: "That file is no photo.",
  refused: "“{what}” was not accepted: {why}",
  "link.unknown": "This link opens nothing",
  "link.unknown.why": "Check that it is complete, or ask the room for another.",
  "link.expired": "This link has expired",
  "link.expired.why": "Ask the room for another if there is still something to do.",
  "link.ended": "The task has ended",
  "link.ended.why": "The room has closed it; there is nothing left to report.",
  "link.bound": "This link is in use on another phone",
  "link.bound.why": "It works on the phone that opened it first. Ask the room for another link to change phones.",
  "link.early": "Report your arrival first.",
  "link.throttled": "Too many tries",
  "link.throttled.why": "Wait a little, or call the room.",
  "link.away": "No connection",
  "link.away.why": "Check the network; this page tries again by itself.",
  "link.failed": "The task cannot be opened",
  "link.failed.why": "Call the room.",
  call: "Call {whom}",
  callRoom: "Call the command room.",
};

export const LANGUAGES = { zh, en };
export type Word = keyof typeof zh;

const MEMORY = "kakou.language";
export const language = ref<"zh" | "en">("zh");

export function recallLanguage(): void {
  use(localStorage.getItem(MEMORY) === "en" ? "en" : "zh");
}

export function switchLanguage(): void {
  use(language.value === "zh" ? "en" : "zh");
  localStorage.setItem(MEMORY, language.value);
}

function use(chosen: "zh" | "en"): void {
  language.value = chosen;
  document.documentElement.lang = chosen === "zh" ? "zh-CN" : "en";
  document.title = say("title");
}

export function say(word: Word, fill: Record<string, string | number> = {}): string {
  return LANGUAGES[language.value][word].replace(/\{(\w+)\}/g, (hole, name: string) => String(fill[name] ?? hole));
}

/** The word of a code that the server sent; `otherwise` where it is newer than this page. */
export function coded(code: string, otherwise: Word): Word {
  return code in zh ? (code as Word) : otherwise;
}
