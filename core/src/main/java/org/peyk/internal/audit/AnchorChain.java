package org.peyk.internal.audit;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.peyk.AuditAnchor;
import org.peyk.AuditProblem;
import org.peyk.AuditProblem.Kind;
import org.peyk.internal.store.AnchorRows.Anchor;

/** Walks along the chain of anchors, link by link, holding only the last one. */
final class AnchorChain {

    private static final AuditTexts.Sentence CHANGED = new AuditTexts.Sentence(
            "Mühür zincirinin %d. halkası yazıldığı gibi değil.", "Link %d of the chain is not as it was written.");
    private static final AuditTexts.Sentence MISSING =
            new AuditTexts.Sentence("Mühür zincirinin %d. halkası silinmiş.", "Link %d of the chain was removed.");
    private static final AuditTexts.Sentence CUT = new AuditTexts.Sentence(
            "Mühür zincirinin sonu kesilmiş: dışarıda saklanan mühür %d. halkayı gösteriyor, zincir ondan önce bitiyor.",
            "The end of the chain was cut off: the anchor kept outside names link %d, the chain ends before it.");
    private static final AuditTexts.Sentence REWRITTEN = new AuditTexts.Sentence(
            "Zincir yeniden yazılmış: %d. halka dışarıda saklanan mühürle aynı değil.",
            "The chain was written anew: link %d is not the one of the anchor kept outside.");

    private final @Nullable AuditAnchor outside;
    private final Consumer<AuditProblem> problems;
    private long pos;
    private String hash = HashChain.GENESIS;
    private boolean met;

    AnchorChain(@Nullable AuditAnchor outside, Consumer<AuditProblem> problems) {
        this.outside = outside;
        this.problems = problems;
    }

    void link(Anchor a) {
        boolean gap = a.pos() != pos + 1;
        if (gap) {
            problems.accept(new AuditProblem(Kind.MISSING, null, 0, MISSING.at(pos + 1)));
        }
        String expected = HashChain.anchor(
                a.previousHash(), a.pos(), a.request(), a.seq(), a.eventPosition(), a.eventHash(), a.at());
        if (!expected.equals(a.hash())) {
            report(a, a.pos());
        } else if (!gap && !a.previousHash().equals(hash)) {
            report(a, a.pos() - 1);
        }
        if (outside != null && a.pos() == outside.pos()) {
            met = true;
            if (!a.hash().equals(outside.hash())) {
                problems.accept(
                        new AuditProblem(Kind.CHANGED, AuditTexts.named(a.request()), a.seq(), REWRITTEN.at(a.pos())));
            }
        }
        pos = a.pos();
        hash = a.hash();
    }

    private void report(Anchor a, long link) {
        problems.accept(new AuditProblem(Kind.CHANGED, AuditTexts.named(a.request()), a.seq(), CHANGED.at(link)));
    }

    void end() {
        if (outside != null && outside.pos() > 0 && !met) {
            problems.accept(new AuditProblem(Kind.TAIL_CUT, null, 0, CUT.at(outside.pos())));
        }
    }

    long pos() {
        return pos;
    }
}
