// Tells the program which of the page's own links was pressed.
const OURS = ["#open/", "#meeting/"];
const isOurs = (address) => OURS.some((start) => address.startsWith(start));

export default function ({ setTriggerValue }) {
  const follow = (event) => {
    const link = event.target instanceof Element && event.target.closest("a[href]");
    const address = link && link.getAttribute("href");
    if (!address || !isOurs(address)) return;
    event.preventDefault();
    setTriggerValue("followed", address);
  };
  document.addEventListener("click", follow);
  const early = location.hash; // a link that was pressed before this stood here
  if (isOurs(early)) {
    history.replaceState(history.state, "", location.pathname + location.search);
    setTriggerValue("followed", early);
  }
  return () => document.removeEventListener("click", follow);
}
