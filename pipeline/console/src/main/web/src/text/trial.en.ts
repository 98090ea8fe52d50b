import type { trialZh } from "./trial.zh";

export const trialEn: Record<keyof typeof trialZh, string> = {
  "trial.staged": "Demonstration",
  "trial.stagedNote": "These scenes were staged by the project and show no real place; everything from the stream to the alert runs for real.",
  "trial.offer": "Try your own film or camera",
  "trial.film": "Upload a film",
  "trial.filmNote": "MP4, MOV, MKV and the like, up to {most}. It is shown in a loop as a camera; films that are not H.264 or are turned are converted, their first two minutes at most.",
  "trial.choose": "Choose a file, or drop it here",
  "trial.kind.LIFT": "Watched as a lift: for an e-bike in the cabin.",
  "trial.kind.ROAD": "Watched as a road: for water on it, every 20 s.",
  "trial.kind.GATE": "Watched as a site's gate: for muck trucks, whose plates are read; for dumping once a no-dump zone is drawn.",
  "trial.kind.STREET": "Watched as a street: for a child without an adult; some people must pass before heights are known.",
  "trial.tooLarge": "The file is too large; allowed: up to {most}.",
  "trial.send": "Upload and add",
  "trial.sending": "Sending, {n} %",
  "trial.preparing": "Being checked and converted…",
  "trial.camera": "Connect a camera",
  "trial.cameraNote": "Enter its RTSP address; it is checked and saved in the next step. Pictures stay on this machine.",
  "trial.cameraNext": "Next",
  "trial.gone": "When the demonstration ends, your film and all its data are deleted.",

  "tried.AS_IT_IS": "Added, looped as it is ({d})",
  "tried.CONVERTED": "Converted and added, looped ({d})",
  "tried.CUT": "Converted and added, its first {d} alone",

  "unfit.NO_FILM": "This file is no film that can be read, or is damaged.",
  "unfit.ONE_PICTURE": "This is a picture; choose a film.",
  "unfit.TOO_MANY": "There is room for no more films; start the demonstration anew.",
  "unfit.NOT_KEPT": "The film could not be stored; look at the disk's free space.",
};
