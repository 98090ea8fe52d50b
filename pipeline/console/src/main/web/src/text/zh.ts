import { areasZh } from "./areas.zh";
import { cameraZh } from "./camera.zh";
import { conditionZh } from "./condition.zh";
import { footageZh } from "./footage.zh";
import { importZh } from "./import.zh";
import { incidentZh } from "./incident.zh";
import { modelsZh } from "./models.zh";
import { pageZh } from "./page.zh";
import { peopleZh } from "./people.zh";
import { registryZh } from "./registry.zh";
import { roomZh } from "./room.zh";
import { searchZh } from "./search.zh";
import { seatZh } from "./seat.zh";
import { liftsZh } from "./lifts.zh";
import { tasksZh } from "./tasks.zh";
import { trialZh } from "./trial.zh";
import { trucksZh } from "./trucks.zh";
import { watchingZh } from "./watching.zh";

/** The first language: what an operator in a 指挥中心 says. `{n}` and the like are filled in. */
export const zh = {
  ...areasZh,
  ...cameraZh,
  ...conditionZh,
  ...footageZh,
  ...importZh,
  ...incidentZh,
  ...liftsZh,
  ...modelsZh,
  ...pageZh,
  ...peopleZh,
  ...registryZh,
  ...roomZh,
  ...searchZh,
  ...seatZh,
  ...tasksZh,
  ...trialZh,
  ...trucksZh,
  ...watchingZh,
} as const;

export type TextKey = keyof typeof zh;
export type Dictionary = Record<TextKey, string>;
