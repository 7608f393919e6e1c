"use strict";
// Live rows, keyboard, dialogs and local times. Everything works without it, less conveniently.
(() => {
  const byId = (id) => document.getElementById(id);
  const token = document.body.dataset.token;
  const table = byId("now");
  const rows = byId("rows");
  const waiting = new Map();
  const allRows = () => Array.from(document.querySelectorAll("tr.row"));

  document.body.addEventListener("htmx:configRequest", (event) => {
    event.detail.headers["X-Slugline-Token"] = token;
  });

  // ---- times: UTC is shown, the local time on hover
  const local = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "long" });
  const tell = (event) => {
    const time = event.target.closest && event.target.closest("time[datetime]");
    if (!time || time.title) return;
    const at = new Date(time.dateTime);
    time.title = local.format(at) + "\n" + time.dateTime.replace("T", " ").replace(/\.\d+Z|Z/, "") + " UTC";
  };
  document.addEventListener("mouseover", tell);
  document.addEventListener("focusin", tell);
  const clock = byId("clock");
  if (clock) {
    setInterval(() => {
      const now = new Date();
      clock.dateTime = now.toISOString();
      clock.textContent = now.toISOString().slice(11, 16) + " UTC";
      clock.removeAttribute("title");
    }, 5000);
  }

  // ---- the chosen row stands in the address
  const chosen = () => document.querySelector("tr.row.chosen");
  const choose = (row, focus) => {
    const before = chosen();
    if (before) before.classList.remove("chosen");
    if (!row) {
      history.replaceState(null, "", location.pathname + location.search);
      return;
    }
    row.classList.add("chosen");
    history.replaceState(null, "", "#" + row.id);
    if (focus) row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
  };
  const step = (by) => {
    const all = allRows();
    if (!all.length) return;
    const at = all.indexOf(chosen());
    choose(all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))], true);
  };
  if (location.hash.startsWith("#a-")) {
    const row = byId(location.hash.slice(1));
    if (row) choose(row, false);
  }

  // ---- dialogs
  const dialog = byId("dialog");
  const open = async (path) => {
    const told = await fetch(path, { headers: { "HX-Request": "true" } });
    if (!told.ok) {
      answer("This cannot be done: " + (await told.text()));
      return;
    }
    const parsed = new DOMParser().parseFromString(await told.text(), "text/html");
    dialog.replaceChildren(...parsed.body.childNodes);
    htmx.process(dialog);
    dialog.showModal();
    const first = dialog.querySelector("[autofocus]");
    if (first) first.focus();
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest("a[data-dialog]");
    if (link && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      open(link.href);
    }
    const closer = event.target.closest && event.target.closest("[data-close]");
    if (closer) closer.closest("dialog").close();
  });

  // ---- keyboard
  let leader = false;
  const screens = { n: "/", w: "/watches", e: "/explain", s: "/sources", a: "/audit", o: "/operations" };
  const order = (what) => {
    const row = chosen();
    if (row && !row.dataset.alert) return answer("This is over when the source is heard again; there is nothing to take.");
    const target = row ? row.dataset.alert : document.body.querySelector("[data-alert-shown]")?.dataset.alertShown;
    if (!target) return answer("Choose a row first, with j or k.");
    open("/order/" + what + "?alert=" + encodeURIComponent(target) + "&to=" + encodeURIComponent(location.pathname + location.search + location.hash));
  };
  const keys = {
    j: () => step(1), k: () => step(-1), ArrowDown: null, ArrowUp: null,
    Enter: () => { const row = chosen(); if (row) row.querySelector("a.open").click(); },
    a: () => order("acknowledge"), s: () => order("silence"),
    ".": () => release(), "/": () => byId("find") && byId("find").focus(),
    "?": () => byId("help").showModal(), Escape: () => choose(null),
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input, textarea, select");
    if (typing && event.key === "Escape") event.target.blur();
    if (typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (leader) {
      leader = false;
      if (screens[event.key]) { event.preventDefault(); location.assign(screens[event.key]); }
      return;
    }
    if (event.key === "g") { leader = true; setTimeout(() => { leader = false; }, 1500); return; }
    const action = keys[event.key];
    if (!action || (event.key === "Enter" && event.target.matches("a, button, summary"))) return;
    event.preventDefault();
    action();
  });
  if (byId("keys")) byId("keys").addEventListener("click", () => byId("help").showModal());

  // ---- live
  const said = byId("said");
  const say = (words) => { said.textContent = words; };
  const toast = byId("toast");
  let toasted = 0;
  const answer = (words) => {
    toast.textContent = words;
    toast.hidden = false;
    clearTimeout(toasted);
    toasted = setTimeout(() => { toast.hidden = true; }, 4000);
  };
  const live = byId("live");
  const news = byId("news");
  let pointed = false;
  const isSafe = () => !pointed && !chosen() && window.scrollY < 40 && !document.querySelector("dialog[open]");

  const made = (html) => {
    const holder = document.createElement("template");
    holder.innerHTML = "<table><tbody>" + html + "</tbody></table>";
    return holder.content.querySelector("tr");
  };
  const refresh = (old, row) => {
    old.className = row.className + (old.classList.contains("chosen") ? " chosen" : "") + (row.dataset.fits === "true" ? "" : " unfit");
    old.dataset.fits = row.dataset.fits;
    old.replaceChildren(...row.childNodes);
    void old.offsetWidth;
    old.classList.add("changed");
  };
  const insert = (row) => {
    const behind = allRows().find((each) => each.dataset.sort > row.dataset.sort);
    const more = rows.querySelector("tr.more");
    if (!behind && more) return;
    rows.insertBefore(row, behind || more);
    row.classList.add("changed");
    byId("empty").hidden = true;
  };
  const showWaiting = () => {
    news.hidden = waiting.size === 0;
    news.textContent = waiting.size + " new · show  ( . )";
  };
  const release = () => {
    for (const row of waiting.values()) insert(row);
    waiting.clear();
    showWaiting();
  };
  const title = document.title;
  const onRow = (event) => {
    const told = JSON.parse(event.data);
    const row = made(told.html);
    const old = byId(row.id);
    if (old) return refresh(old, row);
    if (!told.fits) { waiting.delete(told.id); return showWaiting(); }
    if (isSafe()) insert(row);
    else waiting.set(told.id, row);
    showWaiting();
    say(told.words);
  };
  const onSum = (event) => {
    const told = JSON.parse(event.data);
    byId("foot").innerHTML = told.foot;
    const tabs = byId("tabs").querySelectorAll("a b");
    told.tabs.forEach((tab, i) => { if (tabs[i]) tabs[i].textContent = tab.count; });
    document.title = (told.tabs[1].count ? "(" + told.tabs[1].count + ") " : "") + title;
  };
  if (table) {
    table.addEventListener("pointerenter", () => { pointed = true; });
    table.addEventListener("pointerleave", () => { pointed = false; });
    news.addEventListener("click", release);
    const path = table.dataset.live;
    const source = new EventSource(path + (path.includes("?") ? "&" : "?") + "since=" + table.dataset.mark);
    const connected = (is) => {
      live.className = "live " + (is ? "on" : "off");
      live.textContent = is ? "Live" : "Not live: trying again";
    };
    source.addEventListener("hello", () => connected(true));
    source.addEventListener("row", onRow);
    source.addEventListener("sum", onSum);
    source.addEventListener("reload", () => location.reload());
    source.addEventListener("much", (event) => {
      news.hidden = false;
      news.textContent = event.data + " alerts have changed · reload";
      news.addEventListener("click", () => location.reload());
    });
    source.onerror = () => connected(false);
    window.addEventListener("pagehide", () => source.close());
  }
})();
