//! Extracts pages with a Rust library: extract-peers TOOL FILE… prints a JSON line a file with
//! `body`, `title` and `published`. TOOL is `dom_smoothie`, `rs-trafilatura`, or `none`, which only
//! reads and decodes. One thread, one process over all pages, as gisa is measured.

use serde_json::{json, Value};

/// Valid UTF-8 as it is; else what the head of the page names, windows-949 for the Korean names.
fn decode(bytes: &[u8]) -> String {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_owned();
    }
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_lowercase();
    let korean = ["euc-kr", "cp949", "ks_c"].iter().any(|name| head.contains(name));
    let encoding = if korean { encoding_rs::EUC_KR } else { encoding_rs::UTF_8 };
    encoding.decode(bytes).0.into_owned()
}

fn smoothie(bytes: &[u8]) -> Option<Value> {
    let mut page = dom_smoothie::Readability::new(decode(bytes), None, None).ok()?;
    let article = page.parse().ok()?;
    let body: &str = &article.text_content;
    Some(json!({"body": body, "title": article.title, "published": article.published_time}))
}

fn trafilatura(bytes: &[u8]) -> Option<Value> {
    let options = rs_trafilatura::Options { include_comments: false, ..Default::default() };
    let found = rs_trafilatura::extract_with_options(&decode(bytes), &options).ok()?;
    let published = found.metadata.date.map(|d| d.to_rfc3339());
    Some(json!({"body": found.content_text, "title": found.metadata.title, "published": published}))
}

fn main() {
    let mut args = std::env::args().skip(1);
    let tool = args.next().unwrap_or_default();
    for path in args {
        let bytes = match std::fs::read(&path) {
            Ok(bytes) => bytes,
            Err(why) => panic!("{path}: {why}"),
        };
        let page = match tool.as_str() {
            "dom_smoothie" => smoothie(&bytes),
            "rs-trafilatura" => trafilatura(&bytes),
            "none" => Some(json!({"body": decode(&bytes).len()})),
            other => panic!("{other}: no such tool"),
        };
        println!("{}", page.unwrap_or_else(|| json!({"body": ""})));
    }
}
