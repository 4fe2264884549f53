// SPDX-License-Identifier: MIT
// Plays a run that somebody gave away. The page's data says what is to be seen when; this script
// lays out nothing and knows nothing of coroutines: it interpolates, shows, and sets attributes.
// Whatever comes from the data is put on the screen as text, never as markup.
"use strict";
(() => {
const SVG = "http://www.w3.org/2000/svg";
const TAGS = ["rect", "line", "path", "text", "path", "image"];
const HATCH = 4;
const ALONG = [["x", "width"], ["x1", "x2"], [], ["x"], ["x", "width"], []];
const SPEEDS = [0.1, 0.25, 0.5, 1, 2, 5, 10];
const DWELL = 120;
const NARROW = 700;
const root = document.documentElement;

// Unpacking: gzip, by the browser where it can, else by hand.

function inflate(bytes) {
  let at = 10, bits = 0, held = 0;
  if (bytes[3]) throw new Error("unknown gzip header");
  const out = [];
  const need = n => {
    while (held < n) { bits |= bytes[at++] << held; held += 8; }
    const value = bits & ((1 << n) - 1);
    bits >>>= n; held -= n;
    return value;
  };
  const tree = lengths => {
    const count = new Array(16).fill(0), first = [], symbols = [];
    for (const l of lengths) count[l]++;
    count[0] = 0;
    for (let l = 1, code = 0, index = 0; l < 16; l++) {
      code = (code + count[l - 1]) << 1;
      first[l] = [code, index];
      index += count[l];
    }
    const place = first.map(f => f && f[1]);
    lengths.forEach((l, symbol) => { if (l) symbols[place[l]++] = symbol; });
    return () => {
      let code = 0;
      for (let l = 1; l < 16; l++) {
        code = code << 1 | need(1);
        const offset = code - first[l][0];
        if (offset >= 0 && offset < count[l]) return symbols[first[l][1] + offset];
      }
      throw new Error("bad code");
    };
  };
  const range = (n, f) => Array.from({length: n}, (_, i) => f(i));
  const fixed = [tree(range(288, i => i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8)), tree(range(30, () => 5))];
  const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
  const dynamic = () => {
    const literals = need(5) + 257, distances = need(5) + 1, codes = need(4) + 4, meta = new Array(19).fill(0);
    for (let i = 0; i < codes; i++) meta[ORDER[i]] = need(3);
    const read = tree(meta), lengths = [];
    while (lengths.length < literals + distances) {
      const symbol = read();
      if (symbol < 16) lengths.push(symbol);
      else {
        const value = symbol === 16 ? lengths[lengths.length - 1] : 0;
        let times = symbol === 16 ? 3 + need(2) : symbol === 17 ? 3 + need(3) : 11 + need(7);
        while (times--) lengths.push(value);
      }
    }
    return [tree(lengths.slice(0, literals)), tree(lengths.slice(literals))];
  };
  const stored = () => {
    bits = held = 0;
    const length = bytes[at] | bytes[at + 1] << 8;
    at += 4;
    for (let i = 0; i < length; i++) out.push(bytes[at++]);
  };
  const coded = ([literal, distance]) => {
    for (let symbol; (symbol = literal()) !== 256;) {
      if (symbol < 256) { out.push(symbol); continue; }
      const l = symbol - 257, le = l < 8 || l === 28 ? 0 : (l >> 2) - 1;
      const length = l === 28 ? 258 : l < 8 ? l + 3 : ((4 + (l & 3)) << le) + 3 + need(le);
      const d = distance(), de = d < 4 ? 0 : (d >> 1) - 1;
      let from = out.length - (d < 4 ? d + 1 : ((2 + (d & 1)) << de) + 1 + need(de));
      for (let i = 0; i < length; i++) out.push(out[from++]);
    }
  };
  for (let last = 0; !last;) {
    last = need(1);
    const kind = need(2);
    if (kind === 0) stored();
    else coded(kind === 1 ? fixed : dynamic());
  }
  return new TextDecoder().decode(new Uint8Array(out));
}

async function unpack(element) {
  const bytes = Uint8Array.from(atob(element.textContent), c => c.charCodeAt(0));
  let text;
  if (self.DecompressionStream)
    text = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
  else text = inflate(bytes);
  const data = JSON.parse(text);
  for (const each of Object.values(data.films || {})) each.e = rows(each.e, each.r[each.r.length - 1]);
  return data;
}

// The items of a film lie in the data column by column, numbers as differences.
function rows({k, l, f, t, x, y, s, p, w}, end) {
  let first = 0, left = 0;
  const before = {}, sum = (a, b) => Math.round((a + b) * 100) / 100;
  return l.map((look, i) => {
    const row = [...k[look]], moves = ALONG[row[0]].length;
    row.push(typeof f[i] === "number" ? first = sum(first, f[i]) : f[i]);
    row.push(typeof t[i] === "number" ? end - t[i] : t[i]);
    const across = moves && typeof x[i] === "number" ? left = sum(left, x[i]) : x[i];
    row.push([across, y[i]].slice(0, moves));
    if (s[i] || p[i]) row.push(s[i] || "");
    if (p[i]) {
      const [lane, span, of = 0] = p[i], key = of + "/" + lane;
      row.push([of, lane, before[key] = sum(before[key] || 0, span)]);
    }
    return w[i] ? {[w[i]]: row} : row;
  });
}

// What is said in several languages is an object with a key for each. What one of them lacks is left out.
function inLanguage(value, lang) {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(v => inLanguage(v, lang)).filter(v => v !== undefined);
  if ("en" in value || "fr" in value) return inLanguage(value[lang], lang);
  return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, inLanguage(v, lang)]));
}

