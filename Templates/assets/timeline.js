// Narrows the list of a timeline at once. Without it the links lead to pages that say the same.
const links = [...document.querySelectorAll(".narrow .filters a")];
const events = [...document.querySelectorAll("ol.events > li")];
const signs = new Map([...document.querySelectorAll(".plot a")].map((sign) => [sign.getAttribute("href"), sign]));

const line = document.createElement("p");
line.className = "narrowed";
line.setAttribute("role", "status");

function belongs(event, { type, status, entity }) {
  if (type) return (event.dataset.types ?? "").split(" ").includes(type);
  if (status) return event.dataset.status === status;
  return [...event.querySelectorAll(".bits a")].some((link) => link.getAttribute("href").endsWith(`entities/${entity}/`));
}

function address(event) {
  return event.id ? `#${event.id}` : event.querySelector("a.plain")?.getAttribute("href");
}

function show(link) {
  let count = 0;
  for (const event of events) {
    event.hidden = link !== undefined && !belongs(event, link.dataset);
    if (!event.hidden) count += 1;
    const sign = signs.get(address(event));
    if (sign) sign.style.display = event.hidden ? "none" : "";
  }
  for (const section of document.querySelectorAll("section:has(> ol.events)")) {
    section.hidden = section.querySelector("ol.events > li:not([hidden])") === null;
  }
  for (const other of links) {
    if (other === link) other.setAttribute("aria-current", "true");
    else other.removeAttribute("aria-current");
  }
  line.replaceChildren();
  if (link === undefined) return;
  const whole = Object.assign(document.createElement("a"), { href: link.href, textContent: "See them everywhere" });
  const all = Object.assign(document.createElement("button"), { type: "button", textContent: "show all again" });
  all.addEventListener("click", () => show());
  line.append(`${count} of ${events.length} events on this page. `, whole, ", or ", all, ".");
}

if (events.length > 0 && links.length > 0) {
  document.querySelector(".narrow").append(line);
  for (const link of links) {
    link.addEventListener("click", (click) => {
      if (click.button || click.metaKey || click.ctrlKey || click.shiftKey || click.altKey) return;
      click.preventDefault();
      show(link.getAttribute("aria-current") === "true" ? undefined : link);
    });
  }
}
