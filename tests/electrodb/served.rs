//! An engine behind an HTTP server, where both libraries work on one table: ElectroDB runs in Node.

use std::{
    io::Write,
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use aws_sdk_dynamodb::{
    Client, Config,
    config::{BehaviorVersion, Credentials, Region, retry::RetryConfig},
};
use dynaent::Table;
use serde_json::Value as Json;
use tokio::net::TcpListener;

use crate::vectors::Object;

/// An engine that serves, and ElectroDB's scripts.
pub struct Served {
    address: SocketAddr,
    scripts: PathBuf,
}

impl Served {
    /// Begins to serve; nothing, and says so, if ElectroDB is not installed.
    pub async fn start() -> Option<Self> {
        let scripts = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/electrodb");
        if !scripts.join("node_modules").exists() {
            let wanted = std::env::var_os("DYNAENT_TWO_WAY").is_some();
            assert!(!wanted, "DYNAENT_TWO_WAY is set, but `npm ci` has not been run in tests/electrodb");
            eprintln!("skipped: both libraries on one table. It needs Node, and `npm ci` in tests/electrodb.");
            return None;
        }
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        tokio::spawn(dynoxide::server::serve_on(listener, dynoxide::Database::memory().expect("an engine")));
        Some(Self { address, scripts })
    }

    /// A table of ours there.
    pub fn table(&self, name: &str) -> Table {
        let config = Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .http_client(aws_smithy_http_client::Builder::new().build_http())
            .endpoint_url(format!("http://{}", self.address))
            .region(Region::from_static("eu-central-1"))
            .credentials_provider(Credentials::new("key", "secret", None, None, "test"))
            .retry_config(RetryConfig::disabled())
            .build();
        Table::new(Client::from_conf(config), name)
    }

    /// Runs a step of ElectroDB's part.
    pub async fn node(&self, script: &'static str, step: &'static str, work: Object) -> Json {
        let mut command = Command::new("node");
        command.args(["--no-warnings", script, step]).current_dir(&self.scripts);
        command.env("ENDPOINT", format!("http://{}", self.address)).stdin(Stdio::piped()).stdout(Stdio::piped());
        let run = move || {
            let mut node = command.spawn().expect("node runs");
            let mut stdin = node.stdin.take().expect("a pipe");
            stdin.write_all(Json::Object(work).to_string().as_bytes()).expect("node reads");
            drop(stdin);
            let output = node.wait_with_output().expect("node ends");
            assert!(output.status.success(), "ElectroDB's part failed: {}", output.status);
            serde_json::from_slice(&output.stdout).expect("node writes JSON")
        };
        tokio::task::spawn_blocking(run).await.expect("node is waited for")
    }
}
