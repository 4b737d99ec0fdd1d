import { createHash } from 'node:crypto';

/** One style for the pages of the server; its hash stands in their policy. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--accent:#1d4ed8;--on:#fff;--line:#8886;--quiet:#555;--warn:#7a5200;--mark:#fde68a}
@media (prefers-color-scheme:dark){:root{--accent:#9db8ff;--on:#111;--quiet:#b8b8b8;--warn:#f0c060;--mark:#6b5200}}
*{box-sizing:border-box}
body{background:Canvas;color:CanvasText;font:1.0625rem/1.6 system-ui,sans-serif;max-width:46rem;margin:0 auto;padding:1.5rem 1rem 6rem;overflow-wrap:anywhere}
header{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;justify-content:space-between;align-items:baseline}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;margin:0;padding:0}
nav a,.back{display:inline-block;padding:.25rem 0}
h1{font-size:1.75rem;line-height:1.25;margin:1.5rem 0 .75rem}h2{font-size:1.25rem;line-height:1.3;margin:2rem 0 .5rem}
img{max-width:100%;height:auto}a{color:var(--accent)}a:focus-visible,input:focus-visible,button:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
form{display:flex;flex-wrap:wrap;gap:.5rem;align-items:end;margin:1rem 0}
label{flex-basis:100%;font-weight:600}
input,button{font:inherit;min-height:2.75rem;padding:.4rem .8rem;border:1px solid var(--quiet);border-radius:.5rem}
input{flex:1 1 12rem;min-width:0;background:Field;color:FieldText}button{background:var(--accent);color:var(--on);border-color:transparent;font-weight:600;cursor:pointer}
.guides{list-style:none;padding:0}.guides li{border-bottom:1px solid var(--line);padding:.75rem 0}
.guides a{font-weight:600}.guides p{margin:.25rem 0 0}
.titles{padding-left:1.25rem}.titles li{padding:.15rem 0}
h3{font-size:1.1rem;margin:1.5rem 0 .25rem}.category summary{cursor:pointer;padding:.5rem 0}.category h3{display:inline}
mark{background:var(--mark);color:inherit;border-radius:.2rem;padding:0 .1em}
.quiet{color:var(--quiet)}.warning{border-left:.3rem solid var(--warn);padding-left:.8rem}
.warning strong{color:var(--warn)}ol>li{margin:.6rem 0}
@media print{form,nav,.back{display:none}}
@media (forced-colors:active){button,input{border:1px solid ButtonText}}
`;

export const PAGE_STYLE_HASH = `'sha256-${createHash('sha256').update(PAGE_STYLE).digest('base64')}'`;
