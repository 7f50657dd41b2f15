//! "Chưa đăng ký kết hôn" is no dead end: it leads to the procedure that does both at once, or on to a list.

use harness::{ProcedurePage, ids, in_both_browsers};

in_both_browsers!(a_father_who_wants_his_name_in_is_sent_to_the_right_procedure, async |browser| {
    let page = ProcedurePage::open(browser, "khai-sinh").await;
    page.tap_ask().await;
    page.answer(&[("ai-di", "bo-me"), ("giay-chung-sinh", "co"), ("ket-hon", "chua"), ("ghi-ten-bo", "co")]).await;
    page.until_step("outcome").await;
    assert_eq!(page.outcomes().await, ["nhan-con-cung-luc"]);

    browser.tap("[data-outcome=nhan-con-cung-luc] a[href='/khai-sinh-nhan-cha-me-con/']").await;
    browser.until("the other procedure opens", "return location.pathname === '/khai-sinh-nhan-cha-me-con/'").await;
    browser.ready().await;
    let page = ProcedurePage::shown(browser);
    page.tap_ask().await;
    page.answer(&[
        ("ket-hon", "chua"),
        ("chong-khac", "khong"),
        ("cung-di", "ca-hai"),
        ("co-so", "du"),
        ("giay-chung-sinh", "co"),
        ("xet-nghiem", "co"),
    ])
    .await;
    page.until_step("list").await;
    let expected = [
        "to-khai-khai-sinh",
        "to-khai-nhan-con",
        "giay-chung-sinh",
        "giay-xet-nghiem",
        "can-cuoc",
        "bo-va-me",
        "ten-ho-dan-toc",
        "giay-noi-o",
    ];
    assert_eq!(page.ids().await, ids(expected));
});

in_both_browsers!(leaving_the_father_out_leads_on_to_a_list, async |browser| {
    let page = ProcedurePage::open(browser, "khai-sinh").await;
    page.tap_ask().await;
    page.answer(&[
        ("ai-di", "bo-me"),
        ("giay-chung-sinh", "khong"),
        ("nguoi-lam-chung", "khong"),
        ("ket-hon", "chua"),
        ("ghi-ten-bo", "khong"),
    ])
    .await;
    page.until_step("list").await;
    let expected = ["to-khai", "giay-cam-doan", "can-cuoc", "ten-ho-dan-toc", "so-cua-me", "giay-noi-o"];
    assert_eq!(page.ids().await, ids(expected));
    assert_eq!(page.outcomes().await, ["nhan-con-sau"]);
});
