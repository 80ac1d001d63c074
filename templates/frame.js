"use strict";
// What both pages do; the script of the page follows.
document.documentElement.classList.add("js");
const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key]);
const shape = (tag, name, ...inside) => {
  const node = document.createElement(tag);
  node.className = name;
  node.append(...inside);
  return node;
};
const on = (node, types, act, how) => types.split(" ").forEach((type) => node.addEventListener(type, act, how));
const gather = (titled) => [...titled.reduce(
  (groups, [title, row]) => (groups.get(title)?.push(row) ?? groups.set(title, [row]), groups), new Map(),
)];

// A page says what its rows are, what of one takes the focus or opens, how to show a state.
const run = ({ home, rows, grip = (row) => row, opens, apply, find }) => {
  const search = one("#search");
  const sort = one("#sort");
  const section = one(`#${home}`);
  // More than once: chunks on the way are laid out.
  const reach = (node, more = 3) => {
    node.scrollIntoView();
    if (more) requestAnimationFrame(() => reach(node, more - 1));
  };
  const jump = () => reach(section);
  const frame = { state: new URLSearchParams(), shown: all(rows) };

  // What is shown is what the address says: #c12, or #shift=dropped&q=word.
  const write = (replace) => {
    const hash = frame.state.toString() || home;
    if (replace) location.replace(`#${hash}`);
    else location.hash = hash;
  };
  frame.set = (key, value, replace) => {
    if (value) frame.state.set(key, value); else frame.state.delete(key);
    write(replace);
  };
  const toggle = ({ family, value }) => {
    const values = new Set(frame.state.getAll(family));
    if (!values.delete(value)) values.add(value);
    frame.state.delete(family);
    values.forEach((v) => frame.state.append(family, v));
    write();
  };
  const reset = () => {
    search.value = "";
    const order = frame.state.get("sort");
    frame.state = new URLSearchParams(order ? { sort: order } : {});
    write();
    apply();
  };
  frame.words = () => (frame.state.get("q") || "").toLowerCase().split(/\s+/).filter(Boolean);
  frame.order = () => frame.state.get("sort") || sort.options[0].value;

  // The bar: what is asked for, and how much that is.
  frame.tell = (asked, position) => {
    one("#none").hidden = frame.shown.length > 0;
    all(".chip").forEach((chip) => chip.setAttribute("aria-pressed",
      String(frame.state.getAll(chip.dataset.family).includes(chip.dataset.value))));
    if (document.activeElement !== search) search.value = frame.state.get("q") || "";
    sort.value = frame.order();
    const clear = shape("button", "quiet", `× ${asked.join(" · ")}`);
    on(clear, "click", reset);
    one("#active").replaceChildren(...(asked.length ? [clear] : []));
    one("#position").textContent = position;
  };

  // Walking.
  const current = () => document.activeElement?.closest?.(rows);
  const go = (row) => {
    if (!row) return;
    const fold = row.parentElement.closest("details");
    if (fold) fold.open = true;
    grip(row).focus({ preventScroll: true });
    grip(row).scrollIntoView({ block: "nearest" });
    one("#position").textContent = `${frame.shown.indexOf(row) + 1} / ${frame.shown.length}`;
  };
  const bottom = (node) => node.getBoundingClientRect().bottom;
  const step = (by) => {
    const steps = frame.shown.filter((row) => !row.parentElement.closest("details:not([open])"));
    const at = steps.indexOf(current());
    if (at >= 0) return go(steps[at + by]);
    const below = steps.find((row) => bottom(row.parentNode) > 60 && row.getBoundingClientRect().top > 60);
    go(by > 0 ? below || steps[0] : steps[Math.max(steps.indexOf(below) - 1, 0)]);
  };
  const help = (open) => {
    one("#help").hidden = !open;
    one("#help-button").setAttribute("aria-expanded", String(open));
  };
  const keys = {
    j: () => step(1),
    k: () => step(-1),
    "/": () => search.focus(),
    f: () => one(".chip")?.focus(),
    "?": () => help(one("#help").hidden),
    Enter: ({ target }) => {
      const part = target.matches(rows) && opens(target);
      if (part) part.open = !part.open;
      return Boolean(part);
    },
  };
  on(document, "keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.matches("input, select, textarea");
    if (event.key === "Escape") {
      const part = current() && opens(current());
      if (!one("#help").hidden) help(false);
      else if (part?.open) part.open = false;
      else if ([...frame.state.keys()].some((key) => key !== "sort")) reset();
      if (typing) event.target.blur();
    } else if (!typing && keys[event.key] && keys[event.key](event) !== false) event.preventDefault();
  });
  on(document, "click", (event) => {
    const chip = event.target.closest(".chip");
    if (chip) return toggle(chip.dataset);
    const hash = event.target.closest('a[href^="#"]')?.getAttribute("href").slice(1);
    if (!hash?.includes("=")) return;
    event.preventDefault();
    frame.state = new URLSearchParams(hash);
    write();
    jump();
  });
  let typed;
  on(search, "input", () => {
    clearTimeout(typed);
    typed = setTimeout(() => {
      frame.set("q", search.value, true);
      if (section.getBoundingClientRect().top > innerHeight || bottom(section) < 0) jump();
    }, 120);
  });
  on(search, "keydown", (event) => { if (event.key === "Enter") { search.blur(); jump(); step(1); } });
  on(sort, "change", () => frame.set("sort", sort.value));
  on(one("#clear"), "click", reset);
  on(one("#help-button"), "click", () => help(one("#help").hidden));

  // Light and dark.
  const root = document.documentElement;
  try { root.dataset.theme = localStorage.getItem("theme") || ""; } catch {}
  on(one("#theme"), "click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    try { localStorage.setItem("theme", root.dataset.theme); } catch {}
  });

  // Where one is.
  const rail = new Map(all(".rail a").map((link) => [link.getAttribute("href").slice(1), link]));
  const watcher = new IntersectionObserver((entries) => entries.forEach(({ target, isIntersecting }) => {
    const link = rail.get(target.id || "top");
    if (!link || !isIntersecting) return;
    rail.forEach((other) => other.removeAttribute("aria-current"));
    link.setAttribute("aria-current", "true");
  }), { rootMargin: "-20% 0px -75% 0px" });
  all("main > section").forEach((part) => watcher.observe(part));

  let begun = false;
  const show = (state) => {
    frame.state = new URLSearchParams(state);
    apply();
  };
  const follow = () => {
    const hash = location.hash.slice(1);
    const target = document.getElementById(hash);
    if (hash.includes("=")) {
      show(hash);
      if (!begun) jump();
    } else if (!target || target.id === home) show("");
    else if (target.matches(rows)) {
      if (target.hidden) show("");
      find(target);
      go(target);
    } else if (target.matches("section")) reach(target);
    else find(target);
  };
  addEventListener("hashchange", follow);
  // After the jump of the browser, which takes the focus away.
  addEventListener("load", () => {
    if (location.hash) follow();
    begun = true;
  });
  return frame;
};
