// Runs the rules on the page at this size: with usual letters, then with letters a third larger, which are set through
// the style object as the content security policy allows.
const [{ full, helper, strokes, differing }] = arguments;
const places = {};
let seen = read();
/** What the loudspeaker and the person to ask say when they are touched. */
const answers = () => {
  for (const it of document.querySelectorAll('details[data-control]')) {
    it.open = true;
    const said = read().texts.filter(one => it.contains(one.it) && !one.control);
    holds('23', said.length, it, () => 'says nothing when it is touched');
    reads({ texts: said });
    contrasts({ elements: [], texts: said, pictures: [] }, '14', strokes);
    it.open = false;
  }
};
fits(seen);
stands(seen);
places['1.0'] = controls(seen);
apart(seen);
touches(seen);
options(seen);
reads(seen);
keyWords(seen);
if (full) {
  if (!helper) typed();
  pictured(seen);
  if (!helper) listed(seen, differing);
  homeAndHelp(seen);
  states();
  answers();
  contrasts(seen, '14', strokes);
  const { contrast: usual } = document.documentElement.dataset;
  document.documentElement.dataset.contrast = 'high';
  contrasts(read(), '14 high', strokes);
  if (usual === undefined) delete document.documentElement.dataset.contrast;
  else document.documentElement.dataset.contrast = usual;
}
if (root.clientWidth < 640) {
  document.documentElement.style.fontSize = '130%';
  scale.now = 1.3;
  seen = read();
  fits(seen);
  stands(seen);
  places['1.3'] = controls(seen);
  apart(seen);
  document.documentElement.style.fontSize = '';
}
return { findings, places, page, step };
