// Search as one types: asks for the form's own page and takes the part that changed out of it.
// Without this script the form is a form. `data-live` names the part; `data-told` in it is what a screen reader hears.
"use strict";

const PAUSE = 120; // milliseconds: between two letters of a quick typist

for (const form of document.querySelectorAll("form[data-live]")) {
  const status = document.querySelector("[data-live-status]");
  let timer = 0;
  let asking = null;

  const ask = async () => {
    const fields = [...new FormData(form)].filter(([, value]) => value.trim() !== "");
    const query = new URLSearchParams(fields).toString();
    const address = form.getAttribute("action") + (query ? `?${query}` : "");
    asking?.abort();
    asking = new AbortController();
    try {
      const answer = await fetch(address, { signal: asking.signal, credentials: "same-origin" });
      show(await answer.text());
      history.replaceState(null, "", address);
    } catch (error) {
      if (error.name !== "AbortError" && status) status.textContent = "The search failed: is OnRecord still running?";
    }
  };

  const show = (html) => {
    const wanted = form.dataset.live;
    const answer = new DOMParser().parseFromString(html, "text/html");
    const fresh = answer.querySelector(wanted);
    if (!fresh) return form.submit(); // signed out, or something broke: the whole page tells
    document.title = answer.title;
    document.querySelector(wanted).replaceChildren(...fresh.childNodes);
    const told = document.querySelector(`${wanted} [data-told]`);
    if (status) status.textContent = told ? told.dataset.told : "";
  };

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    ask();
  });
}