// Making elements.

function make(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties || {})) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name in element && name !== "role") element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

function makeSvg(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes || {})) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const ICONS = {
  first: "M4 4h2.5v16H4zM21 4v16l-7-8zM14 4v16l-7-8z", previous: "M19 4v16l-9-8zM5 4h3v16H5z", play: "M7 4v16l12-8z",
  pause: "M6 4h4v16H6zM14 4h4v16h-4z", next: "M5 4v16l9-8zM16 4h3v16h-3z", last: "M17.500 4H20v16h-2.500zM3 4v16l7-8zM10 4v16l7-8z",
  theme: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm0 2v14a7 7 0 0 1 0-14z",
};

function icon(name) {
  return makeSvg("svg", {viewBox: "0 0 24 24", width: 22, height: 22, "aria-hidden": "true"},
    makeSvg("path", {d: ICONS[name], fill: "currentColor"}));
}

// Backquotes mark code; nothing else of a text is more than text.
function prose(tag, text) {
  const element = make(tag);
  text.split("`").forEach((piece, i) => element.append(i % 2 ? make("code", {textContent: piece}) : piece));
  return element;
}

// What the page was asked for: by its address, or by attributes of the root where a frame has no address.
function asked(name) {
  const hash = new URLSearchParams(location.hash.slice(1));
  return hash.has(name) ? hash.get(name) : root.dataset[name] === undefined ? null : root.dataset[name];
}

let packs;        // the scripts that hold the data: what there is from beginning to end, then the parts
let whole;        // the first of them unpacked, in all languages
let cache = [];   // parts unpacked, likewise
let head, part;   // in the language that is spoken
let number = 0;   // of the part
let base = 0;     // its first step
let going = 0;    // counts ways to another part: only the last one arrives
let lang, axis;
let film, shapes = [], arrows;
let chosen = null; // the span somebody points at: [run, lane, number]
let u = 0;        // the place along the film, in moments
let playing = false, speed = 1, dwell = 0, before = 0, resumes = false;
let range = null; // [from, to] in steps: played again and again
let run = 0;      // whose source and console are shown
let tab = innerWidth <= NARROW ? "source" : "console";
let shownStep = -1;
let guessing = null;
const still = matchMedia("(prefers-reduced-motion: reduce)");

const word = name => head.words[name] || name;
const said = (name, ...values) => values.reduce((text, v, i) => text.replace("%" + (i + 1), v), word(name));

const ui = {
  title: make("h1"), home: make("a", {className: "home"}), language: make("button", {type: "button", className: "plain", onclick: nextLanguage}),
  theme: make("button", {type: "button", className: "plain", onclick: otherTheme}, icon("theme")),
  chart: make("div", {className: "chart"}),
  signs: make("div", {className: "signs"}),
  time: make("output", {className: "time"}),
  slider: make("input", {type: "range", min: 0, step: "any", value: 0, oninput: slide}),
  overview: make("div", {className: "overview"}),
  speed: make("button", {type: "button", className: "wide", onclick: () => setSpeed(SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length])}),
  axis: make("button", {type: "button", className: "wide", onclick: otherAxis}),
  guess: make("button", {type: "button", className: "wide", onclick: toggleGuess}),
  say: make("div", {className: "say", role: "status", "aria-live": "polite"}),
  ask: make("div", {className: "ask", hidden: true}),
  chosen: make("div", {className: "told", role: "status", hidden: true}),
  source: make("pre", {className: "source", tabIndex: 0}),
  tabs: make("div", {role: "tablist"}),
  side: make("div", {role: "tabpanel", className: "side", tabIndex: 0}),
  sourceCard: make("section", {className: "card code"}),
  sideCard: make("section", {className: "card"}),
};
const buttons = {};
for (const [name, action] of [["first", () => toStep(0)], ["previous", () => step(-1)], ["play", toggle],
  ["next", () => step(1)], ["last", () => toStep(steps() - 1)]])
  buttons[name] = make("button", {type: "button", className: name === "play" ? "main" : "", onclick: action}, icon(name));

function build() {
  ui.sourceCard.append(ui.source);
  ui.sideCard.append(ui.tabs, ui.side);
  document.getElementById("player").append(
    make("header", null, ui.home, ui.title, ui.language, ui.theme), ui.chart, ui.signs,
    make("div", {className: "bar"}, make("div", {className: "buttons"}, ...Object.values(buttons), ui.time),
      make("div", {className: "scrub"}, ui.overview, ui.slider), make("div", {className: "options"}, ui.speed, ui.axis, ui.guess)),
    ui.say, ui.chosen, ui.ask, make("div", {className: "columns"}, ui.sourceCard, ui.sideCard));
  if (asked("only") === "chart") root.classList.add("only-chart");
}

// Languages and themes.

function setLanguage(language) {
  const at = film ? nowStep() : 0;
  lang = language;
  root.lang = lang;
  head = inLanguage(whole, lang);
  part = null;
  name();
  return toPart(partOf(at), at);
}

// The part a step is in.
function partOf(index) {
  let n = 0;
  while (n + 1 < head.parts.length && head.parts[n + 1] <= index) n++;
  return n;
}

