import type { Alert, Incident, Part } from "../api/incident";
import { coded, t } from "../text/text";
import { zh } from "../text/zh";

/** What has happened, no surer than the rule is: a two-wheeler in a lift is a suspected e-bike. */
export function what(incident: Incident): string {
  const exact = `${incident.kind}.${incident.alerts[0]?.subject ?? ""}`;
  return coded("event", `event.${exact}` in zh ? exact : incident.kind);
}

/** Where it is, as people call it: the road where it is one's, else the first camera. */
export const whereAt = ({ roadName, cameraName, camera }: Incident): string => roadName ?? cameraName ?? camera;

/** Which stretch of the road a place is, by the cameras that see it. */
export function placeOf({ cameraNames }: Incident, { camera, cameras }: Part): string {
  const name = (id: string): string => cameraNames?.[id] ?? id;
  const last = cameras[cameras.length - 1] ?? camera;
  return cameras.length > 1 ? t("part.along", { from: name(camera), to: name(last) }) : name(camera);
}

/** Why an operator looks: what stands in the record of views, in the record's language. */
export const HANDLING = encodeURIComponent("处警");
export const UPKEEP = encodeURIComponent("点位维护");

/** Where an alert's clip is. */
export const clipOf = (alert: Alert): string => `/api/clips/${encodeURIComponent(alert.id)}`;
