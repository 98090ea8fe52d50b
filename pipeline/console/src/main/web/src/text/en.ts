import { areasEn } from "./areas.en";
import { cameraEn } from "./camera.en";
import { conditionEn } from "./condition.en";
import { footageEn } from "./footage.en";
import { importEn } from "./import.en";
import { incidentEn } from "./incident.en";
import { modelsEn } from "./models.en";
import { pageEn } from "./page.en";
import { peopleEn } from "./people.en";
import { registryEn } from "./registry.en";
import { roomEn } from "./room.en";
import { searchEn } from "./search.en";
import { seatEn } from "./seat.en";
import { liftsEn } from "./lifts.en";
import { tasksEn } from "./tasks.en";
import { trialEn } from "./trial.en";
import { trucksEn } from "./trucks.en";
import { watchingEn } from "./watching.en";
import type { Dictionary } from "./zh";

export const en: Dictionary = {
  ...areasEn,
  ...cameraEn,
  ...conditionEn,
  ...footageEn,
  ...importEn,
  ...incidentEn,
  ...liftsEn,
  ...modelsEn,
  ...pageEn,
  ...peopleEn,
  ...registryEn,
  ...roomEn,
  ...searchEn,
  ...seatEn,
  ...tasksEn,
  ...trialEn,
  ...trucksEn,
  ...watchingEn,
};
