"use strict";
// Nothing is done for each article when the page opens: work begins with what a reader points at.
(() => {
const one = (query, within = document) => within.querySelector(query);
const all = (query, within = document) => [...within.querySelectorAll(query)];

// An element with its attributes and what is in it. Words go in as text and never as HTML.
function make(tag, given = {}, ...inside) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...inside);
  return element;
}

// ---- Articles: what is in one is read when it is opened.

function equip(article) {
  const unread = one(":scope > noscript", article);
  if (unread) {
    unread.insertAdjacentHTML("afterend", unread.textContent);
    unread.remove();
    hideEvents(article);
  }
  if (!article.dataset.equipped) offerCorrections(article);
  article.dataset.equipped = "1";
}

// The element with this id, in an article that is opened for it.
function opened(id) {
  const article = document.getElementById(/^a\d+/.exec(id)?.[0]);
  if (article) {
    article.open = true;
    equip(article);
  }
  return document.getElementById(id);
}

document.addEventListener("toggle", (event) => {
  if (event.target.matches?.(".article") && event.target.open) equip(event.target);
}, true);
addEventListener("beforeprint", () => all(".article:not([hidden])").forEach(equip));

// ---- Lighting up: what states a figure, and the figure it states, have a name in common.

let lit = [];

function light(target) {
  const named = target.closest?.("[data-f]");
  const article = named?.closest(".article");
  const now = article
    ? named.dataset.f.split(" ").flatMap((name) => all(`[data-f~="${name}"]`, article))
    : [];
  for (const element of lit) element.classList.remove("lit");
  for (const element of now) element.classList.add("lit");
  lit = now;
  if (article && !named.matches(".m")) bringIntoView(one(".text", article), now.find((each) => each.matches(".m")));
}

// Scrolls the article's text beside the figures, and not the page.
function bringIntoView(text, words) {
  if (!words || text.scrollHeight <= text.clientHeight) return;
  const frame = text.getBoundingClientRect(), at = words.getBoundingClientRect();
  if (at.top < frame.top + 12 || at.bottom > frame.bottom - 12) {
    text.scrollTop += at.top - frame.top - text.clientHeight / 3;
  }
}

document.addEventListener("mouseover", (event) => light(event.target));
document.addEventListener("focusin", (event) => light(event.target));

// A link within the page, in a frame of a notebook too, where a fragment would lead out of it.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.('a[href^="#"]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const target = opened(link.getAttribute("href").slice(1));
  if (!target) return;
  event.preventDefault();
  if (location.protocol !== "about:") history.replaceState(null, "", link.getAttribute("href"));
  if (!target.matches("a, details")) target.tabIndex = -1;
  target.scrollIntoView({ block: target.matches("section, details") ? "start" : "nearest" });
  target.focus({ preventScroll: true });
  light(target);
});

function hideEvents(article) {
  all(".gist > li", article).forEach((event, index) => {
    const section = document.getElementById(`${article.id}e${index}`);
    if (section) section.hidden = event.hidden;
  });
  for (const toll of all(".toll", article)) {
    toll.hidden = toll.dataset.over.split(" ").every((id) => document.getElementById(id)?.hidden);
  }
}

// ---- Filters: an event is shown when it fits all of them, and an article when an event of it is.

const filters = one("#filters");

function fits(event, asked) {
  const has = (value, words) => (value ?? "").toLowerCase().includes(words.trim().toLowerCase());
  const { outcomes, place, sides, codes, from, to } = event.dataset;
  return (!asked.outcome || (outcomes ?? "").split(" ").includes(asked.outcome))
    && has(place, asked.place) && has(sides, asked.side) && has(codes, asked.code)
    && (!asked.from || (to && to >= asked.from)) && (!asked.to || (from && from <= asked.to));
}

