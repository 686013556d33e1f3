//! The examples: each tells its story, the same one on the embedded engine and over HTTP. And the lock of one holds.

#[path = "example/locking.rs"]
mod locking;

use std::process::{Command, Output};

use dynoxide::{Database, server};
use tokio::{net::TcpListener, sync::oneshot};

/// An empty engine behind a server.
struct Server {
    address: String,
    stop: oneshot::Sender<()>,
    serving: tokio::task::JoinHandle<()>,
}

impl Server {
    async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
        let address = format!("http://{}", listener.local_addr().expect("the listener is bound"));
        let (stop, stopped) = oneshot::channel::<()>();
        let database = Database::memory().expect("the engine starts");
        let serving = tokio::spawn(async {
            let ended = server::serve_with_shutdown(listener, database, async {
                let _ = stopped.await;
            });
            ended.await.expect("the server ends");
        });
        Self { address, stop, serving }
    }

    async fn stop(self) {
        let _ = self.stop.send(());
        self.serving.await.expect("the server ends");
    }
}

/// What an example prints, which must not fail.
async fn output(mut command: Command) -> String {
    let output: Output = tokio::task::spawn_blocking(move || command.output())
        .await
        .expect("the example is awaited")
        .expect("cargo runs");
    let stdout = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{stdout}\n{}", String::from_utf8_lossy(&output.stderr));
    stdout
}

fn example(name: &str, features: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO"));
    command.args(["run", "--quiet", "--example", name, "--features", features, "--"]).args(arguments);
    command
}

/// Runs an example in memory, then twice on one server: a second run finds what the first one left.
async fn both_ways(name: &str) -> [String; 3] {
    let in_memory = output(example(name, "local", &[])).await;
    let server = Server::start().await;
    let over_http = || output(example(name, "local", &["--endpoint", &server.address, "--table", "app"]));
    let told = [in_memory, over_http().await, over_http().await];
    server.stop().await;
    told
}

/// That lines are among those of an example's output, one behind the other.
#[track_caller]
fn assert_tells<'a>(output: &str, lines: impl IntoIterator<Item = &'a str>) {
    let mut told = output.lines();
    for line in lines {
        assert!(told.any(|it| it == line), "the output lacks {line:?}, or has it further up:\n{output}");
    }
}

/// The story is the same whichever way, has these lines, and all that the book shows of it.
async fn assert_tells_its_story(name: &str, lines: &[&str]) {
    let [in_memory, over_http, again] = both_ways(name).await;
    assert_eq!(in_memory, over_http, "in memory, and over HTTP");
    assert_eq!(over_http, again, "a second time on the same table");
    assert_tells(&in_memory, lines.iter().copied());
    for picture in pictures(name) {
        assert_tells(&in_memory, picture.lines().filter(|line| !line.is_empty() && line.trim() != "…"));
    }
}

/// The pictures of tables in an example's section of the book.
fn pictures(name: &str) -> Vec<&'static str> {
    let book = include_str!("../docs/src/examples.md");
    let (_, section) = book.split_once(&format!("\n## `{name}`")).expect("the book has a section on each example");
    let section = section.split_once("\n## ").map_or(section, |(section, _)| section);
    let pictures: Vec<_> = section.split("```").skip(1).step_by(2).filter_map(|it| it.strip_prefix("text\n")).collect();
    assert!(!pictures.is_empty(), "the book shows no table of {name}");
    pictures
}

/// Its ids are new ones each time, and are in no order within a millisecond: no two outputs are the same.
#[tokio::test(flavor = "multi_thread")]
async fn comments_are_told() {
    for told in both_ways("comments").await {
        assert_comments(&told);
    }
}

#[track_caller]
fn assert_comments(told: &str) {
    for words in ["Let chains. Finally.", "already exists", "cannot patch Comment"] {
        assert!(told.contains(words), "the output lacks {words:?}:\n{told}");
    }
    let partition = told.lines().find(|line| line.contains("| $comment_1#commentid_")).expect("the index in the grid");
    assert!(partition.starts_with("  $myapp#articleid_dynamo-101 | "), "{partition}");
    assert!(told.ends_with("\n  (none)\n"), "{told}");
}