// Shows a step of a part. One part lies in the document at a time; the next is unpacked ahead.
async function toPart(n, index) {
  const mine = ++going;
  if (part && n === number) {
    if (loaded === filmName()) go(film.r[index - base]); else load(index);
    return;
  }
  cache[n] = cache[n] || unpack(packs[n + 1]);
  const unpacked = await cache[n];
  if (mine !== going) return;
  part = inLanguage(unpacked, lang);
  number = n;
  base = head.parts[n];
  for (const far of Object.keys(cache)) if (Math.abs(far - n) > 1) delete cache[far];
  load(index);
  if (n + 1 < head.parts.length) cache[n + 1] = cache[n + 1] || unpack(packs[n + 2]);
}

function nextLanguage() { setLanguage(lang === "en" ? "fr" : "en"); }

function isDark() {
  return root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function otherTheme() { root.dataset.theme = isDark() ? "light" : "dark"; }

function label(button, text) {
  button.setAttribute("aria-label", text);
  button.title = text;
}

// Says everything that is said whatever the step.
function name() {
  document.title = head.title;
  ui.title.textContent = head.title;
  for (const each in buttons) label(buttons[each], word(each));
  ui.language.hidden = head.languages < 2;
  ui.home.hidden = !head.home;
  ui.home.textContent = "‹ " + word("home");
  ui.home.href = head.home || "";
  ui.language.textContent = lang === "en" ? "FR" : "EN";
  ui.language.lang = lang === "en" ? "fr" : "en";
  label(ui.language, lang === "en" ? "Français" : "English");
  label(ui.theme, word("theme"));
  ui.axis.textContent = word(axis === "clock" ? "steps" : "clock");
  label(ui.axis, word("axis"));
  ui.guess.textContent = word("guess");
  ui.slider.setAttribute("aria-label", word("position"));
  ui.signs.replaceChildren(...(head.legend.e ? [legend("paper")] : []));
  showPlaying();
  showSpeed();
  buildSource();
  buildTabs();
}

// The film.

const narrow = () => innerWidth <= NARROW;
const filmName = () => (narrow() ? 390 : 1280) + "-" + axis;
let loaded = "";

function course(value) { return Array.isArray(value) ? value : null; }

function load(index) {
  loaded = filmName();
  film = part.films[loaded];
  const svg = makeSvg("svg", {viewBox: "0 0 " + film.w + " " + film.h, role: "img",
    "font-family": "DejaVu Sans, Verdana, sans-serif"});
  svg.setAttribute("aria-label", word("chart") + ": " + head.title);
  shapes = film.e.map((data, i) => shape(svg, data, i));
  ui.chart.replaceChildren(svg);
  svg.append(arrows = makeSvg("g", {class: "arrows", "pointer-events": "none"}));
  ui.slider.max = head.parts.length > 1 ? steps() - 1 : end();
  showOverview();
  shownStep = -1;
  go(film.r[Math.max(0, Math.min(index - base, film.r.length - 1))]);
}

function shape(svg, [tag, fill, stroke, attributes, first, last, along, text, key], index) {
  const element = makeSvg(TAGS[tag]);
  let moves = element;
  for (const [, name, value] of attributes.matchAll(/([\w:-]+)="([^"]*)"/g)) {
    if (tag === HATCH && (name === "y" || name === "height")) continue;
    element.setAttribute(name, value);
  }
  const classes = (fill >= 0 ? "f" + fill : "") + (stroke >= 0 ? " s" + stroke : "");
  if (classes) element.setAttribute("class", classes.trim());
  if (tag === HATCH) {
    moves = makeSvg("rect");
    for (const [, name, value] of attributes.matchAll(/\b(y|height)="([^"]*)"/g)) moves.setAttribute(name, value);
    svg.append(makeSvg("clipPath", {id: "h" + index}, moves));
    element.setAttribute("clip-path", "url(#h" + index + ")");
  }
  if (key) {
    element.classList.add("hit");
    element.addEventListener("click", () => choose(key));
  }
  element.setAttribute("visibility", "hidden");
  svg.append(element);
  return {element, moves, first, last, names: ALONG[tag], along, text, on: false, at: [], said: null, key};
}

// The value of a course at a moment: between two of its points on the line from one to the other, in whole pixels
// from the first; at a point, exactly there.
function valueAt(points, x) {
  let i = 2;
  while (i < points.length && points[i] <= x) i += 2;
  if (i >= points.length || points[i - 2] === x) return points[i - 1];
  const even = points[i - 1] + (points[i + 1] - points[i - 1]) * (x - points[i - 2]) / (points[i] - points[i - 2]);
  return points[1] + Math.round(even - points[1]);
}

function draw() {
  const moment = Math.floor(u + 1e-6);
  for (const s of shapes) {
    const on = s.first <= moment && moment <= s.last;
    if (on !== s.on) {
      s.on = on;
      s.element.setAttribute("visibility", on ? "visible" : "hidden");
    }
    if (!on) continue;
    for (let i = 0; i < s.names.length; i++) {
      const points = course(s.along[i]);
      const value = points ? valueAt(points, Math.min(u, s.last)) : s.along[i];
      if (s.at[i] !== value) s.moves.setAttribute(s.names[i], s.at[i] = Math.max(value, 0));
    }
    if (s.text === undefined || s.text === "") continue;
    let text = s.text;
    if (Array.isArray(text)) {
      text = s.text[1];
      for (let i = 2; i < s.text.length && s.text[i] <= moment; i += 2) text = s.text[i + 1];
    }
    if (s.said !== text) s.element.textContent = s.said = text;
  }
  ui.slider.value = sliderAt(u);
  const now = nowStep();
  showTime();
  if (now !== shownStep) showStep(now);
  else if (tab === "jobs") showJobs();
}

