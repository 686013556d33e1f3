// The descriptions as Rust: one struct each, and what drives it.

import { sidesOf } from "./models.mjs";
import { fieldOf, partsOf } from "./schema.mjs";

const RUST_TYPES = {
  text: "String", digits: "String", int: "i64", uint: "u32", fraction: "JsNumber", float: "f64", flag: "bool",
  shade: "Shade", list: "Vec<String>", map: "BTreeMap<String, String>", texts: "BTreeSet<String>", numbers: "BTreeSet<i64>",
};

const snake = (name) => name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);
const text = (value) => JSON.stringify(value);
const typeOf = ({ type, required }) => (required ? RUST_TYPES[type] : `Option<${RUST_TYPES[type]}>`);
const list = (names) => `[${names.map(snake).join(", ")}]`;

function sideOf(m, index, which) {
  const side = index[which];
  const { gsi, lsi } = index;
  const usual = `${gsi ?? lsi ?? ""}${which}`;
  const field = fieldOf(m, side);
  const template = side.template?.replace(/\$\{(\w+)\}/g, (_, name) => `\${${snake(name)}}`);
  const local = which === "pk" && lsi;
  const options = [
    ...(index.multi || field === usual || local ? [] : [`field = ${text(field)}`]),
    ...(template === undefined ? [`composite = ${list(side.composite)}`] : [`template = ${text(template)}`]),
    ...(side.casing ? [`casing = ${text(side.casing)}`] : []),
    ...(side.cast ? [`cast = ${text(side.cast)}`] : []),
  ];
  return options.length === 1 && template === undefined ? `${which} = ${list(side.composite)}` : `${which}(${options.join(", ")})`;
}

function indexOf(m, pattern, index) {
  const { gsi, lsi, multi, collection, clustered, scope, condition } = index;
  const kind = gsi ? `gsi = ${text(gsi)}` : lsi ? `lsi = ${text(lsi)}` : "primary";
  const sides = ["pk", "sk"].filter((which) => index[which]).map((which) => sideOf(m, index, which));
  const seen = condition && composites(index).includes(condition.attribute);
  const options = [
    ...(multi ? ["multi_attribute"] : []),
    ...(collection ? [`collection = ${Array.isArray(collection) ? `[${collection.map(text).join(", ")}]` : text(collection)}`] : []),
    ...(clustered ? ["clustered"] : []),
    ...(scope ? [`scope = ${text(scope)}`] : []),
    ...(!condition ? [] : seen ? [`condition = ${conditionName(m, pattern)}`]
      : [`condition(${conditionName(m, pattern)}, of = ${list([condition.attribute])})`]),
  ];
  return `#[index(${[pattern, kind, ...sides, ...options].join(", ")})]`;
}

const conditionName = (m, pattern) => `${m.name.toLowerCase()}_${pattern}`;
const composites = (index) => sidesOf(index).flatMap((side) => side.composite);

/** The function behind a condition: of all composites of the index, or of another attribute. */
function conditionOf(m, pattern, index) {
  const { attribute, is, not } = index.condition;
  const isComposite = composites(index).includes(attribute);
  const optional = !m.attributes[attribute].required && !isComposite;
  const [op, value] = is === undefined ? ["!=", not] : ["==", is];
  const type = (name) => (RUST_TYPES[m.attributes[name].type] === "String" ? "str" : RUST_TYPES[m.attributes[name].type]);
  const test = value === true ? `*${snake(attribute)}` : optional ? `${snake(attribute)}.is_some_and(|value| value ${op} ${text(value)})`
    : `${snake(attribute)} ${op} ${text(value)}`;
  const names = isComposite ? composites(index) : [attribute];
  const used = (name) => (name === attribute ? snake(name) : `_${snake(name)}`);
  const parameters = names.map((name) => `${used(name)}: ${optional ? "Option<&String>" : `&${type(name)}`}`);
  return `fn ${conditionName(m, pattern)}(${parameters.join(", ")}) -> bool { ${test} }`;
}

