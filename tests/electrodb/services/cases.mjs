// What the services' tables hold, and what is asked of them:
//   seed        alias -> payloads of put
//   strangers   items in the same partitions that are of no member: [why, alias, payload, what differs], see services.mjs
//   collections name -> { partitions, bounds, wheres }: the facets of the partition key; lower and upper values of the
//               shared sort-key composites; filters, of which `or` is a list of which one holds
//   choices     alias -> what match and find are given

const pick = (list, i) => list[i % list.length];
const range = (n) => Array.from({ length: n }, (_, i) => i);
const unicode = "Ünïcødé İ ß Σ 😀";

const blog = {
  seed: {
    articles: range(9).map((i) => ({
      articleId: pick(["a1", "a10", "a2", "A3", "a 4", "a#5", "a!6", `a7 ${unicode}`, "a"], i),
      authorId: pick(["ada", "bob", "ada lovelace"], i),
      title: `Title ${i}`,
      status: pick(["open", "closed", "Open", "draft"], i),
      ...(i % 3 ? { score: i * 1.5 } : {}),
    })),
    comments: range(40).map((i) => ({
      commentId: `c${i}`,
      articleId: pick(["a1", "a10", "a1", "a3", "a2", "a1", "a 4", "a#5", "a1", "a!6", `A7 ${unicode}`, "a", "orphan"], i),
      authorId: pick(["ada", "bob", "ADA", "eve", "ada"], i),
      text: `text ${i}`,
      status: pick(["open", "spam", "closed", "open"], i),
      ...(i % 4 ? { score: i - 10 } : {}),
    })),
    authors: ["ada", "bob", "ada lovelace", "carol"].map((authorId, i) => ({
      authorId, name: authorId.toUpperCase(), ...(i % 2 ? { status: "open" } : {}),
    })),
  },
  strangers: [
    ["another entity", "articles", { articleId: "a1", authorId: "ada", title: "t", status: "open", score: 7 }, { entity: "Aaa" }],
    ["another entity", "comments", { commentId: "c0", articleId: "a1", authorId: "ada", text: "t", status: "open" }, { entity: "Zzz" }],
    ["another entity, between the members", "comments", { commentId: "c0", articleId: "a1", authorId: "ada", text: "t", status: "open" }, { entity: "Blurb" }],
    ["another entity, between the members", "comments", { commentId: "c1", articleId: "a1", authorId: "ada", text: "t", status: "open" }, { entity: "Blurb" }],
    ["another entity, whose name begins with a member's", "comments", { commentId: "c0", articleId: "a1", authorId: "ada", text: "t", status: "open" }, { entity: "Comment_1" }],
    ["another version", "comments", { commentId: "c1", articleId: "a1", authorId: "bob", text: "t", status: "closed" }, { version: "10" }],
    ["another collection, whose name begins as this one's", "comments", { commentId: "c2", articleId: "a1", authorId: "ada", text: "t", status: "open" }, { entity: "Remark", collections: { comments: "discussions", byAuthor: "authoredby" } }],
    ["a member in another collection, whose name begins as this one's", "comments", { commentId: "moved", articleId: "a1", authorId: "ada", text: "t", status: "open" }, { collections: { comments: "discussions", byAuthor: "authoredby" } }],
    ["no collection", "comments", { commentId: "c3", articleId: "a1", authorId: "ada", text: "t", status: "open" }, { collections: { comments: undefined, byAuthor: undefined } }],
    ["no identifiers", "comments", { commentId: "raw", articleId: "a1", authorId: "ada", text: "t", status: "open" }, { without: ["__edb_e__", "__edb_v__"] }],
    ["no version", "comments", { commentId: "half", articleId: "a1", authorId: "ada", text: "t", status: "open" }, { without: ["__edb_v__"] }],
  ],
  collections: {
    discussion: {
      partitions: ["a1", "A1", "a10", "a2", "a3", "a 4", "a#5", "a!6", `A7 ${unicode}`, "a", "orphan", "none"].map((articleId) => ({ articleId })),
      wheres: [
        ["status", "eq", "open"],
        ["status", "begins", "o"],
        ["score", "gt", 0],
        ["score", "between", -5, 5],
        ["score", "notExists"],
        { or: [["status", "eq", "open"], ["status", "eq", "closed"]] },
        { or: [["score", "exists"], ["status", "eq", "spam"]] },
      ],
    },
    authored: {
      partitions: ["ada", "ADA", "bob", "ada lovelace", "carol", "eve", "none"].map((authorId) => ({ authorId })),
      wheres: [["status", "eq", "open"], ["status", "notExists"], ["score", "lte", 3], { or: [["status", "eq", "spam"], ["score", "gte", 10]] }],
    },
  },
  choices: {
    articles: [
      { articleId: "a1" },
      { articleId: "A1", status: "open" },
      { authorId: "ada" }, // an index that holds some of the items
      { authorId: "ada", status: "open" },
      { authorId: "ada", articleId: "a2" },
      { authorId: "ADA", title: "Title 0" },
      { title: "Title 3" },
      { status: "open", score: 4.5 },
      {},
    ],
    comments: [
      { articleId: "a1", commentId: "c0" },
      { articleId: "a1" },
      { articleId: "a1", status: "open" },
      { commentId: "c5" },
      { authorId: "ada" },
      { authorId: "ada", commentId: "c5" },
      { authorId: "ada", articleId: "a1" },
      { authorId: "eve", articleId: "a3", score: -7 },
      { authorId: "ADA", status: "closed", text: "text 2" },
      { status: "spam" },
    ],
    authors: [{ authorId: "ada" }, { name: "BOB" }, { authorId: "ada", name: "ADA" }, { authorId: "ada", name: "BOB" }],
  },
};

