// How text looks: rule 13, and the digits of rule 9.
// Where everything has to stand on one screen of a low phone (a question with its options, the list at the end), lines
// stand closer and key words are as large as other words: rules 1 and 21 go first.
const isTight = it => Boolean(it.closest('[data-summary]') || it.closest('[data-step=question]') && (innerHeight <= 640 || scale.now > 1));

const reads = ({ texts }) => {
  for (const { it, style, text, control } of texts) {
    const size = parseFloat(style.fontSize);
    holds('13', size > 17.9, it.closest('[class]'), () => `letters of ${px(size)} px`);
    const { fontStyle, textTransform, textAlign } = style;
    holds('13', fontStyle === 'normal' && textTransform === 'none' && textAlign !== 'justify', it, () => `${fontStyle} ${textTransform} ${textAlign}`);
    // Digits have no marks above or below them.
    if (/^[\d\s.,:/·-]*$/.test(text.data)) continue;
    const high = style.lineHeight === 'normal' ? 1.2 : parseFloat(style.lineHeight) / parseFloat(style.fontSize);
    const lines = control || isTight(it) ? lineCount(it) : 2;
    if (lines > 1 && isTight(it)) {
      holds('13', high > 1.19, it.closest('[class]'), () => `lines of ${px(high * 100) / 100}`);
      continue;
    }
    holds(lines > 1 ? '13 lines' : '13', high > (lines > 1 ? 1.349 : 1.149), it.closest('[class]'), () => `${lines > 1 ? 'lines' : 'one line'} of ${px(high * 100) / 100}`);
  }
};
const lineCount = it => {
  const range = document.createRange();
  range.selectNodeContents(it);
  const tops = [...range.getClientRects()].filter(({ width }) => width > 1).map(({ bottom }) => Math.round(bottom / 4));
  return new Set(tops).size;
};

/** Key words: what is asked, what the page is about, and how many. */
const keyWords = ({ elements }) => {
  const size = ({ style }) => parseFloat(style.fontSize);
  for (const one of elements) {
    const { it } = one;
    if (it.matches('[data-question] :is(h2, h1), main h1, [data-list] [data-count], [data-verdict] [data-count]') && words(it)) {
      holds('13 key', size(one) > (isTight(it) ? 17.9 : 23.9), it, () => `a key word of ${px(size(one))} px`);
    }
    if (it.matches('[data-question] :is(h2, h1), main h1, [data-list] [data-count], [data-option] b, .item__name') && words(it)) {
      holds('13', size(one) > (isTight(it) || innerHeight < 500 ? 17.9 : 19.9), it, () => `a key word of ${px(size(one))} px`);
    }
    if (it.matches('[data-list] [data-count], [data-verdict] [data-count], .item__count') && words(it)) {
      holds('9', /^\d+/.test(words(it)), it, () => `not digits but ${words(it)}`);
      holds('9', size(one) > 31.9, it, () => `digits of ${px(size(one))} px`);
    }
  }
};
