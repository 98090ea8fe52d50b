/** Models that workers have, and those that people turned to. */

/** A model that lies in workers' folders. */
export interface OfferedModel {
  hash: string;
  name: string;
  kinds: string[];
  classes: string[];
  workers: number;
}

/** A model that people turned to; `of` cameras are meant, at `inForce` of them it is so. */
export interface ModelUse {
  id: string;
  model: string;
  name: string;
  kinds: string[];
  everywhere: boolean;
  cameras: { id: string; name: string }[];
  of: number;
  inForce: number;
  waiting: string[];
  troubles: { name: string; why: string }[];
  user: string;
  userName: string;
  reason: string;
  from: string;
  until?: string;
}

export interface Models {
  models: OfferedModel[];
  troubles: string[];
  uses: ModelUse[];
}