function filter() {
  const asked = Object.fromEntries(new FormData(filters));
  const any = Object.values(asked).some((value) => value.trim());
  // A finding on the article as a whole is no event's.
  const onlyCode = any && Object.entries(asked).every(([name, value]) => name === "code" || !value.trim());
  let articles = 0, events = 0, shown = 0;
  for (const article of document.getElementsByClassName("article")) {
    let here = 0;
    for (const event of all(".gist > li", article)) {
      const hidden = any && !fits(event, asked);
      if (event.hidden !== hidden) event.hidden = hidden;
      if (!hidden) here += 1;
    }
    if (article.dataset.equipped) hideEvents(article);
    const whole = onlyCode && article.dataset.codes.toLowerCase().includes(asked.code.trim().toLowerCase());
    const hidden = any && !here && !whole;
    if (article.hidden !== hidden) article.hidden = hidden;
    articles += 1;
    events += here;
    if (!article.hidden) shown += 1;
  }
  const number = (count, what) => `${count.toLocaleString("en")} ${what}${count === 1 ? "" : "s"}`;
  one("#found").textContent = any ? `${number(events, "event")} in ${shown} of ${number(articles, "article")}` : "";
}

if (filters) {
  let waiting;
  filters.hidden = false;
  filters.addEventListener("submit", (event) => event.preventDefault());
  filters.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(filter, 120); });
  filters.addEventListener("reset", () => setTimeout(filter));
}

// ---- Corrections: kept here until they are saved, in the format of docs/corrections.md.

const OUTCOMES = ["killed", "wounded", "captured", "missing", "casualties"];
const GROUPS = { side_a: "side A", side_b: "side B", civilians: "civilians", unknown: "not stated", all: "all sides" };
const KINDS = ["exactly", "at least", "at most", "between", "around"];
const made = new Map();  // what is corrected -> its correction, the latest alone
let saved = true, added = 0;

// The article's own characters: those written out on the page are back in it as one each.
function characters(words) {
  const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const found = [];
  let node = walker.nextNode();
  while (node) {
    if (node.nodeType === Node.TEXT_NODE) {
      if (!node.parentElement?.matches(".u")) found.push(...node.data);
    } else if (node.matches(".u")) {
      found.push(String.fromCodePoint(parseInt(node.dataset.c, 16)));
    }
    node = walker.nextNode();
  }
  return found;
}

function quoteAt(article, start, end) {
  return { start, end, quote: characters(one(".words", article)).slice(start, end).join("") };
}

// What is selected in the article, counted in its own characters; null when nothing is.
function selected(article) {
  const selection = getSelection(), words = one(".words", article);
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!words.contains(range.startContainer) || !words.contains(range.endContainer)) return null;
  // A character that is written out is selected whole or not at all.
  const written = range.startContainer.parentElement.closest(".u");
  if (written) range.setStartBefore(written);
  const before = document.createRange();
  before.setStart(words, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const chosen = characters(range.cloneContents()), text = chosen.join(""), trimmed = text.trim();
  if (!trimmed) return null;
  const start = characters(before.cloneContents()).length + [...text.slice(0, text.indexOf(trimmed))].length;
  return { start, end: start + [...trimmed].length, quote: trimmed };
}

// The one place in the article where these words stand; else why there is none.
function find(article, typed) {
  const text = characters(one(".words", article)).join(""), at = text.indexOf(typed);
  if (at < 0) return { wrong: "These words do not stand in the article; copy them from it." };
  if (text.indexOf(typed, at + 1) >= 0) return { wrong: "These words stand there more than once; select them in the article, then add a figure." };
  const start = [...text.slice(0, at)].length;
  return { start, end: start + [...typed].length, quote: typed };
}

function countOf(row) {
  const number = (name) => (row.dataset[name] === undefined ? null : Number(row.dataset[name]));
  return { value: number("value"), low: number("low"), high: number("high"), approximate: row.dataset.around === "1" };
}

function kindOf({ value, low, high, approximate }) {
  if (approximate && value !== null && low === null && high === null) return "around";
  if (approximate) return null;
  if (value === null) return low !== null && high !== null ? "between" : null;
  if (low === value && high === value) return "exactly";
  if (low === value && high === null) return "at least";
  return low === null && high === value ? "at most" : null;
}

function counted(kind, n, to) {
  return {
    "exactly": { value: n, low: n, high: n, approximate: false },
    "at least": { value: n, low: n, high: null, approximate: false },
    "at most": { value: n, low: null, high: n, approximate: false },
    "between": { value: null, low: n, high: to, approximate: false },
    "around": { value: n, low: null, high: null, approximate: true },
  }[kind];
}