const steps = () => head.times.length;
const end = () => film.r[film.r.length - 1];
const nowStep = () => base + restOf(u);
const atEnd = () => u >= end() - 0.01 && number + 1 >= head.parts.length;

// A long run has a slider of steps; a short one goes by moments, which are even in time.
function sliderAt(x) {
  if (head.parts.length < 2) return x;
  const i = restOf(x), length = i + 1 < film.r.length ? film.r[i + 1] - film.r[i] : 1;
  return base + i + (x - film.r[i]) / length;
}

function slide() {
  pause();
  const value = +ui.slider.value;
  if (head.parts.length < 2) go(value);
  else toStep(Math.round(value));
}

// The last step at or before a moment.
function restOf(x) {
  let low = 0, high = film.r.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (film.r[middle] <= x + 1e-6) low = middle; else high = middle - 1;
  }
  return low;
}

// Milliseconds of the run.
function timeAt(x) {
  const i = restOf(x), from = film.g[2 * i], to = film.g[2 * i + 1], at = head.times[base + i];
  if (i + 1 >= film.r.length || x <= from) return at;
  return at + (head.times[base + i + 1] - at) * Math.min(1, to > from ? (x - from) / (to - from) : 1);
}

// The last step that is not later than a time.
function stepAt(time) {
  let low = 0, high = steps() - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (head.times[middle] <= time) low = middle; else high = middle - 1;
  }
  return low;
}

async function toTime(time) {
  pause();
  const index = stepAt(time);
  await toPart(partOf(index), index);
  const i = index - base, from = film.g[2 * i], to = film.g[2 * i + 1], at = head.times[index];
  if (i + 1 >= film.r.length || to <= from || time <= at) return;
  go(from + (to - from) * Math.min(1, (time - at) / (head.times[index + 1] - at)));
}

function showTime() {
  const seconds = (timeAt(u) / 1000).toFixed(3);
  ui.time.textContent = (lang === "fr" ? seconds.replace(".", ",") : seconds) + "\u00a0s";
  ui.slider.setAttribute("aria-valuetext", ui.time.textContent + ", " + said("step", nowStep() + 1, steps()));
}

// Going.

function go(moment) {
  u = Math.max(0, Math.min(end(), moment));
  draw();
}

function toStep(index) {
  pause();
  const to = Math.max(0, Math.min(steps() - 1, index));
  return toPart(partOf(to), to);
}

function step(by) {
  const i = nowStep();
  if (by > 0 && guessing && ask(i)) return;
  toStep(by > 0 ? i + 1 : u > film.r[i - base] + 0.01 ? i : i - 1);
}

// One event: every moment is one but those at which only time passes.
function stepEvent(by) {
  pause();
  let x = by > 0 ? Math.floor(u + 1e-6) + 1 : Math.ceil(u - 1e-6) - 1;
  if (x < 0 || x > end() || (x === end() && number + 1 < head.parts.length)) {
    step(by);
    return;
  }
  const i = restOf(x), from = film.g[2 * i], to = film.g[2 * i + 1];
  if (x > from && x < to) x = by > 0 ? to : from;
  go(x);
}

// An iteration of the loop: the first step of another one.
function stepPass(by) {
  const passes = part.passes, last = film.r.length - 1;
  let i = nowStep() - base;
  const at = passes[i];
  if (by > 0) while (i < last && passes[i] === at) i++;
  else {
    while (i > 0 && passes[i] === at) i--;
    while (i > 0 && passes[i - 1] === passes[i]) i--;
    if (i === 0 && base > 0) i = -1;
  }
  toStep(base + i);
}

async function play() {
  if (atEnd()) await toStep(0);
  playing = true;
  dwell = DWELL;
  before = performance.now();
  showPlaying();
  requestAnimationFrame(tick);
}

function pause() {
  playing = false;
  showPlaying();
}

function toggle() { if (playing) pause(); else play(); }

function showPlaying() {
  if (!head) return;
  buttons.play.replaceChildren(icon(playing ? "pause" : "play"));
  label(buttons.play, word(playing ? "pause" : "play"));
  ui.say.setAttribute("aria-live", playing ? "off" : "polite");
}

function setSpeed(value) {
  speed = value;
  showSpeed();
}

function showSpeed() {
  ui.speed.textContent = String(speed).replace(".", lang === "fr" ? "," : ".") + "×";
  label(ui.speed, word("speed"));
}

