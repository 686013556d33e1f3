//! A place for repositories: issues, pull requests and their comments, and who follows what.
//!
//! Issues and pull requests are different entities that are listed together: their collections are `clustered`, so that
//! they mix in one order. Numbers in keys are padded with zeros, without which 10 would come before 9.
//!
//! ```text
//! cargo run --example version_control                                        # embedded engine, in memory
//! cargo run --example version_control -- --file vcs.db                       # embedded engine, kept in a file
//! cargo run --example version_control -- --endpoint http://localhost:8000 --table app
//! AWS_PROFILE=dev cargo run --example version_control --features aws -- --table app
//! ```

mod support;

use std::{collections::BTreeSet, process::ExitCode};

use dynaent::{
    Collection, CollectionPage, Cursor, Entity, Error, KeyPart, Page, Result, Service, Table, begins_with, between, gte,
};

// -- The models ------------------------------------------------------------------------------------------------------

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "vcs", name = "User", version = "1")]
#[index(primary, pk = [username], sk = [])]
#[index(by_user, gsi = "gsi1", pk = [username], sk = [], collection = "account")]
pub struct User {
    pub username: String,
    pub full_name: String,
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "vcs", name = "Repository", version = "1")]
#[index(primary, pk = [owner], sk = [repo])]
#[index(by_language, gsi = "gsi2", pk = [language], sk = [created, owner, repo])]
pub struct Repository {
    pub owner: String,
    pub repo: String,
    #[attr(read_only)]
    pub created: String,
    #[attr(read_only)]
    pub language: String,
    #[attr(default)]
    pub stars: u32,
    /// The last number that was given to an issue or a pull request.
    #[attr(default)]
    pub last_number: u32,
}

/// Its number is of the repository, and shared with pull requests: no issue has the number of one.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "vcs", name = "Issue", version = "1")]
#[index(primary, pk = [owner, repo, number], sk = [], collection = "thread")]
#[index(by_status, gsi = "gsi1", pk = [owner, repo], sk = [status, number], collection = "activity", clustered)]
#[index(by_author, gsi = "gsi2", pk = [author], sk = [created, owner, repo, number], collection = "work", clustered)]
pub struct Issue {
    pub owner: String,
    pub repo: String,
    #[attr(padding(5, "0"))]
    pub number: u32,
    #[attr(default = Status::Open)]
    pub status: Status,
    #[attr(read_only)]
    pub author: String,
    #[attr(read_only)]
    pub created: String,
    pub title: String,
    #[attr(default)]
    pub labels: BTreeSet<String>,
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "vcs", name = "PullRequest", version = "1")]
#[index(primary, pk = [owner, repo, number], sk = [], collection = "thread")]
#[index(by_status, gsi = "gsi1", pk = [owner, repo], sk = [status, number], collection = "activity", clustered)]
#[index(by_author, gsi = "gsi2", pk = [author], sk = [created, owner, repo, number], collection = "work", clustered)]
pub struct PullRequest {
    pub owner: String,
    pub repo: String,
    #[attr(padding(5, "0"))]
    pub number: u32,
    #[attr(default = Status::Open)]
    pub status: Status,
    #[attr(read_only)]
    pub author: String,
    #[attr(read_only)]
    pub created: String,
    pub branch: String,
    pub reviewer: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, KeyPart)]
#[key_part(rename_all = "lowercase")]
pub enum Status {
    Open,
    Closed,
    Merged,
}

/// A comment on an issue or a pull request: in the partition of either.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "vcs", name = "Comment", version = "1")]
#[index(primary, pk = [owner, repo, number], sk = [comment_id], collection = "thread")]
pub struct Comment {
    pub owner: String,
    pub repo: String,
    #[attr(padding(5, "0"))]
    pub number: u32,
    pub comment_id: String,
    pub author: String,
    pub text: String,
}

/// That a user follows a repository, or gave it a star. The table lists those of a repository, the index those of a user.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "vcs", name = "Subscription", version = "1")]
#[index(primary, pk = [owner, repo], sk = [kind, username])]
#[index(by_user, gsi = "gsi1", pk = [username], sk = [kind, since, owner, repo], collection = "account")]
pub struct Subscription {
    pub owner: String,
    pub repo: String,
    pub username: String,
    pub kind: Kind,
    #[attr(read_only)]
    pub since: String,
}

#[derive(Debug, Clone, Copy, PartialEq, KeyPart)]
#[key_part(rename_all = "lowercase")]
pub enum Kind {
    Star,
    Watch,
}

/// An issue or a pull request, with its comments.
#[derive(Debug, Collection)]
#[collection(name = "thread")]
pub struct Thread {
    pub issues: Vec<Issue>,
    pub pull_requests: Vec<PullRequest>,
    pub comments: Vec<Comment>,
}

