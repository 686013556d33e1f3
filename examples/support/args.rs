//! The command line: which table an example runs on.

use aws_sdk_dynamodb::{Client, Config, config};
use dynaent::{Entities, Table};

use super::Outcome;

const USAGE: &str = concat!("usage: ", env!("CARGO_CRATE_NAME"), " [--file PATH] [--endpoint URL] [--table NAME]");

/// The table that the arguments name, made for the entities if it is not there.
pub async fn table<E: Entities>() -> Outcome<Table> {
    let (mut file, mut endpoint, mut name) = (None, None, None);
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        let slot = match argument {
            lexopt::Arg::Long("file") => &mut file,
            lexopt::Arg::Long("endpoint") => &mut endpoint,
            lexopt::Arg::Long("table") => &mut name,
            lexopt::Arg::Long("help") => return Err(USAGE.into()),
            other => return Err(format!("{}\n{USAGE}", other.unexpected()).into()),
        };
        *slot = Some(parser.value()?.into_string().map_err(|_| "arguments must be UTF-8")?);
    }
    let table = match (file, endpoint, name) {
        (None, None, None) => return Ok(Table::local::<E>().await?),
        (Some(file), None, None) => return Ok(Table::local_file::<E>(file).await?),
        (None, Some(endpoint), name) => Table::new(server(&endpoint)?, name.as_deref().unwrap_or("app")),
        (None, None, Some(name)) => on_aws(name).await?,
        _ => return Err(format!("--file goes without --endpoint and --table\n{USAGE}").into()),
    };
    table.create_if_absent::<E>().await?;
    Ok(table)
}

/// A client for a server on this machine, which takes any credentials.
fn server(endpoint: &str) -> Outcome<Client> {
    if !endpoint.starts_with("http://") {
        return Err("--endpoint takes an http:// address; for TLS and AWS, build with `--features aws`".into());
    }
    let config = Config::builder()
        .behavior_version(config::BehaviorVersion::latest())
        .region(config::Region::new("us-east-1"))
        .credentials_provider(config::Credentials::new("local", "local", None, None, "example"))
        .http_client(aws_smithy_http_client::Builder::new().build_http())
        .endpoint_url(endpoint);
    Ok(Client::from_conf(config.build()))
}

#[cfg(feature = "aws")]
async fn on_aws(name: String) -> Outcome<Table> {
    Ok(Table::from_env(name).await)
}

#[cfg(not(feature = "aws"))]
async fn on_aws(_: String) -> Outcome<Table> {
    Err("--table without --endpoint runs on AWS: build with `--features aws`".into())
}