// A turn takes no time and is dwelt upon; then time passes at the speed that was chosen.
function tick(now) {
  if (!playing) return;
  if (!part) { requestAnimationFrame(tick); return; }
  let budget = Math.min(100, now - before) * speed;
  before = now;
  let x = u;
  while (budget > 0 && playing) {
    const i = restOf(x), from = film.g[2 * i], to = film.g[2 * i + 1];
    if (range && base + i >= range[1]) { again(); return; }
    if (i + 1 >= film.r.length) {
      x = end();
      if (number + 1 < head.parts.length) { onward(); return; }
      pause();
      break;
    }
    if (dwell > 0) {
      const spent = Math.min(dwell, budget);
      dwell -= spent;
      budget -= spent;
      continue;
    }
    const lasts = head.times[base + i + 1] - head.times[base + i];
    if (to > from && x < to && !still.matches) {
      x = Math.max(x, from);
      const rate = (to - from) / lasts, moved = Math.min(to - x, budget * rate);
      x += moved;
      budget -= moved / rate;
      if (x < to - 1e-6) continue;
    }
    if (guessing && ask(base + i)) { x = to > from ? to : x; break; }
    x = film.r[i + 1];
    dwell = still.matches ? 900 : Math.min(DWELL, 1500 / turnsAt(base + i + 1));
    if (axis === "steps" && !still.matches) dwell += lasts;
  }
  go(x);
  if (playing) requestAnimationFrame(tick);
}

async function onward() {
  await toPart(number + 1, head.parts[number + 1]);
  before = performance.now();
  if (playing) requestAnimationFrame(tick);
}

async function again() {
  await toPart(partOf(range[0]), range[0]);
  dwell = DWELL;
  before = performance.now();
  if (playing) requestAnimationFrame(tick);
}

function turnsAt(i) {
  let n = 1;
  for (let k = i; n < 30 && k > 0 && head.times[k - 1] === head.times[i]; k--) n++;
  for (let k = i; n < 30 && k + 1 < steps() && head.times[k + 1] === head.times[i]; k++) n++;
  return n;
}

// What is told of a step.

// Of a list that has 0 where nothing has changed.
function latest(list, step) {
  let i = step - base;
  while (i > 0 && list[i] === 0) i--;
  return list[i] === 0 ? null : list[i];
}

function sentences(i) { return part.runs.map(r => latest(r.say, i) || ""); }

function showStep(i) {
  shownStep = i;
  const texts = sentences(i);
  ui.say.replaceChildren(...texts.map((text, r) => make("p", null,
    ...(texts.length > 1 ? [make("b", {textContent: head.runs[r].title + " "})] : []), text)));
  showSource(i);
  showSide();
  showChosen();
  post({event: "step", step: i + 1, steps: steps(), t: timeAt(u) / 1000, text: texts.join("\n")});
}

let lines = [];

function buildSource() {
  const source = head.runs[run].source;
  lines = source.text.split("\n");
  if (lines[lines.length - 1] === "") lines.pop();
  lines = lines.map((text, n) => make("div", {className: "line" + (source.changed.includes(n + 1) ? " changed" : "")},
    make("b", {textContent: n + 1, "aria-hidden": "true"}), make("span", {textContent: text || " "}),
    make("span", {className: "marks"})));
  ui.source.replaceChildren(...(source.text ? lines : [make("p", {className: "muted", textContent: word("noSource")})]));
  ui.source.setAttribute("aria-label", word("source"));
  shownStep = -1;
}

const laneName = actor => actor === 0 ? word("mainProgram") : head.runs[run].lanes[actor][0];

function mark(actor, active) {
  return make("span", {className: "mark" + (active ? " active" : "")},
    make("i", {className: "b" + head.runs[run].lanes[actor][1]}), laneName(actor));
}

function showSource(i) {
  const places = new Map();
  for (const [actor, line, active] of latest(part.runs[run].places, i) || []) {
    if (!places.has(line)) places.set(line, []);
    places.get(line).push([actor, active]);
  }
  let focus = null, first = null;
  lines.forEach((element, n) => {
    const here = places.get(n + 1) || [];
    const active = here.some(([, a]) => a);
    element.classList.toggle("here", here.length > 0);
    element.classList.toggle("active", active);
    here.sort((a, b) => b[1] - a[1]);
    const shown = here.slice(0, 3).map(([actor, a]) => mark(actor, a));
    if (here.length > 3) shown.push(make("span", {className: "mark more", textContent: "+" + (here.length - 3)}));
    element.lastChild.replaceChildren(...shown);
    if (active) focus = element;
    if (here.length && !first) first = element;
  });
  focus = focus || first;
  if (focus && focus.isConnected) keepInView(focus, ui.source.parentElement === ui.side ? ui.sideCard : ui.sourceCard);
}

// Scrolls the box, never the page.
function keepInView(element, box) {
  const top = element.offsetTop;
  if (top < box.scrollTop + 20) box.scrollTop = Math.max(0, top - 60);
  else if (top + element.offsetHeight > box.scrollTop + box.clientHeight - 20)
    box.scrollTop = top + element.offsetHeight - box.clientHeight + 60;
}

// The panels beside the source.

const PANELS = {source: () => {}, console: showConsole, jobs: showJobs, loop: showLoop, lanes: showLanes, notes: showNotes, about: showAbout};

function panels() {
  const names = [...(narrow() ? ["source"] : []), "console", "jobs", "loop", "lanes"];
  if (head.runs.some(r => r.notes.length)) names.push("notes");
  names.push("about");
  return names;
}