/// Issues and pull requests of a repository.
#[derive(Debug, Collection)]
#[collection(name = "activity")]
pub struct Activity {
    pub issues: Vec<Issue>,
    pub pull_requests: Vec<PullRequest>,
}

/// Issues and pull requests of an author.
#[derive(Debug, Collection)]
#[collection(name = "work")]
pub struct Work {
    pub issues: Vec<Issue>,
    pub pull_requests: Vec<PullRequest>,
}

/// A user, with what they follow.
#[derive(Debug, Collection)]
#[collection(name = "account")]
pub struct Account {
    pub users: Vec<User>,
    pub subscriptions: Vec<Subscription>,
}

/// Everything in the table.
#[derive(Debug, Service)]
pub enum Vcs {
    User(User),
    Repository(Repository),
    Issue(Issue),
    PullRequest(PullRequest),
    Comment(Comment),
    Subscription(Subscription),
}

// -- Repositories ----------------------------------------------------------------------------------------------------

async fn repositories_of(table: &Table, owner: &str) -> Result<Vec<Repository>> {
    Repository::query().primary().owner(owner).all(table).await
}

async fn repositories_in(table: &Table, language: &str, from: &str, to: &str) -> Result<Vec<Repository>> {
    let created = Repository::query().by_language().language(language).created(between(from, to));
    created.descending().all(table).await
}

/// The next number of a repository. DynamoDB counts, so two that ask at once get two numbers.
async fn next_number(table: &Table, owner: &str, repo: &str) -> Result<u32> {
    let r = Repository::attributes();
    let counted = Repository::patch().owner(owner).repo(repo).add(r.last_number, 1).return_new().send(table).await?;
    Ok(counted.last_number)
}

// -- Issues and pull requests ----------------------------------------------------------------------------------------

async fn open_issue(table: &Table, repo: (&str, &str), author: &str, created: &str, label: &str) -> Result<Issue> {
    let number = next_number(table, repo.0, repo.1).await?;
    let create = Issue::create().owner(repo.0).repo(repo.1).number(number).author(author).created(created);
    create.title(format!("Issue {number}")).labels(BTreeSet::from([label.to_owned()])).send(table).await
}

async fn request_pull(table: &Table, repo: (&str, &str), author: &str, created: &str) -> Result<PullRequest> {
    let number = next_number(table, repo.0, repo.1).await?;
    let create = PullRequest::create().owner(repo.0).repo(repo.1).number(number).author(author).created(created);
    create.branch(format!("branch-{number}")).send(table).await
}

/// An issue or a pull request with its comments, in one request: whoever asks knows only the number.
async fn thread(table: &Table, owner: &str, repo: &str, number: u32) -> Result<Thread> {
    Thread::query().owner(owner).repo(repo).number(number).all(table).await
}

/// Issues and pull requests of a status, in one order: the latest number first.
async fn activity(table: &Table, repo: (&str, &str), status: Status, after: Option<Cursor>) -> Result<Page<Vcs>> {
    let activity = Activity::query().owner(repo.0).repo(repo.1).status(status).descending().limit(3).after(after);
    activity.in_order().send(table).await
}

/// Of those that are open, the ones from a number on; of the issues only those with a label.
async fn labelled(table: &Table, repo: (&str, &str), from: u32, label: &str) -> Result<CollectionPage<Activity>> {
    let i = Issue::attributes();
    let open = Activity::query().owner(repo.0).repo(repo.1).status(Status::Open).number(gte(from));
    open.filter(i.labels.contains(label)).send(table).await
}

/// The open issues alone: the same index, without the pull requests.
async fn open_issues(table: &Table, owner: &str, repo: &str) -> Result<Vec<Issue>> {
    Issue::query().by_status().owner(owner).repo(repo).status(Status::Open).all(table).await
}

/// What somebody opened in a month, in any repository, in the order of time.
async fn work_in_month(table: &Table, author: &str, month: &str) -> Result<Vec<Vcs>> {
    Work::query().author(author).created(begins_with(month)).in_order().all(table).await
}

/// Closes an issue. The index follows: it is listed among the closed ones from then on.
async fn close(table: &Table, it: &Issue) -> Result<Issue> {
    let i = Issue::attributes();
    let close = Issue::patch().owner(&it.owner).repo(&it.repo).number(it.number).set(i.status, Status::Closed);
    close.condition(i.status.eq(Status::Open)).return_new().send(table).await
}

async fn approve(table: &Table, it: &PullRequest, reviewer: &str) -> Result<PullRequest> {
    let p = PullRequest::attributes();
    let approve = PullRequest::patch().owner(&it.owner).repo(&it.repo).number(it.number).set(p.reviewer, reviewer);
    // Nobody reviews their own.
    approve.condition(p.status.eq(Status::Open) & p.author.ne(reviewer)).return_new().send(table).await
}

