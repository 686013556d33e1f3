// Makes up models and calls on them from a fixed seed, runs ElectroDB, and writes what both sides are driven from:
// generated/models.rs, the models in Rust, and generated/vectors.json, the calls and what ElectroDB puts on the wire.
//
//   node generate.mjs            write them
//   node generate.mjs --check    exit 1 if those that are there differ

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { callsOf } from "./generator/calls.mjs";
import { describe } from "./generator/models.mjs";
import { rustOf } from "./generator/rust.mjs";
import { VERSION } from "./wire.mjs";

const file = (name) => new URL(`./generated/${name}`, import.meta.url);

/** JSON with a line for each call. */
function lines({ seed, neighbours, calls, cursors, ...rest }) {
  const list = (name, members) => `${JSON.stringify(name)}:[\n${members.map((member) => JSON.stringify(member)).join(",\n")}\n]`;
  const head = JSON.stringify(rest).slice(0, -1);
  return `${head},\n${[list("seed", seed), list("neighbours", neighbours), list("calls", calls), list("cursors", cursors)].join(",\n")}}`;
}

const models = describe();
const recorded = [];
for (const m of models) recorded.push([m.name, await callsOf(m)]);
const vectors = `{"electrodb":${JSON.stringify(VERSION)},"models":{\n${
  recorded.map(([name, model]) => `${JSON.stringify(name)}:${lines(model)}`).join(",\n")}\n}}\n`;
const files = { "models.rs": rustOf(models), "vectors.json": vectors };

if (process.argv.includes("--check")) {
  for (const [name, text] of Object.entries(files)) {
    const old = readFileSync(file(name), "utf8");
    if (old === text) continue;
    const [before, after] = [old, text].map((text) => text.split("\n"));
    const at = before.findIndex((line, i) => line !== after[i]);
    console.error(`generated/${name} is not what generate.mjs makes with ElectroDB ${VERSION}; the first difference is in line ${at + 1}:`);
    console.error(`  ${before[at]?.slice(0, 300)}\n  ${after[at]?.slice(0, 300)}`);
    process.exitCode = 1;
  }
  if (!process.exitCode) console.log(`generated/ is what ElectroDB ${VERSION} does`);
} else {
  mkdirSync(file(""), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(file(name), text);
  const counts = {};
  for (const [, { seed, calls }] of recorded) {
    for (const { op, error } of [...seed, ...calls]) {
      counts[op] = (counts[op] ?? 0) + 1;
      if (error) counts[`${op} errors`] = (counts[`${op} errors`] ?? 0) + 1;
    }
  }
  const total = recorded.reduce((sum, [, { seed, calls }]) => sum + seed.length + calls.length, 0);
  console.log(`${models.length} models, ${total} calls:`, counts);
}
