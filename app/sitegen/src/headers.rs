//! What every answer of a web server says beside the bytes. One table; the local server, the `_headers` file, the
//! nginx and Caddy configurations and the meta tag in the pages are all written from it, so they cannot drift apart.

use std::fmt::Write as _;

/// What a page may load, by directive. There is no inline script, no inline style and no second origin.
const POLICY: &[(&str, &str)] = &[
    ("default-src", "'none'"),
    ("script-src", "'self' 'wasm-unsafe-eval'"),
    ("style-src", "'self'"),
    ("font-src", "'self'"),
    ("connect-src", "'self'"),
    ("manifest-src", "'self'"),
    ("worker-src", "'self'"),
    ("img-src", "'self' data:"),
    ("media-src", "'self' blob:"),
    ("base-uri", "'none'"),
    ("form-action", "'none'"),
    (FRAME_ANCESTORS, "'none'"),
];

/// Browsers ignore this directive in a meta tag and complain about it.
const FRAME_ANCESTORS: &str = "frame-ancestors";

/// What a page may ask the device for: a camera for codes, a microphone for recordings; everything else is off.
/// Only names that browsers know: an unknown one is a warning in every console.
const PERMISSIONS: &[(&str, &str)] = &[
    ("accelerometer", "()"),
    ("camera", "(self)"),
    ("display-capture", "()"),
    ("geolocation", "()"),
    ("gyroscope", "()"),
    ("hid", "()"),
    ("idle-detection", "()"),
    ("magnetometer", "()"),
    ("microphone", "(self)"),
    ("midi", "()"),
    ("payment", "()"),
    ("serial", "()"),
    ("usb", "()"),
];

/// The rest, the same everywhere.
const PLAIN: &[(&str, &str)] = &[
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
];

/// Names carry no hash, so a browser asks each time; the answer is mostly a short "304 not modified".
const CACHE: &str = "no-cache";

/// Folders whose files change so rarely that a week without asking is right.
const KEPT_FOLDERS: &[&str] = &["pictograms", "specimens", "icons", "audio"];

/// How long those are kept: a week.
const KEPT: &str = "public, max-age=604800";

/// The policy of the pages' meta tag: the whole one without what a meta tag cannot say.
pub fn meta_csp() -> String {
    policy(|directive| directive != FRAME_ANCESTORS)
}

/// The headers that are the same for every address.
pub fn everywhere() -> Vec<(&'static str, String)> {
    let permissions: Vec<_> = PERMISSIONS.iter().map(|(feature, who)| format!("{feature}={who}")).collect();
    let mut headers =
        vec![("Content-Security-Policy", policy(|_| true)), ("Permissions-Policy", permissions.join(", "))];
    headers.extend(PLAIN.iter().map(|(name, value)| (*name, (*value).to_owned())));
    headers
}

/// The `Cache-Control` of an address such as `/khai-sinh/`.
pub fn cache_control(address: &str) -> &'static str {
    let folder = address.trim_start_matches('/').split_once('/').map(|(folder, _)| folder);
    match folder {
        Some(folder) if KEPT_FOLDERS.contains(&folder) => KEPT,
        _ => CACHE,
    }
}

fn policy(wanted: impl Fn(&str) -> bool) -> String {
    let directives: Vec<_> = POLICY
        .iter()
        .filter(|(directive, _)| wanted(directive))
        .map(|(directive, sources)| format!("{directive} {sources}"))
        .collect();
    directives.join("; ")
}

/// The `_headers` file, which several hosts of static sites read from the published folder.
pub fn underscore_headers() -> String {
    // These hosts join the values of all rules that match, and `no-cache` is what they say by themselves
    // (`max-age=0, must-revalidate`), so the general rule stays silent about caching.
    let mut text = String::from("/*\n");
    for (name, value) in everywhere() {
        let _ = writeln!(text, "  {name}: {value}");
    }
    for folder in KEPT_FOLDERS {
        let _ = writeln!(text, "/{folder}/*\n  Cache-Control: {KEPT}");
    }
    text
}

/// The `_redirects` file, which the same hosts read: what stands in a message, `/k/<digits>`, shows the page `/k/`, which
/// reads the digits from its address. Elsewhere the 404 page leads there.
pub fn underscore_redirects() -> &'static str {
    "/k/* /k/index.html 200\n"
}

