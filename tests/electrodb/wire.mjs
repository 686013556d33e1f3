// ElectroDB behind an AWS SDK that sends nothing: its request handler keeps the body.

import { readFileSync } from "node:fs";
import { deepStrictEqual } from "node:assert";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import electrodb from "electrodb";

export const TABLE = "t";
export const VERSION = JSON.parse(
  readFileSync(new URL("./node_modules/electrodb/package.json", import.meta.url)),
).version;
export const TARGET = {
  put: "PutItem", create: "PutItem", upsert: "UpdateItem", update: "UpdateItem", patch: "UpdateItem",
  get: "GetItem", delete: "DeleteItem", remove: "DeleteItem", query: "Query",
};

/** What was sent last, and what is answered. */
export const wire = { target: null, request: null, response: {} };
const client = DynamoDBDocumentClient.from(
  new DynamoDBClient({
    region: "local",
    endpoint: "http://localhost:1",
    credentials: { accessKeyId: "x", secretAccessKey: "x" },
    requestHandler: {
      async handle(request) {
        wire.target = request.headers["x-amz-target"].split(".")[1];
        wire.request = JSON.parse(new TextDecoder().decode(request.body));
        const body = new TextEncoder().encode(JSON.stringify(wire.response));
        return { response: { statusCode: 200, headers: {}, body } };
      },
    },
  }),
);
export const entityOf = (schema) => new electrodb.Entity(schema, { table: TABLE, client });
/** A service of an alias -> schema. */
export const serviceOf = (schemas) =>
  new electrodb.Service(Object.fromEntries(Object.entries(schemas).map(([alias, schema]) => [alias, entityOf(schema)])), { table: TABLE, client });

/** What `.params()` returns, in DynamoDB JSON. A set is a native Set here, which marshall makes an SS or NS. */
function toDynamoJson(params) {
  const request = { ...params };
  for (const part of ["Item", "Key", "ExpressionAttributeValues"]) {
    if (request[part]) request[part] = marshall(request[part]);
  }
  return request;
}

/**
 * Records one call. `start()` returns the ElectroDB chain without its
 * terminal; it may throw, as may `params()`.
 */
export async function record(name, op, args, start, options) {
  const call = { name, op, target: TARGET[op], args: plain(args) };
  let request;
  try {
    request = toDynamoJson(start().params({ ...options }));
  } catch (error) {
    // ElectroDB leaves a field undefined, which the SDK refuses.
    if (error.message.includes("removeUndefinedValues")) return { ...call, error: { code: 0, message: "a field is undefined" } };
    // Anything else is a mistake in this script.
    if (!error.isElectroError) throw error;
    return { ...call, error: { code: error.code, message: error.message } };
  }
  // `match` and `find` choose.
  call.target ??= request.KeyConditionExpression ? "Query" : "Scan";
  // The SDK has to send exactly that.
  wire.response = {};
  await start().go({ ...options });
  deepStrictEqual([wire.target, wire.request], [call.target, request], name);
  return { ...call, request };
}

/** A copy without undefined members, as it is written to the file. */
export const plain = (value) => JSON.parse(JSON.stringify(value));
