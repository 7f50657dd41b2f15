//! `sitegen <command>`: see the table in [`COMMANDS`].

use std::env;
use std::fs;
use std::io::{IsTerminal, stderr};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use sitegen::content::Files;
use sitegen::lock::Update;
use sitegen::prerender::{self, BuildError, Sources};
use sitegen::schema::FileKind;
use sitegen::sheet::{self, Order, paper::Printer};
use sitegen::{diagnostics, headers, licences, lock, notices, report, schema, serve, soak, spelling};
use web::Messages;

// A page that is made by a build with a fault in it would be wrong.
const _: () = assert!(!sitegen::SEEDED, "a fault of `make faults` is switched on");

/// What a command gives back: whether all is well, or one sentence about what is not.
type Outcome = Result<bool, String>;

/// What does a command's work, given the arguments behind its name.
type Command = fn(&[String]) -> Outcome;

/// Name, what it does, and the function that does it.
const COMMANDS: &[(&str, &str, Command)] = &[
    (
        "check",
        "kiểm tra nội dung: [--paths] mỗi thủ tục mấy đường, [--plain] câu nào còn dài; --lock ghi số mới vào numbers.lock.toml",
        check,
    ),
    ("spelling", "soát chính tả mọi câu chữ bằng hunspell", spell),
    ("build", "làm các trang vào dist/ (Trunk gọi sau khi biên dịch)", build),
    ("release", "tính lại danh sách và gói của dist/ sau khi sửa tệp: [--dist dist]", release),
    ("notices", "báo tin gấp: chỉ viết lại notices.json: [--dist dist]", write_notices),
    ("serve", "mở trang: [--port 8080] [--no-rewrite] [--dist dist]", |arguments| {
        serve::run(arguments).map(|()| true).map_err(|error| error.to_string())
    }),
    (
        "report",
        "cân từng trang so với mức cho phép, đếm nội dung: [--families] từng gia đình, [--messages] từng tin nhắn",
        weigh,
    ),
    ("review-sheet", "phiếu A4 để xã duyệt và ký: [tên-thủ-tục…] [--out sheets]", write_review_sheets),
    ("ask-sheet", "phiếu A4 hỏi những điều chưa ai xác nhận: [--out sheets]", write_ask_sheet),
    ("booklet", "mọi thủ tục thành một quyển A4 cho trưởng bản: [--out sheets]", write_booklet),
    ("soak", "thử hàng triệu mã danh sách, đúng và hỏng: [--numbers 10000000] [--state tệp] [--restart]", try_numbers),
    ("schema", "viết lại app/content/schema/", write_schemas),
    ("headers", "cấu hình máy chủ: nginx, caddy, _headers, _redirects", write_headers),
    ("licences", "giấy phép của mọi thư viện", |_| licences::run().map_err(|error| error.to_string())),
];

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let command = arguments.first().and_then(|name| COMMANDS.iter().find(|(known, ..)| known == name));
    let Some((.., run)) = command else {
        for (name, what, _) in COMMANDS {
            eprintln!("sitegen {name:<14}{what}");
        }
        return ExitCode::from(2);
    };
    match run(arguments.get(1..).unwrap_or_default()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(sentence) => {
            eprintln!("sitegen: {sentence}");
            ExitCode::FAILURE
        }
    }
}

/// The project's root: where the command is called, as make and Trunk do.
fn root() -> PathBuf {
    PathBuf::from(".")
}

fn read(sources: &Sources) -> Files {
    Files::read(&sources.content, &sources.pictograms())
}

/// Content that has no problem; otherwise the problems are printed and there is none.
fn checked(files: &Files) -> Option<domain::Site> {
    let (site, problems) = files.load();
    if !problems.is_empty() {
        eprint!("{}", diagnostics::report(&problems, stderr().is_terminal()));
    }
    site
}

fn build(_: &[String]) -> Outcome {
    let sources = Sources::below(&root());
    let Some(site) = checked(&read(&sources)) else { return Ok(false) };
    let folder = |name: &str| env::var_os(name).map(PathBuf::from);
    let published = folder("TRUNK_DIST_DIR").unwrap_or_else(|| PathBuf::from("dist"));
    let staging = folder("TRUNK_STAGING_DIR").unwrap_or_else(|| published.clone());
    let previous = (staging != published).then_some(published.as_path());
    let pages = prerender::build(&site, &sources, &staging, previous.filter(|folder| Path::exists(folder)))
        .map_err(|error| error.to_string())?;
    println!("{pages} trang");
    Ok(true)
}

fn release(arguments: &[String]) -> Outcome {
    let release = sitegen::release::run(arguments).map_err(|error| error.to_string())?;
    println!("bản {}: {} tệp, {} gói", release.id, release.files, release.packs);
    Ok(true)
}

fn weigh(arguments: &[String]) -> Outcome {
    let files = read(&Sources::below(&root()));
    report::run(arguments, &files).map_err(|error| error.to_string())
}

