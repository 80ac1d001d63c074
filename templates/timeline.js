"use strict";
document.documentElement.classList.add("js");
document.addEventListener("DOMContentLoaded", () => {
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const facts = JSON.parse(one("#facts").textContent);
  const list = one("#rows");
  const lives = all(".life");
  const phrases = all(".phrase");
  const search = one("#search");
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key]);
  const LAST = facts.years.length - 1;
  let state = new URLSearchParams();
  let shown = lives;

  // Lines, as the rows tell of them: how many goals by report, and ties to other lines.
  const tie = (text) => text && text.split(",").map(Number);
  const threads = new Map(lives.map((row) => {
    const goals = row.dataset.y.split(",").map(Number);
    const stated = goals.flatMap((n, i) => (n ? [i] : []));
    return [row.id, {
      goals, first: stated[0], last: stated[stated.length - 1], stated: stated.length,
      heir: tie(row.dataset.heir), origin: tie(row.dataset.origin), parts: [],
    }];
  }));
  for (const [id, { origin }] of threads) {
    if (origin) threads.get(`t${origin[0]}`).parts.push([Number(id.slice(1)), origin[1]]);
  }
  const of = (row) => threads.get(row.id);
  const wakes = ({ goals, first }, i) => i > first && goals[i] && !goals[i - 1];
  const reaches = (id, from, to, goal) => {
    const seen = new Set([id]);
    for (const at of seen) {
      const { goals, heir, parts } = threads.get(at);
      if (goals[goal]) return true;
      [...parts, ...(heir ? [heir] : [])].forEach(([n, year]) => from < year && year <= to && seen.add(`t${n}`));
    }
    return false;
  };

  const place = (year) => facts.years.indexOf(Number(year));

  // What is shown is what the address says: #t12, or #kind=back&q=word.
  const read = () => (location.hash.includes("=") ? new URLSearchParams(location.hash.slice(1)) : null);
  const write = (replace) => {
    const hash = state.toString() || "lives";
    if (replace) location.replace(`#${hash}`);
    else location.hash = hash;
  };
  const set = (key, value) => { if (value) state.set(key, value); else state.delete(key); };
  const TESTS = {
    kind: (row, value) => (row.dataset.kind || "").split(" ").includes(value),
    theme: (row, value) => (row.dataset.theme || "") === value,
    born: (row, value) => of(row).first === place(value) && !of(row).origin,
    woke: (row, value) => wakes(of(row), place(value)),
    left: (row, value) => {
      const { goals, heir, last } = of(row);
      const year = place(value);
      return goals[year - 1] > 0 && !goals[year] && !(heir && last < year);
    },
  };
  const texts = new Map();
  const textOf = (row) => {
    if (!texts.has(row)) texts.set(row, row.textContent.toLowerCase());
    return texts.get(row);
  };
  // Where words stand: in which years' quotes of a line.
  const quotes = new Map();
  const hitsOf = (row, words) => {
    if (!quotes.has(row)) quotes.set(row, all("li", row).map((li) => [Number(li.dataset.y), li.textContent.toLowerCase()]));
    return quotes.get(row).filter(([, text]) => words.every((word) => text.includes(word))).map(([year]) => year);
  };
  const tell = (row, years) => {
    let note = one("summary .hits", row);
    if (!note && !years.length) return;
    if (!note) {
      note = document.createElement("small");
      note.className = "hits";
      one("summary .when", row).append(note);
    }
    const named = years.map((i) => facts.years[i]);
    const said = named.length > 2 ? `${named[0]}–${named[named.length - 1]}` : named.join(facts.words.comma);
    note.textContent = named.length ? fill(facts.words.hits, { n: named.length, years: said }) : "";
  };

  const pairOf = () => {
    const [from, to] = ["from", "to"].map((key) => place(state.get(key)));
    return from >= 0 && from < to ? [from, to] : null;
  };

  const apply = () => {
    const query = (state.get("q") || "").toLowerCase();
    const words = query.split(/\s+/).filter(Boolean);
    const wanted = Object.keys(TESTS).flatMap((key) => state.getAll(key).map((value) => [key, value]));
    const pair = pairOf();
    const passes = (row) => wanted.every(([key, value]) => TESTS[key](row, value))
      && (!pair || pair.some((year) => of(row).goals[year]))
      && words.every((word) => textOf(row).includes(word));
    lives.forEach((row) => (row.hidden = !passes(row)));
    phrases.forEach((row) => (row.hidden = !words.every((word) => textOf(row).includes(word))));
    arrange(pair ? "pair" : state.get("sort") || "theme", pair);
    const busy = wanted.length || words.length || pair;
    all(".group", list).forEach((group) => (group.hidden = !one(".life:not([hidden])", group)));
    all(".more", list).forEach((more) => {
      more.open = Boolean(busy) || more.classList.contains("asked");
      more.hidden = !one(".life:not([hidden])", more);
    });
    if (words.length) all(".phrase-lists details").forEach((more) => (more.open = Boolean(one(".phrase:not([hidden])", more))));
    shown = all(".life:not([hidden])", list);
    one("#none").hidden = shown.length > 0;
    all(".chip").forEach((chip) => chip.setAttribute("aria-pressed", String(state.getAll("kind").includes(chip.dataset.value))));
    if (document.activeElement !== search) search.value = state.get("q") || "";
    one("#sort").value = state.get("sort") || "theme";
    for (const key of ["from", "to"]) one(`#${key}`).value = state.get(key) || "";
    one("#lives").classList.toggle("busy", Boolean(busy));
    const hits = lives.flatMap((row) => {
      const years = words.length && !row.hidden ? hitsOf(row, words) : [];
      tell(row, years);
      return years;
    });
    show(pair);
    describe(wanted, query, hits);
  };

  // Two years: what stands in both, in one, and how many goals that are.
  const show = (pair) => {
    list.classList.toggle("paired", Boolean(pair));
    const sum = one("#pair");
    sum.hidden = !pair;
    if (!pair && !list.dataset.paired) return;
    list.dataset.paired = pair ? "1" : "";
    for (const row of lives) {
      row.open = Boolean(pair) && !row.hidden;
      all(".steps li", row).forEach((step) => (step.hidden = Boolean(pair) && !pair.includes(Number(step.dataset.y))));
    }
    if (!pair) return;
    const [from, to] = pair;
    const count = (year, test) => lives.reduce((n, row) => n + (test(row) ? of(row).goals[year] : 0), 0);
    const goals = count(from, () => true);
    const kept = count(from, (row) => of(row).goals[from] && reaches(row.id, from, to, to));
    const fresh = count(to, (row) => of(row).goals[to] && !comes(row, from));
    sum.dataset.counts = `${goals} ${kept}`;
    const [old, young] = pair.map((i) => facts.years[i]);
    sum.textContent = fill(facts.words.pair, { old, new: young, goals, kept, gone: goals - kept, fresh });
    if (facts.pairs) {
      const link = document.createElement("a");
      link.href = `${encodeURIComponent(facts.pairs)}/${old}-${young}.html`;
      link.textContent = facts.words.pair_file;
      sum.append(" ", link);
    }
  };
  const comes = (row, from) => {
    for (let at = of(row), left = LAST + 2; at && left; left--) {
      if (at.goals[from]) return true;
      at = at.origin && at.origin[1] > from ? threads.get(`t${at.origin[0]}`) : null;
    }
    return false;
  };

  const describe = (wanted, query, hits) => {
    const names = { theme: (v) => fill(facts.words.theme_filter, { name: facts.theme[v] ?? v }) };
    const parts = wanted.map(([key, value]) => {
      if (key === "kind") return one(`.chip[data-value="${CSS.escape(value)}"]`)?.dataset.name ?? value;
      return names[key] ? names[key](value) : fill(facts.words[key], { year: value });
    });
    if (query) parts.push(fill(facts.words.search_filter, { name: state.get("q") }));
    if (pairOf()) parts.push(pairOf().map((year) => facts.years[year]).join(" → "));
    const active = one("#active");
    active.replaceChildren();
    if (parts.length) {
      const clear = document.createElement("button");
      clear.type = "button";
      clear.className = "quiet";
      clear.textContent = `${parts.join(facts.words.separator)} ×`;
      clear.addEventListener("click", reset);
      active.append(clear);
    }
    const [first, last] = [Math.min(...hits), Math.max(...hits)].map((i) => facts.years[i]);
    one("#position").textContent = fill(facts.words[hits.length ? "shown_first" : "shown"], { n: shown.length, first, last });
  };
  const reset = () => {
    search.value = "";
    const order = state.get("sort");
    state = new URLSearchParams(order ? { sort: order } : {});
    write();
    apply();
  };

  // Orders: rows are moved, never made anew.
  const printed = all(".group", list).map((group) => [group, [...group.children]]);
  const folded = all(".more", list).map((more) => [more, [...more.children]]);
  let arranged = "theme";
  const arrange = (order, pair) => {
    const name = pair ? `pair ${pair}` : order;
    if (name === arranged) return;
    arranged = name;
    if (order === "theme") {
      folded.forEach(([more, members]) => more.append(...members));
      list.replaceChildren(...printed.map(([group, members]) => (group.append(...members), group)));
      return;
    }
    const groups = new Map();
    for (const [title, row] of ordered(order, pair)) {
      if (!groups.has(title)) groups.set(title, []);
      groups.get(title).push(row);
    }
    list.replaceChildren(...[...groups].map(([title, members]) => {
      const group = document.createElement("section");
      group.className = "group";
      const head = document.createElement("h3");
      head.textContent = title;
      group.append(head, ...members);
      return group;
    }));
  };
  const ordered = (order, pair) => {
    const by = (...keys) => [...lives].sort((a, b) => {
      for (const key of keys) if (key(of(a)) !== key(of(b))) return key(of(a)) - key(of(b));
      return Number(a.id.slice(1)) - Number(b.id.slice(1));
    });
    const year = (i) => ({ year: facts.years[i] });
    if (pair) {
      const [from, to] = pair;
      const part = (t) => (t.goals[from] && t.goals[to] ? 0 : t.goals[from] ? 1 : 2);
      const named = [facts.words.pair_kept, ...pair.map((i) => fill(facts.words.pair_gone, year(i)))];
      return by(part).map((row) => [named[part(of(row))], row]);
    }
    if (order === "born") return by((t) => t.first, (t) => -t.stated).map((row) => [fill(facts.words.group_born, year(of(row).first)), row]);
    if (order === "died") return by((t) => -t.last, (t) => -t.stated).map((row) => [fill(facts.words.group_died, year(of(row).last)), row]);
    return by((t) => -t.stated, (t) => t.first).map((row) => [fill(facts.words.group_span, { n: of(row).stated }), row]);
  };

  // Walking: a row's summary opens and closes by itself.
  const current = () => document.activeElement?.closest?.(".life");
  const go = (row) => {
    if (!row) return;
    const more = row.closest(".more");
    if (more) more.open = true;
    const summary = one("summary", row);
    summary.focus({ preventScroll: true });
    summary.scrollIntoView({ block: "nearest" });
  };
  const step = (by) => {
    const seen = shown.filter((row) => !row.parentElement.matches("details:not([open])"));
    const at = seen.indexOf(current());
    if (at >= 0) return go(seen[at + by]);
    const below = seen.find((row) => row.getBoundingClientRect().top > 60);
    go(by > 0 ? below || seen[0] : seen[Math.max(seen.indexOf(below) - 1, 0)]);
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
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.matches("input, select, textarea");
    if (event.key === "Escape") {
      if (!one("#help").hidden) help(false);
      else if (current()?.open && !pairOf()) current().open = false;
      else if ([...state.keys()].some((key) => key !== "sort")) reset();
      if (typing) event.target.blur();
      return;
    }
    if (typing || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });

  const jump = () => one("#lives").scrollIntoView();
  document.addEventListener("click", (event) => {
    const chip = event.target.closest(".chip");
    if (chip) {
      const values = state.getAll("kind");
      state.delete("kind");
      const next = values.includes(chip.dataset.value) ? values.filter((v) => v !== chip.dataset.value) : [...values, chip.dataset.value];
      next.forEach((value) => state.append("kind", value));
      return write();
    }
    const more = event.target.closest(".more > summary");
    if (more) more.parentElement.classList.toggle("asked");
    const hash = event.target.closest('a[href^="#"]')?.getAttribute("href").slice(1);
    if (hash && hash.includes("=")) {
      event.preventDefault();
      state = new URLSearchParams(hash);
      write();
      jump();
    }
  });
  let typed;
  search.addEventListener("input", () => {
    clearTimeout(typed);
    typed = setTimeout(() => {
      set("q", search.value);
      write(true);
      const { top, bottom } = one("#lives").getBoundingClientRect();
      if (top > innerHeight || bottom < 0) jump();
    }, 120);
  });
  search.addEventListener("keydown", (event) => { if (event.key === "Enter") { search.blur(); jump(); step(1); } });
  one("#sort").addEventListener("change", ({ target }) => { set("sort", target.value); write(); });
  for (const key of ["from", "to"]) {
    one(`#${key}`).addEventListener("change", ({ target }) => { set(key, target.value); write(); });
  }
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

  // Where one is.
  const rail = new Map(all(".rail a").map((link) => [link.getAttribute("href").slice(1), link]));
  const watcher = new IntersectionObserver((entries) => entries.forEach(({ target, isIntersecting }) => {
    const link = rail.get(target.id || "top");
    if (!link || !isIntersecting) return;
    rail.forEach((other) => other.removeAttribute("aria-current"));
    link.setAttribute("aria-current", "true");
  }), { rootMargin: "-20% 0px -75% 0px" });
  all("main > section").forEach((section) => watcher.observe(section));

  let begun = false;
  const follow = () => {
    const wanted = read();
    if (wanted) {
      state = wanted;
      apply();
      return begun || jump();
    }
    const target = document.getElementById(location.hash.slice(1));
    if (!target || target.id === "lives") {
      state = new URLSearchParams();
      apply();
    } else if (target.matches(".life")) {
      if (target.hidden) {
        state = new URLSearchParams();
        apply();
      }
      target.open = true;
      go(target);
    }
  };
  addEventListener("hashchange", follow);
  apply();
  // Not before the browser has gone to the target by itself, which takes the focus away.
  addEventListener("load", () => {
    if (location.hash) follow();
    begun = true;
  });
});
