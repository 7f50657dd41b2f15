// What is said and shown together: rules 4, 8, 18, 19, 20, 21, 22.
const pictured = ({ elements, texts, pictures }) => {
  const said = new Set(texts.flatMap(({ it }) => {
    const around = [];
    for (let one = it; one && one !== document.body; one = one.parentElement) around.push(one);
    return around;
  }));
  for (const { it, control } of pictures) {
    // In the same control, heading or line; or beside it, at most one frame further out.
    const near = [it.parentElement, it.parentElement?.parentElement].filter(one => one && one !== main && one !== document.body);
    holds('8', control ? said.has(control) || control.ariaLabel : near.some(one => said.has(one)), it, () => `the picture ${source(it)} has no word`);
  }
  const one = (it, count, what) => {
    holds('8', count === 1, it, () => `${count} pictures in one ${what}`);
    holds('8', said.has(it), it, () => `${what} without words`);
  };
  const within = it => pictures.filter(picture => it.contains(picture.it)).length;
  for (const { it } of elements) {
    if (it.matches('main [data-option]') && !it.querySelector('[data-leaf]')) one(it, within(it), 'option');
    else if (it.matches('.tile, .row')) one(it, within(it), 'tile');
    else if (it.matches('[data-requirement]')) {
      // The sign of a form stands beside the word of that form.
      const face = it.querySelector('label') ?? it;
      one(it, pictures.filter(picture => picture.it.parentElement === face).length, 'item');
    }
  }
};

const listed = ({ elements, texts }, differing) => {
  for (const { it, text } of texts) {
    if (!it.closest('.official, .item__official, .procedure__official, [data-string*=official], address')) {
      const word = text.data.match(/(?<![\p{L}\d])(UBND|HĐND|TTHC|CCCD|CMND|GCN|QSDĐ|TTPVHCC|BHYT|BHXH)(?![\p{L}\d])/u);
      holds('18', !word, it.closest('[class]'), () => `“${word[0]}”`);
    }
  }
  if (step !== 'list') return;
  const shown = new Set(texts.map(({ it }) => it));
  const visible = it => it && [it, ...it.querySelectorAll('*')].some(one => shown.has(one));
  for (const group of elements.filter(({ it }) => it.matches('[data-list] [data-group]')).map(({ it }) => it)) {
    // What nobody can tell yet may be more: to leave it out would be worse.
    const sure = '[data-requirement]:not([data-need=perhaps]), [data-asked]';
    const count = elements.filter(({ it }) => it.matches(sure) && group.contains(it)).length;
    holds('20', count <= 7, group, () => `${count} items in the group ${group.dataset.group}`);
  }
  for (const { it } of elements.filter(({ it }) => it.matches('[data-list] [data-requirement]'))) {
    const [picture, name, tick] = ['label > .pic', '.item__name', 'input[type=checkbox]'].map(part => it.querySelector(part));
    holds('21', picture?.getClientRects().length && visible(name) && tick?.getClientRects().length, it, () => 'lacks picture, name or tick');
    const plain = name?.querySelector('[data-string^="doc."]')?.dataset.string;
    if (plain && differing.includes(plain.split('.')[1])) {
      const official = it.querySelector('label [data-string$=".official"]');
      holds('19', visible(official), it, () => `does not show the official name of ${plain}`);
    }
  }
  holds('22', elements.some(({ it }) => it.matches('[data-action=restart]')), main, () => 'no way to begin anew');
};

const homeAndHelp = ({ elements }) => {
  if (page === 'home') {
    const tiles = elements.filter(({ it }) => it.matches('.tile')).length;
    holds('4', tiles > 0 && tiles <= 6, main, () => `${tiles} tiles on one page`);
  }
  const controls = elements.filter(({ it }) => it.matches('[data-control]')).map(({ it }) => it);
  holds('22', controls.some(it => it.matches('a[data-control=home][href="/"]')), main, () => 'no way home');
  const ask = controls.find(it => it.dataset.control === 'ask');
  holds('23', ask?.matches('a[href^="tel:"], details'), main, () => 'nobody to ask');
};