function buildTabs() {
  const names = panels();
  if (!names.includes(tab)) tab = "console";
  ui.sourceCard.hidden = narrow();
  ui.tabs.replaceChildren(...names.map(each => make("button", {type: "button", role: "tab", id: "tab-" + each,
    textContent: word(each), "aria-selected": each === tab, tabIndex: each === tab ? 0 : -1,
    onclick: () => chooseTab(each), onkeydown: event => turnTabs(event, names)})));
  ui.side.setAttribute("aria-labelledby", "tab-" + tab);
  if (head.runs.length > 1) ui.tabs.append(make("select", {"aria-label": word("run"), onchange: event => {
    run = event.target.selectedIndex;
    buildSource();
    rebuildSide();
    showStep(nowStep());
  }}, ...head.runs.map((r, i) => make("option", {textContent: r.title, selected: i === run}))));
  rebuildSide();
}

function chooseTab(name) {
  tab = name;
  buildTabs();
  showSide();
}

function turnTabs(event, names) {
  const by = {ArrowRight: 1, ArrowLeft: -1}[event.key];
  if (!by || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  event.stopPropagation();
  chooseTab(names[(names.indexOf(tab) + by + names.length) % names.length]);
  document.getElementById("tab-" + tab).focus();
}

let sideParts = null;

// On a telephone the source is one of the panels.
function rebuildSide() {
  sideParts = null;
  ui.side.replaceChildren(...(tab === "source" ? [ui.source] : []));
  if (!narrow()) ui.sourceCard.append(ui.source);
}

function showSide() { if (film) PANELS[tab](); }

function showConsole() {
  const all = head.runs[run].console, now = nowStep();
  if (!sideParts) {
    sideParts = all.map(([, stamp, text]) => make("div", {className: "printed"},
      make("span", {className: "muted", textContent: stamp + "  "}), make("bdi", {textContent: text})));
    ui.side.replaceChildren(make("pre", null, ...sideParts),
      make("p", {className: "muted nothing", textContent: word("nothing")}));
  }
  let shown = 0;
  all.forEach(([from], i) => {
    sideParts[i].hidden = from > now;
    if (from <= now) shown = i + 1;
  });
  ui.side.lastChild.hidden = shown > 0;
  if (shown) keepInView(sideParts[shown - 1], ui.sideCard);
}

function showJobs() {
  const {slot, slots, jobs} = head.runs[run].jobs, lanes = head.runs[run].lanes;
  if (!sideParts) {
    sideParts = [];
    const rows = slots.map((name, row) => make("tr", null, make("th", {scope: "row", textContent: name}),
      ...jobs.map((job, column) => {
        const cell = make("td");
        sideParts.push({cell, row, job});
        return cell;
      })));
    const table = make("table", null, make("thead", null, make("tr", null, make("th", {textContent: word("slot")}),
      ...jobs.map(job => make("th", {scope: "col", textContent: job[1]})))), make("tbody", null, ...rows));
    ui.side.replaceChildren(table);
  }
  const now = timeAt(u), i = nowStep();
  for (const {cell, row, job: [actor, , begin, until, from]} of sideParts) {
    const first = Math.floor(begin / slot), shownEnd = Math.min(until, now);
    const on = from <= i && row >= first && row < Math.max(Math.ceil(shownEnd / slot), first + 1)
      && row < Math.ceil(now / slot);
    if (cell.on === on) continue;
    cell.on = on;
    cell.replaceChildren(...(on ? [make("span", {className: "work b" + lanes[actor][1]}),
      make("span", {className: "unseen", textContent: word("atWork")})] : []));
  }
}

function showLoop() {
  const boxes = latest(part.runs[run].loop, nowStep()) || [[], [], [], []];
  ui.side.replaceChildren(make("div", {className: "boxes"}, ...["holder", "ready", "timers", "waiters"].map((name, i) =>
    make("section", null, make("h2", {textContent: word(name)}), ...(boxes[i].length
      ? boxes[i].map(([text, actor]) => make("span", {className: "mark"},
        ...(actor > 0 ? [make("i", {className: "b" + head.runs[run].lanes[actor][1]})] : []), text))
      : [make("span", {className: "muted", textContent: word(i ? "empty" : "nobody")})])))));
}

function showNotes() {
  if (sideParts) return;
  sideParts = head.runs[run].notes;
  ui.side.replaceChildren(...sideParts.map(([from, , lane, text]) => make("button", {type: "button", className: "note",
    onclick: () => toTime(from)},
  make("span", {className: "muted", textContent: (from / 1000) + "\u00a0s" + (lane ? ", " + lane : "")}),
  make("span", {textContent: text}))));
}

function showAbout() {
  if (sideParts) return;
  sideParts = [];
  const {text, notice, ask, answers, belief, refutation, goals} = head.about;
  const list = (heading, points) => points && points.length
    ? [make("h2", {textContent: word(heading)}), make("ul", null, ...points.map(p => prose("li", p)))] : [];
  ui.side.replaceChildren(...(text ? [prose("p", text)] : []), ...(ask ? question(ask, answers, belief, refutation) : []),
    ...list("notice", notice), ...list("try", goals), ...(head.legend.e ? [make("h2", {textContent: word("legend")}), legend("about")] : []),
    make("h2", {textContent: word("keys")}), make("p", {className: "keys", textContent: word("keyList")}),
    make("p", {className: "muted", textContent: word("madeBy")}));
}

// `place` tells two legends of one page apart.
function legend(place) {
  const svg = makeSvg("svg", {viewBox: "0 0 " + head.legend.w + " " + head.legend.h, class: "legend", role: "img",
    "font-family": "DejaVu Sans, Verdana, sans-serif", "aria-label": word("legend")});
  head.legend.e.forEach((data, i) => {
    const s = shape(svg, data, place + i);
    s.names.forEach((name, k) => s.moves.setAttribute(name, data[6][k]));
    if (data[7]) s.element.textContent = data[7];
    s.element.removeAttribute("visibility");
  });
  return svg;
}

// The question of the lesson; an answer is told at once, and what speaks against the belief behind a wrong one.
function question(ask, answers, belief, refutation) {
  const told = make("div", {role: "status"});
  const tell = right => told.replaceChildren(make("p", {className: "verdict", textContent: word(right ? "yes" : "no")}),
    ...(right ? [] : [prose("p", belief), prose("p", refutation)]));
  const choices = answers.map(([text, right]) => {
    const button = prose("button", text);
    button.type = "button";
    button.addEventListener("click", () => tell(right));
    return button;
  });
  return [prose("p", ask), make("div", {className: "answers"}, ...choices), told];
}

// "Who is next?"

function toggleGuess() {
  guessing = guessing ? null : {right: 0, answered: 0, asked: -1};
  ui.guess.setAttribute("aria-pressed", guessing ? "true" : "false");
  ui.ask.hidden = true;
}

// Asks who has the next step, where there is something to choose from. True when playing has to wait.
function ask(i) {
  const taker = part.runs[run].who[i + 1 - base], lanes = head.runs[run].lanes;
  if (taker === undefined || taker < 1 || guessing.asked === i + 1) return false;
  const alive = lanes.map((lane, actor) => actor).filter(actor => actor > 0 && lanes[actor][4] !== 2
    && lanes[actor][2] <= i && (lanes[actor][3] < 0 || lanes[actor][3] > i));
  if (alive.length < 2 || !alive.includes(taker)) return false;
  pause();
  guessing.asked = i + 1;
  const most = 6, first = Math.max(0, Math.min(alive.indexOf(taker) - alive.indexOf(taker) % most, alive.length - most));
  const answer = actor => {
    if (actor !== null) {
      guessing.answered++;
      if (actor === taker) guessing.right++;
    }
    toStep(i + 1);
    const verdict = actor === null ? laneName(taker) : said(actor === taker ? "right" : "wrong", laneName(taker));
    ui.ask.replaceChildren(make("p", {role: "status", className: actor === taker ? "right" : "", textContent:
      verdict + " " + said("score", guessing.right, guessing.answered)}),
    make("button", {type: "button", textContent: word("goOn"), onclick: () => { ui.ask.hidden = true; play(); }}));
    ui.ask.lastChild.focus();
  };
  ui.ask.replaceChildren(make("p", {textContent: word("askNext")}), ...alive.slice(first, first + most).map(actor =>
    make("button", {type: "button", onclick: () => answer(actor)}, make("i", {className: "b" + lanes[actor][1]}), laneName(actor))),
  make("button", {type: "button", className: "plain", textContent: word("notSure"), onclick: () => answer(null)}));
  ui.ask.hidden = false;
  ui.ask.querySelector("button").focus();
  return true;
}

// Cause and effect of a span somebody points at.

function choose(key) {
  chosen = key[1] >= 0 && !(chosen && chosen.join() === key.join()) ? key : null;
  showChosen();
}

function showChosen() {
  const span = chosen && part.runs[chosen[0]].spans.find(s => s[0] === chosen[1] && s[1] === chosen[2]);
  const known = span && span[5] <= nowStep();
  for (const s of shapes) s.element.classList.toggle("chosen", Boolean(known && s.key && s.key.join() === chosen.join()));
  ui.chosen.hidden = !known;
  arrows.replaceChildren();
  if (!known) return;
  const [lane, , what, from, to, , cause, effects, wakeups] = span, over = to >= 0 && to <= timeAt(u);
  const now = nowStep(), isKnown = ([, step]) => step <= now;
  const caused = cause && isKnown(wakeups[0]), effected = effects && wakeups.slice(cause ? 1 : 0).every(isKnown);
  const seconds = t => (t / 1000).toLocaleString(lang, {maximumFractionDigits: 6}) + "\u00a0s";
  const facts = head.runs[chosen[0]].lanes[lane][0] + ": " + what + " · "
    + (over && to > from ? seconds(from) + " – " + seconds(to) : seconds(from));
  ui.chosen.replaceChildren(...[facts, caused && cause, effected && effects].filter(Boolean).map(textContent => make("p", {textContent})));
  for (const [wakeup, of, elements] of film.a)
    if (of === chosen[0] && wakeups.some(w => w[0] === wakeup && isKnown(w))) for (const data of elements) arrow(data);
}

function arrow([tag, , , attributes, , , along]) {
  const element = makeSvg(TAGS[tag]);
  for (const [, name, value] of attributes.matchAll(/([\w:-]+)="([^"]*)"/g)) element.setAttribute(name, value);
  ALONG[tag].forEach((name, i) => element.setAttribute(name, along[i]));
  arrows.append(element);
}

// Above the slider of a long run: who has the thread; and the range that is played again and again.
function showOverview() {
  const colors = head.overview || [], share = i => 100 * i / Math.max(1, steps() - 1);
  const svg = makeSvg("svg", {viewBox: "0 0 " + Math.max(1, colors.length) + " 10", preserveAspectRatio: "none", "aria-hidden": "true"});
  colors.forEach((c, x) => { if (c >= 0) svg.append(makeSvg("rect", {x, y: 0, width: 1.05, height: 10, class: "f" + c})); });
  ui.overview.replaceChildren(...(colors.length ? [svg] : []));
  if (range) {
    const bar = make("div", {className: "range"});
    bar.style.left = share(range[0]) + "%";
    bar.style.width = share(range[1] - range[0]) + "%";
    ui.overview.append(bar);
  }
}

// The chart as a table: what each lane does now.
function showLanes() {
  const now = nowStep(), doing = new Map();
  for (const span of part.runs[run].spans) if (span[5] <= now) doing.set(span[0], span);
  const rows = head.runs[run].lanes.map((lane, actor) => [lane, actor]).filter(([lane, actor]) => actor === 0 || lane[2] <= now);
  ui.side.replaceChildren(make("table", {className: "lanes"}, make("caption", {className: "unseen", textContent: word("table")}),
    make("tbody", null, ...rows.map(([lane, actor]) => {
      const span = doing.get(actor), over = lane[3] >= 0 && lane[3] <= now;
      return make("tr", null, make("th", {scope: "row"}, make("i", {className: "b" + lane[1]}), lane[0]),
        make("td", {textContent: over ? word("ended") : span ? span[2] : "–"}));
    }))));
}

function otherAxis() {
  const i = nowStep();
  axis = axis === "clock" ? "steps" : "clock";
  name();
  load(i);
}

// Keys, the frame around the page, and what the page is asked for.

function onKey(event) {
  if (event.altKey || event.metaKey) return;
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target !== ui.slider;
  const onButton = event.target.tagName === "BUTTON" && (event.key === " " || event.key === "Enter");
  if (typing || onButton) return;
  const way = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
  const framed = parent !== window;
  let action;
  if (way) action = () => event.ctrlKey ? stepPass(way) : event.shiftKey ? step(way) : stepEvent(way);
  else if (!event.ctrlKey) action = {
    " ": toggle, Home: () => toStep(0), End: () => toStep(steps() - 1),
    PageDown: framed ? null : () => step(1), PageUp: framed ? null : () => step(-1), n: () => step(1),
    ">": () => setSpeed(SPEEDS[Math.min(SPEEDS.length - 1, SPEEDS.indexOf(speed) + 1)]),
    "<": () => setSpeed(SPEEDS[Math.max(0, SPEEDS.indexOf(speed) - 1)]),
    a: otherAxis, w: toggleGuess, "[": () => loopFrom(0), "]": () => loopFrom(1),
  }[event.key];
  if (action) {
    event.preventDefault();
    action();
  } else if (framed && /^(PageUp|PageDown|Escape|[bfos])$/.test(event.key)) post({event: "key", key: event.key});
}

function loopFrom(which) {
  const i = nowStep();
  if (which === 0) range = [i, steps() - 1];
  else range = range && i > range[0] ? [range[0], i] : null;
  showOverview();
}

function post(message) {
  if (parent === window) return;
  try { parent.postMessage({coroscope: 1, ...message}, "*"); } catch (e) { return; }
}

function onMessage({data}) {
  if (data === "slide:stop") { pause(); return; }
  if (data === "slide:start") { start(); return; }
  if (!data || data.coroscope !== 1) return;
  if (data.do === "play") play();
  else if (data.do === "pause") pause();
  else if (data.do === "next") step(1);
  else if (data.do === "previous") step(-1);
  else if (data.do === "goto" && Number.isFinite(data.t)) toTime(data.t * 1000)
  else if (data.do === "goto" && Number.isFinite(data.step)) toStep(data.step - 1);
}

// Where the address says to begin, or where the run begins.
async function start() {
  const at = Number(asked("step")), t = asked("t");
  if (at >= 1) await toStep(at - 1);
  else if (t !== null && Number.isFinite(Number(t))) await toTime(Number(t) * 1000);
  else await toStep(0);
  if (asked("autoplay") !== null && asked("autoplay") !== "0" && !still.matches) play();
}

function hide(hidden) {
  if (hidden) {
    resumes = resumes || playing;
    if (playing) pause();
  } else if (resumes) {
    resumes = false;
    play();
  }
}

function listen() {
  addEventListener("keydown", onKey);
  addEventListener("message", onMessage);
  addEventListener("hashchange", start);
  // A frame that is hidden has no size; it is not a telephone.
  addEventListener("resize", () => { if (innerWidth > 50 && film && filmName() !== loaded) { buildTabs(); load(nowStep()); } });
  document.addEventListener("visibilitychange", () => hide(document.hidden));
  new IntersectionObserver(entries => hide(!entries[entries.length - 1].isIntersecting)).observe(ui.chart);
  let held = 0;
  addEventListener("beforeprint", () => { held = u; if (head.parts.length < 2) go(end()); });
  addEventListener("afterprint", () => go(held));
}

async function main() {
  packs = [...document.querySelectorAll("script.data")];
  cache[0] = unpack(packs[1]);
  whole = await unpack(packs[0]);
  const own = (navigator.language || "").slice(0, 2);
  const wanted = [asked("lang"), own, root.lang].find(l => l === "en" || l === "fr") || "en";
  axis = asked("axis") === "steps" ? "steps" : asked("axis") === "clock" ? "clock" : whole.axis;
  if (SPEEDS.includes(Number(asked("speed")))) speed = Number(asked("speed"));
  build();
  await setLanguage(whole.languages > 1 ? wanted : root.lang);
  listen();
  await start();
  root.dataset.ready = "1";
}

main();
})();
