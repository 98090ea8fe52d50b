/** How cameras stand. */
export const conditionZh = {
  "trouble.SILENT": "失联，最后一次心跳 {time}",
  "trouble.NEVER_HEARD": "尚无状态上报",
  "trouble.opening": "正在打开视频",
  "trouble.torn": "画面花屏，无法研判",
  "trouble.blank": "画面全黑、全灰或无内容，无法研判",
  "trouble.fogged": "画面起雾或镜头脏污，无法研判",
  "trouble.blurred": "画面失焦，无法研判",
  "trouble.covered": "镜头被遮挡，无法研判",
  "trouble.frozen": "画面静止不动（卡死），无法研判",
  "trouble.unclear": "花屏、灰屏或被遮挡，无法研判",
  "trouble.NOT_JUDGED": "暂不研判：{events}",
  "trouble.LATE": "巡看变慢，上次 {time}",

  "watch.watched": "监看中",
  "watch.stretched": "降级",
  "watch.blind": "画面异常",
  "watch.offline": "离线",
  "watch.stretchedTitle": "未能按要求监看的点位",
  "watch.blindTitle": "画面异常、无法研判的点位",
  "watch.offlineTitle": "连接中断的点位",
  "watch.none": "无",
} as const;