function fieldLine(m, [name, attribute]) {
  const { field, label, padding, readOnly, default: fallback } = attribute;
  const options = [
    ...(field ? [`field = ${text(field)}`] : []),
    ...(label !== undefined ? [`label = ${text(label)}`] : []),
    ...(padding ? [`padding(${padding[0]}, ${text(padding[1])})`] : []),
    ...(readOnly ? ["read_only"] : []),
    ...(fallback !== undefined ? [`default = ${text(fallback)}`] : []),
  ];
  return `    ${options.length ? `#[attr(${options.join(", ")})] ` : ""}pub ${snake(name)}: ${typeOf(attribute)},`;
}

/** What can be asked of a composite of a sort key: its beginning, a range, or only a value. */
export function askable(m, index, name) {
  const { type, padding } = m.attributes[name];
  const number = index.multi ? ["int", "uint", "fraction"].includes(type) : partsOf(m, index.sk).number;
  if (number) return type === "flag" ? "value" : "range";
  if (["text", "digits"].includes(type)) return padding && !index.multi ? "range" : "text";
  return type === "uint" && padding?.[1] === "0" ? "range" : "value";
}

function driver(m) {
  const typed = (names, one = (name) => RUST_TYPES[m.attributes[name].type]) => names.map((name) => `${snake(name)}: ${one(name)}`).join(", ");
  const { main } = m.indexes;
  const key = sidesOf(main).flatMap((side) => side.composite);
  const names = Object.keys(m.attributes);
  const [fixed, free] = [true, false].map((is) => names.filter((name) => (key.includes(name) || !!m.attributes[name].readOnly) === is));
  const isDefault = (name) => m.attributes[name].default !== undefined;
  const isGiven = (name) => m.attributes[name].required && !isDefault(name);
  const asks = Object.entries(m.indexes).map(([pattern, index]) => {
    const sk = index.sk?.composite ?? [];
    const kinds = sk.map((name) => `${snake(name)} ${RUST_TYPES[m.attributes[name].type]} ${askable(m, index, name)}`);
    return `    ask ${pattern} [${typed(index.pk.composite)}] [${kinds.join(", ")}]`;
  });
  return [
    `drive! { ${m.name} ${names.some(isDefault) ? "drafted" : "whole"}`,
    `    given [${typed(names.filter(isGiven))}] left [${typed(names.filter((name) => !isGiven(name)))}]`,
    `    fields [${typed(names, (name) => typeOf(m.attributes[name]))}]`,
    `    key [${typed(key)}]`,
    `    free [${typed(free)}] fixed [${fixed.map(snake).join(", ")}]`,
    ...asks,
    `}`,
  ];
}

export function rustOf(models) {
  return [
    "//! The models that `generate.mjs` makes up, declared in Rust, and what drives them. Written by it: do not edit.",
    "",
    "use std::collections::{BTreeMap, BTreeSet};",
    "",
    "use dynaent::{Entity, JsNumber};",
    "",
    "use crate::driver::{Driver, Shade, drive};",
    ...models.flatMap((m) => [
      "",
      `/// ${m.about[0].toUpperCase()}${m.about.slice(1)}.`,
      "#[derive(Entity)]",
      `#[entity(service = ${text(m.service)}, name = ${text(m.entity)}, version = ${text(m.version)}, rename_all = "camelCase"${m.casing ? `, casing = ${text(m.casing)}` : ""})]`,
      ...Object.entries(m.indexes).map(([pattern, index]) => indexOf(m, pattern, index)),
      `pub struct ${m.name} {`,
      ...Object.entries(m.attributes).map((entry) => fieldLine(m, entry)),
      "}",
      ...Object.entries(m.indexes).filter(([, { condition }]) => condition).map(([pattern, index]) => conditionOf(m, pattern, index)),
      ...driver(m),
    ]),
    "",
    "/// All of them.",
    "pub static MODELS: &[Driver] = &[",
    ...models.map(({ name }) => `    ${name}::DRIVER,`),
    "];",
    "",
  ].join("\n");
}
