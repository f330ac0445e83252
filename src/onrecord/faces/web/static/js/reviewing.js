// Keys for whoever goes through statements: j k a x e s u ?. Each does what a form on the page does, by that form.
// They are listed in a dialog, and switched off there; in a field, or with Ctrl, Alt or Meta, they are letters.
"use strict";

{
  const SWITCH = "onrecord.keys";
  const cards = [...document.querySelectorAll("[data-card]")];
  const dialog = document.getElementById("keys");
  const told = document.querySelector("[data-keys-told]");
  const single = cards.length === 1 && !cards[0].matches("li");
  let chosen = single ? cards[0] : null;

  // A browser may keep nothing: then the keys are on.
  const kept = () => { try { return localStorage.getItem(SWITCH); } catch { return null; } };
  const keep = (value) => { try { localStorage.setItem(SWITCH, value); } catch { /* on again next time */ } };
  const tell = (words) => { if (told) told.textContent = words; };

  const mark = (card) => {
    chosen?.classList.remove("chosen");
    chosen = card;
    card.classList.add("chosen");
  };

  const choose = (card) => {
    mark(card);
    // The text first: on a phone both stand in one column, and the card is what one goes by.
    document.getElementById(`at-${card.id}`)?.scrollIntoView({ block: "nearest" });
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
  };

  const step = (by) => {
    const at = cards.indexOf(chosen);
    const next = cards[at < 0 ? (by > 0 ? 0 : cards.length - 1) : at + by];
    if (single) document.querySelector(`.neighbours [rel=${by > 0 ? "next" : "prev"}]`)?.click();
    else if (next) choose(next);
    else tell(by > 0 ? "That was the last statement here." : "This is the first statement here.");
  };

  // What belongs to the chosen statement: its card, or the whole page where that is about one.
  const own = (selector) => {
    if (!chosen) tell("Choose a statement first: j.");
    return (single ? document : chosen)?.querySelector(selector) ?? null;
  };

  const unfold = (element) => {
    for (let one = element.closest("details"); one; one = one.parentElement.closest("details")) one.open = true;
  };

  const submit = (form, button) => {
    const why = form.elements.because;
    unfold(form);
    if (why.value.trim()) return form.requestSubmit(button);
    form.dataset.pending = button.value;
    why.focus();
    tell("Say why, then Enter.");
  };

  // A reason for accepting is none for rejecting: what was typed stays, what was kept is exchanged.
  const exchange = (form, kind) => {
    const why = form.elements.because;
    if (why.value === why.defaultValue) why.value = why.defaultValue = why.dataset[kind] ?? "";
  };

  const judge = (kind) => {
    const form = own("form[data-verdict]");
    if (!form) return;
    exchange(form, kind);
    submit(form, form.querySelector(`button[value=${kind}]`));
  };

  const edit = (part) => {
    const section = own(`[data-part-of=${part}]`);
    if (section) return openPart(section);
    const link = own(`[data-forms=${part}]`);
    if (!link) return;
    unfold(link);
    link.click();
  };

  const openPart = (section) => {
    const folded = section.querySelector("details");
    folded.open = true;
    folded.querySelector(section.dataset.partOf === "spans" ? "[name=content]" : "[name=speaker]").focus();
  };

  const undo = () => {
    const wanted = "form[data-undo=undo]";
    const form = (chosen && own(wanted)) || document.querySelector(`[data-notice] ${wanted}`);
    if (form) submit(form, form.querySelector("button"));
    else tell("There is nothing to undo here.");
  };

  const actions = {
    j: () => step(1), k: () => step(-1), a: () => judge("accept"), x: () => judge("reject"),
    e: () => edit("spans"), s: () => edit("speaker"), u: undo, "?": () => dialog?.showModal(),
  };

  const isTyping = (target) => target.closest?.("input, textarea, select, [contenteditable]") !== null;

  document.addEventListener("keydown", (event) => {
    const other = event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented;
    if (other || event.repeat && !"jk".includes(event.key) || dialog?.open || isTyping(event.target)) return;
    const act = Object.hasOwn(actions, event.key) && (event.key === "?" || kept() !== "off") && actions[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  document.addEventListener("keydown", (event) => {
    const form = event.key === "Enter" && event.target.name === "because" ? event.target.form : null;
    if (!form?.dataset.pending) return;
    event.preventDefault();
    form.requestSubmit(form.querySelector(`button[value="${form.dataset.pending}"]`) ?? undefined);
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("form[data-verdict] button[value]");
    if (button) exchange(button.form, button.value);
  });

  for (const card of single ? [] : cards) card.addEventListener("focusin", () => mark(card));

  if (dialog && cards.length) {
    const on = dialog.querySelector("[data-keys-on]");
    on.checked = kept() !== "off";
    on.addEventListener("change", () => keep(on.checked ? "on" : "off"));
    dialog.querySelector("[data-keys-close]").addEventListener("click", () => dialog.close());
    document.querySelector("[data-keys-hint]").hidden = false;
    document.querySelector("[data-keys-open]").addEventListener("click", () => dialog.showModal());
  }

  // Led back here by a form: one goes on where one was.
  const back = cards.find((card) => card.id === decodeURIComponent(location.hash.slice(1)));
  if (back && !single) choose(back);
}
