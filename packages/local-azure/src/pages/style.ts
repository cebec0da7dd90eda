export const style = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#f3f2f1, #1b1a19);
  --card: light-dark(#ffffff, #292827);
  --text: light-dark(#242424, #f5f5f5);
  --quiet: light-dark(#5c5c5c, #c8c6c4);
  --line: light-dark(#d1d1d1, #4d4b49);
  --hover: light-dark(#f0f6fc, #34322f);
  --accent: light-dark(#0f6cbd, #62abf5);
  --on-accent: light-dark(#ffffff, #1b1a19);
}
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 16px; background: var(--ground); color: var(--text);
  font: 15px/1.45 "Segoe UI", -apple-system, Roboto, "Helvetica Neue", Arial, sans-serif; }
.card { width: min(100%, 520px); padding: clamp(20px, 6vw, 44px); background: var(--card); border: 1px solid var(--line); border-radius: 6px;
  box-shadow: 0 2px 12px rgb(0 0 0 / 12%); }
.organization { display: flex; align-items: center; gap: 8px; margin: 0 0 16px; font-weight: 600; color: var(--quiet); }
.mark { width: 18px; height: 18px; border-radius: 4px; background: linear-gradient(135deg, #00bcf2, #0f6cbd); }
h1 { margin: 0 0 4px; font-size: 24px; font-weight: 600; line-height: 1.25; }
.question { margin: 20px 0 8px; font-size: 18px; font-weight: 600; }
.explanation { margin: 0 0 16px; color: var(--quiet); }
ul { margin: 0 0 16px; padding: 0; list-style: none; border-top: 1px solid var(--line); }
li { border-bottom: 1px solid var(--line); }
button { font: inherit; color: inherit; cursor: pointer; }
button:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; }
.account { display: flex; gap: 12px; width: 100%; padding: 12px 8px; border: 0; background: none; text-align: left; }
.account:hover { background: var(--hover); }
.initials { flex: none; display: grid; place-items: center; width: 40px; height: 40px; border-radius: 50%; background: var(--accent); color: var(--on-accent);
  font-weight: 600; }
.person { display: grid; min-width: 0; }
.name { font-weight: 600; }
.username { font-size: 14px; color: var(--quiet); overflow-wrap: anywhere; }
.badge { margin-left: 6px; padding: 0 6px; border: 1px solid var(--line); border-radius: 9px; font-size: 12px; font-weight: 400; color: var(--quiet); }
.plain { padding: 6px 16px; min-height: 32px; border: 1px solid var(--line); border-radius: 4px; background: none; }
.plain:hover { background: var(--hover); }
label { display: block; font-weight: 600; }
input, select { width: 100%; margin: 4px 0 16px; padding: 8px; border: 1px solid var(--line); border-radius: 4px; background: none; color: inherit;
  font: inherit; }
#code { letter-spacing: 0.1em; text-transform: uppercase; }
a { color: var(--accent); }
.wide { width: min(100%, 1000px); align-self: start; }
form[role="search"] { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; margin-bottom: 16px; }
form[role="search"] input { width: auto; flex: 1 1 160px; margin: 0; }
.machine { display: grid; gap: 8px; padding: 12px 0; }
.machine p { margin: 0; }
.machine .name { margin: 0; font-size: inherit; }
.commands { display: flex; flex-wrap: wrap; gap: 8px; }
[role="status"] { font-weight: 600; }
[role="alert"] { overflow-wrap: anywhere; }
@media (forced-colors: active) { .initials { border: 1px solid CanvasText; } }
`;