const tasks = {
  seed: {
    employees: range(24).map((i) => ({
      employee: `e${i}`,
      firstName: pick(["Ada", "Bob", "Eve"], i),
      lastName: `Name ${i}`,
      office: pick(["Main Street", "main", "Harbour", "Main Street"], i),
      title: pick(["dev", "Dev", "developer", "lead", "dev"], i),
      team: pick(["core", "core team", "web"], i),
      salary: pick([100, 99, 1000, 20], i),
      dateHired: `202${i % 10}-01-01`,
      ...(i % 4 ? { manager: `e${i % 3}` } : {}),
    })),
    tasks: range(36).map((i) => ({
      task: `t${i}`,
      project: pick(["p1", "P2", "p10", "p1"], i),
      employee: `e${pick([0, 1, 10, 2, 0], i)}`,
      description: `do ${i}`,
      status: pick(["open", "closed", "in progress"], i),
      ...(i % 2 ? { points: i } : {}),
    })),
    offices: [
      { office: "Main Street", country: "DE", state: "Hessen", city: "Frankfurt", zip: "60311", address: "1 Main" },
      { office: "main", country: "DE", state: "Hessen", city: "Kassel", zip: "34117", address: "2 Main" },
      { office: "Harbour", country: "DE", state: "Hamburg", city: "Hamburg", zip: "20457", address: "3 Quay" },
      { office: "Empty", country: "US", state: "GA", city: "Atlanta", zip: "30301", address: "4 Peach" },
    ],
  },
  strangers: [
    ["another entity", "employees", { employee: "e0", firstName: "A", lastName: "B", office: "Main Street", title: "dev", team: "core", salary: 1, dateHired: "2020-01-01" }, { entity: "contractor" }],
    ["another entity, whose name begins with a member's", "offices", { office: "Main Street", country: "DE", state: "Hessen", city: "Frankfurt", zip: "60311", address: "x" }, { entity: "officer" }],
    ["another version", "tasks", { task: "t0", project: "p1", employee: "e0", description: "d", status: "open" }, { version: "11" }],
    ["no identifiers", "tasks", { task: "traw", project: "p1", employee: "e0", description: "d", status: "open" }, { without: ["__edb_e__", "__edb_v__"] }],
    ["no entity", "employees", { employee: "ehalf", firstName: "A", lastName: "B", office: "Main Street", title: "dev", team: "core", salary: 1, dateHired: "2020-01-01" }, { without: ["__edb_e__"] }],
  ],
  collections: {
    workplaces: {
      partitions: ["Main Street", "main street", "main", "Harbour", "Empty", "p1", "none"].map((office) => ({ office })),
      wheres: [["office", "eq", "Main Street"], ["team", "begins", "core"], ["address", "exists"], ["salary", "gte", 100]],
    },
    assignments: {
      partitions: ["e0", "E1", "e2", "e10", "e3", "none"].map((employee) => ({ employee })),
      wheres: [["status", "eq", "open"], ["points", "exists"], { or: [["points", "gt", 10], ["salary", "gt", 0]] }],
    },
  },
  choices: {
    employees: [
      { employee: "e1" }, // the primary index is complete
      { employee: "e1", office: "main", team: "core team", title: "Dev" }, // so is another: the primary wins
      { office: "Main Street" },
      { office: "main", team: "core team" },
      { office: "main", title: "Dev" }, // a gap
      { team: "core", title: "dev" }, // the one with more composites
      { team: "core", office: "Main Street" }, // two begin with one of them, one goes on
      { title: "dev" },
      { title: "Dev", salary: 99 },
      { team: "web", title: "dev", salary: 100 }, // two with two, or three
      { manager: "e1" }, // an index that not all items are in
      { manager: "e1", office: "main" },
      { manager: "e2", team: "web", office: "Harbour" },
      { office: "main", manager: "e1", firstName: "Bob" }, // a tie: the last one
      { salary: 99 },
      { firstName: "Ada", lastName: "Name 0" },
      { dateHired: "2021-01-01" },
      {},
    ],
    tasks: [
      { task: "t1", project: "P2", employee: "e1" },
      { task: "t1" },
      { task: "t1", employee: "e1" }, // a tie of the primary index with another
      { task: "t3", project: "p1" },
      { project: "p1", employee: "e0" },
      { employee: "e0" }, // an index with an optional attribute
      { employee: "e0", points: 5 },
      { employee: "e0", project: "p1", status: "open" },
      { status: "open" },
      { status: "open", project: "p1" },
      { status: "open", employee: "e0" },
      { project: "p1", status: "open" }, // two begin with one of them, one goes on
      { description: "do 7" },
      { points: 7 },
    ],
    offices: [
      { office: "Main Street" }, // a complete secondary index
      { office: "Main Street", country: "DE" },
      { office: "Main Street", country: "DE", state: "Hessen" }, // the primary index has more, though it is not complete
      { country: "DE", state: "Hessen" },
      { country: "DE", state: "Hessen", city: "Kassel" },
      { country: "DE", state: "Hessen", zip: "34117" },
      { country: "DE", state: "Hessen", city: "Kassel", zip: "34117", office: "main" },
      { country: "DE" },
      { city: "Kassel" },
    ],
  },
};

