// What fingers meet: rules 10, 11, 12.
const touches = ({ targets }) => {
  // Links inside running text are exempt, as in WCAG 2.5.8.
  const inText = ({ it, style }) => style.display === 'inline' && it.parentElement.textContent.trim() !== it.textContent.trim();
  const alone = targets.filter(one => !inText(one));
  const floor = innerHeight < 640 ? 48 : 56;
  for (const { it, box } of alone) {
    const size = () => `${box.height < box.width ? `${Math.round(box.height)} px high` : `${Math.round(box.width)} px wide`} to touch`;
    holds('12', box.width > 47.5 && box.height > 47.5, it, size);
    if (floor > 48) holds('12 56', box.width > floor - 0.5 && box.height > floor - 0.5, it, size);
  }
  const sorted = alone.map(one => ({ ...one, box: one.box })).sort((one, other) => one.box.top - other.box.top);
  for (const [nth, one] of sorted.entries()) {
    let near = null;
    for (let next = nth + 1; next < sorted.length && sorted[next].box.top < one.box.bottom + 7.5; next += 1) {
      const other = sorted[next];
      // What is fixed lies over what scrolls.
      if (one.layer !== other.layer && step !== 'question') continue;
      if (one.it.contains(other.it) || other.it.contains(one.it)) continue;
      const across = Math.max(one.box.left - other.box.right, other.box.left - one.box.right);
      const down = other.box.top - one.box.bottom;
      if (across < 7.5 && down < 7.5) near = { other, gap: Math.max(across, down) };
    }
    holds('12 apart', !near, one.it, () => `${px(near.gap)} px from ${kind(near.other.it)}`);
  }
};

/** Nothing has to be typed. What is folded up counts as well. */
const typed = () => {
  for (const it of document.body.querySelectorAll('input, textarea, select, [contenteditable]')) {
    // What one page holds for others is theirs.
    if (it.closest('[data-parts]')) continue;
    holds('10', it.matches('input[type=radio], input[type=checkbox]'), it, () => `${it.type ?? 'contenteditable'} to type into`);
  }
  holds('10', true, main, () => '');
};

const options = ({ elements, texts, pictures }) => {
  if (step !== 'question') return;
  const shown = elements.filter(({ it }) => it.matches('[data-question] [data-option]'));
  const question = shown[0]?.it.closest('[data-question]');
  if (!question) return holds('11', false, main, () => 'a question without options');
  holds('11', shown.every(({ it }) => it.matches('label') && it.querySelector('input[type=radio]')), question, () => 'options that are no radio cards');
  holds('11', question.querySelector('[role=radiogroup], fieldset'), question, () => 'options are no group');
  holds('11', shown.at(-1).it.dataset.option === 'khong-biet', question, () => `${shown.at(-1).it.dataset.option} is last, not “don't know”`);
  holds('11', !question.querySelector(':checked'), question, () => 'something is chosen beforehand');
  holds('11', shown.length <= 5, question, () => `${shown.length} options`);
  const room = shown[0].it.parentElement.getBoundingClientRect().width;
  holds('11', room > root.clientWidth - 32 * scale.now || root.clientWidth > 640, question, () => `options have ${px(room)} px of ${root.clientWidth}`);
  const columns = innerHeight <= 500 ? 2 : 1;
  for (const { it, box } of shown) {
    holds('11', box.width > room - 1 || columns === 2 && box.width > room / 2 - 8, it, () => `${px(box.width)} px wide of ${px(room)}`);
  }
  const differ = (what, all) => holds('11', new Set(all).size === all.length && all.every(Boolean), question, () => `two options have the same ${what}: ${all}`);
  differ('picture', shown.map(({ it }) => source(pictures.find(one => it.contains(one.it))?.it)));
  differ('word', shown.map(({ it }) => texts.filter(one => it.contains(one.it)).map(({ text }) => text.data.trim()).join(' ')));
};