async fn merge(table: &Table, it: &PullRequest) -> Result<PullRequest> {
    let p = PullRequest::attributes();
    let merge = PullRequest::patch().owner(&it.owner).repo(&it.repo).number(it.number).set(p.status, Status::Merged);
    merge.condition(p.status.eq(Status::Open) & p.reviewer.exists()).return_new().send(table).await
}

async fn comment(table: &Table, repo: (&str, &str), number: u32, id: &str, author: &str) -> Result<Comment> {
    let create = Comment::create().owner(repo.0).repo(repo.1).number(number).comment_id(id).author(author);
    create.text("I agree.").send(table).await
}

// -- Subscriptions ---------------------------------------------------------------------------------------------------

async fn watch(table: &Table, username: &str, repo: (&str, &str), since: &str) -> Result<Subscription> {
    let put = Subscription::put().owner(repo.0).repo(repo.1).username(username).kind(Kind::Watch);
    put.since(since).send(table).await
}

/// Gives a star, once. `false` if it was given already.
///
/// Two writes: if the second one fails, the number of stars is one less than there are. The subscriptions are the truth.
async fn star(table: &Table, username: &str, repo: (&str, &str), since: &str) -> Result<bool> {
    let create = Subscription::create().owner(repo.0).repo(repo.1).username(username).kind(Kind::Star);
    match create.since(since).send(table).await {
        Err(Error::AlreadyExists { .. }) => return Ok(false),
        created => created?,
    };
    let r = Repository::attributes();
    Repository::patch().owner(repo.0).repo(repo.1).add(r.stars, 1).send(table).await?;
    Ok(true)
}

async fn stargazers(table: &Table, owner: &str, repo: &str) -> Result<Vec<Subscription>> {
    Subscription::query().primary().owner(owner).repo(repo).kind(Kind::Star).all(table).await
}

/// The user, and what they watch and gave stars, in one request.
async fn account(table: &Table, username: &str) -> Result<Account> {
    Account::query().username(username).all(table).await
}

/// What a user watches since a day, the last first.
async fn watched_since(table: &Table, username: &str, day: &str) -> Result<Vec<Subscription>> {
    let watched = Subscription::query().by_user().username(username).kind(Kind::Watch).since(gte(day));
    watched.descending().all(table).await
}

// -- The story -------------------------------------------------------------------------------------------------------

#[tokio::main]
async fn main() -> ExitCode {
    support::exit(run().await)
}

const ENGINE: (&str, &str) = ("ada", "engine");