const versions = {
  seed: {
    repositories: range(8).map((i) => ({
      repoOwner: pick(["octo", "Octo Cat", "octo"], i),
      repoName: `repo${i}`,
      username: pick(["octo", "hub"], i),
      createdAt: `2024-0${1 + (i % 7)}-15`,
      ...(i % 2 ? { isPrivate: true, stars: i * 10 } : {}),
    })),
    issues: range(30).map((i) => ({
      repoOwner: "octo", repoName: pick(["repo0", "repo0", "repo01"], i),
      ticketNumber: pick([1, 2, 10, 20, 100, 3, 0], i) + 1000 * Math.floor(i / 7),
      username: pick(["octo", "hub", "Octo"], i),
      status: pick(["open", "opened", "closed", "Open", "open!"], i),
      subject: `subject ${i}`,
      createdAt: pick(["2024-01-15", "2024-01-15T12:00:00Z", "2024-02", "2024-03-01"], i),
    })),
    pullRequests: range(24).map((i) => ({
      repoOwner: "octo", repoName: pick(["repo0", "repo01", "repo0"], i),
      ticketNumber: pick([4, 11, 9, 99, 5], i) + 1000 * Math.floor(i / 5),
      username: pick(["hub", "octo"], i),
      status: pick(["open", "merged", "closed"], i),
      subject: `pull ${i}`,
      createdAt: pick(["2024-01-15", "2024-02", "2024-02-29"], i),
      ...(i % 3 ? { reviewer: "octo" } : {}),
    })),
    subscriptions: range(14).map((i) => ({
      repoOwner: "octo", repoName: pick(["repo0", "repo01"], i),
      username: pick(["octo", "hub"], Math.floor(i / 2)),
      ticketNumber: pick([7, 70, 700, 8, 80], i),
      ticketType: pick(["issue", "pullRequest"], i),
    })),
    users: ["octo", "hub", "new"].map((username, i) => ({ username, fullName: username + " cat", createdAt: `2024-0${i + 1}-15` })),
  },
  strangers: [
    ["another entity", "issues", { repoOwner: "octo", repoName: "repo0", ticketNumber: 1, username: "octo", status: "open", subject: "s", createdAt: "2024-01-15" }, { entity: "epic" }],
    ["another entity", "pullRequests", { repoOwner: "octo", repoName: "repo0", ticketNumber: 12, username: "hub", status: "open", subject: "s", createdAt: "2024-02-29" }, { entity: "zebra" }],
    ["another version", "issues", { repoOwner: "octo", repoName: "repo0", ticketNumber: 2, username: "octo", status: "open", subject: "s", createdAt: "2024-01-15" }, { version: "10" }],
    ["another collection, whose name begins as this one's", "issues", { repoOwner: "octo", repoName: "repo0", ticketNumber: 6, username: "octo", status: "open", subject: "s", createdAt: "2024-01-15" }, { entity: "task", collections: { created: "ownedby", activity: "activityfeed" } }],
    ["no identifiers", "issues", { repoOwner: "octo", repoName: "repo0", ticketNumber: 13, username: "octo", status: "open", subject: "s", createdAt: "2024-02" }, { without: ["__edb_e__", "__edb_v__"] }],
    ["another entity, whose name begins with a member's", "subscriptions", { repoOwner: "octo", repoName: "repo0", username: "octo", ticketNumber: 7, ticketType: "issue" }, { entity: "subscription_1" }],
    ["another width of a number", "issues", { repoOwner: "octo", repoName: "repo0", ticketNumber: 14, username: "eve", status: "open", subject: "s", createdAt: "2024-02" }, { entity: "narrow", padding: { length: 3, char: "0" } }],
  ],
  collections: {
    owned: {
      partitions: ["octo", "hub", "OCTO"].map((username) => ({ username })),
      bounds: [
        { lo: { createdAt: "2024-01-15" }, hi: { createdAt: "2024-02-29" } },
        { lo: { createdAt: "2024-01-15t12:00:00z" }, hi: { createdAt: "2024-03" } },
      ],
      wheres: [["status", "eq", "open"], ["isPrivate", "eq", true], { or: [["status", "notExists"], ["reviewer", "exists"]] }],
    },
    activity: {
      partitions: [{ repoOwner: "octo", repoName: "repo0" }, { repoOwner: "Octo", repoName: "Repo01" }],
      bounds: [
        { lo: { status: "open", ticketNumber: 4 }, hi: { status: "opened", ticketNumber: 1002 } },
        { lo: { status: "closed", ticketNumber: 0 }, hi: { status: "OPEN", ticketNumber: 3000 } },
      ],
      wheres: [["username", "eq", "hub"], ["reviewer", "eq", "octo"]],
    },
    watching: { partitions: ["octo", "Hub", "new", "none"].map((username) => ({ username })), wheres: [["ticketType", "eq", "issue"]] },
  },
  choices: {
    repositories: [
      { repoOwner: "octo", repoName: "repo0" },
      { repoOwner: "octo" },
      { username: "octo", createdAt: "2024-01-15" }, // complete
      { username: "octo", createdAt: "2024-01-15", repoOwner: "octo" }, // the primary index has less
      { username: "octo", repoOwner: "octo" }, // a tie
      { username: "octo" },
      { stars: 10 },
    ],
    issues: [
      { repoOwner: "octo", repoName: "repo0", ticketNumber: 1 },
      { repoOwner: "octo", repoName: "repo0" }, // a tie of three
      { repoOwner: "octo", repoName: "repo0", status: "open" },
      { repoOwner: "octo", repoName: "repo0", status: "open", username: "octo", createdAt: "2024-01-15" }, // a shorter one is complete
      { username: "hub", createdAt: "2024-02" },
      { username: "hub", status: "open" },
      { ticketNumber: 10 },
    ],
    pullRequests: [
      { repoOwner: "octo", repoName: "repo0", status: "open", ticketNumber: 4, createdAt: "2024-01-15" },
      { repoOwner: "octo", repoName: "repo0", status: "open" },
      { username: "hub", createdAt: "2024-01-15", reviewer: "octo" },
      { username: "hub", createdAt: "2024-01-15", repoOwner: "octo", repoName: "repo0" },
      { reviewer: "octo" },
    ],
    subscriptions: [{ username: "octo", ticketType: "issue", ticketNumber: 7 }, { username: "octo", ticketNumber: 7 }, { ticketType: "issue" }],
    users: [{ username: "octo" }, { username: "octo", createdAt: "2024-01-15" }, { createdAt: "2024-01-15" }],
  },
};

