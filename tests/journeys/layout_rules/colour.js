// What can be told apart: contrast (rule 14), and states without colour (rule 15).
const light = ({ red, green, blue }) => [red, green, blue]
  .map(part => part / 255)
  .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
  .reduce((sum, part, nth) => sum + part * [0.2126, 0.7152, 0.0722][nth], 0);
const contrast = (one, other) => {
  const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
};

/** Text on its ground, borders of what can be touched on what lies around them, lines of pictures on theirs. */
const contrasts = ({ elements, texts, pictures }, rule, strokes) => {
  for (const { it, style, ground, clear } of texts) {
    const found = contrast(over(colour(style.color), ground), ground);
    holds(rule, found >= 6.995 && clear, it.closest('[class]'), () => clear ? `text at ${px(found)}:1, ${style.color}` : 'text that is not opaque');
  }
  for (const { it, style, outside, ground, clear } of elements) {
    if (!clear || !it.matches('a[href], button, summary, label, input, [data-requirement], fieldset')) continue;
    for (const side of ['Top', 'Right', 'Bottom', 'Left']) {
      if (style[`border${side}Style`] === 'none' || !parseFloat(style[`border${side}Width`])) continue;
      const line = over(colour(style[`border${side}Color`]), ground);
      const found = contrast(line, outside);
      holds(rule, found >= 4.495, it, () => `border at ${px(found)}:1, ${style[`border${side}Color`]}`);
    }
  }
  const lines = new Map();
  for (const { it, style, ground } of pictures) {
    const here = getComputedStyle(it).color;
    const of = () => {
      if (it.tagName === 'IMG') return strokes[source(it)] ?? [];
      const drawn = it.querySelector('use') ? document.querySelector(it.querySelector('use').getAttribute('href')) : it;
      if (!drawn) return null;
      const shapes = [...drawn.querySelectorAll('path, circle, rect, line, ellipse, polyline, polygon')];
      // White lines are drawn on what a picture has filled; those without a class take the colour of the picture.
      return shapes.filter(shape => !shape.matches('.sw')).map(shape => shape.matches('[class*=s2], [class*=s3], [class*=s4]') ? getComputedStyle(shape).stroke : 'currentColor');
    };
    const key = `${source(it)} ${it.tagName}`;
    if (!lines.has(key)) lines.set(key, of());
    const drawn = lines.get(key);
    holds(rule, drawn, it, () => `the picture ${source(it)} is not in the page`);
    for (const stroke of new Set(drawn ?? [])) {
      const line = stroke === 'currentColor' ? here : stroke;
      if (line === 'none') continue;
      const found = contrast(colour(line.startsWith('#') ? hex(line) : line), ground);
      holds(rule, found >= 4.495, it, () => `lines of ${source(it)} at ${px(found)}:1, ${line}, in ${kind(it.parentElement)}`);
    }
  }
};
const hex = text => {
  const digits = text.length === 4 ? [...text.slice(1)].map(one => one + one) : text.slice(1).match(/../g);
  return `rgb(${digits.map(two => parseInt(two, 16))})`;
};

/** How something looks when colour is taken away: shape, border, sign. A border without colour is no border. */
const shape = it => [null, '::before', '::after'].map(part => {
  const style = getComputedStyle(it, part);
  if (part && style.content === 'none') return 'none';
  const side = name => colour(style[`border${name}Color`]).alpha && style[`border${name}Style`] !== 'none' ? `${style[`border${name}Style`]} ${style[`border${name}Width`]}` : '';
  const without = text => text.replace(/rgba?\([^)]*\)/g, '');
  return [...['Top', 'Right', 'Bottom', 'Left'].map(side), part && style.content, style.backgroundImage === 'none' ? '' : 'drawn', without(style.boxShadow), style.fontWeight].join('|');
}).join(' + ');

const states = () => {
  const differ = (it, looks) => {
    const all = Object.entries(looks);
    for (const [nth, [name, look]] of all.entries()) {
      for (const [other, same] of all.slice(nth + 1)) holds('15', look !== same, it, () => `${name} and ${other} differ in colour only`);
    }
  };
  const item = step === 'list' && [...document.querySelectorAll('[data-list] [data-requirement]')].find(it => it.getClientRects().length);
  if (item) {
    const box = item.querySelector('input[type=checkbox]');
    const [state, checked] = [item.dataset.state, box.checked];
    const looks = {};
    for (const [name, is] of [['have', true], ['missing', false], ['unknown', false]]) {
      [item.dataset.state, box.checked] = [name, is];
      looks[name] = `${shape(item)} / ${shape(box)}`;
    }
    [item.dataset.state, box.checked] = [state, checked];
    differ(item, looks);
  }
  const option = step === 'question' && [...document.querySelectorAll('[data-option]')].find(it => it.getClientRects().length);
  const radio = option && option.querySelector('input');
  if (radio) {
    const looks = { 'not chosen': shape(option) };
    radio.checked = true;
    looks.chosen = shape(option);
    radio.checked = false;
    differ(option, looks);
  }
};
