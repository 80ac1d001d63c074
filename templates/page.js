"use strict";
document.documentElement.classList.add("js");
document.addEventListener("DOMContentLoaded", () => {
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const facts = JSON.parse(one("#facts").textContent);
  const rows = all(".row");
  rows.forEach((row) => (row.tabIndex = -1));
  const list = one("#rows");
  const search = one("#search");
  const sort = one("#sort");
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key]);
  const shape = (tag, name, ...inside) => {
    const node = document.createElement(tag);
    node.className = name;
    node.append(...inside);
    return node;
  };
  const FAMILIES = ["shift", "trait", "confidence", "old", "new", "theme"];
  let state = new URLSearchParams();
  let shown = rows;

  // What is shown is what the address says: #c12, or #shift=dropped&q=word.
  const read = () => (location.hash.includes("=") ? new URLSearchParams(location.hash.slice(1)) : null);
  const write = (replace) => {
    const hash = state.toString() || "goals";
    if (replace) location.replace(`#${hash}`);
    else location.hash = hash;
  };
  const toggle = (family, value) => {
    const values = state.getAll(family);
    state.delete(family);
    const next = values.includes(value) ? values.filter((v) => v !== value) : [...values, value];
    next.forEach((v) => state.append(family, v));
    write();
  };

  // Filtering: one of each family, all families.
  const held = (row, family) => (row.dataset[family] || "").split(" ");
  const texts = new Map();
  const textOf = (row) => {
    if (!texts.has(row)) {
      texts.set(row, all(".id, .row > div", row).map((e) => e.textContent).join("\n").toLowerCase());
    }
    return texts.get(row);
  };
  const passes = (row, wanted, words) =>
    wanted.every(([family, values]) => held(row, family).some((v) => values.includes(v)))
    && words.every((word) => textOf(row).includes(word));

  const apply = () => {
    const wanted = FAMILIES.map((f) => [f, state.getAll(f)]).filter(([, values]) => values.length);
    const query = state.get("q") || "";
    const words = query.toLowerCase().split(/\s+/).filter(Boolean);
    shown = rows.filter((row) => (row.hidden = !passes(row, wanted, words), !row.hidden));
    arrange(state.get("sort") || "new");
    all(".group, .chunk", list).forEach((part) => (part.hidden = !one(".row:not([hidden])", part)));
    const asked = words.length || state.getAll("trait").includes("verbatim");
    all(".fold", list).forEach((fold) => {
      const n = all(".row:not([hidden])", fold).length;
      fold.hidden = !n;
      fold.open = Boolean(asked);
      fold.firstElementChild.textContent = fill(facts.words.unchanged, { n });
    });
    one("#none").hidden = shown.length > 0;
    all(".chip").forEach((chip) => chip.setAttribute("aria-pressed",
      String(state.getAll(chip.dataset.family).includes(chip.dataset.value))));
    if (document.activeElement !== search) search.value = query;
    sort.value = state.get("sort") || "new";
    describe(wanted, query);
    highlight(words);
    shown = all(".row:not([hidden])", list);
  };

  const describe = (wanted, query) => {
    const named = { old: "section_filter", new: "section_filter", theme: "theme_filter" };
    const parts = wanted.flatMap(([family, values]) => values.map((value) => {
      const chip = one(`.chip[data-family="${family}"][data-value="${CSS.escape(value)}"]`);
      if (chip) return chip.dataset.name;
      return fill(facts.words[named[family]] || "{name}", { name: facts[family]?.[value] ?? value });
    }));
    if (query) parts.push(fill(facts.words.search_filter, { name: query }));
    const active = one("#active");
    active.replaceChildren();
    if (parts.length) {
      const clear = shape("button", "quiet", `${parts.join(" · ")} ×`);
      clear.addEventListener("click", reset);
      active.append(clear);
    }
    one("#position").textContent = fill(facts.words.shown, { n: shown.length });
  };
  const reset = () => { search.value = ""; const order = state.get("sort"); state = new URLSearchParams(order ? { sort: order } : {}); write(); apply(); };

  const highlight = (words) => {
    if (!CSS.highlights) return;
    CSS.highlights.delete("search");
    if (!words.length) return;
    const ranges = [];
    for (const row of shown.slice(0, 400)) {
      const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
      while (walker.nextNode() && ranges.length < 3000) {
        const text = walker.currentNode.data.toLowerCase();
        for (const word of words) {
          for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
            const range = new Range();
            range.setStart(walker.currentNode, at);
            range.setEnd(walker.currentNode, at + word.length);
            ranges.push(range);
          }
        }
      }
    }
    CSS.highlights.set("search", new Highlight(...ranges));
  };

  // Orders: rows are moved, never made anew.
  const groups = [...list.children];
  const printed = all(".chunk", list).map((chunk) => [chunk, [...chunk.children]]);
  const folded = new Set(all(".fold .row", list));
  const cut = (members) => members.flatMap((_, at) => {
    if (at % 16) return [];
    const chunk = shape("div", "chunk", ...members.slice(at, at + 16));
    chunk.style.setProperty("--rows", chunk.children.length);
    return [chunk];
  });
  const fold = (members) => {
    if (!members.length) return [];
    const summary = shape("summary", "");
    summary.dataset.s = "=";
    return [shape("details", "fold", summary, ...cut(members))];
  };
  let arranged = "new";
  const arrange = (order) => {
    if (order === arranged) return;
    arranged = order;
    if (order === "new") {
      printed.forEach(([chunk, members]) => chunk.append(...members));
      list.replaceChildren(...groups);
      return;
    }
    const titled = new Map();
    for (const [title, row] of ordered(order)) {
      if (!titled.has(title)) titled.set(title, []);
      titled.get(title).push(row);
    }
    list.replaceChildren(...[...titled].map(([title, members]) => shape(
      "section", "group",
      ...(title ? [shape("h3", "", title)] : []),
      ...cut(members.filter((row) => !folded.has(row))),
      ...fold(members.filter((row) => folded.has(row))),
    )));
  };
  const DOUBT = { unsure: 0, likely: 1, sure: 2 };
  const ordered = (order) => {
    const number = (row, key) => (key in row.dataset ? Number(row.dataset[key]) : Infinity);
    const by = (key) => [...rows].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
    if (order === "rank") return by((r) => Number(r.dataset.rank || 300)).map((r) => ["", r]);
    if (order === "doubt") return by((r) => DOUBT[r.dataset.confidence || "sure"]).map((r) => ["", r]);
    if (order === "old") {
      const only = (r) => fill(facts.words.only_old, { name: facts.names.new, section: facts.new[r.dataset.new] });
      return by((r) => number(r, "at") + ("old" in r.dataset ? 0 : 1e6))
        .map((r) => ["old" in r.dataset ? facts.old[r.dataset.old] : only(r), r]);
    }
    const theme = (r) => (r.dataset.theme || "").split(" ")[0];
    const rank = Object.keys(facts.theme);
    return by((r) => (theme(r) ? rank.indexOf(theme(r)) : 1e6))
      .map((r) => [facts.theme[theme(r)] || facts.words.unthemed, r]);
  };

  // Walking.
  const current = () => document.activeElement?.closest?.(".row");
  const walked = () => shown.filter((row) => !row.closest(".fold:not([open])"));
  const go = (row) => {
    if (!row) return;
    const closed = row.closest(".fold");
    if (closed) closed.open = true;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
    one("#position").textContent = `${shown.indexOf(row) + 1} / ${shown.length}`;
  };
  const bottom = (node) => node.getBoundingClientRect().bottom; // asking a chunk lays out nothing
  const step = (by) => {
    const steps = walked();
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
    Enter: () => { const why = current() && one(".why", current()); if (why) why.open = !why.open; },
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.matches("input, select, textarea");
    if (event.key === "Escape") {
      if (!one("#help").hidden) help(false);
      else if (one(".why[open]", current() || document.createElement("p"))) one(".why", current()).open = false;
      else if ([...state.keys()].some((key) => key !== "sort")) reset();
      if (typing) event.target.blur();
      return;
    }
    if (typing || !keys[event.key]) return;
    if (event.key === "Enter" && !event.target.matches(".row")) return;
    event.preventDefault();
    keys[event.key]();
  });

  // Quotes are taken from the whole texts, where a link to a goal leads.
  const AROUND = 200;
  const make = (tag, text, before) => {
    const node = document.createElement(tag);
    node.append(text);
    node.lang = before.closest("[lang]").lang;
    return node;
  };
  const quoteOf = (link) => {
    const goal = document.getElementById(link.getAttribute("href").slice(1));
    const pieces = [goal];
    const others = all(".goal", goal.closest(".text"));
    for (let i = others.indexOf(goal) + 1; i && others[i] && !others[i].id && others[i].href === goal.href; i++) pieces.push(others[i]);
    const last = pieces[pieces.length - 1];
    const [before, after] = [new Range(), new Range()];
    before.setStart(goal.closest("p"), 0);
    before.setEndBefore(goal);
    after.selectNodeContents(last.closest("p"));
    after.setStartAfter(last);
    return { goal, words: pieces.map((p) => p.textContent).join(" "), before: String(before), after: String(after) };
  };
  const spell = (goal) => {
    const [start, end] = (goal.dataset.at || "").split("–");
    return end ? fill(facts.words.characters, { start, end }) : "";
  };
  const links = (row) => all("cite a", row);
  const sideOf = (link) => (link.getAttribute("href")[1] === "o" ? "old" : "new");
  const cite = (row) => links(row).map((link) => {
    const { goal, words } = quoteOf(link);
    const quote = words.replace(/\s+/g, " ").trim();
    const place = [link.textContent.trim(), spell(goal)].filter(Boolean).join(facts.words.separator);
    return fill(facts.words.citation, { quote, source: facts.sources[sideOf(link)], place });
  }).join("\n");
  const explain = (why) => {
    const reasons = one(".reasons", why);
    for (const link of links(why.closest(".row"))) {
      const { goal, words, before, after } = quoteOf(link);
      const figure = make("figure", make("figcaption", spell(goal), why), why);
      figure.className = sideOf(link);
      const quote = make("blockquote", before.length > AROUND ? `…${before.slice(-AROUND)}` : before, goal);
      quote.append(make("mark", words, goal), after.length > AROUND ? `${after.slice(0, AROUND)}…` : after);
      figure.append(quote);
      reasons.before(figure);
    }
    const rival = one(".rival", why);
    if (rival) {
      const { goal, words } = quoteOf(rival);
      rival.before(make("q", words, goal), " ");
    }
    reasons.append(shape("button", "quiet copy", facts.words.copy));
  };
  const copy = async (text) => {
    try { await navigator.clipboard.writeText(text); } catch {
      const area = shape("textarea", "", text);
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
  };

  // Evidence is quoted when it is first opened.
  document.addEventListener("toggle", ({ target }) => {
    if (target.open && target.matches(".why") && !one(".copy", target)) explain(target);
  }, true);

  document.addEventListener("click", (event) => {
    const chip = event.target.closest(".chip");
    if (chip) return toggle(chip.dataset.family, chip.dataset.value);
    const button = event.target.closest(".copy");
    if (button) {
      copy(cite(button.closest(".row"))).then(() => (button.textContent = facts.words.copied));
      return;
    }
    const strip = event.target.closest(".overview");
    if (strip) {
      const { top, height } = strip.getBoundingClientRect();
      const pane = one(".text", strip.parentNode);
      leader = pane;
      pane.scrollTop = ((event.clientY - top) / height) * pane.scrollHeight - pane.clientHeight / 2;
      return;
    }
    const link = event.target.closest('a[href^="#"]');
    const hash = link && link.getAttribute("href").slice(1);
    if (hash && hash.includes("=")) {
      event.preventDefault();
      state = new URLSearchParams(hash);
      write();
      one("#goals").scrollIntoView();
    }
  });
  let typed;
  search.addEventListener("input", () => {
    clearTimeout(typed);
    typed = setTimeout(() => {
      if (search.value) state.set("q", search.value); else state.delete("q");
      write(true);
      const list = one("#goals").getBoundingClientRect();
      if (list.top > innerHeight || list.bottom < 0) one("#goals").scrollIntoView();
    }, 120);
  });
  search.addEventListener("keydown", (event) => { if (event.key === "Enter") { search.blur(); one("#goals").scrollIntoView(); step(1); } });
  sort.addEventListener("change", () => { state.set("sort", sort.value); write(); });
  one("#clear").addEventListener("click", reset);
  one("#help-button").addEventListener("click", () => help(one("#help").hidden));

  // Light and dark.
  const root = document.documentElement;
  try { root.dataset.theme = localStorage.getItem("theme") || ""; } catch { /* a page without storage */ }
  one("#theme").addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    try { localStorage.setItem("theme", root.dataset.theme); } catch { /* as above */ }
  });

  // The map lights up what leads from or to a section.
  const map = one(".map");
  if (map) {
    if (matchMedia("(max-width: 759px)").matches) one("#map-words").open = true;
    const light = (event) => {
      const node = event.target.closest?.(".node");
      map.classList.toggle("lit", Boolean(node));
      const side = node && ("old" in node.dataset ? "old" : "new");
      all(".ribbon", map).forEach((r) => r.classList.toggle("on", Boolean(node) && r.dataset[side] === node.dataset[side]));
    };
    for (const type of ["mouseover", "focusin"]) map.addEventListener(type, light);
    for (const type of ["mouseleave", "focusout"]) map.addEventListener(type, () => map.classList.remove("lit"));
  }

  // Where one is.
  const rail = new Map(all(".rail a").map((link) => [link.getAttribute("href").slice(1), link]));
  const watcher = new IntersectionObserver((entries) => entries.forEach(({ target, isIntersecting }) => {
    const link = rail.get(target.id || "top");
    if (!link || !isIntersecting) return;
    rail.forEach((other) => other.removeAttribute("aria-current"));
    link.setAttribute("aria-current", "true");
  }), { rootMargin: "-20% 0px -75% 0px" });
  all("main > section").forEach((section) => watcher.observe(section));

  // A goal's place in the whole text comes with its counterpart beside it.
  const show = (goal) => {
    all(".goal.on").forEach((other) => other.classList.remove("on"));
    const row = document.getElementById(goal.getAttribute("href").slice(1));
    const side = goal.id.startsWith("o") ? "new" : "old";
    const link = one(`.${side} > cite a`, row) || all("div > cite a", row)[side === "old" ? 0 : 1];
    const other = link && document.getElementById(link.getAttribute("href").slice(1));
    goal.classList.add("on");
    if (!other || other === goal || !other.matches(".goal")) return;
    other.classList.add("on");
    leader = null;
    other.closest(".text").scrollTop += other.getBoundingClientRect().top - goal.getBoundingClientRect().top;
  };

  // Both texts scroll together: what one side shows, the other side shows as far as it has it.
  const panes = all(".text");
  let leader = null;
  let answers = null; // for each pane, its goals by their rows
  const follower = (pane) => {
    answers ??= panes.map((one) => new Map(all(".goal[id]", one).map((goal) => [goal.getAttribute("href"), goal])));
    const side = panes.indexOf(pane);
    const other = panes[1 - side];
    const at = pane.scrollTop;
    const topIn = (frame, node) => node.getBoundingClientRect().top - frame.getBoundingClientRect().top + frame.scrollTop;
    const meet = (chunk) => all(".goal[id]", chunk)
      .map((goal) => [goal, answers[1 - side].get(goal.getAttribute("href"))])
      .filter(([, answer]) => answer)
      .map(([goal, answer]) => [topIn(pane, goal), topIn(other, answer)]);
    const chunks = all(".chunk", pane);
    const first = chunks.findIndex((chunk) => topIn(pane, chunk) + chunk.offsetHeight > at);
    const last = chunks.findLastIndex((chunk) => topIn(pane, chunk) < at + pane.clientHeight);
    const shifts = chunks.slice(first, last + 1).flatMap(meet)
      .filter(([top]) => top > at && top < at + pane.clientHeight)
      .map(([top, place]) => place - top).sort((a, b) => a - b);
    if (shifts.length) return (other.scrollTop = at + shifts[shifts.length >> 1]);
    // Nothing to go by: keep in proportion between the nearest goals that both sides have.
    const near = (some, fits) => { for (const chunk of some) { const pair = meet(chunk).find(fits); if (pair) return pair; } };
    const [a, b] = near(chunks.slice(0, last + 1).reverse(), ([top]) => top <= at) || [0, 0];
    const [c, d] = near(chunks.slice(first), ([top]) => top > at) || [pane.scrollHeight, other.scrollHeight];
    other.scrollTop = b + ((at - a) / (c - a || 1)) * (d - b);
  };
  const lenses = panes.map((pane) => {
    const lens = shape("i", "lens");
    pane.after(lens);
    return lens;
  });
  const look = (pane) => {
    const lens = lenses[panes.indexOf(pane)].style;
    lens.top = `${100 * pane.scrollTop / pane.scrollHeight}%`;
    lens.height = `${100 * pane.clientHeight / pane.scrollHeight}%`;
  };
  panes.forEach((pane) => {
    for (const type of ["wheel", "touchstart", "pointerdown", "keydown"]) pane.addEventListener(type, () => (leader = pane), { passive: true });
    let waiting = false;
    pane.addEventListener("scroll", () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        look(pane);
        if (pane === leader && one("#together").checked) follower(pane);
      });
    });
  });

  const follow = () => {
    const wanted = read();
    if (wanted) {
      state = wanted;
      apply();
      return;
    }
    const target = document.getElementById(location.hash.slice(1));
    if (!target || target.id === "goals") {
      state = new URLSearchParams();
      apply();
    } else if (target.matches(".row")) {
      if (target.hidden) {
        state = new URLSearchParams();
        apply();
      }
      go(target);
    } else if (target.matches(".goal")) show(target);
  };
  addEventListener("hashchange", follow);
  apply();
  follow();
});