const nested = {
  seed: {
    tops: range(6).map((i) => ({ id: `t${i}`, org: pick(["acme", "Acme Inc", "acme"], i), a: pick(["x", "note", "#c2"], i) })),
    middles: range(9).map((i) => ({ id: `m${i}`, org: pick(["acme", "acme", "acme inc"], i), a: pick(["x", "X", "#c3#deep_1#b_x", "y"], i) })),
    deeps: range(8).map((i) => ({ id: `d${i}`, org: pick(["ACME", "acme inc"], i), b: pick(["x", "y", "z z"], i) })),
    deepers: range(4).map((i) => ({ id: `e${i}`, org: "acme", a: `a${i}`, b: `b${i}` })),
    others: range(4).map((i) => ({ id: `o${i}`, org: "acme", a: `a${i}` })),
    notes: range(5).map((i) => ({ id: `n${i}`, org: pick(["acme", "acme", "beta"], i) })),
  },
  strangers: [
    ["another entity", "deeps", { id: "d0", org: "acme", b: "x" }, { entity: "Dee" }],
    ["another entity, whose name begins with a member's", "deeps", { id: "d0", org: "acme", b: "x" }, { entity: "Deep_1" }],
    ["another version", "middles", { id: "m0", org: "acme", a: "x" }, { version: "12" }],
    ["a member in another collection", "middles", { id: "moved1", org: "acme", a: "x" }, { collections: { inner: ["c1", "c3"], notes: "note" } }],
    ["a member in another collection, whose name begins as this one's", "notes", { id: "moved2", org: "acme" }, { collections: { notes: "notes" } }],
    ["a member in another collection, whose name begins as this one's", "middles", { id: "moved3", org: "acme", a: "x" }, { collections: { inner: ["c1", "c22"] } }],
    ["a member outside of the collections", "tops", { id: "moved4", org: "acme", a: "x" }, { collections: { inner: undefined, notes: undefined } }],
    ["no identifiers", "deeps", { id: "raw", org: "acme", b: "y" }, { without: ["__edb_e__", "__edb_v__"] }],
  ],
  collections: Object.fromEntries(["c1", "c2", "c3", "c22", "note", "notes"].map((name) => [name, {
    partitions: ["acme", "ACME INC", "beta", "none"].map((org) => ({ org })),
    wheres: [["a", "eq", "x"]],
  }])),
  choices: {
    tops: [{ org: "acme" }, { org: "acme", a: "x" }, { org: "acme", a: "x", id: "t0" }, { a: "x" }],
    middles: [{ org: "acme", a: "x" }, { org: "acme" }, { id: "m0" }],
    deepers: [{ org: "acme" }, { org: "acme", b: "b1" }, { b: "b1" }],
    notes: [{ org: "acme" }, { org: "acme", id: "n0" }],
  },
};

