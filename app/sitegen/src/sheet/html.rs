//! A sheet as HTML. Whatever content says goes in as text, which is escaped here and nowhere else.

use std::fmt::Display;

/// The document so far.
#[derive(Debug, Default)]
pub(super) struct Html(String);

impl Html {
    /// Everything inside one element. The class may be empty.
    pub(super) fn within(&mut self, tag: &'static str, class: &'static str, inside: impl FnOnce(&mut Self)) {
        self.0.push('<');
        self.0.push_str(tag);
        if !class.is_empty() {
            self.0.extend([" class=\"", class, "\""]);
        }
        self.0.push('>');
        inside(self);
        self.0.extend(["</", tag, ">"]);
    }

    /// One element with text in it.
    pub(super) fn element(&mut self, tag: &'static str, class: &'static str, text: impl Display) {
        self.within(tag, class, |html| html.text(text));
    }

    /// Text, as it is.
    pub(super) fn text(&mut self, text: impl Display) {
        for letter in text.to_string().chars() {
            match letter {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                letter => self.0.push(letter),
            }
        }
    }

    /// A drawing of ours: pictograms and what the tool draws itself, never what content says. The class may not be empty.
    pub(super) fn drawing(&mut self, class: &'static str, view_box: &str, inside: &str) {
        self.0.extend(["<svg class=\"", class, "\" viewBox=\"", view_box, "\">", inside, "</svg>"]);
    }

    /// What is in another one, after what is here.
    pub(super) fn append(&mut self, other: &Self) {
        self.0.push_str(&other.0);
    }

    /// What is in it so far.
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// A line of its own with a box to tick before it.
    pub(super) fn line(&mut self, inside: impl FnOnce(&mut Self)) {
        self.within("li", "line", |html| {
            html.element("span", "box", "");
            inside(html);
        });
    }

    /// A line with a question and room for its answer: beside it when there is enough, else below.
    pub(super) fn question(&mut self, has_box: bool, inside: impl FnOnce(&mut Self)) {
        self.within("li", "line asked", |html| {
            if has_box {
                html.element("span", "box", "");
            }
            html.within("span", "words", inside);
            html.blank();
        });
    }

    /// Room to write into.
    pub(super) fn blank(&mut self) {
        self.element("span", "blank", "");
    }

    /// The whole document around what is in it. `size` is a class of the style sheet, `styles` the sheet's address.
    pub(super) fn document(self, title: &str, size: &'static str, styles: &'static str) -> String {
        let mut head = Self::default();
        head.element("title", "", title);
        // A sheet is opened as a file, where 'self' is nobody: only styles are let in, and nothing of any network.
        format!(
            "<!doctype html><html lang=\"vi\"><head><meta charset=\"utf-8\">\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src file:\">{}\
             <link rel=\"stylesheet\" href=\"{styles}\"></head><body class=\"{size}\">{}</body></html>\n",
            head.0, self.0
        )
    }
}

#[cfg(test)]
mod tests {
    use super::Html;

    #[test]
    fn content_never_becomes_markup() {
        let mut html = Html::default();
        html.element("p", "note", "</p><script>alert(\"1\")</script> & 'x'");
        html.line(|html| html.text("<b>"));
        let page = html.document("</title><img src=x>", "", "sheet.css");
        assert!(
            page.contains(
                "<p class=\"note\">&lt;/p&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; 'x'</p>"
            )
        );
        assert!(page.contains("<li class=\"line\"><span class=\"box\"></span>&lt;b&gt;</li>"));
        assert!(page.contains("<title>&lt;/title&gt;&lt;img src=x&gt;</title>"));
    }
}
