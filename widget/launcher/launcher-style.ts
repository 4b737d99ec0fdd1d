/**
 * Adopted as a constructed sheet inside a shadow root: a strict policy of the page allows it, and its own styles stay out.
 * What is important here is more so than what is important to the page.
 */
export const LAUNCHER_STYLE = `
:host{all:initial!important;display:block!important}
button{position:fixed;z-index:2147483000;bottom:20px;right:20px;display:flex;align-items:center;gap:10px;min-height:52px;
max-width:calc(100vw - 40px);padding:0 22px 0 18px;border:2px solid transparent;border-radius:26px;background:var(--passerelle-accent,#1d4ed8);
color:var(--passerelle-on-accent,#fff);font:600 16px/1.2 system-ui,sans-serif;cursor:pointer;box-shadow:0 4px 16px #0004}
button:hover{filter:brightness(1.08)}
button:focus-visible{outline:3px solid var(--passerelle-accent,#1d4ed8);outline-offset:3px;box-shadow:0 0 0 3px #fff}
.left button{right:auto;left:20px}
svg{width:24px;height:24px;flex:none}
b{min-width:22px;padding:0 4px;box-sizing:border-box;border-radius:11px;background:#b91c1c;color:#fff;font:700 13px/22px system-ui,sans-serif;text-align:center}
b:empty{display:none}
i{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
iframe{position:fixed;z-index:2147483001;bottom:84px;right:20px;width:400px;max-width:calc(100vw - 40px);height:min(680px,calc(100vh - 104px));
border:1px solid #0002;border-radius:16px;background:Canvas padding-box;color-scheme:light dark;box-shadow:0 12px 40px #0005;opacity:0;transform:translateY(12px);transition:opacity .18s,transform .18s}
.left iframe{right:auto;left:20px}
.open iframe{opacity:1;transform:none}
iframe[hidden]{display:none}
@media (max-width:520px),(max-height:520px){
iframe{inset:0!important;width:100%;max-width:none;height:100%;height:100dvh;border:0;border-radius:0}
.open button{visibility:hidden}}
@media (prefers-reduced-motion:reduce){iframe{transition:none;transform:none}}
@media (forced-colors:active){button,iframe{border:2px solid ButtonText}}
@media print{button,iframe{display:none}}
`;
