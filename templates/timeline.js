document.addEventListener("DOMContentLoaded", () => {
  const facts = JSON.parse(one("#facts").textContent);
  const list = one("#rows");
  const lives = all(".life");
  const phrases = all(".phrase");
  const LAST = facts.years.length - 1;

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
    if (!note) one("summary .when", row).append(note = shape("small", "hits"));
    const named = years.map((i) => facts.years[i]);
    const said = named.length > 2 ? `${named[0]}–${named[named.length - 1]}` : named.join(facts.words.comma);
    note.textContent = named.length ? fill(facts.words.hits, { n: named.length, years: said }) : "";
  };

  const pairOf = () => {
    const [from, to] = ["from", "to"].map((key) => place(frame.state.get(key)));
    return from >= 0 && from < to ? [from, to] : null;
  };

  const apply = () => {
    const words = frame.words();
    const wanted = Object.keys(TESTS).flatMap((key) => frame.state.getAll(key).map((value) => [key, value]));
    const pair = pairOf();
    const passes = (row) => wanted.every(([key, value]) => TESTS[key](row, value))
      && (!pair || pair.some((year) => of(row).goals[year]))
      && words.every((word) => textOf(row).includes(word));
    lives.forEach((row) => (row.hidden = !passes(row)));
    phrases.forEach((row) => (row.hidden = !words.every((word) => textOf(row).includes(word))));
    arrange(pair ? "pair" : frame.order(), pair);
    const busy = wanted.length || words.length || pair;
    all(".group", list).forEach((group) => (group.hidden = !one(".life:not([hidden])", group)));
    all(".more", list).forEach((more) => {
      more.open = Boolean(busy) || more.classList.contains("asked");
      more.hidden = !one(".life:not([hidden])", more);
    });
    if (words.length) all(".phrase-lists details").forEach((more) => (more.open = Boolean(one(".phrase:not([hidden])", more))));
    frame.shown = all(".life:not([hidden])", list);
    for (const key of ["from", "to"]) one(`#${key}`).value = frame.state.get(key) || "";
    one("#lives").classList.toggle("busy", Boolean(busy));
    const hits = lives.flatMap((row) => {
      const years = words.length && !row.hidden ? hitsOf(row, words) : [];
      tell(row, years);
      return years;
    });
    show(pair);
    const [first, last] = [Math.min(...hits), Math.max(...hits)].map((i) => facts.years[i]);
    const position = facts.words[hits.length ? "shown_first" : "shown"];
    frame.tell(describe(wanted), fill(position, { n: frame.shown.length, first, last }));
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
      const link = shape("a", "", facts.words.pair_file);
      link.href = `${encodeURIComponent(facts.pairs)}/${old}-${young}.html`;
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

  const describe = (wanted) => {
    const parts = wanted.map(([key, value]) => {
      if (key === "kind") return one(`.chip[data-value="${CSS.escape(value)}"]`)?.dataset.name ?? value;
      if (key === "theme") return fill(facts.words.theme_filter, { name: facts.theme[value] ?? value });
      return fill(facts.words[key], { year: value });
    });
    const name = frame.state.get("q");
    if (name) parts.push(fill(facts.words.search_filter, { name }));
    if (pairOf()) parts.push(pairOf().map((year) => facts.years[year]).join(" → "));
    return parts;
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
    list.replaceChildren(...gather(ordered(order, pair)).map(
      ([title, members]) => shape("section", "group", shape("h3", "", title), ...members),
    ));
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

  on(document, "click", ({ target }) => target.closest(".more > summary")?.parentElement.classList.toggle("asked"));
  const frame = run({
    home: "lives",
    rows: ".life",
    grip: (row) => one("summary", row),
    opens: (row) => (pairOf() ? null : row),
    apply,
    find: (target) => { if (target.matches(".life")) target.open = true; },
  });
  for (const key of ["from", "to"]) {
    on(one(`#${key}`), "change", ({ target }) => frame.set(key, target.value));
  }
  apply();
});