/// With the `aws` feature, the environment says where the table is, as it does for the AWS CLI.
#[cfg(feature = "aws")]
#[tokio::test(flavor = "multi_thread")]
async fn comments_are_told_where_the_aws_environment_points() {
    let server = Server::start().await;
    let mut command = example("comments", "aws", &["--table", "app"]);
    command.env("AWS_ENDPOINT_URL", &server.address).env("AWS_REGION", "eu-central-1");
    command.env("AWS_ACCESS_KEY_ID", "test").env("AWS_SECRET_ACCESS_KEY", "test");
    assert_comments(&output(command).await);
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_blog_is_told() {
    let lines = [
        "  bob publishes ada's draft: refused",
        "  2027-03-02T10:00  keys, an article by ada (Published, revision 2)",
        "  $blog#article_id_keys  | $discussion#article_1                                       | Article",
        "                         | $discussion#comment_1#posted_2027-03-03t10:00#comment_id_c1 | Comment",
        "The index gsi1:",
        "  $blog#author_id_ada | $works#posted_2027-03-02t10:00#article_id_keys#article_1  | Article",
        "                      | $works#posted_2027-03-03t11:00#comment_id_c2#comment_1    | Comment",
        "The page of an article, with its comments, in one request; then what follows:",
        "  2027-03-02T10:00  keys, an article by ada (Published, revision 2)",
        "  2027-03-03T10:00    c1: bob on keys (0 likes)",
        "  2027-03-03T11:00    c2: ada on keys (0 likes)",
        "  -- cursor --",
        "  2027-03-05T09:00    c3: bob on keys (0 likes)",
        "What ada wrote, newest first; then what follows:",
        "  2027-03-03T11:00    c2: ada on keys (0 likes)",
        "  -- cursor --",
        "  2027-03-02T10:00  keys, an article by ada (Published, revision 2)",
        "  2027-03-03T10:00    c1: bob on keys (2 likes)",
        "  revision 3",
        "  a conflict: it is now Some((3, \"Keys, explained.\"))",
        "  by bob: false",
        "  by ada: true",
        "  2 items, 2 of them authors",
    ];
    assert_tells_its_story("blog", &lines).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_is_told() {
    let lines = [
        "720 readings, one in a line of a file:",
        "  imported: 720",
        "  no such reading",
        "  the source of the batch failed: expected value at line 1 column 1 (0 written, 1 left)",
        "  written after all: 1",
        "  deleted: 240",
        "  left: {\"oslo\": 240, \"pune\": 240, \"rome\": 1}",
        "  written: 2",
    ];
    assert_tells_its_story("import", &lines).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_task_manager_is_told() {
    let lines = [
        "  $taskapp#office_id_bonn   | $workplaces#employee_1#team_billing#title_engineer#employee_id_cleo | Employee",
        "                            | $workplaces#office_1                                                | Office",
        "  $taskapp#status_open    | $task_1#points_001#task_id_t6                  | Task",
        "  workplaces: the office:",
        "    bonn: 1 Main Street, bonn",
        "    cleo: engineer in billing, bonn; 82000, born 05-23, hired 2026-01-15",
        "  assignments: the employee:",
        "    bob: engineer in search, bonn; 70000, born 05-03, hired 2024-08-01",
        "    t1: ranking, bob, 3 points, Open",
        "  engineers with 80,000 to 100,000:",
        "    cleo: engineer in billing, bonn; 82000, born 05-23, hired 2026-01-15",
        "    dan: engineer in search, spree; 100000, born 09-30, hired 2026-06-01",
        "  direct reports of a manager:",
        "  birthdays in May, in Bonn:",
        "  hired since 2024, the last first:",
        "  open tasks of 5 points and more, the largest first:",
        "    t5: invoices, bob, 100 points, Open",
        "    t2: ranking, dan, 13 points, Open",
        "    t3: ranking, bob, 8 points, Open",
        "    t4: invoices, cleo, 5 points, Open",
        "  search by project, employee and points:",
        "    t3: ranking, bob, 8 points, Open",
        "  somebody else closes it: refused, for it is:",
        "    t2: ranking, dan, 13 points, InProgress",
        "  its employee does:",
        "    t2: ranking, dan, 13 points, Closed on 2027-01-31",
        "  once more: refused, for it is:",
        "  moves to Paris:",
        "    finn: engineer in search, seine; 60000, born 12-24, hired 2027-02-01",
        "  the leads:",
        "    finn: lead in search, seine; 90000, born 12-24, hired 2027-02-01",
        "  employees: 5",
        "  tasks: 6",
        "  offices: 3",
    ];
    assert_tells_its_story("task_manager", &lines).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn version_control_is_told() {
    let lines = [
        "  issues [1, 3, 4, 6, 7, 9, 10, 12]",
        "  pull requests [2, 5, 8, 11]",
        "  merging without a review: refused",
        "  a review of one's own: refused",
        "  bob's star: true",
        "  and once more: false",
        "  $vcs#owner_ada#repo_engine#number_00002 | $thread#comment_1#comment_id_c1          | Comment",
        "Open issues and pull requests, the latest number first; then the next page:",
        "  #12 issue by cleo, 2027-02-14: Open, {\"idea\"}",
        "  #11 pull request by ada, 2027-01-14: Open, branch-11",
        "  #10 issue by ada, 2027-01-14: Open, {\"idea\"}",
        "  -- cursor --",
        "  #9 issue by cleo, 2027-02-09: Open, {\"idea\"}",
        "What was merged:",
        "  #2 pull request by bob, 2027-01-01: Merged, branch-2",
        "Stargazers of ada's engine:",
        "  bob: Star of ada/engine since 2027-01-04",
        "What she watches since 10 January, the last first:",
        "  cleo: Watch of bob/parser since 2027-01-20",
    ];
    assert_tells_its_story("version_control", &lines).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn locks_are_told() {
    let lines = [
        "  1 of 2 has it",
        "  ada has it, with token 2, until 11 s",
        "  bob does not get it",
        "  ada renews: true, until 19 s",
        "  bob does not get it",
        "  bob has it, with token 3, until 25 s",
        "  ada does not get it",
        "  ada has it, with token 4, until 37 s",
        "  bob writes: false",
        "  bob opens the ledger again: false",
        "  bob renews: false",
        "  bob releases: false",
        "  held by Some(\"ada-4\")",
        "  Some([\"ada, token 2\", \"ada, token 4\"])",
        "  $locks#name_monthly-report | $lock_1   | Lock",
    ];
    assert_tells_its_story("locks", &lines).await;
}