// Values that begin like one another, go on with what stands behind a value in the keys, or sort close to that.
const firsts = ["a", "ab", "a!", "a#", "a b", "a#y_1", "a$", "A", "a#alone_1", "b", "a!#b", `a${unicode}`, "a\"", "c#x_"];
const seconds = ["b", "b!", "bb", "b#x", "B", "#", "a b", "b\u0001"];
const clustered = {
  seed: {
    pairs: range(36).map((i) => ({ id: `p${i}`, org: pick(["o", "o", "O!"], i), a: pick(firsts, i), b: pick(seconds, i * 3) })),
    triples: range(36).map((i) => ({
      id: `t${i}`, org: pick(["o", "o", "o", "o!"], i), a: pick(firsts, i * 5), b: pick(["b", "b!", "bb", "B", "b#", "a b"], i), x: pick(["x", "#", "1"], i),
    })),
    // Of these, "a#y_1" would be ambiguous.
    others: range(28).map((i) => ({ id: `y${i}`, org: "o", a: pick(firsts, i).replace("#y_", "#x_"), y: pick(["1", "1#b_b", "z"], i) })),
    alones: range(16).map((i) => ({ id: `a${i}`, org: "o", a: pick(firsts, i) })),
  },
  strangers: [
    ["another entity", "pairs", { id: "p0", org: "o", a: "a", b: "b" }, { entity: "Aaa" }],
    ["another entity", "alones", { id: "a0", org: "o", a: "a" }, { entity: "Zzz" }],
    ["another entity, whose name begins with a member's", "alones", { id: "a0", org: "o", a: "ab" }, { entity: "Alone_1" }],
    ["another version", "triples", { id: "t0", org: "o", a: "a", b: "b", x: "x" }, { version: "10" }],
    ["another collection, whose name begins as this one's", "pairs", { id: "p1", org: "o", a: "a", b: "b" }, { entity: "Pears", collections: { two: "pair#a_a", one: "singles" } }],
    ["a member in another collection, whose name begins as this one's", "pairs", { id: "moved", org: "o", a: "a", b: "b" }, { collections: { two: "pairs", one: "singles" } }],
    ["no identifiers", "others", { id: "raw", org: "o", a: "a", y: "1" }, { without: ["__edb_e__", "__edb_v__"] }],
    ["no collection", "pairs", { id: "p2", org: "o", a: "a", b: "b" }, { entity: "Lone", collections: { two: undefined, one: undefined } }],
    ["an isolated index", "pairs", { id: "p3", org: "o", a: "a", b: "b" }, { entity: "Island", type: "isolated" }],
  ],
  collections: {
    pair: {
      partitions: [{ org: "o" }, { org: "O!" }],
      bounds: [
        { lo: { a: "a", b: "b" }, hi: { a: "ab", b: "bb" } },
        { lo: { a: "A!", b: "B!" }, hi: { a: "B", b: "bb" } },
        { lo: { a: "a#", b: "a" }, hi: { a: "a#y_1", b: "b#x" } },
        { lo: { a: "a b", b: "#" }, hi: { a: `a${unicode}`, b: "b" } },
      ],
      several: true,
      wheres: [["a", "eq", "a"], ["x", "notExists"], { or: [["b", "eq", "b"], ["x", "eq", "x"]] }],
    },
    single: {
      partitions: [{ org: "o" }],
      bounds: [
        ...["a", "ab", "a!", "a#", "a b", "a#y_1", "a$", "a#alone_1", "c"].map((a) => ({ lo: { a }, hi: { a: "b" } })),
        { lo: { a: "a" }, hi: { a: "a#y_1" } },
        { lo: { a: "a!" }, hi: { a: "AB" } },
        { lo: { a: "A" }, hi: { a: "a" } },
      ].map(({ lo, hi }) => (lo.a < hi.a ? { lo, hi } : { lo, hi: { a: lo.a + "~" } })),
      wheres: [["b", "exists"], ["y", "eq", "1"]],
    },
  },
  choices: {
    pairs: [{ org: "o" }, { org: "o", a: "a" }, { org: "o", a: "a", b: "b" }, { org: "o", b: "b" }, { a: "a" }],
    triples: [{ org: "o", a: "a" }, { org: "o", a: "a", b: "b", x: "x" }, { org: "o", a: "A", x: "x" }],
    others: [{ org: "o", a: "a" }, { org: "o", a: "a", y: "1" }],
    alones: [{ org: "o", a: "a" }, { org: "o" }, { id: "a0" }],
  },
};