/// Ends with the line "N passed, N failed" that every kind of test here ends with; the examples are the tests.
fn check(arguments: &[String]) -> Outcome {
    let sources = Sources::below(&root());
    if arguments.iter().any(|argument| argument == "--lock") {
        match lock::update(&sources.content, &sources.pictograms()).map_err(|error| error.to_string())? {
            Update::Unchanged => println!("sổ khóa đã đủ số"),
            Update::Written(added) => println!("sổ khóa: thêm {added} số"),
            Update::Refused(problems) => {
                eprint!("{}", diagnostics::report(&problems, stderr().is_terminal()));
                return Ok(false);
            }
        }
    }
    let files = read(&sources);
    let examples = files.examples();
    let (site, problems, figures) = files.check();
    eprint!("{}", diagnostics::report(&problems, stderr().is_terminal()));
    if arguments.iter().any(|argument| argument == "--paths") {
        print!("{}", report::plain::paths(&figures));
    }
    if arguments.iter().any(|argument| argument == "--plain") {
        print!("{}", report::plain::could_be_plainer(&figures));
    }
    println!("{}", report::plain::together(&figures));
    if let Some(site) = &site {
        Messages::from_map(&site.messages).map_err(|missing| BuildError::Messages("vi.toml", missing).to_string())?;
        println!("{} thủ tục, {} giấy tờ, không có lỗi", site.procedures.len(), site.documents.len());
    }
    // A problem that stops the content from being compiled leaves every example untried, which is no pass.
    let failed = if site.is_none() { examples.max(1) } else { 0 };
    println!("{} passed, {failed} failed", examples.saturating_sub(failed));
    Ok(site.is_some())
}

/// Apart from `check`, because it needs a dictionary that not every editor has on the machine.
fn spell(_: &[String]) -> Outcome {
    let files = read(&Sources::below(&root()));
    let spelling = spelling::check(&files, spelling::hunspell).map_err(|error| error.to_string())?;
    eprint!("{}", diagnostics::report(&spelling.problems, stderr().is_terminal()));
    println!(
        "{} câu chữ, {} chữ ({} chữ khác nhau), {} câu viết sai",
        spelling.texts,
        spelling.words,
        spelling.different,
        spelling.problems.len()
    );
    Ok(spelling.problems.is_empty())
}

/// What has to be out within minutes waits for no build: the file of the notices, and nothing else.
fn write_notices(arguments: &[String]) -> Outcome {
    let dist = match arguments {
        [] => PathBuf::from("dist"),
        [name, dist] if name == "--dist" => dist.into(),
        _ => return Err("notices chỉ nhận: [--dist dist]".to_owned()),
    };
    let Some(site) = checked(&read(&Sources::below(&root()))) else { return Ok(false) };
    let file = notices::write(&site.notices, &dist).map_err(|error| format!("{}: {error}", dist.display()))?;
    println!("{} thông báo: {}", site.notices.len(), file.display());
    Ok(true)
}

fn write_review_sheets(arguments: &[String]) -> Outcome {
    let order = Order::parse(arguments).map_err(|error| error.to_string())?;
    let sources = Sources::below(&root());
    let Some(site) = checked(&read(&sources)) else { return Ok(false) };
    let printer = Printer::find();
    let sheets = sheet::write_review(&site, &sources.style, &order, printer.as_ref());
    print!("{}", sheet::said(&sheets.map_err(|error| error.to_string())?, printer.is_some()));
    Ok(true)
}

fn write_ask_sheet(arguments: &[String]) -> Outcome {
    let order = Order::parse(arguments).map_err(|error| error.to_string())?;
    let sources = Sources::below(&root());
    let files = read(&sources);
    let Some(site) = checked(&files) else { return Ok(false) };
    let printer = Printer::find();
    let sheet = sheet::write_ask(&site, &files, &sources.style, &order, printer.as_ref());
    print!("{}", sheet::said(&[sheet.map_err(|error| error.to_string())?], printer.is_some()));
    Ok(true)
}

fn write_booklet(arguments: &[String]) -> Outcome {
    let order = Order::parse(arguments).map_err(|error| error.to_string())?;
    let sources = Sources::below(&root());
    let Some(site) = checked(&read(&sources)) else { return Ok(false) };
    let messages =
        Messages::from_map(&site.messages).map_err(|missing| BuildError::Messages("vi.toml", missing).to_string())?;
    let printer = Printer::find();
    let booklet = sheet::write_booklet(&site, &messages, &sources, &order, printer.as_ref());
    let booklet = booklet.map_err(|error| error.to_string())?;
    if !booklet.fits {
        println!("{}: dày hơn {} trang, khó đóng thành quyển", booklet.file.display(), sheet::BOOKLET_PAGES);
    }
    let pages = booklet
        .pages
        .map_or_else(|| "chưa có PDF vì không thấy Chromium".to_owned(), |pages| format!("{pages} trang A4"));
    println!("quyển cho trưởng bản: {}, {pages}", booklet.file.display());
    Ok(true)
}

/// Goes on where an earlier run was stopped.
fn try_numbers(arguments: &[String]) -> Outcome {
    let order = soak::Order::parse(arguments).map_err(|error| error.to_string())?;
    let Some(site) = checked(&read(&Sources::below(&root()))) else { return Ok(false) };
    let subject = soak::Subject::of(&site).map_err(|error| error.to_string())?;
    let said = |tally: &soak::Tally, speed: f64| {
        eprint!("\r{} / {} mã, {speed:.0} mã mỗi giây ", tally.numbers, order.numbers)
    };
    let tally = soak::run(&subject, &order, said).map_err(|error| error.to_string())?;
    println!("\n{tally}\n{} lần dừng giữa chừng, {} danh sách sai", tally.panics, tally.wrong());
    Ok(tally.panics == 0 && tally.wrong() == 0)
}

fn write_schemas(_: &[String]) -> Outcome {
    let folder = Sources::below(&root()).content.join("schema");
    for kind in FileKind::ALL {
        let text = format!("{:#}\n", schema::json(kind));
        fs::write(folder.join(kind.schema_file()), text).map_err(|error| error.to_string())?;
    }
    println!("{} lược đồ", FileKind::ALL.len());
    Ok(true)
}

fn write_headers(arguments: &[String]) -> Outcome {
    let server = arguments.first().map_or("", String::as_str);
    let text = headers::written_for(server)
        .ok_or_else(|| "cho máy chủ nào? nginx, caddy, _headers hay _redirects".to_owned())?;
    print!("{text}");
    Ok(true)
}