const inWords = ({ value, low, high, approximate }) => {
  const kind = kindOf({ value, low, high, approximate });
  if (kind === "between") return `${low} to ${high}`;
  return kind === "exactly" || kind === null ? `${value ?? low ?? high ?? "no number"}` : `${kind} ${value}`;
};

// A side with the names of those on it, as the event has them.
function named(group, row) {
  const letter = { side_a: "a", side_b: "b" }[group], event = row.closest(".event");
  const names = letter ? all(`.facts [id^="${event.id}${letter}"] > b`, event).map((each) => each.textContent) : [];
  return names.length ? `${GROUPS[group]}: ${names.join(", ")}` : GROUPS[group];
}

function aboutOf(row) {
  const article = row.closest(".article"), event = row.closest(".event");
  const about = { article: article.dataset.id ?? null, sha256: article.dataset.sha, event: event.dataset.event };
  if (row === event) return about;
  const [start, end] = row.dataset.at.split(" ").map(Number);
  return { ...about, casualty: Number(row.dataset.f.split("c")[1]), seen: quoteAt(article, start, end).quote };
}

function keep(key, row, correction, said) {
  made.set(key, correction);
  saved = false;
  one(`.verdict[data-key="${key}"]`)?.remove();
  const undo = make("button", { type: "button" }, "Undo");
  const note = correction.note ? ` — ${correction.note}` : "";
  const verdict = make("p", { class: `verdict ${correction.action}`, "data-key": key }, said + note + " ", undo);
  row.append(verdict);
  row.classList.toggle("struck", correction.action === "strike");
  undo.addEventListener("click", () => {
    made.delete(key);
    verdict.remove();
    row.classList.remove("struck");
    tell();
    one(".tools button", row)?.focus();
  });
  tell();
}

function tell() {
  const number = made.size;
  one("#made").textContent = number === 1 ? "1 correction" : `${number} corrections`;
  one("#bar").hidden = number === 0;
}

// The form of a figure: of one that is there, or of a new one of an event.
function form(row) {
  const adding = row.matches(".event"), article = row.closest(".article");
  const was = adding ? null : countOf(row), kind = adding ? "exactly" : kindOf(was);
  const option = (value, words, chosen) => make("option", { value, selected: value === chosen }, words);
  const kinds = make("select", { name: "kind" }, ...KINDS.map((each) => option(each, each, kind)));
  if (kind === null) kinds.prepend(option("", "as it is", ""));
  const number = make("input", { name: "number", type: "number", min: 0, max: 1e9, value: was ? was.value ?? was.low ?? "" : "" });
  const to = make("input", { name: "to", type: "number", min: 0, max: 1e9, value: was?.high ?? "" });
  const outcome = make("select", { name: "outcome" }, ...OUTCOMES.map((each) => option(each, each, row.dataset.outcome)));
  const group = make("select", { name: "group" }, ...Object.keys(GROUPS).map((value) => option(value, named(value, row), row.dataset.group ?? "unknown")));
  const quote = adding ? selected(article) : null;
  const words = make("textarea", { name: "words" }, quote?.quote ?? "");
  const strike = make("input", { name: "strike", type: "checkbox" });
  const note = make("input", { name: "note", maxlength: 4000 });
  const wrong = make("p", { class: "wrong", role: "alert" });
  const label = (text, field, how = null) => make("label", { class: how }, text, field);
  const upper = label("to", to);
  const cancel = make("button", { type: "button" }, "Cancel");
  const element = make("form", { class: "correct", "aria-label": adding ? "Add a figure" : "Correct this figure" },
    ...(adding ? [label("The words that state it: select them in the article first, or write them as they stand there", words, "wide")] : []),
    label("Number", kinds), label("of people", number), upper, label("Outcome", outcome), label("Side", group),
    ...(adding ? [] : [label("Strike it: it is no figure of this event", strike, "tick")]),
    label(adding ? "Why (where the number is not in the words)" : "Why", note, "wide"), wrong, make("button", { type: "submit" }, "Keep"), cancel);
  element.noValidate = true;
  const show = () => { upper.hidden = kinds.value !== "between"; number.disabled = kinds.value === ""; };
  const close = () => { element.remove(); one(":scope > .tools button:last-child", row)?.focus(); };
  kinds.addEventListener("change", show);
  cancel.addEventListener("click", close);
  element.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
  element.addEventListener("submit", (event) => {
    event.preventDefault();
    const why = note.value.trim() ? { note: note.value.trim() } : {};
    if (strike.checked) {
      close();
      keep(row.id, row, { ...aboutOf(row), action: "strike", ...why }, "Struck");
      return;
    }
    let count = was;
    if (kinds.value) {
      const [n, m] = [number, to].map((each) => (/^\d+$/.test(each.value) ? Number(each.value) : NaN));
      if (!(n <= 1e9) || (kinds.value === "between" && !(m <= 1e9 && n <= m))) {
        wrong.textContent = "A number of people is a whole number, 0 or more, and a range rises.";
        return;
      }
      count = counted(kinds.value, n, m);
    }
    if (adding) {
      const typed = words.value.trim();
      // A field of a form has line feeds where an article may have carriage returns, too.
      const stands = quote && quote.quote.replace(/\r\n?/g, "\n") === words.value ? quote : typed ? find(article, typed) : { wrong: "Give the words that state it." };
      if (stands.wrong) { wrong.textContent = stands.wrong; return; }
      close();
      added += 1;
      keep(`${row.id}+${added}`, row, { ...aboutOf(row), action: "add", count, outcome: outcome.value, group: group.value, quote: stands, ...why },
        `Added: ${inWords(count)} ${outcome.value}, ${GROUPS[group.value]}, “${stands.quote}”`);
      return;
    }
    const changed = {};
    if (kinds.value && JSON.stringify(count) !== JSON.stringify(was)) changed.count = count;
    if (outcome.value !== row.dataset.outcome) changed.outcome = outcome.value;
    if (group.value !== row.dataset.group) changed.group = group.value;
    if (changed.count && !why.note) { wrong.textContent = "Say why the number is another."; return; }
    if (!Object.keys(changed).length) { wrong.textContent = "Nothing is changed; use Accept when it is right."; return; }
    close();
    const said = [changed.count && inWords(changed.count), changed.outcome, changed.group && GROUPS[changed.group]];
    keep(row.id, row, { ...aboutOf(row), action: "change", ...changed, ...why }, `Changed to ${said.filter(Boolean).join(", ")}`);
  });
  show();
  return element;
}

