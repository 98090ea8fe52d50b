import type { conditionZh } from "./condition.zh";

export const conditionEn: Record<keyof typeof conditionZh, string> = {
  "trouble.SILENT": "Not heard of since {time}",
  "trouble.NEVER_HEARD": "Never heard of yet",
  "trouble.opening": "Being opened",
  "trouble.torn": "Torn picture: cannot be judged",
  "trouble.blank": "Blank picture: cannot be judged",
  "trouble.fogged": "Fog, or a dirty lens: cannot be judged",
  "trouble.blurred": "Out of focus: cannot be judged",
  "trouble.covered": "Covered lens: cannot be judged",
  "trouble.frozen": "Frozen picture: cannot be judged",
  "trouble.unclear": "Torn, grey or covered: cannot be judged",
  "trouble.NOT_JUDGED": "Not judged yet: {events}",
  "trouble.LATE": "Looked at less often, last at {time}",

  "watch.watched": "Watched",
  "watch.stretched": "Stretched",
  "watch.blind": "Blind",
  "watch.offline": "Offline",
  "watch.stretchedTitle": "Cameras not watched as was asked",
  "watch.blindTitle": "Cameras whose picture cannot be judged",
  "watch.offlineTitle": "Cameras without a connection",
  "watch.none": "None",
};
