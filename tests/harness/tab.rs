//! More than one page of the site open at once, on one phone.

use fantoccini::wd::WindowHandle;

use crate::Browser;

/// One open page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tab(WindowHandle);

impl Browser {
    /// The tab that is shown.
    pub async fn tab(&self) -> Tab {
        Tab(self.client().window().await.expect("the browser shows a tab"))
    }

    /// How many there are.
    pub async fn tabs(&self) -> usize {
        self.client().windows().await.expect("the browser counts its tabs").len()
    }

    /// Opens one more tab, empty, and shows it.
    pub async fn new_tab(&self) -> Tab {
        let opened = self.client().new_window(true).await.expect("the browser opens a tab");
        let tab = Tab(opened.handle);
        self.switch_to(&tab).await;
        self.resize(crate::PHONE).await;
        tab
    }

    /// Shows another tab.
    pub async fn switch_to(&self, tab: &Tab) {
        self.client().switch_to_window(tab.0.clone()).await.expect("the tab is still open");
    }

    /// Closes the tab that is shown, and shows another.
    pub async fn close_tab(&self, then: &Tab) {
        self.client().close_window().await.expect("the browser closes a tab");
        self.switch_to(then).await;
    }
}