/// A file for nginx's `conf.d`. Three lines are the operator's: listen, server_name, root.
pub fn nginx() -> String {
    let mut text = String::from(
        "# Written by `sitegen headers nginx`. Yours to change: listen, server_name, root.\n\
         map $uri $site_cache {\n",
    );
    let _ = writeln!(text, "    default \"{CACHE}\";");
    for folder in KEPT_FOLDERS {
        let _ = writeln!(text, "    ~^/{folder}/ \"{KEPT}\";");
    }
    text.push_str(
        "}\n\
         server {\n    \
             listen 80;\n    \
             server_name _;\n    \
             root /srv/du-giay-to;\n    \
             charset utf-8;\n    \
             error_page 404 /404.html;\n    \
             # With the brotli module: brotli_static on;\n",
    );
    for (name, value) in everywhere() {
        let _ = writeln!(text, "    add_header {name} \"{value}\" always;");
    }
    text.push_str(
        "    add_header Cache-Control $site_cache always;\n    \
             location / { try_files $uri $uri/ =404; }\n    \
             location ~ ^/k/[0-9]+$ { try_files /k/index.html =404; }\n    \
             location ~ (^|/)(\\.|_headers$|_redirects$)|\\.br$ { return 404; }\n\
         }\n",
    );
    text
}

/// A Caddyfile. Two words are the operator's: the address in the first line, the root.
pub fn caddy() -> String {
    let mut text = String::from(
        "# Written by `sitegen headers caddy`. Yours to change: the address (your host's name), the root.\n\
         :80 {\n\
         \troot * /srv/du-giay-to\n\
         \theader {\n",
    );
    for (name, value) in everywhere() {
        let _ = writeln!(text, "\t\t{name} \"{value}\"");
    }
    // The mark means: unless it is set. Caddy sets a folder's header first, whatever stands first here.
    let _ = writeln!(text, "\t\t?Cache-Control \"{CACHE}\"\n\t}}");
    for folder in KEPT_FOLDERS {
        let _ = writeln!(text, "\theader /{folder}/* Cache-Control \"{KEPT}\"");
    }
    text.push_str(
        "\t@number {\n\
         \t\tpath_regexp ^/k/[0-9]+$\n\
         \t\tfile /k/index.html\n\
         \t}\n\
         \trewrite @number /k/index.html\n\
         \t@hidden path_regexp (^|/)(\\.|_headers$|_redirects$)|\\.br$\n\
         \terror @hidden 404\n\
         \tfile_server {\n\
         \t\tprecompressed br\n\
         \t}\n\
         \thandle_errors {\n",
    );
    let _ = writeln!(text, "\t\theader Cache-Control \"{CACHE}\"");
    text.push_str(
        "\t\trewrite * /404.html\n\
         \t\tfile_server {\n\
         \t\t\tprecompressed br\n\
         \t\t}\n\
         \t}\n\
         }\n",
    );
    text
}

/// `sitegen headers nginx|caddy|_headers|_redirects`: the text for that server, or `None` for a name that is none of them.
pub fn written_for(server: &str) -> Option<String> {
    match server {
        "nginx" => Some(nginx()),
        "caddy" => Some(caddy()),
        "_headers" => Some(underscore_headers()),
        "_redirects" => Some(underscore_redirects().to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_is_the_one_in_the_design() {
        assert_eq!(
            meta_csp(),
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; font-src 'self'; \
             connect-src 'self'; manifest-src 'self'; worker-src 'self'; img-src 'self' data:; \
             media-src 'self' blob:; base-uri 'none'; form-action 'none'"
        );
    }

    #[test]
    fn only_the_header_forbids_frames() {
        assert!(!meta_csp().contains("frame-ancestors"));
        let headers = everywhere();
        assert!(headers[0].1.ends_with("; frame-ancestors 'none'"), "{}", headers[0].1);
    }

    #[test]
    fn every_server_gets_every_header() {
        for server in ["nginx", "caddy", "_headers"] {
            let text = written_for(server).unwrap();
            for (name, value) in everywhere() {
                assert!(text.contains(name) && text.contains(&value), "{server} lacks {name}");
            }
            for folder in KEPT_FOLDERS {
                assert!(text.contains(&format!("/{folder}/")), "{server} lacks {folder}");
            }
        }
    }

    #[test]
    fn pages_are_asked_for_again_and_pictures_are_kept() {
        assert_eq!(cache_control("/khai-sinh/"), "no-cache");
        assert_eq!(cache_control("/main.css"), "no-cache");
        assert_eq!(cache_control("/notices.json"), "no-cache");
        assert_eq!(cache_control("/icons"), "no-cache");
        assert_eq!(cache_control("/pictograms/co.svg"), "public, max-age=604800");
    }

    #[test]
    fn every_server_shows_what_a_number_says() {
        for server in ["nginx", "caddy", "_redirects"] {
            assert!(written_for(server).unwrap().contains("/k/index.html"), "{server}");
        }
    }

    #[test]
    fn an_unknown_server_gets_nothing() {
        assert_eq!(written_for("apache"), None);
    }
}