// The buttons of an article come when it is opened.
function offerCorrections(article) {
  const open = (row, button) => button.addEventListener("click", () => {
    one(":scope > .correct", row)?.remove();
    const element = form(row);
    row.append(element);
    one("textarea, select", element).focus();
  });
  for (const row of all(".count", article)) {
    const said = one(".said a", row)?.textContent ?? "";
    const accept = make("button", { type: "button", "aria-label": `Accept “${said}”` }, "Accept");
    const correct = make("button", { type: "button", "aria-label": `Correct “${said}”` }, "Correct…");
    accept.addEventListener("click", () => keep(row.id, row, { ...aboutOf(row), action: "accept" }, "Accepted"));
    open(row, correct);
    row.append(make("div", { class: "tools" }, accept, correct));
  }
  for (const event of all(".event", article)) {
    const add = make("button", { type: "button" }, "Add a figure…");
    // The selection in the article stays while the button is pressed.
    add.addEventListener("mousedown", (press) => press.preventDefault());
    open(event, add);
    const judge = (action, words, said) => {
      const button = make("button", { type: "button" }, words);
      button.addEventListener("click", () => keep(event.id, event, { ...aboutOf(event), action }, said));
      return button;
    };
    event.append(make("div", { class: "tools" }, judge("accept", "Accept the event", "Event accepted"),
      judge("strike", "Strike the event", "Event struck"), add));
  }
}

one("#save").addEventListener("click", () => {
  const file = {
    version: "1",
    who: one("#who").value.trim() || null,
    when: new Date().toISOString(),
    corrections: [...made.values()],
  };
  const address = URL.createObjectURL(new Blob([JSON.stringify(file, null, 2) + "\n"], { type: "application/json" }));
  make("a", { href: address, download: "corrections.json" }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  saved = true;
});
addEventListener("beforeunload", (event) => { if (!saved && made.size) event.preventDefault(); });

all(".article[open]").forEach(equip);
if (location.hash) opened(location.hash.slice(1))?.scrollIntoView();
})();