async fn run() -> support::Outcome {
    let table = &support::args::table::<Vcs>().await?;
    for (username, full_name) in [("ada", "Ada L."), ("bob", "Bob B."), ("cleo", "Cleo C.")] {
        User::put().username(username).full_name(full_name).send(table).await?;
    }
    for (owner, repo, language, created) in [
        ("ada", "engine", "rust", "2026-02-01"),
        ("ada", "notes", "markdown", "2026-03-01"),
        ("bob", "parser", "rust", "2027-01-10"),
    ] {
        Repository::put().owner(owner).repo(repo).language(language).created(created).send(table).await?;
    }

    println!("Twelve issues and pull requests get the numbers of one count:");
    let (mut issues, mut pull_requests) = (Vec::new(), Vec::new());
    for (day, author) in [("01", "bob"), ("05", "cleo"), ("09", "bob"), ("14", "ada")] {
        let label = if author == "bob" { "bug" } else { "idea" };
        issues.push(open_issue(table, ENGINE, author, &format!("2027-01-{day}"), label).await?);
        pull_requests.push(request_pull(table, ENGINE, author, &format!("2027-01-{day}")).await?);
        issues.push(open_issue(table, ENGINE, "cleo", &format!("2027-02-{day}"), "idea").await?);
    }
    let [first_issue, ..] = issues.as_slice() else { return Err("no issues".into()) };
    let [first_pull, ..] = pull_requests.as_slice() else { return Err("no pull requests".into()) };
    println!("  issues {:?}", issues.iter().map(|issue| issue.number).collect::<Vec<_>>());
    println!("  pull requests {:?}", pull_requests.iter().map(|pull| pull.number).collect::<Vec<_>>());

    println!("\nAn issue is closed, a pull request reviewed and merged:");
    print([close(table, first_issue).await?]);
    refused("closing it again", close(table, first_issue).await)?;
    refused("merging without a review", merge(table, first_pull).await)?;
    refused("a review of one's own", approve(table, first_pull, "bob").await)?;
    approve(table, first_pull, "ada").await?;
    print([merge(table, first_pull).await?]);

    println!("\nComments and subscriptions:");
    comment(table, ENGINE, 2, "c1", "ada").await?;
    comment(table, ENGINE, 2, "c2", "bob").await?;
    comment(table, ENGINE, 10, "c3", "cleo").await?;
    watch(table, "cleo", ENGINE, "2027-01-02").await?;
    watch(table, "cleo", ("bob", "parser"), "2027-01-20").await?;
    watch(table, "bob", ("ada", "notes"), "2026-12-24").await?;
    println!("  cleo's star: {}", star(table, "cleo", ENGINE, "2027-01-03").await?);
    println!("  bob's star: {}", star(table, "bob", ENGINE, "2027-01-04").await?);
    println!("  and once more: {}", star(table, "bob", ENGINE, "2027-01-05").await?);

    support::grid::print(table, &["gsi1", "gsi2"]).await?;

    println!("\nRepositories of ada:");
    print(repositories_of(table, "ada").await?);
    println!("\nRepositories in Rust, created from 2026 to March 2027, the last first:");
    print(repositories_in(table, "rust", "2026-01-01", "2027-03-31").await?);

    println!("\nA thread, in one request:");
    let Thread { issues: threads, pull_requests: pulls, comments } = thread(table, "ada", "engine", 2).await?;
    print(threads);
    print(pulls);
    print(comments);

    println!("\nOpen issues and pull requests, the latest number first; then the next page:");
    let page = activity(table, ENGINE, Status::Open, None).await?;
    print(page.items);
    println!("  -- cursor --");
    print(activity(table, ENGINE, Status::Open, page.cursor).await?);
    println!("\nWhat was merged:");
    print(activity(table, ENGINE, Status::Merged, None).await?);

    println!("\nOpen from number 5 on: bugs, and pull requests:");
    let page = labelled(table, ENGINE, 5, "bug").await?;
    print(page.items.issues);
    print(page.items.pull_requests);

    println!("\nOpen issues:");
    print(open_issues(table, "ada", "engine").await?);

    println!("\nWhat bob opened in January 2027, anywhere:");
    print(work_in_month(table, "bob", "2027-01").await?);

    println!("\nStargazers of ada's engine:");
    print(stargazers(table, "ada", "engine").await?);

    println!("\nCleo, and what she follows, in one request:");
    let Account { users, subscriptions } = account(table, "cleo").await?;
    print(users);
    print(subscriptions);
    println!("\nWhat she watches since 10 January, the last first:");
    print(watched_since(table, "cleo", "2027-01-10").await?);

    // What was created goes, so that the example can be run again.
    for it in issues {
        Issue::remove().owner(it.owner).repo(it.repo).number(it.number).send(table).await?;
    }
    for it in pull_requests {
        PullRequest::remove().owner(it.owner).repo(it.repo).number(it.number).send(table).await?;
    }
    for (number, id) in [(2, "c1"), (2, "c2"), (10, "c3")] {
        Comment::remove().owner(ENGINE.0).repo(ENGINE.1).number(number).comment_id(id).send(table).await?;
    }
    for it in stargazers(table, "ada", "engine").await? {
        Subscription::remove().owner(it.owner).repo(it.repo).kind(it.kind).username(it.username).send(table).await?;
    }
    Ok(())
}

/// Says that a condition kept a write from being made.
fn refused<T: std::fmt::Debug>(what: &str, written: Result<T>) -> support::Outcome {
    match written {
        Err(Error::ConditionFailed { .. }) => println!("  {what}: refused"),
        other => println!("  {what}: {:?}", other?),
    }
    Ok(())
}

fn print<T: Into<Vcs>>(items: impl IntoIterator<Item = T>) {
    for item in items {
        match item.into() {
            Vcs::User(User { username, full_name }) => println!("  user {username}: {full_name}"),
            Vcs::Repository(Repository { owner, repo, language, created, stars, .. }) => {
                println!("  {owner}/{repo}, in {language}, of {created}, {stars} stars");
            }
            Vcs::Issue(Issue { number, status, author, created, labels, .. }) => {
                println!("  #{number} issue by {author}, {created}: {status:?}, {labels:?}");
            }
            Vcs::PullRequest(PullRequest { number, status, author, created, branch, .. }) => {
                println!("  #{number} pull request by {author}, {created}: {status:?}, {branch}");
            }
            Vcs::Comment(Comment { comment_id, author, text, .. }) => println!("  {comment_id} by {author}: {text}"),
            Vcs::Subscription(Subscription { owner, repo, username, kind, since }) => {
                println!("  {username}: {kind:?} of {owner}/{repo} since {since}");
            }
        }
    }
}
