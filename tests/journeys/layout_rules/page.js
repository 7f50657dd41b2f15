// What stands on the page as it is shown now, read once for all rules: elements, pieces of text, pictures, what can be
// touched, and on what ground each stands. Rules follow in files of their own and call `holds`.
const root = document.scrollingElement;
scrollTo(0, 0);
const main = document.querySelector('main');
const { page, step } = main.dataset;
const findings = {};
const scale = { now: 1 };

/** One assertion of a rule about one element; what is wrong is only put into words when it is. */
const holds = (rule, truth, it, fault) => {
  const own = findings[rule] ??= { checked: 0, faults: [] };
  own.checked += 1;
  if (!truth) own.faults.push([`${kind(it)}: ${fault()}`, words(it).slice(0, 40), scale.now]);
};
const kind = it => {
  const name = it.className?.baseVal ?? it.className ?? '';
  const inside = name ? '' : `${kindOfParent(it.parentElement)} > `;
  return `${inside}${it.tagName.toLowerCase()}${name && `.${name.trim().split(/\s+/).join('.')}`}`;
};
const kindOfParent = it => it ? `${it.tagName.toLowerCase()}${it.className ? `.${String(it.className).split(' ')[0]}` : ''}` : '';
const words = it => (it.innerText ?? it.textContent ?? '').trim().replace(/\s+/g, ' ');
/** The name of a picture, drawn in the page or as a file. */
const source = it => it && (it.getAttribute('src') ?? it.querySelector('use')?.getAttribute('href') ?? '').replace(/^.*[/#](p-)?|\.svg$/g, '');
const px = number => Math.round(number * 10) / 10;

const colour = text => {
  const [red, green, blue, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
  return { red, green, blue, alpha };
};
const over = (above, below) => {
  const mixed = side => above[side] * above.alpha + below[side] * (1 - above.alpha);
  return { red: mixed('red'), green: mixed('green'), blue: mixed('blue'), alpha: 1 };
};
const WHITE = colour('rgb(255, 255, 255)');
const TOUCHED = 'a[href], button, summary, label, input, select, textarea';

/** Everything that is shown, in the order of the page. Pictures are not entered, nor what is folded up. */
const read = () => {
  const seen = { elements: [], texts: [], pictures: [], targets: [] };
  const visit = (it, context) => {
    const style = getComputedStyle(it);
    if (style.display === 'none' || it.matches('.sprite, .skip')) return;
    const ground = over(colour(style.backgroundColor), context.ground);
    const layer = ['fixed', 'sticky'].includes(style.position) ? it : context.layer;
    const own = it.matches(TOUCHED);
    const one = {
      it, style, ground, layer,
      outside: context.ground,
      control: context.control ?? (own ? it : null),
      clear: context.clear && style.opacity === '1',
      get box() {
        delete this.box;
        return this.box = it.getBoundingClientRect();
      },
    };
    if (style.display !== 'contents' && style.visibility === 'visible') {
      seen.elements.push(one);
      if (it.matches('svg, img')) {
        if (one.box.right > 0 && one.box.width > 0) seen.pictures.push(one);
        return;
      }
      if (own && !context.control && one.box.width > 0 && one.box.right > 0) seen.targets.push(one);
    }
    for (const child of it.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) {
        if (style.visibility === 'visible' && child.data.trim()) seen.texts.push({ ...plain(one), text: child });
      } else if (child.nodeType === Node.ELEMENT_NODE && (it.tagName !== 'DETAILS' || it.open || child.tagName === 'SUMMARY')) {
        visit(child, one);
      }
    }
  };
  const plain = ({ it, style, ground, layer, control, clear }) => ({ it, style, ground, layer, control, clear });
  const body = colour(getComputedStyle(document.body).backgroundColor);
  const ground = over(colour(getComputedStyle(document.documentElement).backgroundColor), WHITE);
  visit(document.body, { ground: over(body, ground), layer: null, control: null, clear: true });
  for (const text of seen.texts) {
    const range = document.createRange();
    range.selectNodeContents(text.text);
    const size = parseFloat(text.style.fontSize);
    // What letters cover, not the air that fonts put above and below them.
    text.lines = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1).map(line => {
      const air = Math.max(0, line.height - size) / 2;
      return { left: line.left, right: line.right, top: line.top + air, bottom: line.bottom - air };
    });
    // Of words that scroll, what is scrolled away lies on nothing.
    const frame = scale.now > 1 && text.it.closest('.question__words')?.getBoundingClientRect();
    if (frame) text.lines = text.lines.filter(({ top, bottom }) => top > frame.top - 2 && bottom < frame.bottom + 2);
  }
  seen.texts = seen.texts.filter(({ lines }) => lines.some(({ right }) => right > 0));
  return seen;
};
