document.addEventListener("DOMContentLoaded", () => {
  const facts = JSON.parse(one("#facts").textContent);
  const rows = all(".row");
  rows.forEach((row) => (row.tabIndex = -1));
  const list = one("#rows");
  const FAMILIES = ["shift", "trait", "confidence", "old", "new", "theme"];

  // Filtering: one of each family, all families.
  const textOf = (row) => (row.said ??= all(".id, .row > div", row).map((e) => e.textContent).join("\n").toLowerCase());
  const passes = (row, wanted, words) =>
    wanted.every(([family, values]) => (row.dataset[family] || "").split(" ").some((v) => values.includes(v)))
    && words.every((word) => textOf(row).includes(word));

  const apply = () => {
    const wanted = FAMILIES.map((f) => [f, frame.state.getAll(f)]).filter(([, values]) => values.length);
    const words = frame.words();
    rows.forEach((row) => (row.hidden = !passes(row, wanted, words)));
    arrange(frame.order());
    frame.shown = all(".row:not([hidden])", list);
    all(".group, .chunk", list).forEach((part) => (part.hidden = !one(".row:not([hidden])", part)));
    const asked = words.length > 0 || frame.state.getAll("trait").includes("verbatim");
    all(".fold", list).forEach((fold) => {
      const n = all(".row:not([hidden])", fold).length;
      fold.hidden = !n;
      fold.open = asked;
      fold.firstElementChild.textContent = fill(facts.words.unchanged, { n });
    });
    frame.tell(describe(wanted), fill(facts.words.shown, { n: frame.shown.length }));
    highlight(words);
  };

  const describe = (wanted) => {
    const named = { old: "section_filter", new: "section_filter", theme: "theme_filter" };
    const parts = wanted.flatMap(([family, values]) => values.map((value) => {
      const chip = one(`.chip[data-family="${family}"][data-value="${CSS.escape(value)}"]`);
      if (chip) return chip.dataset.name;
      return fill(facts.words[named[family]] || "{name}", { name: facts[family]?.[value] ?? value });
    }));
    const name = frame.state.get("q");
    return name ? [...parts, fill(facts.words.search_filter, { name })] : parts;
  };

  const highlight = (words) => {
    if (!CSS.highlights) return;
    CSS.highlights.delete("search");
    if (!words.length) return;
    const ranges = [];
    for (const row of frame.shown.slice(0, 400)) {
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
    list.replaceChildren(...gather(ordered(order)).map(([title, members]) => shape(
      "section", "group",
      ...(title ? [shape("h3", "", title)] : []),
      ...cut(members.filter((row) => !folded.has(row))),
      ...fold(members.filter((row) => folded.has(row))),
    )));
  };
  const DOUBT = { unsure: 0, likely: 1, sure: 2 };
  const ordered = (order) => {
    const by = (key) => [...rows].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
    if (order === "rank") return by((r) => Number(r.dataset.rank || 300)).map((r) => ["", r]);
    if (order === "doubt") return by((r) => DOUBT[r.dataset.confidence || "sure"]).map((r) => ["", r]);
    if (order === "old") {
      const only = (r) => fill(facts.words.only_old, { name: facts.names.new, section: facts.new[r.dataset.new] });
      return by((r) => Number(r.dataset.at ?? Infinity) + ("old" in r.dataset ? 0 : 1e6))
        .map((r) => ["old" in r.dataset ? facts.old[r.dataset.old] : only(r), r]);
    }
    const theme = (r) => (r.dataset.theme || "").split(" ")[0];
    return by((r) => (theme(r) ? facts.themes.indexOf(theme(r)) : 1e6))
      .map((r) => [facts.theme[theme(r)] || facts.words.unthemed, r]);
  };

  // Quotes are taken from the whole texts.
  const AROUND = 200;
  const make = (tag, text, before) => {
    const node = shape(tag, "", text);
    node.lang = before.closest("[lang]").lang;
    return node;
  };
  const targetOf = (link) => document.getElementById(link.getAttribute("href").slice(1));
  const quoteOf = (link) => {
    const goal = targetOf(link);
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
  on(document, "toggle", ({ target }) => {
    if (target.open && target.matches(".why") && !one(".copy", target)) explain(target);
  }, true);

  on(document, "click", (event) => {
    const button = event.target.closest(".copy");
    if (button) copy(cite(button.closest(".row"))).then(() => (button.textContent = facts.words.copied));
    const strip = event.target.closest(".overview");
    if (!strip) return;
    const { top, height } = strip.getBoundingClientRect();
    leader = one(".text", strip.parentNode);
    leader.scrollTop = ((event.clientY - top) / height) * leader.scrollHeight - leader.clientHeight / 2;
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
    on(map, "mouseover focusin", light);
    on(map, "mouseleave focusout", () => map.classList.remove("lit"));
  }

  // A goal's place comes with its counterpart beside it.
  const show = (goal) => {
    all(".goal.on").forEach((other) => other.classList.remove("on"));
    const row = targetOf(goal);
    const side = goal.id.startsWith("o") ? "new" : "old";
    const link = one(`.${side} > cite a`, row) || all("div > cite a", row)[side === "old" ? 0 : 1];
    const other = link && targetOf(link);
    goal.classList.add("on");
    leader = null;
    if (!other?.matches(".goal")) return one("#together").checked && follower(goal.closest(".text"));
    other.classList.add("on");
    other.closest(".text").scrollTop += other.getBoundingClientRect().top - goal.getBoundingClientRect().top;
  };

  // Both texts scroll together, as far as one has what the other shows.
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
    // Nothing to go by: keep in proportion between the nearest goals of both.
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
    on(pane, "wheel touchstart pointerdown keydown", () => (leader = pane), { passive: true });
    let waiting = false;
    on(pane, "scroll", () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        look(pane);
        if (pane === leader && one("#together").checked) follower(pane);
      });
    });
  });

  const frame = run({
    home: "goals",
    rows: ".row",
    opens: (row) => one(".why", row),
    apply,
    find: (target) => target.matches(".goal") && show(target),
  });
  apply();
});
