// Where things are: rules 1, 2, 5, 23, and that nothing sticks out, is cut, or lies on something else.
const fits = ({ elements, targets }) => {
  const aside = one => one.it.closest('.skip, svg');
  const sideways = root.scrollWidth > root.clientWidth;
  const wide = sideways ? elements.filter(one => !aside(one) && !one.layer).sort((one, other) => other.box.right - one.box.right) : [];
  holds('fit', !sideways, wide[0]?.it ?? main, () => `the page scrolls sideways, ${root.scrollWidth} wide`);
  for (const one of elements) {
    const { it, style } = one;
    const framed = it.matches('a[href], button, summary, label') && style.display !== 'inline';
    if (!framed && style.overflowX !== 'hidden' && style.overflowY !== 'hidden' || aside(one)) continue;
    // A line may stand out of its frame by the air above and below its letters, which is 4 pixels at most.
    holds('fit', it.scrollWidth <= it.clientWidth + 1, it, () => `needs ${it.scrollWidth} px across, has ${it.clientWidth}`);
    holds('fit', it.scrollHeight <= it.clientHeight + 4, it, () => `needs ${it.scrollHeight} px down, has ${it.clientHeight}`);
  }
  const inside = elements.find(({ it, style }) => it !== document.body && ['auto', 'scroll'].includes(style.overflowX) && it.scrollWidth > it.clientWidth + 1);
  holds('16', !inside, inside?.it, () => 'scrolls sideways inside the page');
};

/** Question screens do not scroll; with larger letters the options at least stay above the bar. */
const stands = ({ elements }) => {
  if (step !== 'question') return;
  const shown = elements.filter(({ it }) => it.matches('[data-question]'));
  holds('1', shown.length === 1, main, () => `shows ${shown.length} questions`);
  if (scale.now === 1) {
    holds('1', root.scrollHeight <= innerHeight + 1, main, () => `the question is ${root.scrollHeight - innerHeight} px too high`);
    for (const { it, style } of elements) {
      if (it === root || !['auto', 'scroll'].includes(style.overflowY)) continue;
      holds('1', it.scrollHeight <= it.clientHeight + 1, it, () => 'scrolls inside the question');
    }
    return;
  }
  const bar = document.querySelector('.bar, nav:has(> [data-control=back])').getBoundingClientRect();
  const top = document.querySelector('[data-control=home]').closest('header').getBoundingClientRect();
  for (const { it, box } of elements.filter(({ it }) => it.matches('[data-question] [data-option]'))) {
    holds('1 large', box.bottom <= bar.top + 1 && box.top >= top.bottom - 1, it,
      () => box.bottom > bar.top + 1 ? `is ${px(box.bottom - bar.top)} px under the bar` : 'is under the top');
  }
};

/** Places of the fixed controls; the journey compares them with those on other screens of this size. */
const controls = ({ elements }) => {
  const places = {};
  for (const { it } of elements.filter(({ it }) => it.matches('[data-control]'))) {
    const { x, y, width, height } = (it.querySelector(':scope > summary') ?? it).getBoundingClientRect();
    places[it.dataset.control] = [x, y, width, height];
  }
  const [width, height] = [root.clientWidth, innerHeight];
  const middle = name => places[name] && [places[name][0] + places[name][2] / 2, places[name][1] + places[name][3] / 2];
  const corner = (rule, name, where) => holds(rule, middle(name) && where(...middle(name)), main, () => `${name} is ${places[name] ? `at ${places[name].map(px)}` : 'missing'}`);
  corner('2', 'home', (x, y) => x < width / 3 && y < height / 4);
  corner('5', 'listen', (x, y) => x > width * 2 / 3 && y < height / 4);
  corner('2', 'back', (x, y) => x < width / 3 && y > height * 3 / 4);
  corner('23', 'ask', (x, y) => x > width / 4 && x < width * 3 / 4 && y > height * 3 / 4);
  if (places.next) corner('2', 'next', (x, y) => x > width / 2 && y > height * 3 / 4);
  return places;
};

/** No two pieces of text lie on each other. What is fixed lies over what scrolls, which
 *  questions with usual letters do not. */
const apart = ({ texts }) => {
  const lines = texts.flatMap(text => text.lines.map(line => ({ ...line, text }))).sort((one, other) => one.top - other.top);
  for (const [nth, one] of lines.entries()) {
    let hit = null;
    for (let next = nth + 1; next < lines.length && lines[next].top < one.bottom - 2; next += 1) {
      const other = lines[next];
      if (other.text.it === one.text.it || (step !== 'question' || scale.now > 1) && other.text.layer !== one.text.layer) continue;
      const [across, down] = [Math.min(one.right, other.right) - Math.max(one.left, other.left), Math.min(one.bottom, other.bottom) - other.top];
      if (across > 2 && down > 2) hit = { other, across, down };
    }
    holds('apart', !hit, one.text.it.closest('[class]'), () => `its text lies on “${hit.other.text.text.data.trim().slice(0, 20)}” by ${px(hit.across)}×${px(hit.down)}`);
  }
};
