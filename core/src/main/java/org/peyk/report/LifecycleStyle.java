package org.peyk.report;

/** The colours of the drawing, which carries them with it so that it looks the same wherever it is put. */
final class LifecycleStyle {

    static final String CSS = """
            .lifecycle { --p: #ffffff; --i: #1b2430; --l: #8b96a3; --w: #14679e; --v: #dcecf8; --b: #f3f5f8; --n: #14679e; --o: #ffffff;
              display: block; width: 100%; max-width: 860px; height: auto; background: var(--p); border-radius: 8px;
              font: 13px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; }
            @media (prefers-color-scheme: dark) {
              .lifecycle { --p: #1b222b; --i: #e6eaf0; --l: #66727f; --w: #7ab6e3; --v: #1f3a50; --b: #242d38; --n: #7ab6e3; --o: #0e151c; }
            }
            @media print {
              .lifecycle { --p: #ffffff; --i: #000000; --l: #777777; --w: #0b4a75; --v: #e2eff9; --b: #ffffff; --n: #0b4a75; --o: #ffffff;
                -webkit-print-color-adjust: exact; print-color-adjust: exact; }
            }
            .lifecycle .line { fill: none; stroke: var(--l); stroke-width: 1.2; stroke-linejoin: round; }
            .lifecycle .head, .lifecycle .joint { fill: var(--l); }
            .lifecycle .line.walked { stroke: var(--w); stroke-width: 2.6; }
            .lifecycle .head.walked, .lifecycle .start { fill: var(--w); }
            .lifecycle .state rect { fill: var(--b); stroke: var(--l); stroke-width: 1.2; }
            .lifecycle .visited rect { fill: var(--v); stroke: var(--w); stroke-width: 2; }
            .lifecycle .now rect { fill: var(--n); }
            .lifecycle .state text { fill: var(--i); text-anchor: middle; font-weight: 600; font-size: 14px; }
            .lifecycle .state.now text { fill: var(--o); }
            .lifecycle .label { fill: var(--i); stroke: var(--p); stroke-width: 3; stroke-linejoin: round; paint-order: stroke; }
            .lifecycle .label.left { text-anchor: end; }
            .lifecycle .label.walked { font-weight: 600; }
            """;

    private LifecycleStyle() {}
}
