//! The comments example against a server: the same code as on the embedded engine, over HTTP.

use std::process::{Command, Output};

use dynoxide::{Database, server};
use tokio::{net::TcpListener, sync::oneshot};

/// Runs the example against a fresh server; `arguments` gets the server's address.
async fn run_example(features: &str, arguments: impl FnOnce(String) -> Vec<String>, aws: bool) -> Output {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
    let address = format!("http://{}", listener.local_addr().expect("the listener is bound"));
    let (stop, stopped) = oneshot::channel::<()>();
    let database = Database::memory().expect("the engine starts");
    let serving = tokio::spawn(server::serve_with_shutdown(listener, database, async {
        let _ = stopped.await;
    }));
    let mut command = Command::new(env!("CARGO"));
    command.args(["run", "--quiet", "--example", "comments", "--features", features, "--"]);
    command.args(arguments(address.clone()));
    if aws {
        command.env("AWS_ENDPOINT_URL", address).env("AWS_REGION", "eu-central-1");
        command.env("AWS_ACCESS_KEY_ID", "test").env("AWS_SECRET_ACCESS_KEY", "test");
    }
    let output = tokio::task::spawn_blocking(move || command.output());
    let output = output.await.expect("the example is awaited").expect("cargo runs");
    let _ = stop.send(());
    let _ = serving.await;
    output
}

fn assert_told_the_story(output: &Output) {
    let (stdout, stderr) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{stdout}\n{stderr}");
    for line in ["Let chains. Finally.", "already exists", "cannot patch Comment", "(none)"] {
        assert!(stdout.contains(line), "the output lacks {line:?}:\n{stdout}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn it_runs_on_a_server() {
    let arguments = |address| vec!["--endpoint".to_owned(), address, "--table".to_owned(), "app".to_owned()];
    assert_told_the_story(&run_example("local", arguments, false).await);
}

/// With the `aws` feature, the environment says where the table is, as it does for the AWS CLI.
#[cfg(feature = "aws")]
#[tokio::test(flavor = "multi_thread")]
async fn it_runs_where_the_aws_environment_points() {
    let arguments = |_| vec!["--table".to_owned(), "app".to_owned()];
    assert_told_the_story(&run_example("aws", arguments, true).await);
}
