//! Land cleared in 1985, no paper about it, the book in the name of the whole household.

use harness::{ProcedurePage, ids, in_both_browsers};

in_both_browsers!(land_cleared_in_1985_without_papers_can_be_registered, async |browser| {
    let page = ProcedurePage::open(browser, "cap-so-do-lan-dau").await;
    page.tap_ask().await;
    page.answer(&[
        ("giay-to", "khong"),
        ("nguon-goc", "khai-hoang"),
        ("dung-tu", "tu-1980"),
        ("ten-ai", "ca-ho"),
        ("ghi-nha", "khong"),
        ("tranh-chap", "khong"),
        ("loi-di", "khong"),
        ("ai-nop", "nguoi-co-dat"),
    ])
    .await;
    page.until_step("list").await;
    let expected = [
        "don-mau-21",
        "thanh-vien-ho",
        "so-dinh-danh",
        "ke-ve-dat",
        "giay-nam-dung-dat",
        "trich-do",
        "bien-lai",
        "can-cuoc",
    ];
    assert_eq!(page.ids().await, ids(expected));
    assert_eq!(page.outcomes().await, ["khong-giay-van-duoc"]);

    page.go_to_end().await;
    for (limit, days) in [("dang-ky", "17"), ("cap-so", "3"), ("mien-nui", "10")] {
        let length = browser.visible(&format!("[data-limit='{limit}'] strong b")).await;
        assert_eq!(length.text().await.expect("text can be read"), days, "{limit}");
    }
    let posting = "[data-string='cap-so-do-lan-dau.limit.dang-ky.not-counted.niem-yet']";
    assert!(browser.shows(posting).await, "the days of posting are said not to count");
});