const days = ["2024-01-01", "2024-01-02", "2024-01-02", "2024-01", "2024-02-01", "2024-01-02Z"];
const entry = (prefix, i) => ({
  account: `acc${i % 3}`, number: `${prefix}${i}`, country: pick(["DE", "DE", "DE", "de"], i), region: pick(["Hessen", "Hessen", "Bayern"], i),
  day: pick(days, i), amount: pick([1, 10, 2, -5, 0.5, 100, 2], i),
});
const ledger = {
  seed: {
    invoices: range(30).map((i) => ({ ...entry("i", i), ...(i % 2 ? { status: "paid" } : {}) })),
    payments: range(25).map((i) => ({ ...entry("p", i * 7), status: pick(["paid", "open"], i) })),
    refunds: range(12).map((i) => ({ ...entry("r", i * 5), ...(i % 3 ? { reason: "broken" } : {}) })),
  },
  strangers: [
    ["another entity", "invoices", entry("i", 0), { entity: "Aaa" }],
    ["another version", "payments", { ...entry("p", 1), status: "paid" }, { version: "10" }],
    ["no identifiers", "refunds", entry("raw", 0), { without: ["__edb_e__", "__edb_v__"] }],
  ],
  collections: {
    ledger: {
      partitions: [{ country: "DE", region: "Hessen" }, { country: "DE", region: "Bayern" }, { country: "de", region: "hessen" }],
      bounds: [
        { lo: { day: "2024-01-02", amount: 1 }, hi: { day: "2024-02-01", amount: 10 } },
        { lo: { day: "2024-01-01", amount: -5 }, hi: { day: "2024-01-02", amount: 100 } },
      ],
      wheres: [["status", "eq", "paid"], ["reason", "exists"], { or: [["status", "notExists"], ["account", "eq", "acc1"]] }],
    },
  },
  choices: {
    invoices: [{ account: "acc0", number: "i0" }, { account: "acc0" }, { country: "DE", region: "Hessen" }, { country: "DE" }, { status: "paid" }],
  },
};

