import type { Corner, Zone } from "../api/camera";

/** Corners are shares of the picture's size; four decimals are a quarter of a pixel at 2560. */
export function inPicture(corner: Corner): Corner {
  const share = (v: number) => Math.round(Math.min(1, Math.max(0, v)) * 10_000) / 10_000;
  return { x: share(corner.x), y: share(corner.y) };
}

/** The rectangle with these two opposite corners, clockwise from the upper left whichever way it was dragged. */
export function rectangle(from: Corner, to: Corner): Corner[] {
  const a = inPicture({ x: Math.min(from.x, to.x), y: Math.min(from.y, to.y) });
  const b = inPicture({ x: Math.max(from.x, to.x), y: Math.max(from.y, to.y) });
  return [a, { x: b.x, y: a.y }, b, { x: a.x, y: b.y }];
}

export const wholePicture = (): Corner[] => rectangle({ x: 0, y: 0 }, { x: 1, y: 1 });

export function withCorner(corners: Corner[], index: number, moved: Corner): Corner[] {
  return corners.map((corner, i) => (i === index ? inPicture(moved) : corner));
}

/** Without the corner; a triangle stays as it is. */
export function withoutCorner(corners: Corner[], index: number): Corner[] {
  return corners.length > 3 ? corners.filter((_, i) => i !== index) : corners;
}

/** With a new corner on the edge nearest to the point; `aspect` is the picture's width over its height. */
export function withCornerNear(corners: Corner[], point: Corner, aspect: number): Corner[] {
  const distances = corners.map((from, i) => distanceToEdge(point, from, after(corners, i), aspect));
  const edge = distances.indexOf(Math.min(...distances));
  return [...corners.slice(0, edge + 1), inPicture(point), ...corners.slice(edge + 1)];
}

/** Distance of two points in shares of the picture's height. */
export function distance(a: Corner, b: Corner, aspect: number): number {
  return Math.hypot((a.x - b.x) * aspect, a.y - b.y);
}

/** At least three corners, some ground between them, and no edge that crosses another. */
export function isSound(corners: Corner[]): boolean {
  return corners.length >= 3 && area(corners) > 0.0005 && !crossesItself(corners);
}

/** Share of the picture, whichever way round the corners run. */
export function area(corners: Corner[]): number {
  const twice = corners.reduce((sum, a, i) => {
    const b = after(corners, i);
    return sum + a.x * b.y - b.x * a.y;
  }, 0);
  return Math.abs(twice) / 2;
}

export function middle(corners: Corner[]): Corner {
  const sum = corners.reduce((s, c) => ({ x: s.x + c.x, y: s.y + c.y }), { x: 0, y: 0 });
  return { x: sum.x / corners.length, y: sum.y / corners.length };
}

/** A name no other zone of the camera has: the wanted one, or with a number behind it. */
export function freeName(wanted: string, zones: Zone[]): string {
  const taken = new Set(zones.map(({ name }) => name));
  let name = wanted;
  for (let n = 2; taken.has(name); n++) {
    name = `${wanted}-${n}`;
  }
  return name;
}

function crossesItself(corners: Corner[]): boolean {
  const n = corners.length;
  for (let i = 0; i < n; i++) {
    for (let j = i + 2; j < n; j++) {
      const neighbours = i === 0 && j === n - 1;
      if (!neighbours && cross(corners[i]!, after(corners, i), corners[j]!, after(corners, j))) {
        return true;
      }
    }
  }
  return false;
}

function cross(a: Corner, b: Corner, c: Corner, d: Corner): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

function side(a: Corner, b: Corner, p: Corner): number {
  return Math.sign((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x));
}

function distanceToEdge(point: Corner, from: Corner, to: Corner, aspect: number): number {
  const dx = (to.x - from.x) * aspect;
  const dy = to.y - from.y;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point.x - from.x) * aspect * dx + (point.y - from.y) * dy) / length;
  const t = Math.min(1, Math.max(0, along));
  return distance(point, { x: from.x + t * (to.x - from.x), y: from.y + t * (to.y - from.y) }, aspect);
}

function after(corners: Corner[], index: number): Corner {
  return corners[(index + 1) % corners.length]!;
}
