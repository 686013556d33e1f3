// The ElectroDB models of the wire-contract test. A Rust model of the same
// name has to put the same bytes on the wire.
//
// Everything uses ElectroDB's defaults (default = lower casing, isolated
// indexes, identifiers __edb_e__/__edb_v__) unless a comment says otherwise.

const str = (more = {}) => ({ type: "string", ...more });
const num = (more = {}) => ({ type: "number", ...more });
const required = { required: true };
const fixed = { required: true, readOnly: true };

/** The smallest useful model: one GSI, a primary sort key without composites. */
export const comment = {
  model: { service: "myapp", entity: "Comment", version: "1" },
  attributes: {
    commentID: str(fixed),
    articleID: str(fixed),
    text: str(required),
  },
  indexes: {
    primary: {
      pk: { field: "pk", composite: ["commentID"] },
      sk: { field: "sk", composite: [] },
    },
    byArticle: {
      index: "gsi1",
      pk: { field: "gsi1pk", composite: ["articleID"] },
      sk: { field: "gsi1sk", composite: ["commentID"] },
    },
  },
};

/** Several composites on each side, a number in a key, a sparse GSI, every kind of value. */
export const lease = {
  model: { service: "mallmap", entity: "MallStore", version: "2" },
  attributes: {
    cityId: str(fixed),
    mallId: str(fixed),
    storeId: str(fixed),
    buildingId: str(fixed), // part of the primary key, so it can't change
    unitId: str(required),
    category: str(required),
    leaseEnd: str(required),
    rent: num(required), // in no key, so it may be fractional
    units: num(required), // an integer: its text goes into gsi2sk
    open: { type: "boolean", ...required },
    tags: { type: "set", items: "string" },
    notes: { type: "list", items: str() },
    deposit: num(),
    tenant: str(), // optional: byTenant is sparse
    contact: str({ field: "ct" }), // stored under another name
  },
  indexes: {
    stores: {
      pk: { field: "pk", composite: ["cityId", "mallId"] },
      sk: { field: "sk", composite: ["buildingId", "storeId"] },
    },
    units: {
      index: "gsi1",
      pk: { field: "gsi1pk", composite: ["mallId"] },
      sk: { field: "gsi1sk", composite: ["buildingId", "unitId", "storeId"] },
    },
    leases: {
      index: "gsi2",
      pk: { field: "gsi2pk", composite: ["mallId"] },
      sk: { field: "gsi2sk", composite: ["leaseEnd", "category", "units"] },
    },
    byTenant: {
      index: "gsi3",
      pk: { field: "gsi3pk", composite: ["tenant"] },
      sk: { field: "gsi3sk", composite: ["leaseEnd", "storeId"] },
    },
  },
};

/** Local secondary indexes: they share the table's pk field. */
export const order = {
  model: { service: "shop", entity: "Order", version: "1" },
  attributes: {
    customerId: str({ ...fixed, field: "cust" }), // a table key composite that is renamed
    orderId: str(fixed),
    status: str({ ...required, field: "st" }), // an index composite that is renamed
    placedAt: str(required),
    total: num({ ...required, field: "amt" }), // renamed, in no key
  },
  indexes: {
    orders: {
      pk: { field: "pk", composite: ["customerId"] },
      sk: { field: "sk", composite: ["orderId"] },
    },
    byStatus: {
      index: "lsi1",
      pk: { field: "pk", composite: ["customerId"] },
      sk: { field: "lsi1sk", composite: ["status", "placedAt"] },
    },
    byDate: {
      index: "lsi2",
      pk: { field: "pk", composite: ["customerId"] },
      sk: { field: "lsi2sk", composite: ["placedAt"] },
    },
  },
};

/** No sort key anywhere, and keys that keep their case. */
export const session = {
  model: { service: "auth", entity: "Session", version: "1" },
  attributes: {
    userId: str(fixed),
    device: str(fixed),
    token: str(required),
    hits: num(required),
  },
  indexes: {
    primary: {
      pk: { field: "pk", casing: "none", composite: ["userId", "device"] },
    },
    byToken: {
      index: "gsi1",
      pk: { field: "gsi1pk", casing: "none", composite: ["token"] },
    },
  },
};

/** A primary pk without composites, an upper-cased sk, defaults, a value of any shape. */
export const setting = {
  model: { service: "cfg", entity: "Setting", version: "1" },
  attributes: {
    name: str(fixed),
    group: str(), // optional: byGroup is sparse
    flag: { type: "boolean", default: true },
    createdAt: str({ readOnly: true, default: "2020-01-01" }),
    value: { type: "any" },
  },
  indexes: {
    primary: {
      pk: { field: "pk", composite: [] },
      sk: { field: "sk", casing: "upper", composite: ["name"] },
    },
    byGroup: {
      index: "gsi1",
      pk: { field: "gsi1pk", composite: ["group"] },
      sk: { field: "gsi1sk", composite: [] },
    },
  },
};

export const models = { comment, lease, order, session, setting };