const people = {
  seed: {
    firsts: range(12).map((i) => ({ id: `p${i}`, org: pick(["acme", "Acme", "beta"], i), name: pick(["Ada L", "Bob", "ada l"], i), joined: `202${i % 4}-0${1 + (i % 9)}` })),
    // Some have the same id as one of the first version: they are other items.
    seconds: range(12).map((i) => ({ id: `p${i * 2}`, org: pick(["acme", "beta"], i), first: pick(["Ada", "Bob"], i), last: `L${i}`, joined: `202${i % 5}-0${1 + (i % 9)}` })),
    teams: range(5).map((i) => ({ id: `t${i}`, org: pick(["acme", "beta"], i), label: `team ${i}`, joined: `202${i}` })),
  },
  strangers: [
    ["another version", "firsts", { id: "p0", org: "acme", name: "Ada L", joined: "2020-01" }, { version: "10" }],
    ["another version", "seconds", { id: "p0", org: "acme", first: "Ada", last: "L0", joined: "2021-02" }, { version: "20" }],
    ["another entity", "teams", { id: "t0", org: "acme", label: "team 0", joined: "2020" }, { entity: "Person_1" }],
    ["no version", "firsts", { id: "half", org: "acme", name: "Ada L", joined: "2020-01" }, { without: ["__edb_v__"] }],
  ],
  collections: {
    directory: { partitions: ["acme", "ACME", "beta", "none"].map((org) => ({ org })), wheres: [["joined", "begins", "2021"], ["last", "exists"]] },
    timeline: {
      partitions: ["acme", "beta"].map((org) => ({ org })),
      bounds: [{ lo: { joined: "2021" }, hi: { joined: "2022-05" } }, { lo: { joined: "2020-01" }, hi: { joined: "2024" } }],
      wheres: [["name", "eq", "Bob"]],
    },
  },
  choices: {
    firsts: [
      { org: "acme" }, // a complete one, though others begin so, too
      { org: "acme", joined: "2020-01" }, // a complete one with less
      { org: "acme", joined: "2020-01", name: "Ada L" }, // two complete ones: the last
      { joined: "2020-01" },
    ],
    seconds: [{ org: "acme" }, { org: "acme", joined: "2020-01" }, { org: "acme", last: "L0", first: "Ada", joined: "2020-01" }, { id: "p0" }],
    teams: [{ org: "acme" }, { org: "acme", joined: "2020" }, { label: "team 0" }],
  },
};

const optionsItem = (i) => ({
  id: `Id ${i}`, code: pick(["A", "a", "AB", "long one", "0A"], i), org: pick(["Org", "org", "Org"], i),
  day: pick(["Mon", "mon", "Tue", "Mon!"], i), rank: pick([1, 10, 2, 65535, 0], i),
});
const options = {
  seed: {
    plains: range(30).map(optionsItem),
    taggeds: range(30).map((i) => ({ ...optionsItem(i * 7), id: `Tagged ${i}`, tag: pick(["T", "t", "#"], i) })),
  },
  strangers: [
    ["another entity", "plains", optionsItem(0), { entity: "Aaa" }],
    ["another version", "taggeds", { ...optionsItem(1), tag: "T" }, { version: "1.00" }],
    ["no identifiers", "plains", { ...optionsItem(2), id: "raw" }, { without: ["__edb_e__", "__edb_v__"] }],
  ],
  collections: {
    Mixed: { partitions: ["Org", "org", "ORG"].map((org) => ({ org })), wheres: [["day", "eq", "Mon"]] },
    Scoped: {
      partitions: [{ org: "Org", code: "A" }, { org: "Org", code: "0A" }, { org: "org", code: "a" }],
      bounds: [{ lo: { day: "Mon", rank: 1 }, hi: { day: "Tue", rank: 100 } }, { lo: { day: "Mon", rank: 0 }, hi: { day: "mon", rank: 65535 } }],
      wheres: [["tag", "exists"]],
    },
  },
  choices: {
    plains: [{ org: "Org" }, { org: "Org", code: "A" }, { org: "Org", code: "A", day: "Mon" }, { org: "Org", code: "A", day: "Mon", rank: 1 }, { day: "Mon" }],
    taggeds: [{ org: "Org", code: "A", tag: "T" }, { id: "Tagged 1" }, { tag: "T", rank: 10 }],
  },
};

export const cases = { blog, tasks, versions, nested, clustered, ledger, people, options };
